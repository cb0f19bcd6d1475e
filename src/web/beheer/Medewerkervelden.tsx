import { useQuery } from '@tanstack/react-query'
import type { Teamantwoord } from '#http/api/beheerroutes.ts'
import { rollen } from '#core/dossier/rechtentabel.ts'
import { roepApi } from '../api/roep-api.ts'
import { rolnaam } from '../api/sessie.ts'
import { sleutels } from '../api/sleutels.ts'
import type { Formulier } from '../formulier/gebruik-formulier.ts'
import { veldId } from '../formulier/wijzer.ts'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { type Medewerkerwaarden, roluitleg } from './medewerkerformulier.ts'

export const gebruikTeams = () =>
  useQuery({ queryKey: sleutels.teams(), queryFn: () => roepApi<{ items: readonly Teamantwoord[] }>('GET', '/teams') })

/** De velden van een medewerker, gelijk bij toevoegen en wijzigen. */
export function Medewerkervelden({ f }: { f: Formulier<Medewerkerwaarden> }) {
  const teams = gebruikTeams().data?.waarde.items ?? []
  const fout = f.foutVan('/rollen')
  return (
    <>
      <Tekstveld label="Naam" hoogstens={100} {...f.veld('/naam')} />
      <Tekstveld
        label="Aanmeldnaam"
        uitleg="Het e-mailadres van het werkaccount. Kent de aanmelddienst mensen aan een nummer, dan dat nummer."
        toetsen="email"
        hoogstens={200}
        {...f.veld('/aanmeldnaam')}
      />
      <fieldset className="md-veldgroep" id={veldId(f.id, '/rollen')} aria-describedby={fout ? `${f.id}-rolfout` : undefined}>
        <legend>Rollen</legend>
        {fout && (
          <p className="md-veldfout" id={`${f.id}-rolfout`}>
            {fout}
          </p>
        )}
        <div className="bh-rollen">
          {rollen.map((rol) => (
            <Vinkje
              key={rol}
              tekst={rolnaam(rol)}
              uitleg={roluitleg[rol]}
              aangevinkt={f.waarden.rollen[rol]}
              opWijzig={(aan) => f.zet('/rollen', { ...f.waarden.rollen, [rol]: aan })}
            />
          ))}
        </div>
      </fieldset>
      <Keuzelijst
        label="Team"
        optioneel
        leeg="Geen team"
        uitleg="Een consulent ziet de dossiers van zijn team."
        opties={teams.map((t) => ({ waarde: t.id, tekst: t.naam }))}
        {...f.veld('/team')}
      />
    </>
  )
}
