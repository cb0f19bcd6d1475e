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
export type Proefmedewerker = Aanmeldoptie & { aanmeldnaam: string; team: string | null }

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

/** Verlengt op gebruik tot `rustMs` na nu, maar nooit voorbij `langstMs` na het aanmelden. Vóór er een gemeente gebonden is. */
export async function raakSessieAan(db: Tx, id: string, nu: Date, rustMs: number, langstMs: number): Promise<void> {
  await sql`select raak_sessie_aan(${id}, ${nu}, ${rustMs}, ${langstMs})`.execute(db)
}

/** Sluit één sessie, van wie ook: alleen voor wie haar zelf heeft, zoals bij afmelden en opnieuw aanmelden. */
export async function trekSessieIn(db: Tx, id: string, nu: Date): Promise<void> {
  await sql`select sluit_sessie(${id}, ${nu})`.execute(db)
}

/** Alle open sessies van een medewerker. */
export async function trekSessiesIn(tx: Tx, gemeente: string, medewerker: string, nu: Date): Promise<void> {
  await tx
    .updateTable('sessie')
    .set({ ingetrokken_op: nu })
    .where('gemeente', '=', gemeente)
    .where('medewerker', '=', medewerker)
    .where('ingetrokken_op', 'is', null)
    .execute()
}

/** Eén open sessie van deze gemeente; geeft van wie zij was, of undefined als zij er niet (meer) is. */
export async function trekSessieInGemeenteIn(tx: Tx, gemeente: string, id: string, nu: Date): Promise<string | undefined> {
  const rij = await tx
    .updateTable('sessie')
    .set({ ingetrokken_op: nu })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('ingetrokken_op', 'is', null)
    .where('verloopt_op', '>', nu)
    .returning('medewerker')
    .executeTakeFirst()
  return rij?.medewerker
}

export type Sessierij = {
  id: string
  medewerker: string
  naam: string
  gemaakt_op: Date
  laatst_op: Date
  verloopt_op: Date
  toegangspunt: string
}

/** Wie nu is aangemeld, de laatste aanmelding eerst; ids lopen op met de tijd. */
export async function leesOpenSessies(
  tx: Tx,
  gemeente: string,
  v: { nu: Date; na?: string | undefined; hoogstens: number },
): Promise<Sessierij[]> {
  const { rows } = await sql<Sessierij>`select s.id, s.medewerker, m.naam, s.gemaakt_op, s.laatst_op, s.verloopt_op, s.toegangspunt
    from sessie s join medewerker m on m.gemeente = s.gemeente and m.id = s.medewerker
    where s.gemeente = ${gemeente} and s.ingetrokken_op is null and s.verloopt_op > ${v.nu} ${v.na ? sql`and s.id < ${v.na}` : sql``}
    order by s.id desc limit ${v.hoogstens}`.execute(tx)
  return rows
}
