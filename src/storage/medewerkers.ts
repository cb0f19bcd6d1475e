/** Collega's en teams: namen, om werk over te dragen en te weten wie iets deed. */
import type { Tx } from './transactie.ts'

export type Collega = { readonly id: string; readonly naam: string; readonly team: string | null; readonly teamnaam: string | null }

const collegas = (tx: Tx, gemeente: string) =>
  tx
    .selectFrom('medewerker as m')
    .leftJoin('team as t', (j) => j.onRef('t.gemeente', '=', 'm.gemeente').onRef('t.id', '=', 'm.team'))
    .select(['m.id', 'm.naam', 'm.team', 't.naam as teamnaam'])
    .where('m.gemeente', '=', gemeente)

/** Wie een zaak kan behandelen: actief, met een rol die in dossiers werkt. */
export const leesBehandelaars = (tx: Tx, gemeente: string): Promise<Collega[]> =>
  collegas(tx, gemeente)
    .where('m.actief', '=', true)
    .where((e) => e(e.ref('m.rollen'), '&&', e.val(['consulent', 'teamleider'])))
    .orderBy('m.naam')
    .execute()

/** Eén collega, ook als die niet meer werkt. */
export const leesCollega = (tx: Tx, gemeente: string, id: string): Promise<Collega | undefined> =>
  collegas(tx, gemeente).where('m.id', '=', id).executeTakeFirst()

export const leesTeams = (tx: Tx, gemeente: string): Promise<{ id: string; naam: string }[]> =>
  tx.selectFrom('team').select(['id', 'naam']).where('gemeente', '=', gemeente).orderBy('naam').execute()
