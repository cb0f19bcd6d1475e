import { Link } from 'react-router'
import { Melding } from '../onderdelen/Melding.tsx'
import { gebruikTeams } from './gebruik-teams.ts'

/**
 * Voor de eerste beheerder van een lege gemeente: in welke volgorde men haar inricht. Blijft tot er teams en collega's zijn, want wie
 * het eerste team maakte is nog niet klaar.
 */
export function Begin({ alleen }: { alleen: boolean }) {
  const teams = gebruikTeams().data?.waarde.items
  if (teams === undefined || (teams.length > 0 && !alleen)) return null
  return (
    <Melding soort="info" titel="Uw gemeente staat klaar. Zo richt u haar in.">
      <ol>
        <li>
          <Link to="/beheer/teams">Maak de teams</Link>. {teams.length > 0 ? 'Het eerste team is er.' : 'Een dossier hoort bij een team.'}
        </li>
        <li>
          <Link to="/beheer/medewerkers/nieuw">Voeg de medewerkers toe</Link>, elk met een rol en de consulenten met een team.
        </li>
        <li>Een contractmanager legt de contracten met aanbieders vast, en kiest de lezingen van de catalogus.</li>
        <li>Daarna leggen de consulenten inwoners en meldingen vast. Een tweede beheerder vervangt u als u er niet bent.</li>
      </ol>
    </Melding>
  )
}
