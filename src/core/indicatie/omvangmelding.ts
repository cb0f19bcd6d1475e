/** Wat er bij een omvang of duur op te merken is, en de uitspraak van de catalogus die erbij hoort. */
import { type Json, type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Product, Uitspraak } from '#core/catalogus/vorm.ts'

export type Omvangmelding = {
  readonly code: string
  readonly eis: readonly string[]
  /** JSON Pointer in de invoer. */
  readonly plaats: string
  readonly tekst: string
}
/** Een bezwaar weigert; een waarschuwing vraagt een motivering. */
export type Omvangoordeel = Omvangmelding & { readonly ernst: 'bezwaar' | 'waarschuwing' }

export function weeg(oordelen: readonly Omvangoordeel[]): { waarschuwingen: Omvangmelding[]; bezwaren: Omvangmelding[] } {
  const van = (ernst: Omvangoordeel['ernst']) =>
    oordelen.filter((oordeel) => oordeel.ernst === ernst).map(({ code, eis, plaats, tekst }) => ({ code, eis, plaats, tekst }))
  return { waarschuwingen: van('waarschuwing'), bezwaren: van('bezwaar') }
}

/** Een instelling zegt `blokkeren`, `waarschuwen` of `toegestaan`; null is: niets melden. */
export function ernstBij(waarde: Json): Omvangoordeel['ernst'] | null {
  if (waarde === 'blokkeren') return 'bezwaar'
  return waarde === 'waarschuwen' ? 'waarschuwing' : null
}

/** De waarde van een instelling, of null als deze catalogus haar niet kent. */
export function leesOfNull(catalogus: Catalogus, keuze: Keuze, pad: string): Json {
  const [sleutel = ''] = pad.split('.')
  return catalogus.instellingen && Object.hasOwn(catalogus.instellingen, sleutel) ? leesInstelling(catalogus, keuze, pad) : null
}

/**
 * De uitspraken over de omvang van dit product die van een van deze soorten zijn; is er geen, dan alle uitspraken over
 * zijn omvang. Zonder product: de uitspraken achter het normenkader.
 */
export function eisenBij(catalogus: Catalogus, product: Product | null, soorten: readonly Uitspraak['soort'][]): string[] {
  if (product === null) return [...(catalogus.instellingen?.normenkader?.eisen ?? [])]
  const eisen = product.omvang?.eisen ?? []
  const uitspraken = [...product.uitspraken, ...(catalogus.gedeeld ?? [])]
  const passend = eisen.filter((eis) => uitspraken.some((uitspraak) => uitspraak.eis === eis && soorten.includes(uitspraak.soort)))
  return passend.length > 0 ? passend : [...eisen]
}
