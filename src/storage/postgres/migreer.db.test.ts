import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eisGemigreerd, leesMigraties, migreer } from './migreer.ts'
import { maakTestdatabase, type Testdatabase } from './testdatabase.testhulp.ts'

let map: string
let database: Testdatabase
beforeEach(async () => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-migraties-'))
  database = await maakTestdatabase({ leeg: true })
})
afterEach(async () => {
  await database.sluit()
  rmSync(map, { recursive: true })
})

const zet = (naam: string, sql: string) => writeFileSync(join(map, naam), sql)
const draai = (meld?: (t: string) => void) => migreer(database.eigenaar, meld, map)
const tabellen = async () =>
  (
    await database.eigenaar.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`)
  ).rows.map((r) => r.relname)

describe('migraties', () => {
  it('draaien op volgorde, elk één keer', async () => {
    zet('0001_eerste.sql', 'create table a (x integer); insert into a values (1);')
    expect(await draai()).toEqual({ gedraaid: ['0001_eerste'] })
    zet('0002_tweede.sql', 'alter table a add y integer')
    expect(await draai()).toEqual({ gedraaid: ['0002_tweede'] })
    expect(await draai()).toEqual({ gedraaid: [] })
    expect((await database.eigenaar.query('select * from a')).rows).toEqual([{ x: 1, y: null }])
  })

  it('draaien bij drie processen tegelijk toch één keer', async () => {
    zet('0001_eerste.sql', 'create table a (x integer); insert into a values (1); select pg_sleep(0.2);')
    const drie = await Promise.all([1, 2, 3].map(() => draai()))
    expect(drie.flatMap((u) => u.gedraaid)).toEqual(['0001_eerste'])
    expect((await database.eigenaar.query('select * from a')).rowCount).toBe(1)
  })

  it('laten na een fout niets achter van zichzelf, wel wat ervoor kwam, en gaan daarna gewoon verder', async () => {
    zet('0001_eerste.sql', 'create table a (x integer)')
    zet('0002_fout.sql', 'create table b (x integer); create table a (x integer);')
    await expect(draai()).rejects.toMatchObject({ code: 'MIGRATIE_MISLUKT', message: expect.stringContaining('0002_fout') })
    expect(await tabellen()).toEqual(['a', 'migratie'])
    zet('0002_fout.sql', 'create table b (x integer)')
    expect(await draai()).toEqual({ gedraaid: ['0002_fout'] })
  })

  it('een migratie die zelf bevestigt, wordt geweigerd: zij zou half kunnen blijven staan', async () => {
    zet('0001_eerste.sql', 'create table a (x integer); commit; create table b (x integer);')
    await expect(draai()).rejects.toMatchObject({ code: 'MIGRATIE_BEVESTIGT' })
    expect(await tabellen()).not.toContain('a')
  })

  it('een veranderd bestand wordt geweigerd, een ander regeleinde niet', async () => {
    zet('0001_eerste.sql', 'create table a (\n x integer)')
    await draai()
    zet('0001_eerste.sql', 'create table a (\r\n x integer)')
    expect(await draai()).toEqual({ gedraaid: [] })
    zet('0001_eerste.sql', 'create table a (\n x bigint)')
    await expect(draai()).rejects.toMatchObject({ code: 'MIGRATIE_VERANDERD' })
  })

  it('een programma dat ouder is dan de database weigert', async () => {
    zet('0001_eerste.sql', 'create table a (x integer)')
    await draai()
    rmSync(join(map, '0001_eerste.sql'))
    await expect(draai()).rejects.toMatchObject({ code: 'DATABASE_NIEUWER' })
  })

  it('het programma werkt alleen op een database die precies bij is, ook zonder de eigenaar', async () => {
    zet('0001_eerste.sql', 'create table a (x integer)')
    await expect(eisGemigreerd(database.app, map)).rejects.toMatchObject({ code: 'NIET_GEMIGREERD' })
    await draai()
    await eisGemigreerd(database.app, map)
    zet('0002_tweede.sql', 'create table b (x integer)')
    await expect(eisGemigreerd(database.app, map)).rejects.toMatchObject({
      code: 'NIET_GEMIGREERD',
      message: expect.stringContaining('0002_tweede'),
    })
    await draai()
    rmSync(join(map, '0002_tweede.sql'))
    await expect(eisGemigreerd(database.app, map)).rejects.toMatchObject({ code: 'DATABASE_NIEUWER' })
  })

  it.each([
    ['een gat', ['0001_a.sql', '0003_b.sql']],
    ['een dubbel nummer', ['0001_a.sql', '0001_b.sql']],
    ['een naam zonder nummer', ['eerste.sql']],
  ])('%s in de nummers wordt geweigerd', (_, namen) => {
    for (const naam of namen) zet(naam, 'select 1')
    expect(() => leesMigraties(map)).toThrow(expect.objectContaining({ code: 'MIGRATIE_NUMMER' }))
  })
})
