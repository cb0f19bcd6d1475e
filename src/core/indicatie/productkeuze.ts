/** De keuze van de consulent naast het advies: welke producten een tabel kent, en wanneer kiezen een motivering vraagt. */
import type { Advies, Melding } from '#core/advies/advies.ts'
import type { Catalogus, CatalogusInhoud } from '#core/catalogus/vorm.ts'
import type { Omvang } from './omvang.ts'
import type { Stapelingsoordeel } from './stapeling.ts'

/** De producten die deze tabel kan adviseren, in catalogusvolgorde. */
export function productenVanTabel(catalogus: CatalogusInhoud, tabel: string): string[] {
  const genoemd = new Set(
    catalogus.tabellen[tabel]?.rijen.flatMap(({ dan }) => ('product' in dan ? [dan.product] : 'bespreken' in dan ? dan.bespreken : [])),
  )
  return catalogus.catalogus.productvolgorde.filter((p) => genoemd.has(p))
}

type Uitkomst = Pick<Advies, 'uitkomst' | 'product'>

/** Alleen wie precies het geadviseerde product kiest, hoeft die keuze niet te motiveren. */
export const wijktAf = (advies: Uitkomst, product: string): boolean => advies.uitkomst !== 'product' || advies.product !== product

/** Iets wat pas mag als erbij staat waarom. `sleutel` is uniek binnen één indicatie en blijft gelijk zolang de invoer gelijk is. */
export type TeMotiveren = {
  readonly sleutel: string
  readonly bron: 'advies' | 'omvang' | 'stapeling' | 'voorliggend'
  readonly code: string
  readonly eis: readonly string[]
  /** JSON Pointer in de omvang; null bij de andere bronnen. */
  readonly plaats: string | null
  readonly tekst: string
}

export function teMotiveren(
  advies: Uitkomst & { readonly waarschuwingen: readonly Melding[] },
  product: string,
  omvang: Omvang,
  stapeling: Stapelingsoordeel,
): TeMotiveren[] {
  // Een waarschuwing bij een product dat niet gekozen is, zegt niets over deze indicatie.
  const bijKeuze = advies.uitkomst === 'product' && advies.product !== product ? [] : advies.waarschuwingen
  return [
    ...bijKeuze.map((m) => maak('advies', m.code, [m.eis], null, m.tekst, m.eis)),
    ...omvang.waarschuwingen.map((m) => maak('omvang', m.code, m.eis, m.plaats, m.tekst, m.plaats)),
    ...stapeling.waarschuwingen.map((m) => maak('stapeling', m.code, m.eis, null, m.tekst, `${m.producten.join('+')}@${m.van}`)),
  ]
}

const maak = (
  bron: TeMotiveren['bron'],
  code: string,
  eis: readonly string[],
  plaats: string | null,
  tekst: string,
  waar: string,
): TeMotiveren => ({ sleutel: `${bron}:${code}:${waar}`, bron, code, eis, plaats, tekst })

/** De eenheid van een product is soms een instelling; hier de naam waaronder zij bewaard wordt. */
export function eenheidVan({ producten }: Catalogus, product: string, lees: (pad: string) => unknown): string {
  const eenheid = producten[product]?.eenheid ?? 'stuks'
  return typeof eenheid === 'string' ? eenheid : String(lees(eenheid.instelling))
}
