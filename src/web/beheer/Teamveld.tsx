import { Link } from 'react-router'
import type { Formulier } from '../formulier/gebruik-formulier.ts'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import type { Medewerkerwaarden } from './medewerkerformulier.ts'
import { gebruikTeams } from './gebruik-teams.ts'

/** Het team van een medewerker, en wat een consulent zonder team niet kan. */
export function Teamveld({ f }: { f: Formulier<Medewerkerwaarden> }) {
  const teams = gebruikTeams().data?.waarde.items
  return (
    <>
      <Keuzelijst
        label="Team"
        optioneel
        leeg="Geen team"
        uitleg="Een consulent ziet de dossiers van zijn team."
        opties={(teams ?? []).map((t) => ({ waarde: t.id, tekst: t.naam }))}
        {...f.veld('/team')}
      />
      {teams && f.waarden.rollen.consulent && f.waarden.team === '' && (
        <Melding soort="waarschuwing" compact voorlezen titel="Zonder team komt een consulent bijna nergens in.">
          Hij ziet dan alleen zaken die op zijn eigen naam staan; een melding die hij vastlegt, gaat naar de teamleider.{' '}
          {teams.length === 0 && (
            <>
              Er zijn nog geen teams: <Link to="/beheer/teams">maak eerst een team</Link>. Wat u hier invulde, blijft staan.
            </>
          )}
        </Melding>
      )}
    </>
  )
}
