/** De gevallen achter een getal van een doorrekening: verwijzingen die zij zelf opschreef, en de namen erbij voor wie die mag zien. */
import { type Selectable, sql } from 'kysely'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Gevalrij = {
  readonly id: string
  readonly inwoner: string
  readonly achternaam: string
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
  readonly zaak: string | null
  readonly zaaknummer: string | null
  readonly behandelaar: string | null
  readonly team: string | null
}

type Waar = { readonly gemeente: string; readonly id: string }
type Bewaard = Selectable<Tabellen['simulatiegeval']>
export type Gevalkeuze = Pick<Bewaard, 'deel' | 'tabel' | 'van' | 'naar'>

export async function bewaarSimulatiegevallen(
  tx: Tx,
  { gemeente, id: simulatie }: Waar,
  poging: string,
  gevallen: readonly (Gevalkeuze & { readonly id: string })[],
): Promise<void> {
  for (let i = 0; i < gevallen.length; i += 1000)
    await tx
      .insertInto('simulatiegeval')
      .values(gevallen.slice(i, i + 1000).map((g) => ({ ...g, gemeente, simulatie, poging })))
      .execute()
}

/** Wat een eerdere poging opschreef, telt niet meer. */
export async function wisSimulatiegevallen(tx: Tx, { gemeente, id }: Waar): Promise<void> {
  await tx.deleteFrom('simulatiegeval').where('gemeente', '=', gemeente).where('simulatie', '=', id).execute()
}

/** Of er bij deze doorrekening bewaard is om wie het gaat; een van voor dat bewaren, of een oude, heeft niets meer. */
export async function zijnGevallenBewaard(tx: Tx, { gemeente, id, poging }: Waar & { readonly poging: string }): Promise<boolean> {
  const een = await tx
    .selectFrom('simulatiegeval')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('simulatie', '=', id)
    .where('poging', '=', poging)
    .limit(1)
    .executeTakeFirst()
  return een !== undefined
}

/** De volgende verwijzingen, op id. */
export async function leesGevalids(
  tx: Tx,
  { gemeente, id, poging }: Waar & { readonly poging: string },
  keuze: Gevalkeuze,
  { na, hoogstens }: { readonly na: string | null; readonly hoogstens: number },
): Promise<string[]> {
  const rijen = await tx
    .selectFrom('simulatiegeval')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('simulatie', '=', id)
    .where('poging', '=', poging)
    .where('deel', '=', keuze.deel)
    .where('tabel', '=', keuze.tabel)
    .where('van', '=', keuze.van)
    .where('naar', '=', keuze.naar)
    .$if(na !== null, (q) => q.where('id', '>', na as string))
    .orderBy('id')
    .limit(hoogstens)
    .execute()
  return rijen.map((r) => r.id)
}

const kolommen = sql`x.id, i.id as inwoner, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters, z.id as zaak, z.nummer as zaaknummer,
  m.naam as behandelaar, t.naam as team`
const erbij = (gemeente: string) => sql`join inwoner i on i.gemeente = ${gemeente} and i.id = x.inwoner
  left join collegas() m on m.id = z.behandelaar left join team t on t.gemeente = ${gemeente} and t.id = coalesce(z.team, i.team)`

export async function leesOnderzoekgevallen(tx: Tx, gemeente: string, ids: readonly string[]): Promise<Gevalrij[]> {
  const { rows } = await sql<Gevalrij>`select ${kolommen} from onderzoek x left join zaak z on z.gemeente = ${gemeente} and z.id = x.zaak
    ${erbij(gemeente)} where x.gemeente = ${gemeente} and x.id = any(${[...ids]}::uuid[]) order by x.id`.execute(tx)
  return rows
}

export async function leesIndicatiegevallen(tx: Tx, gemeente: string, ids: readonly string[]): Promise<Gevalrij[]> {
  const { rows } = await sql<Gevalrij>`select ${kolommen} from indicatie x
    left join onderzoek o on o.gemeente = ${gemeente} and o.id = x.onderzoek left join zaak z on z.gemeente = ${gemeente} and z.id = o.zaak
    ${erbij(gemeente)} where x.gemeente = ${gemeente} and x.id = any(${[...ids]}::uuid[]) order by x.id`.execute(tx)
  return rows
}

/** Inwoners zelf, met het team dat hen helpt. */
export async function leesInwonergevallen(tx: Tx, gemeente: string, ids: readonly string[]): Promise<Gevalrij[]> {
  const { rows } = await sql<Gevalrij>`select i.id, i.id as inwoner, i.achternaam, i.voorvoegsel, i.voornamen, i.voorletters,
      null as zaak, null as zaaknummer, null as behandelaar, t.naam as team
    from inwoner i left join team t on t.gemeente = ${gemeente} and t.id = i.team
    where i.gemeente = ${gemeente} and i.id = any(${[...ids]}::uuid[]) order by i.id`.execute(tx)
  return rows
}
