/** Collega's en teams: namen, om werk over te dragen en te weten wie iets deed. Rollen en aanmeldnaam zijn hier niet te zien. */
import { sql } from 'kysely'
import type { Tx } from './transactie.ts'

export type Collega = { readonly id: string; readonly naam: string; readonly team: string | null; readonly teamnaam: string | null }
type Naamrij = { id: string; naam: string; team: string | null; actief: boolean; behandelt: boolean }

/** Alle collega's van de gemeente van deze transactie, om een naam bij een id te zetten. */
export const collegas = sql<Naamrij>`collegas()`.as('m')

const metTeam = (tx: Tx, gemeente: string) =>
  tx
    .selectFrom(collegas)
    .leftJoin('team as t', (j) => j.on('t.gemeente', '=', gemeente).onRef('t.id', '=', 'm.team'))
    .select(['m.id', 'm.naam', 'm.team', 't.naam as teamnaam'])

/** Wie een zaak kan behandelen: actief, met een rol die in dossiers werkt. */
export const leesBehandelaars = (tx: Tx, gemeente: string): Promise<Collega[]> =>
  metTeam(tx, gemeente).where('m.actief', '=', true).where('m.behandelt', '=', true).orderBy('m.naam').execute()

/** Eén collega, ook als die niet meer werkt. */
export const leesCollega = (tx: Tx, gemeente: string, id: string): Promise<Collega | undefined> =>
  metTeam(tx, gemeente).where('m.id', '=', id).executeTakeFirst()

export const leesTeams = (tx: Tx, gemeente: string): Promise<{ id: string; naam: string }[]> =>
  tx.selectFrom('team').select(['id', 'naam']).where('gemeente', '=', gemeente).orderBy('naam').execute()
