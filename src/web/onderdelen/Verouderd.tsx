import type { Probleem } from '../api/probleem.ts'
import { Knop } from './Knop.tsx'
import { Melding } from './Melding.tsx'
import { wieWijzigde } from './wie-wijzigde.ts'

type Props = { wat: string; probleem: Pick<Probleem, 'wie' | 'wanneer'>; opnieuw: () => void }
/** Een collega deed net iets met hetzelfde: eerst kijken, dan pas vastleggen. `wat`: `deze zaak`, `dit bezoek`. */
export function Verouderd({ wat, probleem, opnieuw }: Props) {
  return (
    <Melding soort="waarschuwing" titel={wieWijzigde(wat, probleem)} voorlezen>
      <p>Er is niets overschreven. Bekijk eerst hoe het er nu voor staat.</p>
      <p className="md-knoppen">
        <Knop opKlik={opnieuw}>Opnieuw laden</Knop>
      </p>
    </Melding>
  )
}
