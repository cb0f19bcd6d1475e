/** Berichten per uitgave van de standaard. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'

type Uitgave = { readonly release: string; readonly vanaf: string; readonly tot: string | null }

/** Hoeveel berichten van deze uitgave er zijn, en hoeveel er binnenkwamen met een dagtekening waarop zij niet geldt. */
export async function telBuitenUitgave(
  tx: Tx,
  gemeente: string,
  { release, vanaf, tot }: Uitgave,
): Promise<{ berichten: number; buiten: number }> {
  const { rows } = await sql<{ berichten: number; buiten: number }>`
    select count(*)::int as berichten, count(*) filter (where richting = 'in' and (left(dagtekening, 10) < ${vanaf} or left(dagtekening, 10) > ${tot}::text))::int as buiten
    from bericht where gemeente = ${gemeente} and partij = ${gemeente} and release = ${release}`.execute(tx)
  return rows[0] ?? { berichten: 0, buiten: 0 }
}
