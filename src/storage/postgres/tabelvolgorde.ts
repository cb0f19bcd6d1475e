/** Welke tabellen er zijn, met hun kolommen, in de volgorde waarin ze te vullen zijn: eerst wat een ander nodig heeft. */
import type pg from 'pg'
import { invariant } from '#core/base/invariant.ts'
import { bewaardeSchemas } from './tabellijst.ts'
import { naam } from './verbinding.ts'

export type Tabel = {
  /** Schema en naam, zoals in SQL: "public"."zaak". */
  readonly sql: string
  readonly tabel: string
  readonly kolommen: string[]
  readonly verwijstNaar: string[]
}

type Vraag = Pick<pg.PoolClient, 'query'>

/** Alle gewone en verdeelde tabellen; een deel van een verdeelde tabel gaat mee met het geheel. */
export async function tabellenOpVolgorde(db: Vraag): Promise<Tabel[]> {
  const { rows } = await db.query<{ schema: string; naam: string; kolommen: string[]; doelen: string[] }>(
    `select n.nspname as schema, c.relname as naam,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             and a.attgenerated = '' order by a.attnum) as kolommen,
       array(select distinct dn.nspname || '.' || d.relname from pg_constraint f join pg_class d on d.oid = f.confrelid
             join pg_namespace dn on dn.oid = d.relnamespace
             where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> f.conrelid and not d.relispartition) as doelen
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
     order by n.nspname, c.relname`,
    [bewaardeSchemas],
  )
  return opVolgorde(
    rows.map((r) => ({
      sql: `${naam(r.schema)}.${naam(r.naam)}`,
      tabel: `${r.schema}.${r.naam}`,
      kolommen: r.kolommen,
      verwijstNaar: r.doelen,
    })),
  )
}

/** Steeds de eerste tabel waarvan alles waar zij naar verwijst er al staat. */
export function opVolgorde(tabellen: readonly Tabel[]): Tabel[] {
  const gezet: Tabel[] = []
  const rest = [...tabellen]
  while (rest.length > 0) {
    const plaats = rest.findIndex((t) => t.verwijstNaar.every((doel) => !rest.some((r) => r.tabel === doel)))
    invariant(plaats >= 0, `tabellen verwijzen niet in een kring: ${rest.map((t) => t.tabel).join(', ')}`)
    gezet.push(...rest.splice(plaats, 1))
  }
  return gezet
}

export type Reeks = { naam: string; waarde: string }

/** De stand van elke reeks die al gebruikt is. */
export async function reeksen(db: Vraag): Promise<Reeks[]> {
  const { rows } = await db.query<Reeks>(
    `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as naam, last_value::text as waarde
     from pg_sequences where schemaname = any ($1) and last_value is not null order by 1`,
    [bewaardeSchemas],
  )
  return rows
}
