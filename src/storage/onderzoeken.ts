/** Onderzoeken. De versie loopt op bij elk antwoord: wie iets ouds in de hand heeft, merkt dat. */
import type { Insertable, Selectable } from 'kysely'
import { alsJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Onderzoekrij = Selectable<Tabellen['onderzoek']>

const bij = (tx: Tx, gemeente: string, id: string) =>
  tx.selectFrom('onderzoek').selectAll().where('gemeente', '=', gemeente).where('id', '=', id)

export const leesOnderzoek = (tx: Tx, gemeente: string, id: string): Promise<Onderzoekrij | undefined> =>
  bij(tx, gemeente, id).executeTakeFirst()

/** Met slot: wie tegelijk opslaat, wacht hier en ziet dan wat er nu staat. */
export const vergrendelOnderzoek = (tx: Tx, gemeente: string, id: string): Promise<Onderzoekrij | undefined> =>
  bij(tx, gemeente, id).forUpdate().executeTakeFirst()

export function leesOnderzoekenVanZaak(tx: Tx, gemeente: string, zaak: string): Promise<Onderzoekrij[]> {
  return tx
    .selectFrom('onderzoek')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('zaak', '=', zaak)
    .orderBy('gestart_op')
    .orderBy('id')
    .execute()
}

export async function bewaarOnderzoek(tx: Tx, rij: Insertable<Tabellen['onderzoek']>): Promise<void> {
  await tx
    .insertInto('onderzoek')
    .values({ ...rij, keuze: alsJson(rij.keuze) })
    .execute()
}

type Wijziging = { afgerond_op?: Date | null; gewijzigd_op: Date; gewijzigd_door: string }

/** Geeft de nieuwe versie. Alleen na `vergrendelOnderzoek` in dezelfde transactie. */
export async function wijzigOnderzoek(tx: Tx, { gemeente, id, versie }: Onderzoekrij, wijziging: Wijziging): Promise<number> {
  await tx
    .updateTable('onderzoek')
    .set({ ...wijziging, versie: versie + 1 })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .execute()
  return versie + 1
}

/** De zaak bij een onderzoek, zo ver als deze medewerker haar mag zien. */
export function leesZaakkop(tx: Tx, gemeente: string, id: string) {
  return tx
    .selectFrom('zaak')
    .select(['id', 'nummer', 'inwoner', 'soort', 'hulpvraag', 'ontvangen_op', 'plan_tot', 'onderzoek_uiterlijk', 'stand', 'afgesloten_op'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Zet de zaak vast zolang deze transactie loopt: er begint maar één onderzoek tegelijk. */
export async function vergrendelZaak(tx: Tx, gemeente: string, id: string): Promise<void> {
  await tx.selectFrom('zaak').select('id').where('gemeente', '=', gemeente).where('id', '=', id).forUpdate().execute()
}
