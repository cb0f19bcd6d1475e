/** Een bewaard bestand terugzetten in een lege database: alles of niets, in één transactie. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as kopieerIn } from 'pg-copy-streams'
import type { Bewaringlezer, Kop, Slot, Tabelkop } from './bewaarbestand.ts'
import { controleerBewaring, metBewaring } from './controleer-bewaring.ts'
import { Databasefout } from './databasefout.ts'
import { gedraaideMigraties, leesMigraties, migratiemap, migreer, vergelijk } from './migreer.ts'
import { type Tabel, tabellenOpVolgorde } from './tabelvolgorde.ts'
import { type Meld, naam } from './verbinding.ts'

export type Hersteld = { tabellen: number; rijen: number; gemaaktOp: string; daarnaGemigreerd: string[] }

/** Deze tabellen vullen de migraties zelf; hun inhoud uit de bewaring komt in de plaats van wat er staat. */
const gevuldDoorMigraties = (tabel: string) => tabel === 'public.gelijkgestelde_dag'
/** De lijst van migraties zelf wordt vergeleken, niet teruggezet. */
const overslaan = 'public.migratie'

/** Eerst het hele bestand nalezen, dan de migraties van toen, de rijen, en de migraties van nu. */
export async function herstelUit(
  eigenaar: pg.Pool,
  bestand: string,
  meld: Meld = () => undefined,
  migraties: string = migratiemap,
): Promise<Hersteld> {
  await controleerBewaring(bestand)
  return metBewaring(bestand, async (lezer) => {
    const kop = await lezer.kop()
    await zetSchemaKlaar(eigenaar, kop, meld, migraties)
    const slot = await inEenTransactie(eigenaar, (client) => leesAlles(client, lezer, kop, meld))
    const { gedraaid } = await migreer(eigenaar, meld, migraties)
    return { tabellen: slot.tabellen, rijen: slot.rijen, gemaaktOp: kop.gemaaktOp, daarnaGemigreerd: gedraaid }
  })
}

async function zetSchemaKlaar(eigenaar: pg.Pool, kop: Kop, meld: Meld, map: string): Promise<void> {
  vergelijk(leesMigraties(map), kop.migraties) // een bewaring van een nieuwer of ander programma wordt hier geweigerd
  const hier = await gedraaideMigraties(eigenaar)
  if (hier.length > kop.migraties.length)
    throw new Databasefout(
      'DOEL_NIEUWER',
      `De database heeft ${hier.length} migraties, de bewaring ${kop.migraties.length}. Herstel in een lege database waar nog geen migratie draaide.`,
    )
  await migreer(eigenaar, meld, map, kop.migraties.length)
}

async function inEenTransactie<T>(eigenaar: pg.Pool, werk: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await eigenaar.connect()
  let fout: Error | undefined
  try {
    await client.query('begin')
    const uitkomst = await werk(client)
    await client.query('commit')
    return uitkomst
  } catch (f) {
    fout = f as Error
    throw f
  } finally {
    client.release(fout) // de verbinding sluiten draait de transactie terug, ook midden in een COPY
  }
}

async function leesAlles(client: pg.PoolClient, lezer: Bewaringlezer, kop: Kop, meld: Meld): Promise<Slot> {
  const tabellen = await tabellenOpVolgorde(client)
  await maakLeeg(client, tabellen)
  let rijen = 0
  for (;;) {
    const volgende = await lezer.volgende()
    if ('einde' in volgende) {
      await lezer.einde()
      eisGelijk('het aantal tabellen', volgende.tabellen, tabellen.length)
      eisGelijk('het aantal rijen', volgende.rijen, rijen)
      if (tabellen.some((t) => t.tabel === 'public.outbox')) await zetOpnieuwInDeRij(client, kop)
      for (const { naam: reeks, waarde } of volgende.reeksen) await client.query('select setval($1::regclass, $2)', [reeks, waarde])
      return volgende
    }
    const tabel = tabellen.find((t) => t.tabel === volgende.tabel)
    if (!tabel) throw new Databasefout('TABEL_ONBEKEND', `De bewaring heeft een tabel ${volgende.tabel} die deze database niet kent.`)
    rijen += await leesTabel(client, tabel, volgende, lezer, kop, meld)
  }
}

/** De wachtrij zelf zit niet in een bewaring: wat er kort ervoor in stond, komt er opnieuw in. Een taak mag twee keer draaien. */
async function zetOpnieuwInDeRij(client: pg.PoolClient, { gemaaktOp }: Kop): Promise<void> {
  await client.query(`update outbox set verwerkt_op = null where verwerkt_op > $1::timestamptz - interval '1 day'`, [gemaaktOp])
}

/** Niemand schrijft intussen mee, en er wordt niets overschreven. */
async function maakLeeg(client: pg.PoolClient, tabellen: readonly Tabel[]): Promise<void> {
  for (const { sql } of tabellen) await client.query(`lock table ${sql} in access exclusive mode`)
  const gevuld: string[] = []
  for (const { sql, tabel } of tabellen) {
    if (tabel === overslaan || gevuldDoorMigraties(tabel)) continue
    const { rows } = await client.query<{ vol: boolean }>(`select exists (select from ${sql}) as vol`)
    if (rows[0]?.vol) gevuld.push(tabel)
  }
  if (gevuld.length > 0)
    throw new Databasefout(
      'DOEL_NIET_LEEG',
      `In deze database staan al gegevens (${gevuld.join(', ')}); herstellen kan alleen in een lege.`,
    )
  for (const { sql, tabel } of [...tabellen].reverse()) if (gevuldDoorMigraties(tabel)) await client.query(`delete from ${sql}`)
}

async function leesTabel(
  client: pg.PoolClient,
  { sql, tabel }: Tabel,
  kop: Tabelkop,
  lezer: Bewaringlezer,
  { migraties }: Kop,
  meld: Meld,
) {
  let gelezen: number
  if (tabel === overslaan) {
    for await (const _ of lezer.blokken());
    gelezen = migraties.length
  } else {
    const doel = client.query(kopieerIn(`copy ${sql} (${kop.kolommen.map(naam).join(', ')}) from stdin`))
    await pipeline(Readable.from(lezer.blokken()), doel).catch(past(tabel))
    const { rows } = await client.query<{ aantal: string }>(`select count(*) as aantal from ${sql}`)
    gelezen = Number(rows[0]?.aantal)
  }
  const slot = await lezer.tabelslot(tabel)
  eisGelijk(`het aantal rijen van ${tabel}`, slot.rijen, gelezen)
  if (gelezen > 0) meld(`${tabel}: ${gelezen.toLocaleString('nl-NL')} ${gelezen === 1 ? 'rij' : 'rijen'}`)
  return gelezen
}

/** Een rij die de database niet wil (vorm of regel) ligt aan het bestand; al het andere is een storing. */
const past = (tabel: string) => (f: Error & { code?: string }) => {
  if (!/^2[23]/.test(f.code ?? '')) throw f
  throw new Databasefout('BEWARING_BESCHADIGD', `Een rij van ${tabel} past niet: ${f.message}. Er is niets teruggezet.`, f)
}

function eisGelijk(wat: string, verwacht: number, gevonden: number): void {
  if (verwacht !== gevonden)
    throw new Databasefout(
      'BEWARING_BESCHADIGD',
      `Er klopt iets niet: ${wat} is ${gevonden} en moest ${verwacht} zijn. Er is niets teruggezet.`,
    )
}
