import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { controleerMap } from './controleer-catalogus.ts'
import { leesAlleCatalogi } from './lees-catalogi.ts'
import { publiceerCatalogus } from './publiceer-catalogus.ts'

const wortel = fileURLToPath(new URL('../..', import.meta.url))
const tijdelijk = mkdtempSync(join(tmpdir(), 'meedoen-controle-'))
const map = join(tijdelijk, 'veenmeer')
afterAll(() => rmSync(tijdelijk, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(map, { recursive: true, force: true })
  cpSync(join(wortel, 'e2e/derde-gemeente/veenmeer'), map, { recursive: true })
})
const wijzig = (pad: string, van: string, door: string) => {
  const oud = readFileSync(join(map, pad), 'utf8')
  if (!oud.includes(van)) throw new Error(`"${van}" staat niet in ${pad}`)
  writeFileSync(
    join(map, pad),
    oud.replace(van, () => door),
  )
}
const codes = async (pad = map) => (await controleerMap(pad)).fouten.map((f) => f.code)

describe('de meegeleverde catalogi', () => {
  it('kloppen helemaal, in vorm, samenhang, tabellen, vignetten en hash', async () => {
    const gelezen = await leesAlleCatalogi(join(wortel, 'catalogi'))
    expect(gelezen.ok ? [] : gelezen.fout).toEqual([])
  })
})

describe('controleerMap', () => {
  it('controleert een versie, of een catalogus met al haar versies', async () => {
    expect((await controleerMap(map)).gecontroleerd.map((g) => g.versie)).toEqual(['2027-01', '2027-07'])
    expect((await controleerMap(join(map, '2027-07'))).gecontroleerd.map((g) => g.versie)).toEqual(['2027-07'])
  })

  it('meldt een gepubliceerde versie die gewijzigd is', async () => {
    wijzig('2027-01/regels.yaml', 'tekst: Het huishouden lukt zelf.', 'tekst: Het lukt zelf.')
    expect(await codes()).toEqual(['CATALOGUS_GEWIJZIGD'])
    expect(await codes(join(map, '2027-01'))).toEqual(['CATALOGUS_GEWIJZIGD'])
  })

  it.each([
    ['een onbekende instelling', '{stevigVanafUren: 8}', '{stevigVanaf: 8}', 'INSTELLING_ONBEKEND'],
    ['een waarde die niet kan', '{stevigVanafUren: 8}', '{stevigVanafUren: veel}', 'INSTELLING_WAARDE'],
    ['een andere catalogus', 'catalogus: veenmeer', 'catalogus: elders', 'KEUZE_ANDERE_CATALOGUS'],
    ['een onbekende gemeente', 'gemeente: Zandwaard', 'gemeente: Zandwaart', 'GEMEENTE_ONBEKEND'],
    ['een dag die niet bestaat', '2027-02-01', '2027-02-30', 'DATUM_ONGELDIG'],
    ['een veld dat niet bestaat', 'reden:', 'redenen:', 'SLEUTEL_ONBEKEND'],
  ])('meldt een keuze van een gemeente met %s', async (_, van, door, code) => {
    wijzig('keuzes/zandwaard-2027.yaml', van, door)
    expect(await codes()).toContain(code)
  })

  it('meldt een vignet dat door een andere regel niet meer uitkomt', async () => {
    writeFileSync(join(map, 'versies.yaml'), 'versies: [{versie: 2027-01, geldigVan: 2027-01-01}]\n')
    wijzig('2027-01/regels.yaml', 'standaard: 6, vrij', 'standaard: 2, vrij')
    wijzig('2027-01/regels.yaml', '{waarde: 6, tekst: zes uur}', '{waarde: 6, tekst: zes uur}, {waarde: 2, tekst: twee uur}')
    expect(new Set(await codes())).toEqual(new Set(['VIGNET_WIJKT_AF']))
  })
})

describe('publiceerCatalogus', () => {
  it('legt de hash vast, en weigert daarna een andere inhoud', async () => {
    wijzig('2027-07/regels.yaml', 'tekst: De buurt helpt genoeg.', 'tekst: De buurt helpt.')
    writeFileSync(join(map, 'versies.yaml'), 'versies:\n  - {versie: 2027-07, geldigVan: 2027-07-01}\n')
    const eerste = await publiceerCatalogus(tijdelijk, 'veenmeer@2027-07')
    expect(eerste).toMatchObject({ ok: true, value: { id: 'veenmeer', versie: '2027-07', uitkomst: 'geschreven' } })
    expect(await publiceerCatalogus(tijdelijk, join(map, '2027-07'))).toMatchObject({ ok: true, value: { uitkomst: 'stond er al' } })
    wijzig('2027-07/regels.yaml', 'tekst: De buurt helpt.', 'tekst: De buurt helpt mee.')
    expect(await publiceerCatalogus(tijdelijk, 'veenmeer@2027-07')).toMatchObject({ ok: false, fout: [{ code: 'CATALOGUS_GEWIJZIGD' }] })
  })

  it('weigert een versie die niet klopt of niet in versies.yaml staat', async () => {
    const voor = 'versies:\n  - {versie: 2027-07, geldigVan: 2027-07-01}\n'
    writeFileSync(join(map, 'versies.yaml'), voor)
    wijzig('2027-07/regels.yaml', '{product: TH2}', '{product: TH9}')
    expect(await publiceerCatalogus(tijdelijk, 'veenmeer@2027-07')).toMatchObject({ ok: false, fout: [{ code: 'PRODUCT_ONBEKEND' }] })
    expect(await publiceerCatalogus(tijdelijk, 'veenmeer@2030-01')).toMatchObject({ ok: false, fout: [{ code: 'VERSIE_ONBEKEND' }] })
    expect(readFileSync(join(map, 'versies.yaml'), 'utf8')).toBe(voor)
  })
})
