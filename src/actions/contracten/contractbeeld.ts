/** Contractregels zoals een scherm ze leest: codes met hun naam erbij. */
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Tariefregel } from '#core/toewijzing/contractregels.ts'
import { productCategorie } from '#messages/iwmo-3-2/codelijsten.ts'
import { geldendeCatalogus } from '../catalogus/geldende-catalogus.ts'
import type { Werk } from '../handeling/handel.ts'
import { eenheidzin } from '../toewijzing/woorden.ts'

export type Regelbeeld = Tariefregel & {
  readonly categorienaam: string
  readonly eenheidnaam: string
  /** Van het product in de catalogus; leeg als het contract er geen noemt of de catalogus het niet kent. */
  readonly productnaam: string | null
  /** Of er een product bij deze code te vinden is: het contract noemt er een, of de catalogus geeft de code zelf aan een product. */
  readonly toewijsbaar: boolean
}

export const alsRegelbeeld =
  (producten: Catalogus['producten']) =>
  ({ code, categorie, eenheid, tarief, van, tot, catalogusproduct, naam }: Tariefregel): Regelbeeld => ({
    code,
    categorie,
    eenheid,
    tarief,
    van,
    tot,
    catalogusproduct,
    naam,
    categorienaam: (productCategorie.codes as Readonly<Record<string, string>>)[categorie] ?? categorie,
    eenheidnaam: eenheidzin(eenheid),
    productnaam: catalogusproduct === null ? null : (producten[catalogusproduct]?.naam ?? null),
    toewijsbaar:
      catalogusproduct === null ? Object.values(producten).some((p) => p.iwmoCode === code) : producten[catalogusproduct] !== undefined,
  })

/** De producten van de catalogus die nu geldt; geen als er geen is. */
export async function productenNu(w: Werk): Promise<Catalogus['producten']> {
  const geldend = await geldendeCatalogus(w.tx, w.actor.gemeente, w.dienst.vandaag())
  return geldend.ok ? geldend.value.catalogus.producten : {}
}
