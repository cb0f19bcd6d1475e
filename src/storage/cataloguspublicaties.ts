/** Welke catalogusversie en welke lezingen in een gemeente gelden op een dag. Alleen toevoegen: het laatste besluit telt. */
import { type Insertable, sql } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Datum } from '#core/base/datum.ts'
import { alsWoordelijkeJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Geldend = { catalogus: string; versie: string; hash: string; geldig_van: string }

/** De publicatie die op `dag` geldt; undefined als er nog geen is. */
export function geldendePublicatie(tx: Tx, gemeente: string, dag: Datum): Promise<Geldend | undefined> {
  return tx
    .selectFrom('cataloguspublicatie')
    .select(['catalogus', 'versie', 'hash', 'geldig_van'])
    .where('gemeente', '=', gemeente)
    .where('geldig_van', '<=', dag)
    .orderBy('geldig_van', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Per instelling de waarde die op `dag` geldt. */
export async function geldendeInstellingen(tx: Tx, gemeente: string, dag: Datum): Promise<Record<string, Json>> {
  const { rows } = await sql<{ sleutel: string; waarde: Json }>`
    select distinct on (sleutel) sleutel, waarde from instellingkeuze
    where gemeente = ${gemeente} and geldig_van <= ${dag} order by sleutel, geldig_van desc, id desc`.execute(tx)
  return Object.fromEntries(rows.map((r) => [r.sleutel, r.waarde]))
}

export async function leesInhoud(tx: Tx, hash: string): Promise<Json | undefined> {
  return (await tx.selectFrom('catalogus_inhoud').select('inhoud').where('hash', '=', hash).executeTakeFirst())?.inhoud
}

/** Bewaart een versie bij haar hash; wat er al staat is per definitie gelijk. */
export async function bewaarInhoud(tx: Tx, rij: { hash: string; catalogus: string; versie: string; inhoud: unknown }): Promise<void> {
  await tx
    .insertInto('catalogus_inhoud')
    .values({ ...rij, inhoud: alsWoordelijkeJson(rij.inhoud) })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function bewaarPublicatie(tx: Tx, rij: Insertable<Tabellen['cataloguspublicatie']>): Promise<void> {
  await tx.insertInto('cataloguspublicatie').values(rij).execute()
}
