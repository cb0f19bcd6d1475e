/** Wat op een dag geldt uit rijen die alleen toegevoegd worden: de laatste ingangsdag telt, en bij gelijke dag het laatste besluit. */
import type { Json } from './instellingen.ts'

/** Een id is een UUID versie 7, dus ids staan op volgorde van besluiten. */
export type Besluit = { readonly id: string; readonly geldigVan: string }
export type Instellingbesluit = Besluit & { readonly sleutel: string; readonly waarde: Json }

/** Van oud naar nieuw: eerst op ingangsdag, dan op besluit. */
export function opIngang<B extends Besluit>(besluiten: readonly B[]): B[] {
  return [...besluiten].sort((a, b) => opTekst(a.geldigVan, b.geldigVan) || opTekst(a.id, b.id))
}

const opTekst = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const geldendOp = <B extends Besluit>(besluiten: readonly B[], dag: string): B | undefined =>
  opIngang(besluiten).findLast((b) => b.geldigVan <= dag)

/** Per instelling het besluit dat op deze dag geldt. */
export function instellingenOp<B extends Instellingbesluit>(besluiten: readonly B[], dag: string): ReadonlyMap<string, B> {
  return new Map(
    opIngang(besluiten)
      .filter((b) => b.geldigVan <= dag)
      .map((b) => [b.sleutel, b]),
  )
}

export const waardenOp = (besluiten: readonly Instellingbesluit[], dag: string): Record<string, Json> =>
  Object.fromEntries([...instellingenOp(besluiten, dag)].map(([sleutel, b]) => [sleutel, b.waarde]))

/** De dag zelf en elke latere dag (tot `tot`, niet meegerekend) waarop iets verandert. */
export function wisseldagen(besluiten: readonly Besluit[], dag: string, tot?: string): string[] {
  const later = besluiten.map((b) => b.geldigVan).filter((d) => d > dag && (tot === undefined || d < tot))
  return [dag, ...new Set(later.sort())]
}
