/** Adviezen waarop beslist is: alles om ze later byte voor byte te herhalen. Alleen toevoegen. */
import type { Insertable, Selectable } from 'kysely'
import { alsWoordelijkeJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Adviesrij = Selectable<Tabellen['advies']>

export async function bewaarAdvies(tx: Tx, rij: Insertable<Tabellen['advies']>): Promise<void> {
  await tx
    .insertInto('advies')
    .values({ ...rij, geval: alsWoordelijkeJson(rij.geval) })
    .execute()
}

export function leesAdvies(tx: Tx, gemeente: string, id: string): Promise<Adviesrij | undefined> {
  return tx.selectFrom('advies').selectAll().where('gemeente', '=', gemeente).where('id', '=', id).executeTakeFirst()
}
