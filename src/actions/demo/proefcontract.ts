/** Aanbieders die niet bestaan, met een contract voor elk product van de catalogus. Codes en tarieven zijn verzonnen. */
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { bewaarContract, type Tariefrij } from '#storage/berichten/contracten.ts'
import type { Tx } from '#storage/transactie.ts'
import { proeftarieven } from '#simulator/lees-scenario.ts'
import { nieuweId } from '../handeling/id.ts'

/** De laatste antwoordt nooit: zo is te zien wat er blijft liggen. */
export const proefaanbieders = [
  { agb: '98765401', naam: 'Verzonnen Zorg' },
  { agb: '98765402', naam: 'Hulp van Papier' },
  { agb: '98765403', naam: 'Oefenhuis De Schets' },
  { agb: '98765404', naam: 'Stille Zorg' },
] as const

const DAGDEEL = '16'
const UUR = '04'

/** Dagdelen zijn dagbesteding (07), de rest is begeleiding (02); het volgnummer is dat van het product. */
export function proeftarievenVoor(catalogus: Catalogus): Tariefrij[] {
  return Object.entries(catalogus.producten).flatMap(([catalogusproduct, product], plek) => {
    const [categorie, eenheid] = product.eenheid === 'dagdeel' ? ['07', DAGDEEL] : ['02', UUR]
    const code = `${categorie}P${String(plek + 1).padStart(2, '0')}`
    return proeftarieven
      .filter((t) => t.eenheid === eenheid)
      .map(({ tarief, van, tot }) => ({ code, categorie, eenheid, tarief, van, tot: tot ?? null, catalogusproduct, naam: null }))
  })
}

export async function sluitProefcontracten(tx: Tx, gemeente: string, catalogus: Catalogus, nu: Date): Promise<void> {
  const tarieven = proeftarievenVoor(catalogus)
  for (const { agb: aanbieder, naam } of proefaanbieders)
    await bewaarContract(tx, { gemeente, aanbieder, naam, id: nieuweId(nu), geladenOp: nu, geladenDoor: null, tarieven })
}
