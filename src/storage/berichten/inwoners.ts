/** Van een cliënt in de keten naar de inwoner in het dossier, via dezelfde blinde index. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'
import type { Administratie } from './clientboek.ts'

/** Alleen in de administratie van de gemeente zelf; een aanbieder heeft geen dossier. */
export async function inwonerBijClient(tx: Tx, { gemeente, partij }: Administratie, client: Buffer): Promise<string | null> {
  if (partij !== gemeente) return null
  const { rows } = await sql<{ id: string }>`select id from inwoner where gemeente = ${gemeente} and bsn_index = ${client}`.execute(tx)
  return rows[0]?.id ?? null
}
