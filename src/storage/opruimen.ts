/** Wat na een tijd weg mag: beantwoorde verzoeken en verlopen sessies. Dossiers en logboek horen daar niet bij. */
import { sql } from 'kysely'
import type { Tx } from './transactie.ts'

const DAG = 24 * 60 * 60 * 1000

/** Antwoorden op eenmalige verzoeken, na twee dagen. In een transactie met de rol 'systeem'. */
export async function ruimVerzoekenOp(tx: Tx, gemeente: string, nu: Date): Promise<number> {
  const gedaan = await tx
    .deleteFrom('idempotentie')
    .where('gemeente', '=', gemeente)
    .where('gemaakt_op', '<', new Date(nu.getTime() - 2 * DAG))
    .executeTakeFirst()
  return Number(gedaan.numDeletedRows)
}

/** Elke gemeente die hier draait. */
export async function gemeentecodes(db: Tx): Promise<string[]> {
  const rijen = await db.selectFrom('gemeente').select('code').orderBy('code').execute()
  return rijen.map((r) => r.code)
}

/** Aantallen die wachten, over alle gemeenten: logboek, uitgaand werk, en taken per stand. */
export async function telWachtend(db: Tx): Promise<Record<string, number>> {
  const { rows } = await sql<{ wat: string; aantal: number }>`
    select wat, aantal::int from achterstand() union all
    select 'taken_' || state::text, count(*)::int from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by 1`.execute(
    db,
  )
  return Object.fromEntries(rows.map((r) => [r.wat, r.aantal]))
}

/** Of de database antwoordt. */
export async function leeft(db: Tx): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}
