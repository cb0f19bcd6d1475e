/** Noodtoegang: eerst de reden, dan toegang die vanzelf verloopt, daarna een oordeel van een ander. */
import { type Insertable, sql } from 'kysely'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Noodrij = {
  readonly id: string
  readonly inwoner: string
  readonly medewerker: string
  readonly medewerkernaam: string
  readonly reden: string
  readonly van: Date
  readonly tot: Date
  /** Door wie haar vroeg eerder gestopt. */
  readonly gestopt_op: Date | null
  readonly beoordeeld_op: Date | null
  readonly beoordelaar: string | null
  readonly oordeel: 'terecht' | 'onterecht' | null
  readonly toelichting: string | null
  readonly achternaam: string
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
}

const vraag = sql`select n.id, n.inwoner, n.medewerker, m.naam as medewerkernaam, n.reden, n.van, n.tot, n.gestopt_op, n.beoordeeld_op, b.naam as beoordelaar,
    n.oordeel, n.toelichting, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters
  from noodtoegang n
  join inwoner i on i.gemeente = n.gemeente and i.id = n.inwoner
  join collegas() m on m.id = n.medewerker
  left join collegas() b on b.id = n.beoordeeld_door`

export type Noodvraag = {
  readonly medewerker?: string | undefined
  readonly onbeoordeeld?: boolean | undefined
  readonly na?: string | undefined
  readonly hoogstens: number
}

/** De laatste eerst; ids staan op volgorde van vastleggen. */
export async function zoekNoodtoegangen(tx: Tx, gemeente: string, v: Noodvraag): Promise<Noodrij[]> {
  const { rows } = await sql<Noodrij>`${vraag} where n.gemeente = ${gemeente}
    ${v.medewerker ? sql`and n.medewerker = ${v.medewerker}` : sql``} ${v.onbeoordeeld ? sql`and n.beoordeeld_op is null` : sql``}
    ${v.na ? sql`and n.id < ${v.na}` : sql``} order by n.id desc limit ${v.hoogstens}`.execute(tx)
  return rows
}

export async function leesNoodtoegang(tx: Tx, gemeente: string, id: string): Promise<Noodrij | undefined> {
  const { rows } = await sql<Noodrij>`${vraag} where n.gemeente = ${gemeente} and n.id = ${id}`.execute(tx)
  return rows[0]
}

export async function voegNoodtoegangToe(
  tx: Tx,
  rij: Pick<Insertable<Tabellen['noodtoegang']>, 'gemeente' | 'id' | 'inwoner' | 'medewerker' | 'reden' | 'van' | 'tot'>,
): Promise<void> {
  await tx.insertInto('noodtoegang').values(rij).execute()
}

/** Beoordeelt één keer; geeft false als iemand anders dat al deed. */
export async function beoordeel(
  tx: Tx,
  waar: { gemeente: string; id: string },
  oordeel: { op: Date; door: string; oordeel: 'terecht' | 'onterecht'; toelichting: string | null },
): Promise<boolean> {
  const uitkomst = await tx
    .updateTable('noodtoegang')
    .set({ beoordeeld_op: oordeel.op, beoordeeld_door: oordeel.door, oordeel: oordeel.oordeel, toelichting: oordeel.toelichting })
    .where('gemeente', '=', waar.gemeente)
    .where('id', '=', waar.id)
    .where('beoordeeld_op', 'is', null)
    .executeTakeFirst()
  return uitkomst.numUpdatedRows === 1n
}

/** Stopt de eigen noodtoegang die nu geldt; geeft false als er niets te stoppen was. */
export async function stopNoodtoegang(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ gestopt: boolean }>`select stop_noodtoegang(${id}) as gestopt`.execute(tx)
  return rows[0]?.gestopt === true
}
