import { useId } from 'react'
import { Uitklapmenu } from './Uitklapmenu.tsx'
import { Vinkje } from './Vinkje.tsx'

type KolomkeuzeProps = {
  kolommen: readonly { readonly sleutel: string; readonly kop: string; readonly vast?: boolean }[]
  zichtbaar: ReadonlySet<string>
  wissel: (sleutel: string, aan: boolean) => void
  herstel: () => void
}

/** Welke kolommen te zien zijn. De keuze blijft in deze browser bewaard. */
export function Kolomkeuze({ kolommen, zichtbaar, wissel, herstel }: KolomkeuzeProps) {
  const id = useId()
  const teKiezen = kolommen.filter((k) => !k.vast)
  if (teKiezen.length === 0) return null
  return (
    <Uitklapmenu knop="Kolommen" klasse="md-kolommen" rechts>
      <fieldset className="md-kolommen__lijst" aria-label="Kolommen in beeld">
        {teKiezen.map((k) => (
          <Vinkje
            key={k.sleutel}
            id={`${id}-${k.sleutel}`}
            tekst={k.kop}
            aangevinkt={zichtbaar.has(k.sleutel)}
            opWijzig={(aan) => wissel(k.sleutel, aan)}
          />
        ))}
        <button type="button" className="md-linkknop" onClick={herstel}>
          Zoals het was
        </button>
      </fieldset>
    </Uitklapmenu>
  )
}
