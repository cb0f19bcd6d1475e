/** De vergelijkingstabel van een catalogus: per onderwerp wat de bron bij elk product zegt. Volgt helemaal uit `vergelijking`. */
import { uitsprakenVan } from './naslag.ts'
import { leesInstelling, type Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus, Product } from '#core/catalogus/vorm.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

/** `tekst` is null als de bron er bij dit product niets over zegt. */
export type Vergelijkcel = { readonly tekst: string | null; readonly eisen: readonly string[] }
export type Vergelijkregel = {
  readonly onderwerp: string
  readonly cellen: Readonly<Record<string, Vergelijkcel>>
  readonly verschilt: boolean
}
type Rij = NonNullable<Catalogus['vergelijking']>[number]

/** Tabel voor de gekozen producten; `verschilt` vergelijkt alleen die. */
export function vergelijkingstabel(catalogus: Catalogus, producten: readonly string[], keuze: Keuze = {}): readonly Vergelijkregel[] {
  return (catalogus.vergelijking ?? []).map((rij) => {
    const cellen = Object.fromEntries(producten.map((code) => [code, cel(catalogus, keuze, code, rij.uit)]))
    return { onderwerp: rij.onderwerp, cellen, verschilt: new Set(Object.values(cellen).map((c) => c.tekst)).size > 1 }
  })
}

function cel(catalogus: Catalogus, keuze: Keuze, code: string, uit: Rij['uit']): Vergelijkcel {
  const product = catalogus.producten[code]
  if (!product) return { tekst: null, eisen: [] }
  if (typeof uit === 'string') return vasteCel(catalogus, keuze, product, uit)
  if ('kenmerk' in uit) {
    const kenmerk = product.kenmerken?.[uit.kenmerk]
    return kenmerk ? { tekst: kenmerk.tekst, eisen: kenmerk.eisen } : { tekst: null, eisen: [] }
  }
  if ('lijstitem' in uit) {
    const items = (product.lijst ?? []).filter((l) => noemt(catalogus, l.als, uit.lijstitem))
    return { tekst: items.length > 0 ? items.map((l) => l.nummer).join(', ') : null, eisen: items.map((l) => l.eis) }
  }
  const eisen = uitsprakenVan(catalogus, code)
    .map((u) => u.eis)
    .filter((eis) => uit.uitspraak.includes(eis))
  return { tekst: eisen.length > 0 ? 'ja' : null, eisen }
}

function vasteCel(
  catalogus: Catalogus,
  keuze: Keuze,
  product: Product,
  uit: 'naam' | 'familie' | 'eenheid' | 'lijst' | 'resultaten',
): Vergelijkcel {
  if (uit === 'eenheid') return { tekst: eenheidVan(catalogus, keuze, product), eisen: [] }
  if (uit === 'lijst' || uit === 'resultaten') {
    const delen = product[uit] ?? []
    return { tekst: delen.length > 0 ? String(delen.length) : null, eisen: [...new Set(delen.map((d) => d.eis))] }
  }
  return { tekst: product[uit], eisen: [] }
}

/** De eenheid waarin het product geïndiceerd wordt, met de uren van een dagdeel erbij. */
export function eenheidVan(catalogus: Catalogus, keuze: Keuze, product: Product): string | null {
  const eenheid = typeof product.eenheid === 'string' ? product.eenheid : leesInstelling(catalogus, keuze, product.eenheid.instelling)
  if (typeof eenheid !== 'string') return null
  return product.dagdeelUren === undefined
    ? eenheid.replaceAll('_', ' ')
    : `${eenheid} (${new Intl.NumberFormat('nl-NL').format(product.dagdeelUren)} uur)`
}

export function bekostigingVan(catalogus: Catalogus, keuze: Keuze, product: Product): string | null {
  const b = product.bekostiging
  const waarde = b !== null && typeof b === 'object' ? leesInstelling(catalogus, keuze, b.instelling) : b
  return typeof waarde === 'string' ? waarde.replaceAll('_', ' ') : null
}

/** Of een voorwaarde op deze vraag of afgeleide waarde rust, ook via een definitie. */
export function noemt(catalogus: Catalogus, voorwaarde: Voorwaarde, sleutel: string): boolean {
  const v = voorwaarde as Record<string, unknown>
  if ('niet' in v) return noemt(catalogus, v.niet as Voorwaarde, sleutel)
  const lijst = v.alle ?? v.een ?? v.geen ?? v.van
  if (Array.isArray(lijst)) return lijst.some((deel: Voorwaarde) => noemt(catalogus, deel, sleutel))
  if (typeof v.definitie === 'string') {
    const inhoud = catalogus.definities?.[v.definitie]
    return v.definitie === sleutel || (inhoud !== undefined && noemt(catalogus, inhoud, sleutel))
  }
  return !('instelling' in v) && sleutel in v
}
