/** Doorrekeningen van een wijziging: de vraag, hoe ver zij is, en de aantallen die eruit kwamen. Nooit een persoon. */
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'
import { alsJson } from './json.ts'
import { wisSimulatiegevallen } from './simulatiegevallen.ts'
import { collegas } from './medewerkers.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Simulatierij = Selectable<Tabellen['simulatie']>
type Waar = { readonly gemeente: string; readonly id: string }

const alle = (tx: Tx, gemeente: string) =>
  tx
    .selectFrom('simulatie as s')
    .leftJoin(collegas, (j) => j.onRef('m.id', '=', 's.gevraagd_door'))
    .selectAll('s')
    .select('m.naam as door')
    .where('s.gemeente', '=', gemeente)

export const leesSimulatie = (tx: Tx, { gemeente, id }: Waar) => alle(tx, gemeente).where('s.id', '=', id).executeTakeFirst()

/** De laatste eerst. */
export const leesSimulaties = (tx: Tx, gemeente: string, { na, hoogstens }: { na?: string | undefined; hoogstens: number }) =>
  alle(tx, gemeente)
    .$if(na !== undefined, (q) => q.where('s.id', '<', na as string))
    .orderBy('s.id', 'desc')
    .limit(hoogstens)
    .execute()

export async function bewaarSimulatie(
  tx: Tx,
  rij: Pick<Insertable<Tabellen['simulatie']>, 'gemeente' | 'id' | 'gevraagd_op' | 'gevraagd_door'> & { vraag: unknown },
) {
  await tx
    .insertInto('simulatie')
    .values({
      ...rij,
      vraag: alsJson(rij.vraag),
      stand: 'wacht',
      totaal: null,
      uitkomst: null,
      fout: null,
      poging: null,
      gestart_op: null,
      klaar_op: null,
    })
    .execute()
}

/** Zet een doorrekening stil die nog niet klaar is; onwaar als er niets meer te stoppen was. */
export async function stopSimulatie(tx: Tx, { gemeente, id }: Waar, nu: Date): Promise<boolean> {
  const gedaan = await tx
    .updateTable('simulatie')
    .set({ stand: 'gestopt', klaar_op: nu })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('stand', 'in', ['wacht', 'loopt'])
    .executeTakeFirst()
  return gedaan.numUpdatedRows === 1n
}

/** Begint (opnieuw) vooraan, onder een eigen poging. Geeft de vraag, of undefined als er niets te doen is. */
export async function begin(tx: Tx, { gemeente, id }: Waar, poging: string, nu: Date): Promise<Json | undefined> {
  const rij = await tx
    .updateTable('simulatie')
    .set({ stand: 'loopt', poging, klaar: 0, fout: null, gestart_op: nu })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('stand', 'in', ['wacht', 'loopt', 'mislukt'])
    .returning('vraag')
    .executeTakeFirst()
  if (rij) await wisSimulatiegevallen(tx, { gemeente, id })
  return rij?.vraag
}

type Stap = { readonly klaar?: number; readonly totaal?: number; readonly uitkomst?: unknown; readonly fout?: string; readonly op?: Date }

/** Schrijft hoe ver deze poging is; onwaar als zij gestopt is, of een andere poging het overnam. */
export async function schrijfVoortgang(tx: Tx, { gemeente, id }: Waar, poging: string, s: Stap): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update simulatie set klaar = coalesce(${s.klaar ?? null}::int, klaar), totaal = coalesce(${s.totaal ?? null}::int, totaal),
      stand = ${s.uitkomst !== undefined ? 'klaar' : s.fout !== undefined ? 'mislukt' : 'loopt'},
      uitkomst = ${s.uitkomst === undefined ? null : JSON.stringify(s.uitkomst)}::jsonb, fout = ${s.fout ?? null}, klaar_op = ${s.op ?? null}
    where gemeente = ${gemeente} and id = ${id} and poging = ${poging} and stand = 'loopt'`.execute(tx)
  return numAffectedRows === 1n
}
