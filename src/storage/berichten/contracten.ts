/** Contracten en de gemeentelijst: waartegen berichten op niveau 4 gehouden worden. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'

export type Tariefrij = {
  readonly code: string
  readonly categorie: string
  readonly eenheid: string
  readonly tarief: number | null
  readonly van: string
  readonly tot: string | null
  /** Het product van de catalogus dat ermee geleverd wordt, als het contract dat zegt. */
  readonly catalogusproduct: string | null
  /** Hoe deze afspraak heet, als er onder één code meer zijn. */
  readonly naam: string | null
}
type Paar = { readonly gemeente: string; readonly aanbieder: string }

/** De regels van het contract dat nu geldt die dit product noemen, of deze code. */
export async function leesRegelsVoor(
  tx: Tx,
  { gemeente, aanbieder }: Paar,
  op: { product: string; code: string | null },
): Promise<Tariefrij[]> {
  const { rows } = await sql<Tariefrij>`
    select t.code, t.categorie, t.eenheid, t.tarief, t.van, t.tot, t.catalogusproduct, t.naam from contracttarief t
    where t.gemeente = ${gemeente} and (t.catalogusproduct = ${op.product} or t.code = ${op.code}::text)
      and t.contract = (select id from contract where gemeente = ${gemeente} and aanbieder = ${aanbieder} order by geladen_op desc, id desc limit 1)
    order by t.code, t.categorie, t.eenheid, t.van, t.volg`.execute(tx)
  return rows
}

/** De tarieven van deze codes in het contract dat nu geldt, of null als er voor dit paar nooit een geladen is. */
export async function leesTarieven(tx: Tx, { gemeente, aanbieder }: Paar, codes: readonly string[]): Promise<Tariefrij[] | null> {
  const { rows } = await sql<Tariefrij & { contract: string }>`
    with geldend as (select id from contract where gemeente = ${gemeente} and aanbieder = ${aanbieder} order by geladen_op desc, id desc limit 1)
    select g.id as contract, t.code, t.categorie, t.eenheid, t.tarief, t.van, t.tot, t.catalogusproduct, t.naam from geldend g
    left join contracttarief t on t.gemeente = ${gemeente} and t.contract = g.id and t.code = any(${[...codes]}::text[])
    order by t.code, t.categorie, t.eenheid, t.van, t.volg`.execute(tx)
  return rows.length === 0 ? null : rows.filter((r) => r.code !== null)
}

/** Hoe deze aanbieder heet in het contract dat nu geldt. */
export async function leesContractnaam(tx: Tx, { gemeente, aanbieder }: Paar): Promise<string | undefined> {
  const { rows } = await sql<{ naam: string }>`select naam from contract where gemeente = ${gemeente} and aanbieder = ${aanbieder}
    order by geladen_op desc, id desc limit 1`.execute(tx)
  return rows[0]?.naam
}

export type Aanbiedertarief = Tariefrij & { readonly aanbieder: string; readonly aanbiedernaam: string }

/** De regels voor een van deze producten of codes bij elke aanbieder, uit het contract dat met hem geldt. */
export async function leesAanbiedersVoor(
  tx: Tx,
  gemeente: string,
  op: readonly { readonly product: string; readonly code: string | null }[],
): Promise<Aanbiedertarief[]> {
  const codes = op.flatMap((o) => o.code ?? [])
  const { rows } = await sql<Aanbiedertarief>`
    with geldend as (select distinct on (aanbieder) aanbieder, id, naam from contract where gemeente = ${gemeente}
      order by aanbieder, geladen_op desc, id desc)
    select g.aanbieder, g.naam as aanbiedernaam, t.code, t.categorie, t.eenheid, t.tarief, t.van, t.tot, t.catalogusproduct, t.naam
    from geldend g join contracttarief t on t.gemeente = ${gemeente} and t.contract = g.id
    where t.catalogusproduct = any(${op.map((o) => o.product)}::text[]) or t.code = any(${codes}::text[])
    order by g.naam, g.aanbieder, t.van, t.volg`.execute(tx)
  return rows
}

export type NieuwContract = Paar & {
  readonly id: string
  readonly naam: string
  readonly geladenOp: Date
  readonly geladenDoor: string | null
  readonly van?: string | null
  readonly tot?: string | null
  readonly reden?: string | null
  readonly tarieven: readonly Tariefrij[]
}

export async function bewaarContract(tx: Tx, c: NieuwContract): Promise<void> {
  await sql`insert into contract (gemeente, id, aanbieder, naam, geladen_op, geladen_door, van, tot, reden)
    values (${c.gemeente}, ${c.id}, ${c.aanbieder}, ${c.naam}, ${c.geladenOp}, ${c.geladenDoor}, ${c.van ?? null}, ${c.tot ?? null}, ${c.reden ?? null})`.execute(
    tx,
  )
  await sql`insert into contracttarief (gemeente, contract, aanbieder, code, categorie, eenheid, tarief, van, tot, catalogusproduct, naam)
    select ${c.gemeente}, ${c.id}, ${c.aanbieder}, r.* from jsonb_to_recordset(${JSON.stringify(c.tarieven)}::jsonb)
      as r(code text, categorie text, eenheid text, tarief int, van text, tot text, catalogusproduct text, naam text)`.execute(tx)
}

export type Gemeenterij = { readonly code: string; readonly van: string; readonly tot: string | null }

/** De gevraagde codes, of null als er geen lijst is. */
export async function leesGemeentelijst(tx: Tx, codes: readonly string[]): Promise<Gemeenterij[] | null> {
  const { rows } = await sql<{ er_is: boolean; rijen: Gemeenterij[] }>`
    select exists (select from gemeentelijst) as er_is,
      coalesce((select jsonb_agg(jsonb_build_object('code', code, 'van', van, 'tot', tot)) from gemeentelijst where code = any(${[...codes]}::text[])), '[]') as rijen`.execute(
    tx,
  )
  return rows[0]?.er_is ? rows[0].rijen : null
}

/** Vervangt de lijst; als eigenaar, want zij is van alle gemeenten. */
export async function vervangGemeentelijst(eigenaar: Tx, lijst: readonly Gemeenterij[]): Promise<void> {
  await eigenaar.transaction().execute(async (tx) => {
    await sql`delete from gemeentelijst`.execute(tx)
    await sql`insert into gemeentelijst (code, van, tot) select r.code, r.van, r.tot
      from jsonb_to_recordset(${JSON.stringify(lijst)}::jsonb) as r(code text, van text, tot text)`.execute(tx)
  })
}

/** Een gemeente waarmee berichten gewisseld worden bestaat ook als hier niemand voor haar werkt; als eigenaar. */
export async function zorgVoorGemeente(eigenaar: Tx, code: string, naam: string): Promise<void> {
  await sql`insert into gemeente (code, naam, catalogus) values (${code}, ${naam}, '') on conflict do nothing`.execute(eigenaar)
}

export async function bestaatGemeente(db: Tx, code: string): Promise<boolean> {
  const { rows } = await sql`select from gemeente where code = ${code}`.execute(db)
  return rows.length > 0
}
