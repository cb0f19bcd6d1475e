/** Bewaarde filters van één medewerker. */
import type { Insertable } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'
import { alsJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Filterrij = { readonly id: string; readonly naam: string; readonly lijst: string; readonly keuze: Json }

export const leesFilters = (tx: Tx, gemeente: string, medewerker: string): Promise<Filterrij[]> =>
  tx
    .selectFrom('filter')
    .select(['id', 'naam', 'lijst', 'keuze'])
    .where('gemeente', '=', gemeente)
    .where('medewerker', '=', medewerker)
    .orderBy('id')
    .execute()

/** Bewaart een filter; false als er al een met deze zin is. */
export async function voegFilterToe(tx: Tx, rij: Insertable<Tabellen['filter']>): Promise<boolean> {
  const uitkomst = await tx
    .insertInto('filter')
    .values({ ...rij, keuze: alsJson(rij.keuze) })
    .onConflict((c) => c.columns(['gemeente', 'medewerker', 'lijst', 'naam']).doNothing())
    .executeTakeFirst()
  return uitkomst.numInsertedOrUpdatedRows === 1n
}

export async function wisFilter(tx: Tx, gemeente: string, medewerker: string, id: string): Promise<boolean> {
  const uitkomst = await tx
    .deleteFrom('filter')
    .where('gemeente', '=', gemeente)
    .where('medewerker', '=', medewerker)
    .where('id', '=', id)
    .executeTakeFirst()
  return uitkomst.numDeletedRows === 1n
}
