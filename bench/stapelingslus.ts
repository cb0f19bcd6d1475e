/** De stapeling van regio B zoals je haar met de hand zou schrijven: twee lussen over de paren, de regels in de code. */
import { type Datum, inWoorden, periodeInWoorden, plusDagen } from '#core/base/datum.ts'
import type { Indicatie } from '#core/indicatie/indicatie.ts'
import type { Conflict, Stapelingsoordeel } from '#core/indicatie/stapeling.ts'
import { verschuif } from '#core/indicatie/voorstellen.ts'

const matrix: Record<string, Record<string, 'Ja' | 'Nee'>> = {
  BI: { BI: 'Nee', BX: 'Nee', GV: 'Ja', GO: 'Ja', BT: 'Nee' },
  BX: { BI: 'Nee', BX: 'Nee', GV: 'Ja', GO: 'Ja', BT: 'Nee' },
  GV: { BI: 'Ja', BX: 'Ja', GV: 'Nee', GO: 'Nee', BT: 'Ja' },
  GO: { BI: 'Ja', BX: 'Ja', GV: 'Nee', GO: 'Nee', BT: 'Ja' },
  BT: { BI: 'Nee', BX: 'Nee', GV: 'Ja', GO: 'Ja', BT: 'Nee' },
}
const familie: Record<string, string> = { BI: 'individueel', BX: 'individueel', BT: 'individueel', GV: 'groep', GO: 'groep' }
const volgorde = ['BI', 'BX', 'GV', 'GO', 'BT']

const samen = (a: Indicatie, b: Indicatie): boolean => (b.tot === undefined || a.van <= b.tot) && (a.tot === undefined || b.van <= a.tot)
const botst = (a: Indicatie, b: Indicatie): boolean =>
  samen(a, b) && (matrix[a.product]?.[b.product] === 'Nee' || familie[a.product] === familie[b.product])

/** Alleen het oordeel. */
export function magMetDeHand(indicaties: readonly Indicatie[]): boolean {
  for (let i = 1; i < indicaties.length; i++) {
    for (let j = 0; j < i; j++) {
      if (botst(indicaties[i] as Indicatie, indicaties[j] as Indicatie)) return false
    }
  }
  return true
}

/** Hetzelfde oordeel met dezelfde uitleg als de toets: cel, dagen, zin en eerste datum. Namen komen uit de catalogus. */
export function beoordeelMetDeHand(indicaties: readonly Indicatie[], namen: Readonly<Record<string, string>>): Stapelingsoordeel {
  const rij = [...indicaties].sort(
    (a, b) => opTekst(a.van, b.van) || volgorde.indexOf(a.product) - volgorde.indexOf(b.product) || opTekst(a.tot ?? '9', b.tot ?? '9'),
  )
  const conflicten: Conflict[] = []
  for (let i = 1; i < rij.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [rij[j] as Indicatie, rij[i] as Indicatie]
      if (botst(a, b)) conflicten.push(conflict(a, b, rij, namen))
    }
  }
  conflicten.sort(
    (a, b) => opTekst(a.van, b.van) || plek(a, 0) - plek(b, 0) || plek(a, 1) - plek(b, 1) || opTekst(a.tot ?? '9', b.tot ?? '9'),
  )
  return { toegestaan: conflicten.length === 0, conflicten, waarschuwingen: [], info: [] }
}

const opTekst = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const plek = (c: Conflict, i: number): number => volgorde.indexOf(c.producten[i] as string)

function conflict(a: Indicatie, b: Indicatie, rij: readonly Indicatie[], namen: Readonly<Record<string, string>>): Conflict {
  const tot = a.tot === undefined ? b.tot : b.tot === undefined || a.tot < b.tot ? a.tot : b.tot
  const cel = volgorde.indexOf(a.product) * 5 + volgorde.indexOf(b.product) + 1
  const eis = [`B-ST-${String(cel).padStart(2, '0')}`, 'B-ST-27']
  const datum = eersteDatum(b, rij)
  const wie = a.product === b.product ? `Een tweede indicatie ${namen[b.product]}` : namen[b.product]
  const naast = a.product === b.product ? 'de eerste' : namen[a.product]
  const uitweg =
    datum === null ? 'Geen latere begindatum past zolang een andere indicatie zonder einddatum loopt.' : `Kan vanaf ${inWoorden(datum)}.`
  const periode = periodeInWoorden(tot === undefined ? { van: b.van } : { van: b.van, tot })
  const tekst = `${wie} kan niet naast ${naast} (${eis.join(', ')}), ${periode}. ${uitweg}`
  return {
    code: 'STAPELING_NIET_TOEGESTAAN',
    producten: [a.product, b.product],
    van: b.van,
    tot: tot ?? null,
    eis,
    tekst,
    eersteMogelijkeDatum: datum,
  }
}

function eersteDatum(b: Indicatie, rij: readonly Indicatie[]): Datum | null {
  const kandidaten = rij.flatMap((een) => (een !== b && een.tot !== undefined && een.tot >= b.van ? [plusDagen(een.tot, 1)] : [])).sort()
  return kandidaten.find((dag) => rij.every((een) => een === b || !botst(verschuif(b, dag), een))) ?? null
}
