/** De catalogus en de keuze waarmee een gemeente op een dag rekent: uit de database, zodat elke webserver hetzelfde doet. */
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { type Json, type Keuze, leesGemeente } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { geldendeInstellingen, geldendePublicatie, leesInhoud } from '#storage/cataloguspublicaties.ts'
import type { Tx } from '#storage/transactie.ts'
import { type Weigering, weiger } from '../handeling/weigering.ts'

export type GeldendeCatalogus = { readonly catalogus: Catalogus; readonly keuze: Keuze }

/** Een versie verandert nooit: wat bij een hash hoort, blijft in het geheugen. */
const bewaard = new Map<string, Catalogus>()

export async function catalogusBijHash(tx: Tx, hash: string): Promise<Catalogus | undefined> {
  const eerder = bewaard.get(hash)
  if (eerder) return eerder
  const inhoud = (await leesInhoud(tx, hash)) as Catalogus | undefined
  if (inhoud) bewaard.set(hash, inhoud)
  return inhoud
}

export async function geldendeCatalogus(tx: Tx, gemeente: string, dag: Datum): Promise<Result<GeldendeCatalogus, Weigering>> {
  const publicatie = await geldendePublicatie(tx, gemeente, dag)
  const catalogus = publicatie && (await catalogusBijHash(tx, publicatie.hash))
  if (!catalogus) return weiger(geenCatalogus)
  const instellingen = await geldendeInstellingen(tx, gemeente, dag)
  return ok({ catalogus, keuze: keuzeVan(catalogus, gemeente, instellingen) })
}

/** De keuze zoals de rekenkern haar leest; zonder lezingen van deze gemeente blijft het veld weg. */
export function keuzeVan(catalogus: Catalogus, gemeente: string, instellingen: Readonly<Record<string, Json>>): Keuze {
  const naam = leesGemeente(catalogus, gemeente)
  return {
    ...(naam.ok && naam.value !== undefined && { gemeente: naam.value }),
    ...(Object.keys(instellingen).length > 0 && { instellingen }),
  }
}

const geenCatalogus: Weigering = {
  soort: 'regel',
  code: 'GEEN_CATALOGUS',
  tekst: 'Voor deze gemeente geldt op die dag nog geen productcatalogus.',
  watNu: 'Vraag de contractmanager om een catalogusversie vast te stellen.',
}
