import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { herstelUit } from './invoer.ts'
import { leesMigraties, migratiemap, migreer } from './migreer.ts'
import { tabellenOpVolgorde } from './tabelvolgorde.ts'
import { maakTestdatabase, type Testdatabase } from './testdatabase.testhulp.ts'
import { bewaarUit } from './uitvoer.ts'

const map = mkdtempSync(join(tmpdir(), 'meedoen-bewaren-'))
const bestand = join(map, 'alles.gz')
let bron: Testdatabase
let doel: Testdatabase
beforeAll(async () => {
  bron = await maakTestdatabase()
  await vul(bron.eigenaar)
  await bewaarUit(bron.eigenaar, bestand)
})
afterAll(async () => {
  await bron.sluit()
  rmSync(map, { recursive: true })
})
beforeEach(async () => {
  doel = await maakTestdatabase({ leeg: true })
})
afterEach(() => doel.sluit())

/** Twee gemeenten met rijen die een slordige kopie stuk maakt: tabs, regeleinden, \N, lege tekst, bytes, JSON en NULL. */
async function vul(db: pg.Pool): Promise<void> {
  await db.query(`
    insert into gemeente (code, naam, catalogus) values ('0001', 'Waterdam', 'x'), ('0002', 'Zandhoek', 'x');
    insert into team (gemeente, id, naam)
      select code, gen_random_uuid(), n from gemeente, unnest(array[E'tab\\t en \\\\N', E'regel\\neinde', 'é”€ \\.', '\\\\.']) as n;
    insert into inwoner (gemeente, id, achternaam, zoeknaam, bsn_index, team, gemaakt_op, gewijzigd_op, gewijzigd_door, geboortedatum)
      select t.gemeente, gen_random_uuid(), 'Naam ' || n, 'naam ' || n, decode(lpad(to_hex(n), 8, '0'), 'hex') || t.id::text::bytea, t.id,
        now(), now(), gen_random_uuid(), case when n % 3 = 0 then null else date '1950-01-01' + n end
      from team t, generate_series(1, 400) n;
    insert into zaaknummer values ('0001', 2027, 41);
    insert into outbox (gemeente, id, soort, gegevens, gemaakt_op) values ('0002', gen_random_uuid(), 'proef', '{"a": [1, null, "\\n"]}', now());`)
}

/** Per tabel het aantal rijen en een hash van alle rijen samen, los van hun volgorde. */
async function inhoud(db: pg.Pool): Promise<Record<string, string>> {
  const uit: Record<string, string> = {}
  for (const { tabel, sql } of await tabellenOpVolgorde(db)) {
    if (tabel === 'public.migratie') continue
    const { rows } = await db.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as som from ${sql} t`,
    )
    uit[tabel] = rows[0].som
  }
  return uit
}
const isLeeg = async (db: pg.Pool) =>
  (await db.query(`select to_regclass('gemeente') is null as zonder`)).rows[0].zonder ||
  (await db.query('select from gemeente')).rowCount === 0

describe('bewaren in een bestand en herstellen', () => {
  it('geeft in een lege database precies dezelfde rijen terug, ook zonder dat er een migratie draaide', async () => {
    const hersteld = await herstelUit(doel.eigenaar, bestand)
    expect(hersteld.rijen).toBeGreaterThan(3200)
    expect(await inhoud(doel.eigenaar)).toEqual(await inhoud(bron.eigenaar))
  })

  it('werkt ook in een database die al gemigreerd is, en daarna is de rij-beveiliging wat zij was', async () => {
    await migreer(doel.eigenaar)
    await herstelUit(doel.eigenaar, bestand)
    expect(await inhoud(doel.eigenaar)).toEqual(await inhoud(bron.eigenaar))
    expect((await doel.app.query('select from inwoner')).rowCount).toBe(0)
  })

  it('is één momentopname: wat er tijdens het bewaren bij komt, staat er helemaal niet in', async () => {
    const vooraf = await inhoud(bron.eigenaar)
    const tijdens = join(map, 'tijdens.gz')
    let eerste = true
    await bewaarUit(bron.eigenaar, tijdens, () => {
      if (!eerste) return
      eerste = false
      void bron.eigenaar.query(`insert into zaaknummer values ('0002', 2027, 1)`)
    })
    await herstelUit(doel.eigenaar, tijdens)
    expect(await inhoud(doel.eigenaar)).toEqual(vooraf)
    await bron.eigenaar.query(`delete from zaaknummer where gemeente = '0002'`)
  })

  it('het bestand is alleen voor de maker, er blijft niets half liggen en een bestaand bestand blijft wat het was', async () => {
    expect(statSync(bestand).mode & 0o777).toBe(0o600)
    const eerder = readFileSync(bestand)
    await expect(bewaarUit(bron.eigenaar, bestand)).rejects.toMatchObject({ code: 'BESTAAT_AL' })
    expect(readFileSync(bestand).equals(eerder)).toBe(true)
    expect(readdirSync(map).filter((n) => n.includes('bezig'))).toEqual([])
  })

  it('een rol die niet alles ziet kan niet bewaren: liever niets dan een deel', async () => {
    await expect(bewaarUit(bron.app, join(map, 'deel.gz'))).rejects.toMatchObject({ code: 'EIGENAAR_ZIET_NIET_ALLES' })
    expect(readdirSync(map)).not.toContain('deel.gz')
  })

  it('een doel waar al iets in staat wordt geweigerd en blijft zoals het was', async () => {
    await migreer(doel.eigenaar)
    await doel.eigenaar.query(`insert into gemeente (code, naam, catalogus) values ('0009', 'Bestaand', 'x')`)
    const vooraf = await inhoud(doel.eigenaar)
    await expect(herstelUit(doel.eigenaar, bestand)).rejects.toMatchObject({
      code: 'DOEL_NIET_LEEG',
      message: expect.stringContaining('public.gemeente'),
    })
    expect(await inhoud(doel.eigenaar)).toEqual(vooraf)
  })

  it('een bewaring van vóór een migratie komt terug en wordt dan gemigreerd', async () => {
    const nieuwer = mkdtempSync(join(map, 'migraties-'))
    for (const m of leesMigraties(migratiemap)) writeFileSync(join(nieuwer, `${m.naam}.sql`), m.sql)
    const volgende = `${String(leesMigraties(migratiemap).length + 1).padStart(4, '0')}_later`
    writeFileSync(join(nieuwer, `${volgende}.sql`), `alter table team add erbij text not null default 'later'`)
    const hersteld = await herstelUit(doel.eigenaar, bestand, undefined, nieuwer)
    expect(hersteld.daarnaGemigreerd).toEqual([volgende])
    expect((await doel.eigenaar.query(`select from team where erbij = 'later'`)).rowCount).toBe(8)
  })

  it('een bewaring van een nieuwer programma wordt geweigerd', async () => {
    const ouder = mkdtempSync(join(map, 'migraties-'))
    await expect(herstelUit(doel.eigenaar, bestand, undefined, ouder)).rejects.toMatchObject({ code: 'DATABASE_NIEUWER' })
  })
})

describe('een beschadigd bestand wordt niet teruggezet', () => {
  const heel = () => readFileSync(bestand)
  const uitgepakt = () => gunzipSync(heel())
  const vervang = (van: string, naar: string) => gzipSync(Buffer.from(uitgepakt().toString('latin1').replace(van, naar), 'latin1'))

  it.each<[string, () => Buffer, string]>([
    ['een omgevallen bit midden in het bestand', () => metBit(heel(), heel().length >> 1), 'BEWARING_BESCHADIGD'],
    ['een afgebroken bestand', () => heel().subarray(0, heel().length - 200), 'BEWARING_BESCHADIGD'],
    [
      'een half bestand dat wel netjes is ingepakt',
      () => gzipSync(uitgepakt().subarray(0, uitgepakt().length >> 1)),
      'BEWARING_BESCHADIGD',
    ],
    ['een bestand zonder slot', () => gzipSync(uitgepakt().subarray(0, uitgepakt().lastIndexOf('{"einde"'))), 'BEWARING_BESCHADIGD'],
    ['een veranderde waarde', () => vervang('Naam 17\t', 'Naam 18\t'), 'BEWARING_BESCHADIGD'],
    ['een veranderd aantal', () => vervang('"rijen":8,', '"rijen":9,'), 'BEWARING_BESCHADIGD'],
    ['iets achter het slot', () => gzipSync(Buffer.concat([uitgepakt(), Buffer.from('x')])), 'BEWARING_BESCHADIGD'],
    ['een heel ander bestand', () => gzipSync(Buffer.from('hallo\n')), 'GEEN_BEWARING'],
    ['een leeg bestand', () => Buffer.alloc(0), 'BEWARING_BESCHADIGD'],
  ])('%s', async (_, maak, code) => {
    const stuk = join(map, 'stuk.gz')
    writeFileSync(stuk, maak())
    await expect(herstelUit(doel.eigenaar, stuk)).rejects.toMatchObject({ code })
    expect(await isLeeg(doel.eigenaar)).toBe(true)
  })

  it('een rij die de regels van de database breekt, draait alles terug', async () => {
    const stuk = join(map, 'regel.gz')
    // Alle hashes kloppen, de inhoud niet: twee gemeenten met dezelfde code.
    const dubbel = join(map, 'dubbel.gz')
    await bron.eigenaar.query(
      `begin; alter table gemeente drop constraint gemeente_pkey cascade; insert into gemeente (code, naam, catalogus) values ('0001', 'Weer', 'x'); commit`,
    )
    await bewaarUit(bron.eigenaar, dubbel)
    writeFileSync(stuk, readFileSync(dubbel))
    await expect(herstelUit(doel.eigenaar, stuk)).rejects.toMatchObject({
      code: 'BEWARING_BESCHADIGD',
      message: expect.stringContaining('gemeente'),
    })
    expect(await isLeeg(doel.eigenaar)).toBe(true)
  })
})

function metBit(bytes: Buffer, plaats: number): Buffer {
  const kopie = Buffer.from(bytes)
  kopie[plaats] = (kopie[plaats] ?? 0) ^ 0x10
  return kopie
}
