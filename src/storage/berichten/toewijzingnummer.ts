/** Nummers van toewijzingen: uniek binnen de gemeente, ook naast nummers die van elders kwamen. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'

export async function nieuwToewijzingnummer(tx: Tx): Promise<number> {
  const { rows } = await sql<{ nummer: number }>`select volgend_toewijzingnummer() as nummer`.execute(tx)
  return rows[0]?.nummer as number
}
