import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maakTestdatabase, type Testdatabase } from '#storage/postgres/testdatabase.testhulp.ts'
import { adresVan } from '#storage/postgres/testserver.testhulp.ts'
import { draai } from './draai.testhulp.ts'

let d: Testdatabase
const map = mkdtempSync(join(tmpdir(), 'meedoen-beheer-'))
beforeAll(async () => {
  d = await maakTestdatabase({ leeg: true })
})
afterAll(async () => {
  await d.sluit()
  rmSync(map, { recursive: true })
})

const op = (...argumenten: string[]) =>
  draai(argumenten, '', undefined, { url: adresVan(d.verbindingen.app), beheerUrl: adresVan(d.verbindingen.eigenaar), data: map })

it('van een lege database naar een gemeente met een beheerder, zonder proefgegevens', async () => {
  expect(await op('beheer', 'gemeente', '9001', 'Veenmeer', '--catalogus', 'veenmeer')).toMatchObject({
    code: 0,
    uit: expect.stringContaining('Veenmeer (9001) staat klaar met 2 catalogusversies.'),
  })
  const gedaan = await op(
    'beheer',
    'medewerker',
    '9001',
    'Eerste@Gemeente.example',
    'Eerste Beheerder',
    '--rol',
    'beheerder',
    '--rol',
    'toezichthouder',
  )
  expect(gedaan).toMatchObject({
    code: 0,
    uit: 'Eerste Beheerder kan zich in 9001 aanmelden als eerste@gemeente.example (toezichthouder, beheerder).\n',
  })
  const { rows } = await d.eigenaar.query('select g.verzonnen, m.rollen, m.actief from medewerker m join gemeente g on g.code = m.gemeente')
  expect(rows).toEqual([{ verzonnen: false, rollen: ['toezichthouder', 'beheerder'], actief: true }])
  const publicaties = await d.eigenaar.query("select versie, reden from cataloguspublicatie where gemeente = '9001' order by geldig_van")
  expect(publicaties.rows.map((r) => r.reden)).toEqual(['Ingebruikname', 'Ingebruikname'])
  const logboek = await d.eigenaar.query('select doel from audit order by id')
  expect(logboek.rows.map((r) => r.doel)).toEqual(['gemeente in gebruik nemen', 'medewerker toevoegen (toezichthouder, beheerder)'])
})

it.each([
  [['gemeente', '9001', 'Veenmeer', '--catalogus', 'veenmeer'], 1, 'GEMEENTE_BEKEND'],
  [['gemeente', '12', 'X', '--catalogus', 'veenmeer'], 2, 'CODE_ONGELDIG'],
  [['gemeente', '9002', ' ', '--catalogus', 'veenmeer'], 2, 'NAAM_ONGELDIG'],
  [['gemeente', '9002', 'X', '--catalogus', 'weg'], 2, 'CATALOGUS_ONBEKEND'],
  [['medewerker', '9003', 'a@b.example', 'X', '--rol', 'beheerder'], 2, 'GEMEENTE_ONBEKEND'],
  [['medewerker', '9001', 'a@b.example', 'X', '--rol', 'baas'], 2, 'ROL_ONBEKEND'],
  [['medewerker', '9001', 'a@b.example', 'X', '--rol', 'consulent', '--team', 'Weg'], 2, 'TEAM_ONBEKEND'],
  [['medewerker', '9001', 'EERSTE@gemeente.example', 'X', '--rol', 'beheerder'], 1, 'AANMELDNAAM_BEKEND'],
])('weigert beheer %j (%i, %s)', async (argumenten, code, fout) => {
  const uit = await op('beheer', ...argumenten, '--json')
  expect([uit.code, JSON.parse(uit.uit).fouten[0].code]).toEqual([code, fout])
})

it('zonder DATABASE_BEHEER_URL zegt de opdracht wat er mist', async () => {
  const uit = await draai(['beheer', 'gemeente', '9009', 'X', '--catalogus', 'veenmeer'], '', undefined, {
    url: adresVan(d.verbindingen.app),
    data: map,
  })
  expect(uit).toMatchObject({ code: 2, fout: expect.stringContaining('[GEEN_BEHEER_URL]') })
})
