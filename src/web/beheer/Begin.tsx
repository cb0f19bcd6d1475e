import { Link } from 'react-router'
import { Melding } from '../onderdelen/Melding.tsx'
import { gebruikTeams } from './gebruik-teams.ts'

/** Voor de eerste beheerder van een lege gemeente: in welke volgorde men haar inricht. */
export function Begin() {
  const teams = gebruikTeams().data?.waarde.items
  if (teams?.length !== 0) return null
  return (
    <Melding soort="info" titel="Uw gemeente staat klaar. Zo richt u haar in.">
      <ol>
        <li>
          <Link to="/beheer/teams">Maak de teams</Link>. Een dossier hoort bij een team.
        </li>
        <li>
          <Link to="/beheer/medewerkers/nieuw">Voeg de medewerkers toe</Link>, elk met een rol en de consulenten met een team.
        </li>
        <li>Een contractmanager legt de aanbieders met hun contracten vast, en kiest de lezingen van de catalogus.</li>
        <li>Daarna leggen de consulenten inwoners en meldingen vast. Een tweede beheerder vervangt u als u er niet bent.</li>
      </ol>
    </Melding>
  )
}
