import { type Datum, parseDatum } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'

const maanden = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const voluit = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

/**
 * Leest een datum zoals mensen hem typen of plakken: `1-3-2026`, `01/03/2026`, `01032026`, `1 maart 2026` of `2026-03-01`.
 * Leeg is leeg. De fout zegt wat er aan schort.
 */
export function leesDatuminvoer(tekst: string): Result<Datum | null, string> {
  const schoon = tekst.trim().toLowerCase()
  if (schoon === '') return ok(null)
  const delen = vindDelen(schoon)
  if (!delen) return fout('Schrijf de datum als dag-maand-jaar, bijvoorbeeld 31-12-2026.')
  const [dag, maand, jaar] = delen
  if (jaar.length !== 4) return fout('Schrijf het jaar met vier cijfers, bijvoorbeeld 31-12-2026.')
  const datum = parseDatum(`${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`)
  return datum ? ok(datum) : fout(`De dag ${Number(dag)}-${Number(maand)}-${jaar} bestaat niet. Kijk de datum na.`)
}

function vindDelen(tekst: string): [dag: string, maand: string, jaar: string] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(tekst)
  if (iso) return [iso[3] ?? '', iso[2] ?? '', iso[1] ?? '']
  const gewoon = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})$/.exec(tekst) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(tekst)
  if (gewoon) return [gewoon[1] ?? '', gewoon[2] ?? '', gewoon[3] ?? '']
  const woord = /^(\d{1,2})[\s-]*(\p{L}+)\.?[\s-]*(\d{1,4})$/u.exec(tekst)
  const maand = woord ? maandnummer(woord[2] ?? '') : 0
  return woord && maand > 0 ? [woord[1] ?? '', String(maand), woord[3] ?? ''] : null
}

function maandnummer(woord: string): number {
  const kort = maanden.indexOf(woord)
  return 1 + (kort >= 0 ? kort : voluit.indexOf(woord))
}

/** `2026-03-01` → `01-03-2026`. Wat geen datum is, blijft staan zoals het getypt is. */
export function schrijfDatuminvoer(waarde: string): string {
  const datum = parseDatum(waarde)
  return datum ? `${datum.slice(8)}-${datum.slice(5, 7)}-${datum.slice(0, 4)}` : waarde
}
