/** Voor welk product van de catalogus een toewijzing loopt: een productcode alleen zegt dat niet altijd. */
import type { Lopend } from '#core/toewijzing/besluit.ts'
import { leesIndicatiesVan } from '#storage/berichten/vragen.ts'
import { type Indicatierij, leesIndicatiesVanInwoner } from '#storage/indicaties.ts'
import type { Werk } from '../handeling/handel.ts'

/** Wat deze indicatie toewees, of een die zij vervangt, is voor haar product; van wat niet uit een indicatie komt is het niet bekend. */
export async function metCatalogusproduct(w: Werk, indicatie: Indicatierij, lopend: readonly Lopend[]): Promise<Lopend[]> {
  const { gemeente } = w.actor
  const nummers = lopend.map((t) => t.nummer)
  const uit = await leesIndicatiesVan(w.tx, gemeente, nummers)
  const rijen = new Map((await leesIndicatiesVanInwoner(w.tx, gemeente, indicatie.inwoner)).map((r) => [r.id, r]))
  const eigen = ketenVan(indicatie, rijen)
  return lopend.map((t) => {
    const rij = rijen.get(uit.get(t.nummer) ?? '')
    return rij ? { ...t, catalogusproduct: eigen.has(rij.id) ? indicatie.product : rij.product } : t
  })
}

/** Deze indicatie en alles wat zij, stap voor stap, vervangt. */
function ketenVan(indicatie: Indicatierij, rijen: ReadonlyMap<string, Indicatierij>): ReadonlySet<string> {
  const keten = new Set<string>()
  for (let r: Indicatierij | undefined = indicatie; r && !keten.has(r.id); r = rijen.get(r.vervangt ?? '')) keten.add(r.id)
  return keten
}
