/**
 * Wat er van de hele keten niet van ons is: dezelfde regels en dezelfde ingepakte bytes met `psql \\copy` in dezelfde tabellen, en alleen
 * het versleutelen en inpakken van dezelfde bytes.
 */
import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { GEMEENTE } from './iwmo-bestand.ts'
import { psqlverbinding } from './psql.ts'
import type { Meetplek } from './werkplek-gegevens.ts'

const draai = promisify(execFile)
const tabellen = ['prestatie', 'berichtdeel'] as const
/** Ver voorbij de nummers die er al zijn: de kopie komt bij het antwoord op dezelfde declaratie te staan. */
const VERDER = 10_000_000

/** Seconden voor de rijen van deze declaratie, in één transactie, als eigenaar en dus zonder rijbeveiliging. */
export async function meetKopie(psql: string, plek: Meetplek, map: string, identificatie: string): Promise<number> {
  const { rows } = await plek.eigenaar.query<{ id: string; retour: string }>(
    'select id, retour from bericht where gemeente = $1 and identificatie = $2 and naam = $3',
    [GEMEENTE, identificatie, 'WMO323'],
  )
  const [bericht] = rows
  if (bericht === undefined) throw new Error('de declaratie staat niet in de database')
  const bestand = (tabel: string) => join(map, `${tabel}.csv`)
  for (const tabel of tabellen) {
    const kolommen = await kolommenVan(plek, tabel)
    const keuze = kolommen.map((k) => (k === 'bericht' ? `'${bericht.retour}'::uuid` : k === 'volg' ? `volg + ${VERDER}` : k)).join(', ')
    await copy(psql, plek, `\\copy (select ${keuze} from ${tabel} where bericht = '${bericht.id}' order by volg) to '${bestand(tabel)}'`)
  }
  const begin = performance.now()
  await copy(psql, plek, ...tabellen.map((t) => `\\copy ${t} from '${bestand(t)}'`))
  const seconden = (performance.now() - begin) / 1000
  for (const tabel of tabellen) {
    await plek.eigenaar.query(`delete from ${tabel} where gemeente = $1 and bericht = $2 and volg >= $3`, [
      GEMEENTE,
      bericht.retour,
      VERDER,
    ])
    await rm(bestand(tabel))
  }
  return seconden
}

const copy = (psql: string, plek: Meetplek, ...opdrachten: string[]) =>
  draai(psql, [...psqlverbinding(plek), '-1', ...opdrachten.flatMap((o) => ['-c', o])])

async function kolommenVan(plek: Meetplek, tabel: string): Promise<string[]> {
  const { rows } = await plek.eigenaar.query<{ attname: string }>(
    'select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum',
    [tabel],
  )
  return rows.map((r) => r.attname)
}

const pak = promisify(deflateRaw) as (bytes: Uint8Array, opties: { level: number }) => Promise<Buffer>

/** Seconden om het bestand te lezen en per megabyte te versleutelen, al dan niet eerst ingepakt zoals in de database. */
export async function meetVersleutelen({ kluis }: Meetplek, pad: string, inpakken: boolean): Promise<number> {
  const begin = performance.now()
  for await (const blok of createReadStream(pad, { highWaterMark: 1024 * 1024 }))
    kluis.versleutelBytes(inpakken ? await pak(blok as Buffer, { level: 1 }) : (blok as Buffer), 'meting')
  return (performance.now() - begin) / 1000
}
