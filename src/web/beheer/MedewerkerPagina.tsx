import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import type { Medewerkerantwoord } from '#http/api/beheerroutes.ts'
import { roepApi } from '../api/roep-api.ts'
import { rolnaam } from '../api/sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import type { Basis } from '../formulier/gebruik-basis.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Formulierconflict } from '../onderdelen/Formulierconflict.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { meldOngedaan } from '../onderdelen/toast.ts'
import { Accountdeel } from './Accountdeel.tsx'
import { gebruikTeams } from './gebruik-teams.ts'
import { Medewerkervelden } from './Medewerkervelden.tsx'
import { conflictvelden, type Medewerkerwaarden, naarFormulier, naarVerzoek } from './medewerkerformulier.ts'
import './beheer.css'

/** Een medewerker: naam, rollen, team, en of het account open is. Het eigen account is alleen te lezen. */
export function MedewerkerPagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({ queryKey: sleutels.medewerker(id), queryFn: () => roepApi<Medewerkerantwoord>('GET', `/medewerkers/${id}`) })
  return (
    <MetGegevens vraag={vraag} wat="Deze medewerker" terug={{ naar: '/beheer/medewerkers', tekst: 'Medewerkers' }}>
      {({ waarde, etag }) => (
        <Pagina titel={waarde.naam} venstertitel="Medewerker" boven={<Link to="/beheer/medewerkers">Medewerkers</Link>}>
          {waarde.uzelf ? <Uzelf medewerker={waarde} /> : <Wijzigen key={id} medewerker={waarde} etag={etag} />}
        </Pagina>
      )}
    </MetGegevens>
  )
}

function Uzelf({ medewerker: m }: { medewerker: Medewerkerantwoord }) {
  return (
    <Melding soort="info" titel="Dit bent u zelf.">
      <p>
        U bent {m.rollen.map((r) => rolnaam(r).toLowerCase()).join(', ')}. Niemand wijzigt de eigen rollen: vraag het een andere beheerder.
      </p>
    </Melding>
  )
}

function Wijzigen({ medewerker, etag }: { medewerker: Medewerkerantwoord; etag: string | null }) {
  const client = useQueryClient()
  const navigeer = useNavigate()
  const teams = gebruikTeams().data?.waarde.items ?? []
  const pad = `/medewerkers/${medewerker.id}`
  const zet = async (waarden: Medewerkerwaarden, teken: string | null) => {
    const antwoord = await roepApi<Medewerkerantwoord>('PATCH', pad, { lichaam: naarVerzoek(waarden), etag: teken })
    // Meteen de nieuwe versie: wie terugkomt en snel doorwerkt, zou anders zichzelf voor een collega houden.
    client.setQueryData(sleutels.medewerker(medewerker.id), antwoord)
    await vervallen(client, 'medewerkers', 'teams')
    return antwoord
  }
  const bewaar = async (wordt: Medewerkerwaarden, { waarden: was, etag: teken }: Basis<Medewerkerwaarden>) => {
    const { etag: nieuw } = await zet(wordt, teken ?? null)
    meldOngedaan('Opgeslagen.', () => zet(was, nieuw))
    void navigeer('/beheer/medewerkers')
  }
  const f = gebruikFormulier({
    id: `medewerker-${medewerker.id}`,
    begin: naarFormulier(medewerker),
    etag,
    vorm: (huidig) => naarFormulier(huidig as Medewerkerantwoord),
    verstuur: bewaar,
  })
  return (
    <>
      <Conceptmelding formulier={f} />
      <Formulierconflict formulier={f} velden={conflictvelden(teams)} />
      <Foutoverzicht formulier={f} />
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Medewerkervelden f={f} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            {f.bezig ? 'Wordt bewaard…' : 'Opslaan'}
          </Knop>
        </p>
      </form>
      <Accountdeel medewerker={medewerker} etag={etag} />
    </>
  )
}
