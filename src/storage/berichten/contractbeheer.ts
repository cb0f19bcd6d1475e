/** Contracten om te lezen en te beheren: wat nu geldt per aanbieder, en wat er eerder was. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'
import type { Tariefrij } from './contracten.ts'

export type Contractrij = {
  readonly id: string
  readonly aanbieder: string
  readonly naam: string
  readonly van: string | null
  readonly tot: string | null
  readonly reden: string | null
  readonly geladen_op: Date
  readonly door: string | null
}

const kolommen = sql`c.id, c.aanbieder, c.naam, c.van, c.tot, c.reden, c.geladen_op, m.naam as door`
const bron = sql`contract c left join collegas() m on m.id = c.geladen_door`

/** Per aanbieder het contract dat nu geldt, op naam. */
export async function leesGeldendeContracten(tx: Tx, gemeente: string): Promise<Contractrij[]> {
  const { rows } =
    await sql<Contractrij>`select * from (select distinct on (c.aanbieder) ${kolommen} from ${bron} where c.gemeente = ${gemeente}
    order by c.aanbieder, c.geladen_op desc, c.id desc) c order by lower(naam), aanbieder`.execute(tx)
  return rows
}

/** Alle contracten met één aanbieder, het nieuwste eerst. */
export async function leesContractenMet(tx: Tx, gemeente: string, aanbieder: string): Promise<Contractrij[]> {
  const { rows } = await sql<Contractrij>`select ${kolommen} from ${bron} where c.gemeente = ${gemeente} and c.aanbieder = ${aanbieder}
    order by c.geladen_op desc, c.id desc`.execute(tx)
  return rows
}

export async function leesContractregels(
  tx: Tx,
  gemeente: string,
  contracten: readonly string[],
): Promise<(Tariefrij & { readonly contract: string })[]> {
  const { rows } = await sql<
    Tariefrij & { contract: string }
  >`select contract, code, categorie, eenheid, tarief, van, tot, catalogusproduct, naam
    from contracttarief where gemeente = ${gemeente} and contract = any(${[...contracten]}::uuid[]) order by code, categorie, eenheid, van, volg`.execute(
    tx,
  )
  return rows
}

export type Lopendrij = {
  readonly aanbieder: string
  readonly categorie: string | null
  readonly code: string | null
  /** Van de indicatie waar zij uit voortkomen; leeg als zij niet van ons komen. */
  readonly catalogusproduct: string | null
  readonly aantal: number
}

export async function telLopendeToewijzingen(tx: Tx, dag: string): Promise<Lopendrij[]> {
  const { rows } =
    await sql<Lopendrij>`select aanbieder, categorie, code, catalogusproduct, aantal::int as aantal from lopende_toewijzingen(${dag})`.execute(
      tx,
    )
  return rows
}

/** Wie een contract wijzigt, doet dat één tegelijk. */
export async function vergrendelContracten(tx: Tx, gemeente: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('contract ' || ${gemeente}, 0))`.execute(tx)
}
