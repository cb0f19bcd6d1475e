import { Knop } from './Knop.tsx'
import { Melding } from './Melding.tsx'

/** Een collega deed net iets met hetzelfde: eerst kijken, dan pas vastleggen. `wat`: `deze zaak`, `dit bezoek`. */
export function Verouderd({ wat, wie, opnieuw }: { wat: string; wie: string | undefined; opnieuw: () => void }) {
  return (
    <Melding soort="waarschuwing" titel={`${wie ?? 'Een collega'} wijzigde ${wat} net.`} voorlezen>
      <p>Er is niets overschreven. Bekijk eerst hoe het er nu voor staat.</p>
      <p className="md-knoppen">
        <Knop opKlik={opnieuw}>Opnieuw laden</Knop>
      </p>
    </Melding>
  )
}
