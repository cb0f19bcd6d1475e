/** Bezoeken: waar en wanneer de antwoorden van een onderzoek verteld zijn. Alleen toevoegen; een verbetering is een nieuwe rij. */
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Bezoekrij = Selectable<Tabellen['bezoek']>
/** Wat nu geldt, onder de naam van de eerste rij, met wat er eerder stond. */
export type Bezoek = Bezoekrij & { readonly eerdere: readonly Bezoekrij[] }

export async function leesBezoeken(tx: Tx, gemeente: string, onderzoek: string): Promise<Bezoek[]> {
  const rijen = await tx
    .selectFrom('bezoek')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('onderzoek', '=', onderzoek)
    .orderBy('versie')
    .execute()
  const per = new Map<string, Bezoek>()
  for (const rij of rijen) {
    const id = rij.vervangt ?? rij.id
    const vorige = per.get(id)
    per.set(id, { ...rij, id, eerdere: vorige ? [...vorige.eerdere, vorige] : [] })
  }
  const sleutel = ({ datum, id }: Bezoek) => `${datum} ${id}`
  return [...per.values()].sort((a, b) => (sleutel(a) < sleutel(b) ? -1 : 1))
}

/** Bij welk onderzoek een bezoek hoort. */
export function leesBezoekplek(tx: Tx, gemeente: string, id: string): Promise<{ inwoner: string; onderzoek: string } | undefined> {
  return tx
    .selectFrom('bezoek')
    .select(['inwoner', 'onderzoek'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('vervangt', 'is', null)
    .executeTakeFirst()
}

export async function bewaarBezoek(tx: Tx, rij: Insertable<Tabellen['bezoek']>): Promise<void> {
  await tx.insertInto('bezoek').values(rij).execute()
}

/** Voor een regel over bezoek `b`: zij is niet later verbeterd en niet ingetrokken. */
export const bezoekGeldt = sql`b.ingetrokken is null and not exists (select from bezoek v where v.gemeente = b.gemeente
  and v.vervangt = coalesce(b.vervangt, b.id) and v.versie > b.versie)`
