/**
 * Wat na een tijd weg mag: beantwoorde verzoeken, sessies die voorbij zijn en uitgaand werk dat gedaan is, en wie er
 * achter een oude doorrekening zat. Dossiers en logboek nooit.
 */
import { sql } from 'kysely'
import type { Tx } from './transactie.ts'

const DAG = 24 * 60 * 60 * 1000

/** Hoeveel dagen iets blijft nadat het voorbij is. */
export type Bewaartermijnen = { readonly voorbijDagen: number; readonly verzoekDagen: number }

/** In een transactie met de rol 'systeem'; geeft hoeveel er weg is. */
export async function ruimGemeenteOp(tx: Tx, gemeente: string, nu: Date, { voorbijDagen, verzoekDagen }: Bewaartermijnen): Promise<number> {
  const voor = (dagen: number) => new Date(nu.getTime() - dagen * DAG)
  const oud = voor(voorbijDagen)
  const gedaan = [
    await tx.deleteFrom('idempotentie').where('gemeente', '=', gemeente).where('gemaakt_op', '<', voor(verzoekDagen)).executeTakeFirst(),
    await tx
      .deleteFrom('sessie')
      .where('gemeente', '=', gemeente)
      .where((e) => e.or([e('verloopt_op', '<', oud), e('ingetrokken_op', '<', oud)]))
      .executeTakeFirst(),
    await tx.deleteFrom('outbox').where('gemeente', '=', gemeente).where('verwerkt_op', '<', oud).executeTakeFirst(),
    await tx
      .deleteFrom('simulatiegeval')
      .where('gemeente', '=', gemeente)
      .where('simulatie', 'in', (e) => e.selectFrom('simulatie').select('id').where('gemeente', '=', gemeente).where('klaar_op', '<', oud))
      .executeTakeFirst(),
  ]
  return gedaan.reduce((som, g) => som + Number(g.numDeletedRows), 0)
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
