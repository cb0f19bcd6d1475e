/**
 * De stapelingsregels van één catalogus en keuze, één keer omgezet naar tabellen op volgnummer van het product.
 * Daarna kost een paar één opzoeking, hoeveel indicaties er ook zijn.
 */
import { invariant } from '#core/base/invariant.ts'
import { type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Stapeling } from '#core/catalogus/vorm.ts'

export const STAPELING_NIET_TOEGESTAAN = 'STAPELING_NIET_TOEGESTAAN'
export const STAPELING_MOTIVEREN = 'STAPELING_MOTIVEREN'

/** Wat er geldt als het product van de rij en dat van de kolom een dag samen lopen. Mag het, dan is er geen paarregel. */
export type Paarregel = {
  readonly uitkomst: 'waarschuwen' | 'blokkeren'
  readonly code: string
  readonly eis: readonly string[]
  /** Uitleg uit de catalogus; null als het nummer van de cel genoeg zegt. */
  readonly uitleg: string | null
}

/** Hoogstens zoveel indicaties per dag uit één familie. Een maximum van 1 staat al in de paarregels. */
export type Familiemaximum = {
  readonly maximum: number
  readonly lid: readonly boolean[]
  readonly regel: Paarregel
}

export type Stapelingsregels = {
  readonly catalogus: Catalogus
  readonly keuze: Keuze
  readonly codes: readonly string[]
  readonly volgnummer: ReadonlyMap<string, number>
  /** `rij * codes.length + kolom`: het eerder begonnen product is de rij. */
  readonly paren: readonly (Paarregel | null)[]
  /** Per paar 1 als het blokkeert, voor wie alleen het oordeel wil. */
  readonly blokkeert: Uint8Array
  readonly symmetrisch: boolean
  readonly maxima: readonly Familiemaximum[]
  readonly pgbTeltMee: boolean
  /** Zoveel dagen mag hetzelfde product overlappen bij twee aanbieders; oneindig als dat altijd mag. */
  readonly wisseldagen: number
}

export function maakStapelingsregels(catalogus: Catalogus, keuze: Keuze): Stapelingsregels {
  const { stapeling } = catalogus
  const codes = gedekteProducten(catalogus)
  const families = codes.map((code) => catalogus.producten[code]?.familie ?? null)
  const maximumcode = codeVanMaximum(stapeling, families)
  const waarde = paarwaarden(catalogus, keuze)
  const paren = codes.flatMap((_, rij) =>
    codes.map((_, kolom) =>
      samen(matrixcel(stapeling, codes, rij, kolom) ?? familiepaar(stapeling, waarde, families, rij, kolom), maximumVanEen(rij, kolom)),
    ),
  )
  return {
    catalogus,
    keuze,
    codes,
    volgnummer: new Map(codes.map((code, i) => [code, i])),
    paren,
    blokkeert: Uint8Array.from(paren, (regel) => (regel?.uitkomst === 'blokkeren' ? 1 : 0)),
    symmetrisch: paren.every(
      (regel, i) => regel?.uitkomst === paren[(i % codes.length) * codes.length + Math.floor(i / codes.length)]?.uitkomst,
    ),
    maxima: ruimeMaxima(stapeling, families, maximumcode),
    pgbTeltMee: stapeling.pgbTeltMee === undefined || leesInstelling(catalogus, keuze, stapeling.pgbTeltMee.instelling) !== 'nee',
    wisseldagen: leesWisseldagen(catalogus, keuze),
  }

  function maximumVanEen(rij: number, kolom: number): Paarregel | null {
    const familie = families[rij]
    const zelfde = familie !== null && familie !== undefined && familie === families[kolom]
    return zelfde && stapeling.perFamilie?.maximum[familie] === 1 ? maximumregel(stapeling, maximumcode) : null
  }
}

/** Met een matrix alleen de producten van de matrix; zonder matrix alle producten van de catalogus, in hun volgorde. */
function gedekteProducten({ stapeling, producten, catalogus }: Catalogus): string[] {
  if (stapeling.matrix) return stapeling.volgorde.filter((code) => stapeling.matrix?.[code])
  return [...new Set([...stapeling.volgorde, ...catalogus.productvolgorde])].filter((code) => producten[code])
}

function matrixcel(stapeling: Stapeling, codes: readonly string[], rij: number, kolom: number): Paarregel | null {
  const plek = stapeling.volgorde.indexOf(codes[kolom] ?? '')
  const rijcode = codes[rij] ?? ''
  if (stapeling.matrix?.[rijcode]?.[plek] !== 'Nee') return null
  const cel = stapeling.cellen?.[rijcode]?.[plek]
  return { uitkomst: 'blokkeren', code: STAPELING_NIET_TOEGESTAAN, eis: cel === undefined ? [] : [cel], uitleg: null }
}

function paarwaarden(catalogus: Catalogus, keuze: Keuze): Record<string, unknown> {
  const waarden = catalogus.stapeling.paren?.waarden
  if (waarden === undefined) return {}
  if (!isVerwijzing(waarden)) return waarden
  return (leesInstelling(catalogus, keuze, waarden.instelling) ?? {}) as Record<string, unknown>
}

const isVerwijzing = (w: NonNullable<Stapeling['paren']>['waarden']): w is { instelling: string } =>
  typeof w.instelling === 'string' && !['toegestaan', 'waarschuwen', 'blokkeren'].includes(w.instelling)

function familiepaar(
  { matrix, paren }: Stapeling,
  waarden: Record<string, unknown>,
  families: readonly (string | null)[],
  rij: number,
  kolom: number,
): Paarregel | null {
  if (matrix || !paren) return null
  const [een, ander] = [families[rij], families[kolom]]
  const uitkomst = waarden[`${een}_${ander}`] ?? waarden[`${ander}_${een}`]
  if (uitkomst === 'blokkeren') return { uitkomst, code: STAPELING_NIET_TOEGESTAAN, eis: [paren.eis], uitleg: paren.tekst }
  if (uitkomst === 'waarschuwen') return { uitkomst, code: STAPELING_MOTIVEREN, eis: [paren.eis], uitleg: paren.tekst }
  return null
}

/** Twee regels op één paar: de zwaarste beslist, beide nummers blijven staan. */
function samen(cel: Paarregel | null, maximum: Paarregel | null): Paarregel | null {
  if (cel === null || maximum === null) return cel ?? maximum
  const eerst = cel.uitkomst === 'waarschuwen' && maximum.uitkomst === 'blokkeren' ? maximum : cel
  const tweede = eerst === cel ? maximum : cel
  return { ...eerst, eis: [...new Set([...eerst.eis, ...tweede.eis])] }
}

function maximumregel({ perFamilie }: Stapeling, code: string): Paarregel | null {
  invariant(perFamilie, 'een maximum staat in perFamilie')
  if (perFamilie.uitkomst === 'toegestaan') return null
  const waarschuwt = perFamilie.uitkomst === 'waarschuwen'
  return { uitkomst: perFamilie.uitkomst, code: waarschuwt ? STAPELING_MOTIVEREN : code, eis: [perFamilie.eis], uitleg: perFamilie.tekst }
}

/** De code volgt uit de catalogus: {individueel: 1, groep: 1} wordt MAX_1_INDIVIDUEEL_1_GROEP, in de volgorde van de matrix. */
function codeVanMaximum({ perFamilie }: Stapeling, families: readonly (string | null)[]): string {
  const volgorde = Object.keys(perFamilie?.maximum ?? {}).sort((a, b) => plek(a) - plek(b))
  return ['MAX', ...volgorde.map((familie) => `${perFamilie?.maximum[familie]}_${familie.toUpperCase()}`)].join('_')

  function plek(familie: string): number {
    const eerste = families.indexOf(familie)
    return eerste < 0 ? families.length : eerste
  }
}

function ruimeMaxima(stapeling: Stapeling, families: readonly (string | null)[], code: string): Familiemaximum[] {
  const regel = stapeling.perFamilie ? maximumregel(stapeling, code) : null
  if (regel === null) return []
  return Object.entries(stapeling.perFamilie?.maximum ?? {})
    .filter(([, maximum]) => maximum > 1)
    .map(([familie, maximum]) => ({ maximum, lid: families.map((f) => f === familie), regel }))
}

function leesWisseldagen(catalogus: Catalogus, keuze: Keuze): number {
  const { zelfdeProductBijTweeAanbieders: tweeAanbieders, overlapDagenBijWissel: dagen } = catalogus.stapeling
  if (tweeAanbieders && leesInstelling(catalogus, keuze, tweeAanbieders.instelling) === 'ja') return Number.POSITIVE_INFINITY
  const aantal = dagen ? leesInstelling(catalogus, keuze, dagen.instelling) : 0
  return typeof aantal === 'number' && aantal > 0 ? Math.floor(aantal) : 0
}
