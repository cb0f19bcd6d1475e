/** Wat er doorgerekend wordt: een andere versie, andere lezingen, of allebei, vanaf een dag. */
import type { Datum } from '#core/base/datum.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Kant } from '#core/advies/doorrekening.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Tx } from '#storage/transactie.ts'
import { catalogusBijHash, keuzeVan } from './geldende-catalogus.ts'

export type Vraagkant = { readonly versie: string; readonly hash: string; readonly instellingen: Readonly<Record<string, Json>> }
/** Zoals bewaard: met hashes en waarden, zodat een herhaling later hetzelfde doorrekent. */
export type Simulatievraag = {
  readonly vanaf: Datum
  readonly catalogus: string
  readonly nu: Vraagkant
  readonly straks: Vraagkant
  /** Wat er gevraagd is te veranderen. */
  readonly wijziging: { readonly versie: string | null; readonly instellingen: Readonly<Record<string, Json>> }
}

export async function kantVan(tx: Tx, gemeente: string, { hash, instellingen }: Vraagkant): Promise<Kant> {
  const catalogus = await catalogusBijHash(tx, hash)
  invariant(catalogus, 'de catalogus van een doorrekening is bewaard')
  return { catalogus, keuze: keuzeVan(catalogus, gemeente, instellingen) }
}
