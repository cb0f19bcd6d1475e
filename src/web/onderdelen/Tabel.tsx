import type { ReactNode } from 'react'
import { Tabelrand } from './Tabelrand.tsx'

type TabelProps = {
  /** Bijschrift: wat staat er in deze tabel. Altijd nodig voor een schermlezer; `bijschriftVerborgen` haalt het uit beeld. */
  bijschrift: ReactNode
  bijschriftVerborgen?: boolean
  koppen: readonly ReactNode[]
  /** De eerste cel van elke rij is de kop van die rij. */
  rijen: readonly { sleutel: string; cellen: readonly ReactNode[]; klasse?: string; id?: string }[]
  compact?: boolean
  /** Weinig kolommen met korte waarden: dan blijft het op een telefoon een tabel. */
  smal?: boolean
}

/** Gewone tabel met echte koppen; op een telefoon wordt elke rij een kaart. */
export function Tabel({ bijschrift, bijschriftVerborgen, koppen, rijen, compact, smal }: TabelProps) {
  const klassen = ['utrecht-table md-tabel', compact && 'md-tabel--compact', !smal && 'md-rijkaarten'].filter(Boolean).join(' ')
  const kopVan = (i: number) => (typeof koppen[i] === 'string' ? koppen[i] : undefined)
  return (
    <Tabelrand naam={typeof bijschrift === 'string' ? bijschrift : 'Tabel'}>
      <table className={klassen}>
        <caption className={bijschriftVerborgen ? 'md-onzichtbaar' : 'utrecht-table__caption'}>{bijschrift}</caption>
        <thead className="utrecht-table__header">
          <tr className="utrecht-table__row">
            {koppen.map((kop, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: de kolommen liggen vast.
              <th key={i} scope="col" className="utrecht-table__header-cell">
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {rijen.map((rij) => (
            <tr key={rij.sleutel} id={rij.id} className={rij.klasse ? `utrecht-table__row ${rij.klasse}` : 'utrecht-table__row'}>
              {rij.cellen.map((cel, i) =>
                i === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: de kolommen liggen vast.
                  <th key={i} scope="row" className="utrecht-table__header-cell">
                    {cel}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: de kolommen liggen vast.
                  <td key={i} className="utrecht-table__cell" data-kop={kopVan(i)}>
                    {cel}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Tabelrand>
  )
}
