/** De proef op de som: de rol van de app, zonder dat er een gemeente gebonden is, hoort nergens één rij te zien. */
import type pg from 'pg'
import type { Bevinding } from './schemaregels.ts'
import { buitenGemeente } from './tabellijst.ts'
import { naam } from './verbinding.ts'

export async function zonderBinding(app: pg.Pool): Promise<Bevinding[]> {
  const { rows } = await app.query<{ tabel: string }>(
    `select relname as tabel from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all ($1)
       and has_table_privilege(oid, 'select') order by 1`,
    [buitenGemeente],
  )
  const bevindingen: Bevinding[] = []
  for (const { tabel } of rows) {
    const { rows: gezien } = await app.query<{ iets: boolean }>(`select exists (select from ${naam(tabel)}) as iets`)
    if (gezien[0]?.iets)
      bevindingen.push({
        regel: 'ONGEBONDEN',
        object: tabel,
        tekst: 'de rol van de app ziet hier rijen zonder dat er een gemeente gebonden is',
      })
  }
  return bevindingen
}
