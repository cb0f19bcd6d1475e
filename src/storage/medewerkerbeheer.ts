/** Medewerkers en teams zoals de beheerder ze beheert: met aanmeldnaam, rollen en of het account open is. */
import { type Insertable, sql, type Updateable } from 'kysely'
import type { Rol } from '#core/dossier/rechtentabel.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Medewerkerrij = {
  readonly id: string
  readonly naam: string
  readonly aanmeldnaam: string
  readonly rollen: readonly Rol[]
  readonly team: string | null
  readonly teamnaam: string | null
  readonly actief: boolean
  /** Al eens aangemeld: het account is van één persoon. */
  readonly gekoppeld: boolean
  readonly versie: number
  readonly gewijzigd_op: Date
  readonly gewijzigd_door: string | null
}
export type Medewerkervraag = {
  readonly zoek?: string | undefined
  readonly ookGesloten: boolean
  readonly na?: string | undefined
  readonly hoogstens: number
}

const vraag = sql`select m.id, m.naam, m.aanmeldnaam, m.rollen, m.team, t.naam as teamnaam, m.actief, m.identiteit is not null as gekoppeld,
    m.versie, m.gewijzigd_op, m.gewijzigd_door
  from medewerker m left join team t on t.gemeente = m.gemeente and t.id = m.team`

/** Op naam. `na` is de laatste van de vorige bladzijde. */
export async function zoekMedewerkers(tx: Tx, gemeente: string, v: Medewerkervraag): Promise<Medewerkerrij[]> {
  const deel = v.zoek && `%${v.zoek.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Medewerkerrij>`${vraag} where m.gemeente = ${gemeente}
    ${v.ookGesloten ? sql`` : sql`and m.actief`} ${deel ? sql`and (m.naam ilike ${deel} or m.aanmeldnaam ilike ${deel})` : sql``}
    ${v.na ? sql`and (m.naam, m.id) > (select x.naam, x.id from medewerker x where x.gemeente = ${gemeente} and x.id = ${v.na})` : sql``}
    order by m.naam, m.id limit ${v.hoogstens}`.execute(tx)
  return rows
}

export async function leesMedewerker(tx: Tx, gemeente: string, id: string): Promise<Medewerkerrij | undefined> {
  const { rows } = await sql<Medewerkerrij>`${vraag} where m.gemeente = ${gemeente} and m.id = ${id}`.execute(tx)
  return rows[0]
}

/** Geeft false als deze aanmeldnaam hier al iemands is. */
export async function voegMedewerkerToe(tx: Tx, rij: Insertable<Tabellen['medewerker']>): Promise<boolean> {
  const gedaan = await tx
    .insertInto('medewerker')
    .values(rij)
    .onConflict((c) => c.columns(['gemeente', 'aanmeldnaam']).doNothing())
    .executeTakeFirst()
  return gedaan.numInsertedOrUpdatedRows === 1n
}

export async function aanmeldnaamBezet(tx: Tx, gemeente: string, aanmeldnaam: string, behalve: string): Promise<boolean> {
  const rij = await tx
    .selectFrom('medewerker')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('aanmeldnaam', '=', aanmeldnaam)
    .where('id', '<>', behalve)
    .executeTakeFirst()
  return rij !== undefined
}

/** Schrijft op deze versie; geeft false als iemand anders eerder was. */
export async function wijzigMedewerker(
  tx: Tx,
  waar: { gemeente: string; id: string; versie: number },
  nieuw: Updateable<Tabellen['medewerker']>,
): Promise<boolean> {
  const gedaan = await tx
    .updateTable('medewerker')
    .set({ ...nieuw, versie: waar.versie + 1 })
    .where('gemeente', '=', waar.gemeente)
    .where('id', '=', waar.id)
    .where('versie', '=', waar.versie)
    .executeTakeFirst()
  return gedaan.numUpdatedRows === 1n
}

/**
 * Wie nu beheerder is, op slot tot het eind van de transactie: twee beheerders die elkaar tegelijk wegzetten komen na elkaar aan de
 * beurt, en de tweede ziet wat de eerste deed.
 */
export async function vergrendelBeheerders(tx: Tx, gemeente: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from medewerker
    where gemeente = ${gemeente} and actief and 'beheerder' = any(rollen) order by id for update`.execute(tx)
  return rows.map((r) => r.id)
}

export type Teamrij = {
  readonly id: string
  readonly naam: string
  readonly versie: number
  readonly medewerkers: number
  readonly gewijzigd_op: Date
  readonly gewijzigd_door: string | null
}

export async function leesTeamlijst(tx: Tx, gemeente: string, id?: string): Promise<Teamrij[]> {
  const { rows } = await sql<Teamrij>`select t.id, t.naam, t.versie, t.gewijzigd_op, t.gewijzigd_door,
      (select count(*)::int from medewerker m where m.gemeente = t.gemeente and m.team = t.id and m.actief) as medewerkers
    from team t where t.gemeente = ${gemeente} ${id ? sql`and t.id = ${id}` : sql``} order by t.naam`.execute(tx)
  return rows
}

/** Geeft false als er al een team met deze naam is. */
export async function voegTeamToe(tx: Tx, rij: Insertable<Tabellen['team']>): Promise<boolean> {
  const gedaan = await tx
    .insertInto('team')
    .values(rij)
    .onConflict((c) => c.columns(['gemeente', 'naam']).doNothing())
    .executeTakeFirst()
  return gedaan.numInsertedOrUpdatedRows === 1n
}

export async function teamnaamBezet(tx: Tx, gemeente: string, naam: string, behalve: string): Promise<boolean> {
  const rij = await tx
    .selectFrom('team')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('naam', '=', naam)
    .where('id', '<>', behalve)
    .executeTakeFirst()
  return rij !== undefined
}

/** Schrijft op deze versie; geeft false als iemand anders eerder was. */
export async function hernoemTeam(
  tx: Tx,
  waar: { gemeente: string; id: string; versie: number },
  nieuw: Pick<Updateable<Tabellen['team']>, 'naam' | 'gewijzigd_op' | 'gewijzigd_door'>,
): Promise<boolean> {
  const gedaan = await tx
    .updateTable('team')
    .set({ ...nieuw, versie: waar.versie + 1 })
    .where('gemeente', '=', waar.gemeente)
    .where('id', '=', waar.id)
    .where('versie', '=', waar.versie)
    .executeTakeFirst()
  return gedaan.numUpdatedRows === 1n
}
