/** De dagen waarop een indicatie echt geldt: haar periode, ingekort door wat er vastgelegd is. Een lege datum zegt niets. */
import { type Datum, type Periode, plusDagen } from '#core/base/datum.ts'
import { type Gebeurtenis, geldend } from '#core/dossier/gebeurtenis.ts'

type Feit = Omit<Gebeurtenis, 'gegevens'>

/** Null: er is geen dag waarop zij geldt. */
export function looptijd(periode: Periode, feiten: readonly Feit[]): Periode | null {
  const einden = geldend(feiten).flatMap(({ soort, datum }) =>
    soort === 'beeindigd' ? [datum] : soort === 'ingetrokken' ? [plusDagen(datum, -1)] : [],
  )
  const tot = [periode.tot, ...einden].filter((d): d is Datum => d !== undefined).sort()[0]
  if (tot === undefined) return periode
  return tot < periode.van ? null : { van: periode.van, tot }
}

/** Of `later` een dag heeft die niet in `eerder` zat. */
export function isLanger(later: Periode | null, eerder: Periode | null): boolean {
  if (later === null) return false
  if (eerder === null) return true
  return later.van < eerder.van || (eerder.tot !== undefined && (later.tot === undefined || later.tot > eerder.tot))
}
