/** Een indicatie: één product voor een periode. Hier de waarde en het lezen ervan; toetsen doen de buurbestanden. */
import { type Datum, parseDatum, type Periode } from '#core/base/datum.ts'
import { type Blok, isBlok, kort, onbekendeVelden, wijzer } from '#core/base/invoer.ts'
import type { Invoerfout } from '#core/base/result.ts'

/** Hoe de inwoner de hulp krijgt. */
export const leveringsvormen = {
  zin: 'Zorg in natura: de gemeente regelt de aanbieder',
  pgb: 'Persoonsgebonden budget (pgb): de inwoner koopt zelf in',
} as const
export type Leveringsvorm = keyof typeof leveringsvormen

export type Indicatie = Periode & {
  readonly product: string
  /** De indicatie waar het nu om gaat: zij schuift als er iets niet past. */
  readonly nieuw?: boolean
  readonly aanbieder?: string
  /** Met een persoonsgebonden budget (pgb) in plaats van zorg in natura. */
  readonly pgb?: boolean
  readonly id?: string
}

const velden = ['product', 'van', 'tot', 'nieuw', 'aanbieder', 'pgb', 'id']

/** Leest één indicatie; wat er mis is komt in `fouten`, en dan is de uitkomst null. */
export function leesIndicatie(ruw: unknown, plaats: string, fouten: Invoerfout[]): Indicatie | null {
  if (!isBlok(ruw)) {
    fouten.push({ code: 'INDICATIE_ONGELDIG', plaats, tekst: 'Een indicatie is een blok met product, van en eventueel tot.' })
    return null
  }
  const voor = fouten.length
  fouten.push(...onbekendeVelden(ruw, velden, plaats))
  const product = leesTekst(ruw, 'product', plaats, fouten)
  if (ruw.product === undefined) fouten.push({ code: 'PRODUCT_ONTBREEKT', plaats, tekst: 'Noem het product van deze indicatie.' })
  const periode = leesPeriode(ruw, plaats, fouten)
  const nieuw = leesJaNee(ruw, 'nieuw', plaats, fouten)
  const pgb = leesJaNee(ruw, 'pgb', plaats, fouten)
  const aanbieder = leesTekst(ruw, 'aanbieder', plaats, fouten)
  const id = leesTekst(ruw, 'id', plaats, fouten)
  if (fouten.length > voor || product === undefined || periode === null) return null
  return {
    product,
    ...periode,
    ...(nieuw === undefined ? {} : { nieuw }),
    ...(aanbieder === undefined ? {} : { aanbieder }),
    ...(pgb === undefined ? {} : { pgb }),
    ...(id === undefined ? {} : { id }),
  }
}

export function leesPeriode(ruw: Blok, plaats: string, fouten: Invoerfout[]): Periode | null {
  const van = leesDatum(ruw.van, plaats + wijzer('van'), fouten)
  // `null` schrijft het oordeel zelf voor "geen eind"; zo is uitvoer ook weer invoer.
  const open = ruw.tot === undefined || ruw.tot === null
  const tot = open ? null : leesDatum(ruw.tot, plaats + wijzer('tot'), fouten)
  if (van === null || (tot === null && !open)) return null
  if (tot !== null && tot < van) {
    const tekst = `De periode eindigt (${tot}) voordat zij begint (${van}). Verbeter een van de twee datums.`
    fouten.push({ code: 'EINDE_VOOR_BEGIN', plaats: plaats + wijzer('tot'), tekst })
    return null
  }
  return tot === null ? { van } : { van, tot }
}

function leesDatum(ruw: unknown, plaats: string, fouten: Invoerfout[]): Datum | null {
  const datum = parseDatum(ruw)
  if (datum !== null) return datum
  const watNu = 'Schrijf een dag die bestaat als JJJJ-MM-DD, bijvoorbeeld 2026-03-01 (jaar 1900 tot en met 2199).'
  if (ruw === undefined) fouten.push({ code: 'DATUM_ONTBREEKT', plaats, tekst: `Hier hoort een datum te staan. ${watNu}` })
  else fouten.push({ code: 'DATUM_ONGELDIG', plaats, tekst: `"${kort(ruw)}" is geen datum. ${watNu}` })
  return null
}

function leesTekst(ruw: Blok, veld: string, plaats: string, fouten: Invoerfout[]): string | undefined {
  const waarde = ruw[veld]
  if (waarde === undefined) return undefined
  if (typeof waarde === 'string' && waarde.trim() !== '' && waarde.length <= 200) return waarde
  fouten.push({ code: 'TEKST_ONGELDIG', plaats: plaats + wijzer(veld), tekst: `Bij ${veld} hoort een tekst van 1 tot en met 200 tekens.` })
  return undefined
}

function leesJaNee(ruw: Blok, veld: string, plaats: string, fouten: Invoerfout[]): boolean | undefined {
  const waarde = ruw[veld]
  if (waarde === undefined || typeof waarde === 'boolean') return waarde
  fouten.push({
    code: 'JA_NEE_ONGELDIG',
    plaats: plaats + wijzer(veld),
    tekst: `Bij ${veld} hoort true of false, zonder aanhalingstekens.`,
  })
  return undefined
}
