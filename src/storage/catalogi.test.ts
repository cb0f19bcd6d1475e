import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { leesCatalogusmap, openCatalogus } from './catalogi.ts'
import { schrijfHash } from './publiceer.ts'

let catalogi: string
const versiemap = () => join(catalogi, 'zonnedal', '2026-01')
const schrijf = (pad: string, tekst: string) => writeFileSync(join(catalogi, 'zonnedal', pad), tekst)

beforeEach(() => {
  catalogi = mkdtempSync(join(tmpdir(), 'meedoen-catalogi-'))
  mkdirSync(join(versiemap(), 'bron'), { recursive: true })
  for (const b of kleineBestanden()) writeFileSync(join(versiemap(), b.pad), b.tekst)
  schrijf('versies.yaml', 'versies: [{versie: 2026-01, geldigVan: 2026-01-01}]\n')
})
afterEach(() => rmSync(catalogi, { recursive: true, force: true }))

const open = (verwijzing: string, vandaag = '2026-06-01') => openCatalogus(catalogi, verwijzing, vandaag)
const fouten = async (verwijzing: string) => {
  const uit = await open(verwijzing)
  return uit.ok ? [] : uit.fout
}

describe('openCatalogus', () => {
  it.each(['zonnedal', 'zonnedal@2026-01'])('opent %s', async (verwijzing) => {
    expect(await open(verwijzing)).toMatchObject({ ok: true, value: { catalogus: { geldigVan: '2026-01-01' } } })
  })

  it('opent het pad van een versiemap, ook als ze nog nergens gepubliceerd is', async () => {
    expect(await open(versiemap())).toMatchObject({ ok: true, value: { catalogus: { geldigVan: '2026-01-01' } } })
    rmSync(join(catalogi, 'zonnedal', 'versies.yaml'))
    expect(await open(versiemap())).toMatchObject({ ok: true, value: { catalogus: { geldigVan: '' } } })
  })

  it('kiest de versie die op de dag geldt, en voor de eerste ingang de eerste', async () => {
    cpSync(versiemap(), join(catalogi, 'zonnedal', '2026-07'), { recursive: true })
    const pad = '2026-07/alles.yaml'
    schrijf(pad, readFileSync(join(catalogi, 'zonnedal', pad), 'utf8').replace('versie: 2026-01', 'versie: 2026-07'))
    schrijf('versies.yaml', 'versies:\n  - {versie: 2026-01, geldigVan: 2026-01-01}\n  - {versie: 2026-07, geldigVan: 2026-07-01}\n')
    const versieOp = async (dag: string) => {
      const uit = await open('zonnedal', dag)
      return uit.ok ? uit.value.catalogus.catalogus.versie : uit.fout
    }
    expect(await versieOp('2025-12-31')).toBe('2026-01')
    expect(await versieOp('2026-06-30')).toBe('2026-01')
    expect(await versieOp('2026-07-01')).toBe('2026-07')
  })

  it.each([
    ['een catalogus die niet bestaat', 'zonedal', 'CATALOGUS_ONBEKEND', 'Bedoelde u "zonnedal"?'],
    ['een versie die niet bestaat', 'zonnedal@2027-01', 'VERSIE_ONBEKEND', 'Bedoelde u "2026-01"?'],
    ['een pad dat niet bestaat', './nergens/2026-01', 'MAP_ONTBREEKT', 'bestaat niet'],
  ])('weigert %s', async (_, verwijzing, code, tekst) => {
    const [f] = await fouten(verwijzing)
    expect(f?.code).toBe(code)
    expect(f?.tekst).toContain(tekst)
  })

  it('weigert een versiemap zonder bestanden en een map die ontbreekt', async () => {
    mkdirSync(join(catalogi, 'leeg'))
    expect(await fouten(join(catalogi, 'leeg'))).toMatchObject([{ code: 'MAP_LEEG' }])
    expect(await fouten('leeg')).toMatchObject([{ code: 'VERSIES_ONTBREEKT' }])
    rmSync(versiemap(), { recursive: true })
    expect(await fouten('zonnedal')).toMatchObject([{ code: 'MAP_ONTBREEKT' }])
  })

  it('noemt bij een fout het hele pad van het bestand', async () => {
    schrijf('2026-01/alles.yaml', 'gronden: [')
    const [f] = await fouten('zonnedal')
    expect(f).toMatchObject({ code: 'YAML_ONGELDIG', regel: 1 })
    expect(f?.bestand).toBe(join(versiemap(), 'alles.yaml'))
  })

  it('weigert een map die een andere naam heeft dan de catalogus erin', async () => {
    schrijf('2026-01/alles.yaml', readFileSync(join(versiemap(), 'alles.yaml'), 'utf8').replace('id: zonnedal', 'id: maanwijk'))
    expect(await fouten('zonnedal')).toMatchObject([{ code: 'VERSIE_NAAM', tekst: 'De map zonnedal/2026-01 noemt zich maanwijk@2026-01.' }])
  })

  it.each([
    ['een dubbele versie', '[{versie: 2026-01, geldigVan: 2026-01-01}, {versie: 2026-01, geldigVan: 2026-02-01}]', 'VERSIE_DUBBEL'],
    [
      'twee versies vanaf dezelfde dag',
      '[{versie: 2026-01, geldigVan: 2026-01-01}, {versie: b, geldigVan: 2026-01-01}]',
      'GELDIGHEID_OVERLAPT',
    ],
    [
      'versies die niet op volgorde van ingang staan',
      '[{versie: 2026-01, geldigVan: 2026-02-01}, {versie: b, geldigVan: 2026-01-01}]',
      'GELDIGHEID_OVERLAPT',
    ],
    ['een dag die niet bestaat', '[{versie: 2026-01, geldigVan: 2026-02-30}]', 'DATUM_ONGELDIG'],
    ['een hash die geen hash is', '[{versie: 2026-01, geldigVan: 2026-01-01, hash: abc}]', 'WAARDE_ONGELDIG'],
    ['een lege lijst', '[]', 'WAARDE_ONGELDIG'],
  ])('weigert in versies.yaml %s, met regel en kolom', async (_, lijst, code) => {
    schrijf('versies.yaml', `versies: ${lijst}\n`)
    const [f] = await fouten('zonnedal')
    expect(f).toMatchObject({ code, bestand: join(catalogi, 'zonnedal', 'versies.yaml'), regel: 1 })
  })

  it('weigert twee keuzes van een gemeente vanaf dezelfde dag', async () => {
    mkdirSync(join(catalogi, 'zonnedal', 'keuzes'))
    const keuze = 'catalogus: zonnedal\ngemeente: Zonnedal\ngeldigVan: 2026-02-01\ndoor: x\nreden: y\ninstellingen: {grens: 7}\n'
    schrijf('keuzes/a.yaml', keuze)
    expect(await open('zonnedal')).toMatchObject({ ok: true, value: { keuzes: [{ gemeente: 'Zonnedal' }] } })
    schrijf('keuzes/b.yaml', keuze)
    expect(await fouten('zonnedal')).toMatchObject([{ code: 'GELDIGHEID_OVERLAPT' }])
  })
})

describe('een gepubliceerde versie', () => {
  const publiceer = async () => {
    const geopend = await open('zonnedal')
    const map = await leesCatalogusmap(catalogi, 'zonnedal')
    if (!geopend.ok || !map.ok) throw new Error('de catalogus opent')
    return schrijfHash(map.value, '2026-01', geopend.value.catalogus.hash)
  }

  it('krijgt haar hash in versies.yaml en blijft daarna open gaan', async () => {
    expect(await publiceer()).toEqual({ ok: true, value: 'geschreven' })
    expect(readFileSync(join(catalogi, 'zonnedal', 'versies.yaml'), 'utf8')).toMatch(/hash: [0-9a-f]{64}/)
    expect(await publiceer()).toEqual({ ok: true, value: 'stond er al' })
  })

  it('verandert niet van hash door opmaak of commentaar', async () => {
    await publiceer()
    schrijf('2026-01/alles.yaml', `# uitleg\n${readFileSync(join(versiemap(), 'alles.yaml'), 'utf8')}`)
    expect((await open('zonnedal')).ok).toBe(true)
  })

  it('gaat niet meer open als haar inhoud of brontekst gewijzigd is', async () => {
    await publiceer()
    schrijf('2026-01/bron/bron.txt', 'De bron zegt iets anders: er is hulp nodig.')
    const [f] = await fouten('zonnedal')
    expect(f).toMatchObject({ code: 'CATALOGUS_GEWIJZIGD', bestand: join(catalogi, 'zonnedal', 'versies.yaml') })
    expect(f?.watNu).toContain('nieuwe versie')
    expect(await fouten(versiemap())).toMatchObject([{ code: 'CATALOGUS_GEWIJZIGD' }])
  })

  it('krijgt nooit een andere hash', async () => {
    await publiceer()
    const voor = readFileSync(join(catalogi, 'zonnedal', 'versies.yaml'), 'utf8')
    const map = await leesCatalogusmap(catalogi, 'zonnedal')
    if (!map.ok) throw new Error('de catalogus opent')
    expect(await schrijfHash(map.value, '2026-01', 'f'.repeat(64))).toMatchObject({ ok: false, fout: [{ code: 'CATALOGUS_GEWIJZIGD' }] })
    expect(readFileSync(join(catalogi, 'zonnedal', 'versies.yaml'), 'utf8')).toBe(voor)
  })
})
