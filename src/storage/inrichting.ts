/** Een gemeente klaarzetten: door de eigenaar van de database, vóór er iemand kan aanmelden. */
import type { Tx } from './transactie.ts'

export type Gemeente = { code: string; naam: string; catalogus: string; verzonnen: boolean }

/** Alleen de eigenaar mag dit. Een gemeente die er al is houdt haar gegevens. Geeft of zij nieuw is. */
export async function zorgVoorGemeente(eigenaar: Tx, gemeente: Gemeente): Promise<boolean> {
  const gedaan = await eigenaar
    .insertInto('gemeente')
    .values(gemeente)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return gedaan.numInsertedOrUpdatedRows === 1n
}

export const leesGemeente = (db: Tx, code: string): Promise<Gemeente | undefined> =>
  db.selectFrom('gemeente').select(['code', 'naam', 'catalogus', 'verzonnen']).where('code', '=', code).executeTakeFirst()
