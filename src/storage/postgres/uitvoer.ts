/** De hele database naar één bestand, als één momentopname, terwijl iedereen doorwerkt. */
import { createWriteStream, existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as kopieerUit } from 'pg-copy-streams'
import { Bewaringschrijver } from './bewaarbestand.ts'
import { controleerBewaring } from './controleer-bewaring.ts'
import { Databasefout } from './databasefout.ts'
import { gedraaideMigraties } from './migreer.ts'
import { reeksen, type Tabel, tabellenOpVolgorde } from './tabelvolgorde.ts'
import { type Meld, naam } from './verbinding.ts'

export type Bewaard = { tabellen: number; rijen: number; migraties: number }

/** Schrijft `bestand`, alleen leesbaar voor wie het maakt. Het krijgt zijn naam pas als het af is, op schijf staat en teruggelezen is. */
export async function bewaarUit(eigenaar: pg.Pool, bestand: string, meld: Meld = () => undefined): Promise<Bewaard> {
  if (existsSync(bestand)) throw bestaatAl(bestand)
  const bezig = `${bestand}.bezig-${process.pid}`
  try {
    const bewaard = await schrijfBestand(bezig, (gzip) =>
      eenMoment(eigenaar, (client) => schrijf(client, new Bewaringschrijver(gzip), meld)),
    )
    await controleerBewaring(bezig)
    await zetNeer(bezig, bestand)
    return bewaard
  } catch (f) {
    await rm(bezig, { force: true })
    throw f
  }
}

/** Wat `werk` schrijft komt ingepakt in een nieuw bestand; klaar is: het staat op schijf. */
async function schrijfBestand<T>(pad: string, werk: (naar: Writable) => Promise<T>): Promise<T> {
  const gzip = createGzip({ level: 5 })
  const klaar = pipeline(gzip, createWriteStream(pad, { flags: 'wx', mode: 0o600, flush: true }))
  klaar.catch(() => undefined) // een volle schijf komt ook terug bij wie schrijft, en hieronder
  try {
    const uitkomst = await werk(gzip)
    gzip.end()
    await klaar
    return uitkomst
  } catch (f) {
    gzip.destroy()
    await klaar.catch((oorzaak: NodeJS.ErrnoException) => {
      if (oorzaak.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw oorzaak
    })
    throw f
  }
}

const bestaatAl = (naam: string) => new Databasefout('BESTAAT_AL', `${naam} bestaat al; er is niets overschreven.`)

/** Hernoemen zonder iets te overschrijven, en de map laten weten dat het er staat. */
async function zetNeer(van: string, naar: string): Promise<void> {
  try {
    await link(van, naar)
    await rm(van)
  } catch (f) {
    if ((f as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(naar)) throw bestaatAl(naar)
    await rename(van, naar) // een bestandssysteem zonder koppelingen
  }
  const map = await open(dirname(naar))
  await map.sync().catch(() => undefined) // niet elk bestandssysteem kent dit voor een map
  await map.close()
}

async function eenMoment<T>(eigenaar: pg.Pool, werk: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await eigenaar.connect()
  let fout: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    // Zou de rij-beveiliging iets weglaten, dan is dit een fout in plaats van een onvolledige bewaring.
    await client.query('set local row_security = off')
    const uitkomst = await werk(client)
    await client.query('commit')
    return uitkomst
  } catch (f) {
    fout = f as Error
    throw (f as pg.DatabaseError).code === '42501'
      ? new Databasefout(
          'EIGENAAR_ZIET_NIET_ALLES',
          `De rol van DATABASE_BEHEER_URL mag niet alles lezen (${fout.message}); zie docs/beheer.md.`,
          f,
        )
      : f
  } finally {
    client.release(fout) // een afgebroken COPY laat de verbinding niet bruikbaar achter
  }
}

async function schrijf(client: pg.PoolClient, naar: Bewaringschrijver, meld: Meld): Promise<Bewaard> {
  const migraties = await gedraaideMigraties(client)
  if (migraties.length === 0) throw new Databasefout('NIETS_TE_BEWAREN', 'Deze database is nog leeg: er is nog geen migratie gedraaid.')
  const { rows } = await client.query<{ nu: Date; server: string }>(`select now() as nu, current_setting('server_version') as server`)
  for (const { nu, server } of rows) await naar.kop({ gemaaktOp: nu.toISOString(), server, migraties })
  const tabellen = await tabellenOpVolgorde(client)
  let rijen = 0
  for (const tabel of tabellen) rijen += await schrijfTabel(client, tabel, naar, meld)
  await naar.slot({ tabellen: tabellen.length, rijen, reeksen: await reeksen(client) })
  return { tabellen: tabellen.length, rijen, migraties: migraties.length }
}

async function schrijfTabel(client: pg.PoolClient, { sql, tabel, kolommen }: Tabel, naar: Bewaringschrijver, meld: Meld): Promise<number> {
  await naar.tabel({ tabel, kolommen })
  const rijen = client.query(kopieerUit(`copy (select ${kolommen.map(naam).join(', ')} from ${sql}) to stdout`))
  for await (const blok of rijen) await naar.blok(blok as Buffer)
  await naar.tabelslot(rijen.rowCount)
  if (rijen.rowCount > 0) meld(`${tabel}: ${rijen.rowCount.toLocaleString('nl-NL')} ${rijen.rowCount === 1 ? 'rij' : 'rijen'}`)
  return rijen.rowCount
}
