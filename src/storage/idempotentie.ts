/** Verzoeken die maar één keer tellen, met het antwoord dat het eerste kreeg. */
import type { Json } from '#core/catalogus/instellingen.ts'
import { alsJson } from './json.ts'
import type { Tx } from './transactie.ts'

type Sleutel = { gemeente: string; medewerker: string; sleutel: string; verzoek: Buffer; gemaakt_op: Date }

/**
 * Legt de sleutel vast, of geeft wat er al staat. Loopt hetzelfde verzoek op dit moment ook ergens anders, dan wacht
 * dit op de uitkomst daarvan.
 */
export async function claim(tx: Tx, rij: Sleutel): Promise<{ verzoek: Buffer; antwoord: Json | null } | undefined> {
  const nieuw = await tx
    .insertInto('idempotentie')
    .values(rij)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (nieuw.numInsertedOrUpdatedRows === 1n) return undefined
  return tx
    .selectFrom('idempotentie')
    .select(['verzoek', 'antwoord'])
    .where('gemeente', '=', rij.gemeente)
    .where('medewerker', '=', rij.medewerker)
    .where('sleutel', '=', rij.sleutel)
    .executeTakeFirstOrThrow()
}

export async function bewaarAntwoord(
  tx: Tx,
  wie: { gemeente: string; medewerker: string },
  sleutel: string,
  antwoord: Json,
): Promise<void> {
  await tx
    .updateTable('idempotentie')
    .set({ antwoord: alsJson(antwoord) })
    .where('gemeente', '=', wie.gemeente)
    .where('medewerker', '=', wie.medewerker)
    .where('sleutel', '=', sleutel)
    .execute()
}
