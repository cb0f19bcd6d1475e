import { Link } from 'react-router'
import { lezingInWoorden } from '#core/catalogus/uitleg/in-woorden.ts'
import { leesInstelling } from '#core/catalogus/instellingen.ts'
import type { GevondenUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { EisChip } from '../onderdelen/EisChip.tsx'

/** Eén uitspraak als zin, met haar nummer en de instellingen die de lezing bepalen. */
export function Zin({ uitspraak }: { uitspraak: GevondenUitspraak }) {
  return (
    <li className="pb-zin" id={uitspraak.eis}>
      <span>{uitspraak.tekst}</span> <EisChip eis={uitspraak.eis} />
      <Lezingen sleutels={uitspraak.instellingen ?? []} />
    </li>
  )
}

export function Zinnen({ uitspraken }: { uitspraken: readonly GevondenUitspraak[] }) {
  return (
    <ul className="pb-zinnen">
      {uitspraken.map((u) => (
        <Zin key={u.eis} uitspraak={u} />
      ))}
    </ul>
  )
}

/** De gekozen lezing van elk open punt dat deze zin raakt. */
export function Lezingen({ sleutels }: { sleutels: readonly string[] }) {
  const { catalogus, pad } = gebruikCatalogus()
  const bekend = sleutels.filter((s) => catalogus.instellingen?.[s])
  if (bekend.length === 0) return null
  return (
    <ul className="pb-lezingen">
      {bekend.map((sleutel) => {
        const instelling = catalogus.instellingen?.[sleutel]
        if (!instelling) return null
        return (
          <li key={sleutel}>
            <span className="md-onzichtbaar">Instelling: </span>
            <Link to={`${pad('instellingen')}#${instelling.amb}`}>{instelling.titel}</Link> <span>{gekozen(catalogus, sleutel)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function gekozen(catalogus: Catalogus, sleutel: string): string {
  const instelling = catalogus.instellingen?.[sleutel]
  if (!instelling?.perGemeente) return lezingInWoorden(catalogus, sleutel, leesInstelling(catalogus, {}, sleutel))
  return catalogus.gemeenten
    .map(
      (g) =>
        `${g.naam}: ${lezingInWoorden(catalogus, sleutel, leesInstelling(catalogus, { gemeente: g.naam }, sleutel)).replace(/\.$/, '')}`,
    )
    .join('; ')
}
