/** Waar de proefomgeving haar berichtenverkeer mee begint: indicaties die lopen en nog bij niemand zijn neergelegd. */
import { sql } from 'kysely'
import type { Tx } from './transactie.ts'

/** Hooguit zoveel, de laatst begonnen eerst. Wie niet in het berichtenverkeer hoort of kan, staat er niet bij. */
export async function leesToewijsbaar(tx: Tx, gemeente: string, vandaag: string, hoogstens: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select i.id from indicatie i
    join inwoner w on w.gemeente = i.gemeente and w.id = i.inwoner
    where i.gemeente = ${gemeente} and i.van <= ${vandaag} and i.tot > ${vandaag} and w.bsn_index is not null and not w.geheim_adres
      and not exists (select from gebeurtenis g where g.gemeente = i.gemeente and g.indicatie = i.id and g.soort = 'beeindigd')
      and not exists (select from toewijzing t where t.gemeente = i.gemeente and t.indicatie = i.id)
    order by i.van desc, i.id limit ${hoogstens}`.execute(tx)
  return rows.map((r) => r.id)
}

export async function heeftContract(tx: Tx, gemeente: string): Promise<boolean> {
  const { rows } = await sql`select from contract where gemeente = ${gemeente} limit 1`.execute(tx)
  return rows.length > 0
}
