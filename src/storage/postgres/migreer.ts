/** Genummerde SQL-bestanden, alleen vooruit, elk één keer en elk in een eigen transactie. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { Databasefout } from './databasefout.ts'
import { approl } from './rollen.ts'
import { metSlot } from './slot.ts'
import { type Meld, naam } from './verbinding.ts'

export const migratiemap = fileURLToPath(new URL('../migraties', import.meta.url))
export type Migratie = { readonly nummer: number; readonly naam: string; readonly hash: string; readonly sql: string }

/** Draait wat nog niet gedraaid is. Twee tegelijk wachten op elkaar; na een fout is er van die migratie niets gebeurd. */
export async function migreer(
  eigenaar: pg.Pool,
  meld: Meld = () => undefined,
  map: string = migratiemap,
  totEnMet = Number.POSITIVE_INFINITY,
): Promise<{ gedraaid: string[] }> {
  const bestanden = leesMigraties(map)
  return metSlot(eigenaar, 'migreren', async (client) => {
    await client.query(
      `create table if not exists migratie (
         nummer integer primary key, naam text not null, hash text not null, gedraaid_op timestamptz not null default now());
       grant select on migratie to ${naam(approl)}`,
    )
    const nog = vergelijk(bestanden, await gedraaideMigraties(client)).filter((m) => m.nummer <= totEnMet)
    nog.forEach(eisEenTransactie)
    for (const migratie of nog) await draai(client, migratie, meld)
    return { gedraaid: nog.map((m) => m.naam) }
  })
}

/** Weigert te werken op een database die achterloopt of vooruitloopt; de rol van de app mag dit vragen. */
export async function eisGemigreerd(app: pg.Pool, map: string = migratiemap): Promise<void> {
  const nog = vergelijk(leesMigraties(map), await gedraaideMigraties(app))
  if (nog.length > 0)
    throw new Databasefout(
      'NIET_GEMIGREERD',
      `De database loopt ${nog.length} migraties achter (${nog[0]?.naam}); draai meedoen database migreer.`,
    )
}

/** Wie halverwege bevestigt, kan half blijven staan. Tekst en functies tellen niet mee. */
function eisEenTransactie(m: Migratie): void {
  const kaal = m.sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1/g, ' ')
  const zelf = kaal.split(';').find((opdracht) => /^\s*(begin|start\s+transaction|commit|end|rollback|abort)\b/i.test(opdracht))
  if (zelf) throw new Databasefout('MIGRATIE_BEVESTIGT', `Migratie ${m.naam} bevat "${zelf.trim()}"; zij draait al in één transactie.`)
}

async function draai(client: pg.PoolClient, m: Migratie, meld: Meld): Promise<void> {
  meld(`migratie ${m.naam}`)
  try {
    await client.query('begin')
    await client.query(m.sql)
    await client.query('insert into migratie (nummer, naam, hash) values ($1, $2, $3)', [m.nummer, m.naam, m.hash])
    await client.query('commit')
  } catch (f) {
    await client.query('rollback').catch(() => undefined)
    throw new Databasefout('MIGRATIE_MISLUKT', `Migratie ${m.naam} is niet gelukt en helemaal teruggedraaid: ${(f as Error).message}`, f)
  }
}

/** De bestanden `NNNN_naam.sql`, op volgorde en zonder gaten. */
export function leesMigraties(map: string = migratiemap): Migratie[] {
  const namen = readdirSync(map).filter((naam) => naam.endsWith('.sql'))
  return namen.sort().map((naam, plaats) => {
    const nummer = Number(/^(\d{4})_[a-z0-9-]+\.sql$/.exec(naam)?.[1])
    if (nummer !== plaats + 1)
      throw new Databasefout(
        'MIGRATIE_NUMMER',
        `${join(map, naam)}: verwacht nummer ${String(plaats + 1).padStart(4, '0')} en een naam in kleine letters.`,
      )
    const sql = readFileSync(join(map, naam), 'utf8').replaceAll('\r\n', '\n')
    return { nummer, naam: naam.slice(0, -4), hash: createHash('sha256').update(sql).digest('hex'), sql }
  })
}

export type Gedraaid = { nummer: number; naam: string; hash: string }

/** Wat er in deze database gedraaid is; leeg als er nog nooit gemigreerd is. */
export async function gedraaideMigraties(client: pg.Pool | pg.PoolClient): Promise<Gedraaid[]> {
  const { rows } = await client.query<{ er: boolean }>(`select to_regclass('migratie') is not null as er`)
  if (!rows[0]?.er) return []
  return (await client.query<Gedraaid>('select nummer, naam, hash from migratie order by nummer')).rows
}

/** Wat er nog moet draaien. Een veranderd of onbekend bestand wordt geweigerd: een database loopt alleen vooruit. */
export function vergelijk(bestanden: readonly Migratie[], gedraaid: readonly Gedraaid[]): Migratie[] {
  for (const eerder of gedraaid) {
    const bestand = bestanden[eerder.nummer - 1]
    if (!bestand)
      throw new Databasefout(
        'DATABASE_NIEUWER',
        `De database kent migratie ${eerder.naam}, dit programma niet: het is te oud voor deze database.`,
      )
    if (bestand.hash !== eerder.hash || bestand.naam !== eerder.naam)
      throw new Databasefout(
        'MIGRATIE_VERANDERD',
        `Migratie ${bestand.naam} is veranderd nadat zij hier gedraaid is. Maak een nieuwe migratie.`,
      )
  }
  return bestanden.slice(gedraaid.length)
}
