/** Werk voor straks, vastgelegd in de transactie die het veroorzaakt: zonder die transactie bestaat het niet. */
import { type Insertable, sql } from 'kysely'
import { alsJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export async function bewaarUitgaand(
  tx: Tx,
  taken: readonly Pick<Insertable<Tabellen['outbox']>, 'gemeente' | 'id' | 'soort' | 'gegevens' | 'gemaakt_op'>[],
): Promise<void> {
  if (taken.length === 0) return
  await tx
    .insertInto('outbox')
    .values(taken.map((t) => ({ ...t, gegevens: alsJson(t.gegevens) })))
    .execute()
}

/** Gemeenten met werk dat nog niet in de wachtrij staat. */
export async function metUitgaand(db: Tx): Promise<string[]> {
  const { rows } = await sql<{ gemeente: string }>`select gemeente from open_uitgaand() as gemeente`.execute(db)
  return rows.map((r) => r.gemeente)
}

/** Oudste eerst; wat een ander proces al in handen heeft, slaat dit over. */
export function leesUitgaand(tx: Tx, gemeente: string, hoogstens: number) {
  return tx
    .selectFrom('outbox')
    .select(['id', 'soort', 'gegevens'])
    .where('gemeente', '=', gemeente)
    .where('verwerkt_op', 'is', null)
    .orderBy('gemaakt_op')
    .limit(hoogstens)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function markeerVerwerkt(tx: Tx, gemeente: string, ids: readonly string[], nu: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('outbox').set({ verwerkt_op: nu }).where('gemeente', '=', gemeente).where('id', 'in', ids).execute()
}
