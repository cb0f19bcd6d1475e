import { type ReactNode, useId, useState } from 'react'
import { Knop } from './Knop.tsx'

type FiltervakProps = {
  /** Hoeveel voorwaarden er nu gekozen zijn. */
  gekozen: number
  /** Haalt alle voorwaarden weg. */
  opWissen: () => void
  children: ReactNode
}

/**
 * De voorwaarden bij een lijst, naast elkaar. Op een smal scherm staan zij dicht achter één knop, zodat de lijst zelf in beeld komt; de
 * knop zegt hoeveel er gekozen zijn.
 */
export function Filtervak({ gekozen, opWissen, children }: FiltervakProps) {
  const id = useId()
  const [open, zetOpen] = useState(false)
  return (
    <div className="md-filtervak">
      <div className="md-filtervak__smal">
        <Knop icoon={open ? 'omhoog' : 'omlaag'} uitgeklapt={open} bestuurt={id} opKlik={() => zetOpen(!open)}>
          {gekozen > 0 ? `Filters (${gekozen} gekozen)` : 'Filters'}
        </Knop>
        {gekozen > 0 && (
          <Knop soort="stil" opKlik={opWissen}>
            Alles weghalen
          </Knop>
        )}
      </div>
      <div id={id} className="md-filtervak__velden" data-open={open || undefined}>
        {children}
      </div>
    </div>
  )
}
