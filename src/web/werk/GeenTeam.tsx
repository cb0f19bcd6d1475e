import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { Melding } from '../onderdelen/Melding.tsx'

/** Een consulent zonder team ziet bijna niets, en kan daar zelf niets aan doen: dat hoort hij aan het begin van zijn dag. */
export function GeenTeam() {
  const sessie = gebruikEigenSessie()
  if (sessie.team || !heeftRol(sessie, 'consulent') || heeftRol(sessie, 'teamleider')) return null
  return (
    <Melding soort="waarschuwing" titel="U hoort nog bij geen team.">
      <p>U ziet daarom alleen zaken die op uw eigen naam staan. Vraag uw beheerder om u bij een team te zetten; dat werkt meteen.</p>
    </Melding>
  )
}
