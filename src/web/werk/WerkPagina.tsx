import '../dossier/dossier.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import type { Werkantwoord } from './antwoord.ts'
import { GeenTeam } from './GeenTeam.tsx'
import { MetFilterzinnen } from './MetFilterzinnen.tsx'
import { NoodMelding } from './NoodMelding.tsx'
import { Werkblokken } from './Werkblokken.tsx'
import { Werksignalen } from './Werksignalen.tsx'
import { Werkverzoeken } from './Werkverzoeken.tsx'
import { Werktabs } from './Werktabs.tsx'

/** Het begin van de dag: wat vandaag aandacht vraagt, van mij of van mijn team. */
export function WerkPagina() {
  const sessie = gebruikEigenSessie()
  const van = useLocation().pathname.endsWith('/team') ? 'team' : 'ik'
  const werk = useQuery({
    queryKey: [...sleutels.werkvoorraad(), van],
    queryFn: ({ signal }) => roepApi<Werkantwoord>('GET', `/werkvoorraad?van=${van}`, { signaal: signal }),
  })
  return (
    <Pagina
      titel="Mijn werk"
      breed
      acties={
        <>
          <KnopLink naar="/inwoners/nieuw">Nieuwe inwoner</KnopLink>
          <KnopLink naar="/inwoners" soort="primair">
            Inwoner zoeken
          </KnopLink>
        </>
      }
    >
      <Werktabs />
      <GeenTeam />
      {heeftRol(sessie, 'teamleider') && <NoodMelding />}
      <MetFilterzinnen>
        <Deel vraag={werk} wat="Uw werk wordt geladen">
          {(waarde) => (
            <>
              {waarde.afgekapt && (
                <Melding soort="info" titel="Dit zijn de duizend zaken met de eerste termijn.">
                  <p>Er zijn er meer. Kies een filter, of bekijk alle zaken.</p>
                </Melding>
              )}
              <Werksignalen signalen={waarde.signalen} van={van} />
              <Werkverzoeken verzoeken={waarde.verzoeken} vandaag={sessie.vandaag} />
              <Werkblokken werk={waarde} vandaag={sessie.vandaag} van={van} />
            </>
          )}
        </Deel>
      </MetFilterzinnen>
    </Pagina>
  )
}
