import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draai } from './draai.testhulp.ts'
import { MAX_INVOER } from './lees-invoer.ts'

let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-invoer-'))
})
afterAll(() => rmSync(map, { recursive: true, force: true }))

const veenmeer = ['--catalogus', 'veenmeer']
const indicatie = (van: string, tot: string) => JSON.stringify({ indicaties: [{ product: 'TH1', van, tot }] })
const regel = (delen: object) =>
  JSON.stringify({
    product: 'TH1',
    regels: [{ activiteit: 'was', soort: 'norm', minuten: 60, keer: { aantal: 1, per: 'week' }, ...delen }],
  })

describe('ongeldige invoer: afsluitcode 2, een Nederlandse melding met plaats, en niets op stdout', () => {
  it.each([
    ['kapotte JSON', ['advies', ...veenmeer], '{"antwoorden": {"a": }}', 'Regel 1, kolom 22', 'JSON_ONGELDIG'],
    ['JSON die te vroeg ophoudt', ['advies', ...veenmeer], '{"antwoorden": {', 'Regel 1, kolom 17', 'JSON_ONGELDIG'],
    [
      'een sleutel die twee keer staat',
      ['advies', ...veenmeer],
      '{"antwoorden": {},\n "antwoorden": {}}',
      'Regel 2, kolom 2: De sleutel "antwoorden" staat hier voor de tweede keer.',
      'JSON_ONGELDIG',
    ],
    ['lege invoer', ['advies', ...veenmeer], '', 'Er staat niets.', 'JSON_ONGELDIG'],
    ['diep geneste JSON', ['advies', ...veenmeer], '['.repeat(100_000), 'dieper genest', 'JSON_ONGELDIG'],
    [
      'een onbekende vraag',
      ['advies', ...veenmeer],
      '{"antwoorden":{"huishoudenLukte":"ja"}}',
      '/antwoorden/huishoudenLukte: De vraag "huishoudenLukte" bestaat niet in veenmeer. Bedoelde u "huishoudenLukt"?',
      'VRAAG_ONBEKEND',
    ],
    [
      'een onbekend antwoord',
      ['advies', ...veenmeer],
      '{"antwoorden":{"huishoudenLukt":"jaa"}}',
      'Bedoelde u "ja"? Kies uit: ja, nee, onbekend.',
      'ANTWOORD_ONGELDIG',
    ],
    [
      'een afgeleide waarde als antwoord',
      ['advies', ...veenmeer],
      '{"antwoorden":{"zwareHulp":"ja"}}',
      '"zwareHulp" volgt uit andere antwoorden',
      'ANTWOORD_AFGELEID',
    ],
    [
      'een onbekende gemeente',
      ['advies', ...veenmeer],
      '{"gemeente":"Veenmeerr","antwoorden":{}}',
      'Bedoelde u "Veenmeer"?',
      'GEMEENTE_ONBEKEND',
    ],
    [
      'een andere catalogus in de invoer',
      ['advies', ...veenmeer],
      '{"catalogus":"elders","antwoorden":{}}',
      'De invoer noemt een andere catalogus dan veenmeer.',
      'ANDERE_CATALOGUS',
    ],
    [
      'een onbekende instelling',
      ['advies', ...veenmeer, '--instelling', 'stevig=8'],
      '{"antwoorden":{}}',
      'De instelling "stevig" bestaat niet',
      'INSTELLING_ONBEKEND',
    ],
    ['een onbekende catalogus', ['advies', '--catalogus', 'venmeer'], '{"antwoorden":{}}', 'Bedoelde u "veenmeer"?', 'CATALOGUS_ONBEKEND'],
    ['geen catalogus', ['advies'], '{"antwoorden":{}}', '--catalogus', 'CATALOGUS_ONTBREEKT'],
    [
      'een record dat geen record is',
      ['advies', '--herhaal', '-'],
      '{"antwoorden":{}}',
      'Dit is geen vastgelegd advies.',
      'RECORD_ONGELDIG',
    ],
    ['een dag die niet bestaat', ['stapeling', ...veenmeer], indicatie('2026-02-30', '2026-06-30'), '/indicaties/0/van', 'DATUM_ONGELDIG'],
    [
      'een periode die eindigt voor ze begint',
      ['stapeling', ...veenmeer],
      indicatie('2026-06-30', '2026-01-01'),
      '/indicaties/0/tot: De periode eindigt (2026-01-01) voordat zij begint (2026-06-30).',
      'EINDE_VOOR_BEGIN',
    ],
    [
      'te veel indicaties',
      ['stapeling', ...veenmeer],
      JSON.stringify({ indicaties: Array(1_001).fill({ product: 'TH1', van: '2026-01-01' }) }),
      '1001 indicaties',
      'TE_VEEL_INDICATIES',
    ],
    ['negatieve minuten', ['omvang', ...veenmeer], regel({ minuten: -5 }), '/regels/0/minuten', 'MINUTEN'],
    [
      'een frequentie die niet bestaat',
      ['omvang', ...veenmeer],
      regel({ keer: { aantal: 1, per: 'jaar' } }),
      '/regels/0/keer/per',
      'WAARDE_ONBEKEND',
    ],
    [
      'tienduizend normregels',
      ['omvang', ...veenmeer],
      JSON.stringify({
        product: 'TH1',
        regels: Array(10_000).fill({ activiteit: 'was', soort: 'norm', minuten: 1, keer: { aantal: 1, per: 'week' } }),
      }),
      '10000',
      'TE_VEEL_REGELS',
    ],
  ])('%s', async (_, argumenten, invoer, plaats, code) => {
    const gewoon = await draai([...argumenten, ...(argumenten.includes('-') ? [] : ['-'])], invoer)
    expect(gewoon).toMatchObject({ code: 2, uit: '' })
    expect(gewoon.fout).toContain(plaats)
    expect(gewoon.fout).toContain(code)
    // Met --json staat hetzelfde als één JSON-waarde op stdout, voor een programma dat de fout wil tonen.
    const json = await draai([...argumenten, '--json', ...(argumenten.includes('-') ? [] : ['-'])], invoer)
    expect(json.code).toBe(2)
    const { fouten } = JSON.parse(json.uit)
    expect(fouten.length).toBeGreaterThan(0)
    expect(fouten[0]).toMatchObject({ code: expect.stringContaining(code), plaats: expect.any(String), tekst: expect.any(String) })
  })

  it.each([
    ['een onbekende opdracht', ['advis'], 'De opdracht "advis" bestaat niet. Bedoelde u "advies"?'],
    ['een onbekende optie', ['advies', '--jsn'], 'De optie --jsn bestaat niet. Bedoelde u "--json"?'],
    ['een instelling zonder waarde', ['advies', '--instelling', 'grens'], '"grens" is geen instelling; schrijf sleutel=waarde.'],
    ['dezelfde instelling twee keer', ['advies', '--instelling', 'a=1', '--instelling', 'a=2'], 'De instelling "a" staat er twee keer.'],
    ['een ontbrekend argument', ['catalogus', 'controleer'], 'Er ontbreekt een argument: <map>.'],
    ['een ontbrekende verplichte optie', ['simuleer', '--catalogus', 'veenmeer'], '--caseload'],
    [
      'een aantal dat geen getal is',
      ['demo', 'caseload', '--catalogus', 'veenmeer', '--naar', 'x', '--aantal', 'veel'],
      'Geef een heel getal van 1 tot en met 10000000.',
    ],
    ['te veel argumenten', ['advies', 'a', 'b'], 'Er staan te veel argumenten.'],
    ['een bestand dat niet bestaat', ['advies', '--catalogus', 'veenmeer', 'weg.json'], 'Het bestand "weg.json" bestaat niet.'],
    ['een caseload die niet bestaat', ['simuleer', '--catalogus', 'veenmeer', '--caseload', 'weg.caseload'], 'bestaat niet'],
  ])('%s', async (_, argumenten, tekst) => {
    const gedraaid = await draai(argumenten)
    expect(gedraaid).toMatchObject({ code: 2, uit: '' })
    expect(gedraaid.fout).toContain(tekst)
  })

  it('weigert 50 MB op stdin zonder het te lezen', async () => {
    let gegeven = 0
    const blok = Buffer.alloc(64 * 1024, 0x20)
    const stroom = new Readable({
      read() {
        gegeven += blok.length
        this.push(gegeven > 50 * 1024 * 1024 ? null : blok)
      },
    })
    const gedraaid = await draai(['advies', ...veenmeer, '-'], stroom)
    expect(gedraaid).toMatchObject({ code: 2, uit: '' })
    expect(gedraaid.fout).toContain('groter dan 5 MB')
    expect(gegeven).toBeLessThan(MAX_INVOER + 1024 * 1024)
    expect(stroom.destroyed).toBe(true)
  })

  it('weigert invoer die geen UTF-8 is', async () => {
    const gedraaid = await draai(['advies', ...veenmeer, '-'], Readable.from([Buffer.from([0x7b, 0xff, 0xfe])]))
    expect(gedraaid.code).toBe(2)
    expect(gedraaid.fout).toContain('geen UTF-8')
  })

  it('weigert een groot bestand aan zijn grootte', async () => {
    const pad = join(map, 'groot.json')
    writeFileSync(pad, Buffer.alloc(MAX_INVOER + 1, 0x20))
    expect(await draai(['advies', ...veenmeer, pad])).toMatchObject({ code: 2, uit: '' })
  })

  it.each([
    ['kapotte YAML', { 'a.yaml': 'gronden: [a' }, 'a.yaml:1:'],
    ['een map zonder bestanden', {}, 'MAP_LEEG'],
    ['een map die niet bestaat', null, 'MAP_ONTBREEKT'],
  ])('weigert bij catalogus controleer %s', async (naam, bestanden, tekst) => {
    const versie = join(map, naam.replaceAll(' ', '-'))
    if (bestanden) {
      mkdirSync(versie)
      for (const [pad, inhoud] of Object.entries(bestanden)) writeFileSync(join(versie, pad), inhoud)
    }
    const gedraaid = await draai(['catalogus', 'controleer', versie])
    expect(gedraaid).toMatchObject({ code: 2, uit: '' })
    expect(gedraaid.fout).toContain(tekst)
    const json = await draai(['catalogus', 'controleer', versie, '--json'])
    expect(JSON.parse(json.uit).fouten[0]).toMatchObject({
      code: expect.any(String),
      plaats: expect.stringMatching(/:\d+:\d+$/),
      watNu: expect.any(String),
    })
  })

  it('schrijft niets bij een caseload die niet kan', async () => {
    const voor = readdirSync(map).length
    expect(await draai(['demo', 'caseload', '--catalogus', 'nergens', '--naar', join(map, 'x.caseload')])).toMatchObject({ code: 2 })
    expect(await draai(['demo', 'caseload', '--catalogus', 'veenmeer', '--naar', join(map, 'weg', 'x.caseload')])).toMatchObject({
      code: 2,
    })
    expect(readdirSync(map)).toHaveLength(voor)
    expect(existsSync(join(map, 'x.caseload'))).toBe(false)
  })
})
