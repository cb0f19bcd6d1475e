/** Namen bij onderzoeken en indicaties, voor wie de gevallen achter een getal mag zien. */
import { sql } from 'kysely'
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
    ${erbij(gemeente)} where x.gemeente = ${gemeente} and x.id = any(${[...ids]}::uuid[]) order by x.inwoner, x.id`.execute(tx)
  return rows
}
