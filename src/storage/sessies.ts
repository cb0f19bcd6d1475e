/** Sessies: in de database, per stuk in te trekken. De cookie zelf staat nergens, alleen haar hash. */
import { type Insertable, sql } from 'kysely'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type OpenSessie = {
  id: string
  csrf: string
  gemeente: string
  gemeentenaam: string
  catalogus: string
  verzonnen: boolean
  medewerker: string
  naam: string
  rollen: string[]
  team: string | null
  teamnaam: string | null
  laatst_op: Date
  verloopt_op: Date
}

export type Aanmeldoptie = {
  gemeente: string
  gemeentenaam: string
  medewerker: string
  naam: string
  rollen: string[]
}
export type Proefmedewerker = Aanmeldoptie & { aanmeldnaam: string }

/** De sessie als zij geldt op dit moment, met de rollen van dit moment. */
export async function leesSessie(db: Tx, hash: Buffer, nu: Date): Promise<OpenSessie | undefined> {
  const { rows } = await sql<OpenSessie>`select * from open_sessie(${hash}, ${nu})`.execute(db)
  return rows[0]
}

/** Iedereen die deze persoon zou kunnen zijn; ook wie niet (meer) mag, zodat een geweigerde poging in het logboek komt. */
export type Kandidaat = Aanmeldoptie & { actief: boolean; van_ander: boolean }

/** `namen` in kleine letters. */
export async function vindKandidaten(db: Tx, uitgever: string, onderwerp: string, namen: readonly string[]): Promise<Kandidaat[]> {
  const { rows } = await sql<Kandidaat>`select * from vind_aanmelding(${uitgever}, ${onderwerp}, ${[...namen]}::text[])`.execute(db)
  return rows
}

/** Koppelt het account van deze transactie aan de persoon die zich voor het eerst aanmeldt. */
export async function koppelIdentiteit(tx: Tx, identiteit: string): Promise<void> {
  await sql`select koppel_identiteit(${identiteit})`.execute(tx)
}

export async function leesProefmedewerkers(db: Tx): Promise<Proefmedewerker[]> {
  const { rows } = await sql<Proefmedewerker>`select * from proefmedewerkers()`.execute(db)
  return rows
}

/** De identiteit bij een uitgever; de eerste keer wordt zij gemaakt. Geeft haar verwijzing. */
export async function zorgVoorIdentiteit(db: Tx, nieuw: Insertable<Tabellen['identiteit']>): Promise<string> {
  const { id } = await db
    .insertInto('identiteit')
    .values(nieuw)
    .onConflict((c) => c.columns(['uitgever', 'onderwerp']).doUpdateSet({ naam: nieuw.naam }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function bewaarSessie(db: Tx, sessie: Insertable<Tabellen['sessie']>): Promise<void> {
  await db.insertInto('sessie').values(sessie).execute()
}

/** Verlengt op gebruik tot `rustMs` na nu, maar nooit voorbij `langstMs` na het aanmelden. */
export async function raakSessieAan(db: Tx, id: string, nu: Date, rustMs: number, langstMs: number): Promise<void> {
  const uiterlijk = sql<Date>`least(${new Date(nu.getTime() + rustMs)}::timestamptz, gemaakt_op + ${langstMs} * interval '1 ms')`
  await db.updateTable('sessie').set({ laatst_op: nu, verloopt_op: uiterlijk }).where('id', '=', id).execute()
}

export async function trekSessieIn(db: Tx, id: string, nu: Date): Promise<void> {
  await db.updateTable('sessie').set({ ingetrokken_op: nu }).where('id', '=', id).where('ingetrokken_op', 'is', null).execute()
}
