/** Wanneer de keten over het logboek is nagelopen, hoe ver dat is, en wat eruit kwam. */
import { type Selectable, sql } from 'kysely'
import { collegas } from './medewerkers.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Auditcontrolerij = Selectable<Tabellen['auditcontrole']> & { door: string | null }
type Waar = { readonly gemeente: string; readonly id: string }

/** De laatste eerst. */
export const leesAuditcontroles = (tx: Tx, gemeente: string, hoogstens: number, id?: string): Promise<Auditcontrolerij[]> =>
  tx
    .selectFrom('auditcontrole as c')
    .leftJoin(collegas, (j) => j.onRef('m.id', '=', 'c.gevraagd_door'))
    .selectAll('c')
    .select('m.naam as door')
    .where('c.gemeente', '=', gemeente)
    .$if(id !== undefined, (q) => q.where('c.id', '=', id as string))
    .orderBy('c.id', 'desc')
    .limit(hoogstens)
    .execute()

export async function bewaarAuditcontrole(tx: Tx, rij: Waar & { gevraagd_op: Date; gevraagd_door: string }): Promise<void> {
  const leeg = { totaal: null, uitkomst: null, fout: null, poging: null, gestart_op: null, klaar_op: null }
  await tx
    .insertInto('auditcontrole')
    .values({ ...rij, stand: 'wacht', ...leeg })
    .execute()
}

/** Begint (opnieuw) vooraan; onwaar als zij al klaar is. */
export async function beginAuditcontrole(tx: Tx, { gemeente, id }: Waar, poging: string, nu: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update auditcontrole set stand = 'loopt', poging = ${poging}, klaar = 0, fout = null, gestart_op = ${nu},
      totaal = (select max(volgnummer) from auditzegel where gemeente = ${gemeente})
    where gemeente = ${gemeente} and id = ${id} and stand <> 'klaar'`.execute(tx)
  return numAffectedRows === 1n
}

type Stap = { readonly klaar?: number; readonly uitkomst?: unknown; readonly fout?: string; readonly op?: Date }

export async function schrijfControle(tx: Tx, { gemeente, id }: Waar, poging: string, s: Stap): Promise<void> {
  await sql`
    update auditcontrole set klaar = coalesce(${s.klaar ?? null}::bigint, klaar),
      stand = ${s.uitkomst !== undefined ? 'klaar' : s.fout !== undefined ? 'mislukt' : 'loopt'},
      uitkomst = ${s.uitkomst === undefined ? null : JSON.stringify(s.uitkomst)}::jsonb, fout = ${s.fout ?? null}, klaar_op = ${s.op ?? null}
    where gemeente = ${gemeente} and id = ${id} and poging = ${poging} and stand = 'loopt'`.execute(tx)
}
