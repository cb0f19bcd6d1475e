/**
 * Veel rijen in één opdracht, met de kolommen van de tabel zelf: alles wat erin staat is al gecontroleerd. Alle rijen
 * noemen dezelfde kolommen; bytes als hex met `\x` ervoor.
 */
import { sql } from 'kysely'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export const alsHex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

export async function voegRijenToe(tx: Tx, tabel: keyof Tabellen, rijen: readonly object[]): Promise<void> {
  const [eerste] = rijen
  if (!eerste) return
  const naam = sql.id(tabel)
  const kolommen = sql.join(Object.keys(eerste).map((k) => sql.id(k)))
  await sql`insert into ${naam} (${kolommen})
    select ${kolommen} from jsonb_populate_recordset(null::${naam}, ${JSON.stringify(rijen)}::jsonb)`.execute(tx)
}
