import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { maakMap } from '#storage/postgres/proces.testhulp.ts'
import { maakTestdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { adresVan } from '#storage/postgres/testserver.testhulp.ts'
import { draai } from './draai.testhulp.ts'

const kladmap = mkdtempSync(join(tmpdir(), 'meedoen-cli-database-'))
const [een, ander] = [maakMap(), maakMap()]
afterAll(async () => {
  await een.ruimOp()
  await ander.ruimOp()
  rmSync(kladmap, { recursive: true })
})
const ingebouwd = (map: string, ...argumenten: string[]) => draai(['database', ...argumenten], '', undefined, { data: map })

it('een ingebouwde database: migreren, nakijken, op twee manieren bewaren en in een andere map herstellen', async () => {
  const koud = join(kladmap, 'koud')
  const bestand = join(kladmap, 'alles.gz')
  expect(await ingebouwd(een.map, 'controleer')).toMatchObject({
    code: 1,
    uit: expect.stringMatching(/migraties: \d+ bevinding[\s\S]*database migreer/),
  })
  expect(await ingebouwd(een.map, 'migreer')).toMatchObject({ code: 0, uit: expect.stringContaining('0001_basis') })
  expect(await ingebouwd(een.map, 'migreer')).toMatchObject({ code: 0, uit: 'Er was niets te migreren.\n' })
  expect(await ingebouwd(een.map, 'controleer')).toMatchObject({
    code: 0,
    uit: 'migraties: in orde\nschema: in orde\nrijbeveiliging: in orde\nlogboek: in orde\n',
  })

  expect(await ingebouwd(een.map, 'bewaar', koud)).toMatchObject({
    code: 0,
    uit: expect.stringContaining('De sleutels zitten hier niet in'),
  })
  expect(await ingebouwd(een.map, 'bewaar', bestand, '--json')).toMatchObject({
    code: 0,
    uit: expect.stringContaining('"soort": "bestand"'),
  })
  expect(await ingebouwd(een.map, 'bewaar', bestand)).toMatchObject({ code: 1, fout: expect.stringContaining('[BESTAAT_AL]') })

  expect(await ingebouwd(ander.map, 'herstel', koud)).toMatchObject({ code: 0, uit: expect.stringContaining('Hersteld') })
  expect(await ingebouwd(ander.map, 'controleer')).toMatchObject({ code: 0 })
  expect(await ingebouwd(ander.map, 'herstel', koud, '--json')).toMatchObject({ code: 1, uit: expect.stringContaining('DOEL_NIET_LEEG') })
})

it('een eigen server: bewaren als bestand en herstellen in een lege database', async () => {
  const bron = await maakTestdatabase()
  const doel = await maakTestdatabase({ leeg: true })
  const bestand = join(kladmap, 'server.gz')
  const op = (d: typeof bron, ...argumenten: string[]) =>
    draai(['database', ...argumenten], '', undefined, {
      url: adresVan(d.verbindingen.app),
      beheerUrl: adresVan(d.verbindingen.eigenaar),
      data: kladmap,
    })
  await bron.eigenaar.query(`insert into gemeente (code, naam, catalogus) values ('0001', 'Waterdam', 'x')`)
  expect(await op(bron, 'bewaar', bestand)).toMatchObject({ code: 0 })
  expect(await op(bron, 'bewaar', join(kladmap, 'map'))).toMatchObject({ code: 2, fout: expect.stringContaining('[ALLEEN_INGEBOUWD]') })
  expect(await op(bron, 'herstel', bestand)).toMatchObject({ code: 1, fout: expect.stringContaining('[DOEL_NIET_LEEG]') })
  expect(await op(doel, 'herstel', bestand)).toMatchObject({ code: 0 })
  expect(await op(doel, 'controleer')).toMatchObject({ code: 0 })
  expect((await doel.eigenaar.query('select naam from gemeente')).rows).toEqual([{ naam: 'Waterdam' }])
  await Promise.all([bron.sluit(), doel.sluit()])
})

it('nakijken noemt wat er mis is met naam en regel', async () => {
  const d = await maakTestdatabase()
  await d.eigenaar.query("alter table zaak disable row level security; insert into gemeente values ('0001', 'W', 'x')")
  await d.eigenaar.query(`insert into zaaknummer values ('0001', 2027, 1); alter table zaaknummer disable row level security`)
  const uit = await draai(['database', 'controleer'], '', undefined, {
    url: adresVan(d.verbindingen.app),
    beheerUrl: adresVan(d.verbindingen.eigenaar),
    data: kladmap,
  })
  expect(uit).toMatchObject({ code: 1, uit: expect.stringContaining('zaak: rij-beveiliging staat aan') })
  expect(uit.uit).toContain('zaaknummer: de rol van de app ziet hier rijen zonder dat er een gemeente gebonden is [ONGEBONDEN]')
  await d.sluit()
})

it('wie als eigenaar of beheerder aanmeldt in plaats van als app, komt er niet in', async () => {
  const d = await maakTestdatabase()
  const beheerUrl = adresVan(d.verbindingen.eigenaar)
  const uit = await draai(['database', 'controleer'], '', undefined, { url: beheerUrl, beheerUrl, data: kladmap })
  expect(uit).toMatchObject({ code: 2, fout: expect.stringContaining('[ROL_OMZEILT]') })
  expect(await draai(['database', 'migreer'], '', undefined, { url: adresVan(d.verbindingen.app), data: kladmap })).toMatchObject({
    code: 2,
    fout: expect.stringContaining('DATABASE_BEHEER_URL'),
  })
  await d.sluit()
})

it.each([
  ['een bestand dat er niet is', () => 'bestaat-niet.gz', 2, 'GEEN_BEWARING'],
  ['een willekeurig bestand', () => zet('tekst.gz', 'hallo'), 1, 'BEWARING_BESCHADIGD'],
])('herstellen uit %s wordt geweigerd', async (_, maak, code, fout) => {
  const d = await maakTestdatabase({ leeg: true })
  const database = { url: adresVan(d.verbindingen.app), beheerUrl: adresVan(d.verbindingen.eigenaar), data: kladmap }
  expect(await draai(['database', 'herstel', maak()], '', undefined, database)).toMatchObject({
    code,
    fout: expect.stringContaining(fout),
  })
  await d.sluit()
})

function zet(naam: string, inhoud: string): string {
  writeFileSync(join(kladmap, naam), inhoud)
  return join(kladmap, naam)
}
