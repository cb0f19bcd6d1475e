/** Besluiten over de catalogus van een gemeente: publicaties en instellingen, met wie, wanneer en waarom. Alleen toevoegen. */
import { type Insertable, sql } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'
import { alsJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Publicatierij = {
  readonly id: string
  readonly catalogus: string
  readonly versie: string
  readonly hash: string
  readonly geldigVan: string
  readonly reden: string
  readonly gedaanOp: Date
  readonly doorId: string | null
  readonly door: string | null
  readonly vervangt: string | null
}

/** Alle publicaties van een gemeente; het zijn er enkele per jaar. */
export async function leesPublicaties(tx: Tx, gemeente: string): Promise<Publicatierij[]> {
  const { rows } = await sql<Publicatierij>`
    select p.id, p.catalogus, p.versie, p.hash, p.geldig_van as "geldigVan", p.reden, p.gedaan_op as "gedaanOp",
      p.gedaan_door as "doorId", m.naam as door, p.vervangt
    from cataloguspublicatie p left join collegas() m on m.id = p.gedaan_door
    where p.gemeente = ${gemeente} order by p.geldig_van, p.id`.execute(tx)
  return rows
}

export type Instellingrij = {
  readonly id: string
  readonly sleutel: string
  readonly waarde: Json
  readonly geldigVan: string
  readonly reden: string
  readonly gedaanOp: Date
  readonly doorId: string
  readonly door: string | null
}
type Instellingvraag = { readonly sleutel?: string | undefined; readonly na?: string | undefined; readonly hoogstens?: number }

/** Instellingkeuzes, het laatste besluit eerst; zonder grens allemaal. */
export async function leesInstellingkeuzes(tx: Tx, gemeente: string, v: Instellingvraag = {}): Promise<Instellingrij[]> {
  const { rows } = await sql<Instellingrij>`
    select k.id, k.sleutel, k.waarde, k.geldig_van as "geldigVan", k.reden, k.gedaan_op as "gedaanOp", k.gedaan_door as "doorId", m.naam as door
    from instellingkeuze k left join collegas() m on m.id = k.gedaan_door
    where k.gemeente = ${gemeente} ${v.sleutel === undefined ? sql`` : sql`and k.sleutel = ${v.sleutel}`}
      ${v.na === undefined ? sql`` : sql`and k.id < ${v.na}::uuid`}
    order by k.id desc ${v.hoogstens === undefined ? sql`` : sql`limit ${v.hoogstens}`}`.execute(tx)
  return rows
}

export async function bewaarInstellingkeuzes(tx: Tx, rijen: readonly Insertable<Tabellen['instellingkeuze']>[]): Promise<void> {
  await tx
    .insertInto('instellingkeuze')
    .values(rijen.map((r) => ({ ...r, waarde: alsJson(r.waarde) })))
    .execute()
}

/** Wie tegelijk over de catalogus van deze gemeente beslist, wacht hier: twee besluiten die elk apart passen, botsen zo nooit. */
export async function vergrendelCatalogus(tx: Tx, gemeente: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(730292, ${Number(gemeente)})`.execute(tx)
}

/** De catalogus die bij deze gemeente hoort. */
export async function leesCatalogusId(tx: Tx, gemeente: string): Promise<string> {
  return (await tx.selectFrom('gemeente').select('catalogus').where('code', '=', gemeente).executeTakeFirstOrThrow()).catalogus
}
