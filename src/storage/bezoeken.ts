/** Bezoeken: waar en wanneer de antwoorden van een onderzoek verteld zijn. */
import type { Insertable, Selectable } from 'kysely'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Bezoekrij = Selectable<Tabellen['bezoek']>

export function leesBezoeken(tx: Tx, gemeente: string, onderzoek: string): Promise<Bezoekrij[]> {
  return tx
    .selectFrom('bezoek')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('onderzoek', '=', onderzoek)
    .orderBy('datum')
    .orderBy('id')
    .execute()
}

export async function bewaarBezoek(tx: Tx, rij: Insertable<Tabellen['bezoek']>): Promise<void> {
  await tx.insertInto('bezoek').values(rij).execute()
}
