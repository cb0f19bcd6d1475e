/** Werk voor straks, vastgelegd in de transactie die het veroorzaakt: zonder die transactie bestaat het niet. */
import type { Insertable } from 'kysely'
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
