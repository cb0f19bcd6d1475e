/** Wat op de tijdlijn van een inwoner hoort: zijn voorzieningen met hun indicaties, en zijn zaken. */
import type { Datum } from '#core/base/datum.ts'
import type { Tx } from './transactie.ts'

export type Voorzieningregel = { readonly id: string; readonly product: string }
export type Indicatieregel = {
  readonly id: string
  readonly voorziening: string
  readonly product: string
  readonly catalogus_hash: string
  readonly van: Datum
  readonly tot: Datum | null
  readonly minuten_per_week: number | null
  readonly dagdelen_per_week: number | null
  readonly vervangt: string | null
}
export type Zaakregel = {
  readonly id: string
  readonly nummer: string
  readonly soort: string
  readonly ontvangen_op: Datum
  readonly afgesloten_op: Datum | null
}

export const leesVoorzieningregels = (tx: Tx, gemeente: string, inwoner: string): Promise<Voorzieningregel[]> =>
  tx
    .selectFrom('voorziening')
    .select(['id', 'product'])
    .where('gemeente', '=', gemeente)
    .where('inwoner', '=', inwoner)
    .orderBy('id')
    .execute()

export const leesIndicatieregels = (tx: Tx, gemeente: string, inwoner: string): Promise<Indicatieregel[]> =>
  tx
    .selectFrom('indicatie')
    .select(['id', 'voorziening', 'product', 'catalogus_hash', 'van', 'tot', 'minuten_per_week', 'dagdelen_per_week', 'vervangt'])
    .where('gemeente', '=', gemeente)
    .where('inwoner', '=', inwoner)
    .orderBy('van')
    .orderBy('id')
    .execute() as Promise<Indicatieregel[]>

export const leesZaakregels = (tx: Tx, gemeente: string, inwoner: string): Promise<Zaakregel[]> =>
  tx
    .selectFrom('zaak')
    .select(['id', 'nummer', 'soort', 'ontvangen_op', 'afgesloten_op'])
    .where('gemeente', '=', gemeente)
    .where('inwoner', '=', inwoner)
    .orderBy('ontvangen_op')
    .orderBy('id')
    .execute() as Promise<Zaakregel[]>
