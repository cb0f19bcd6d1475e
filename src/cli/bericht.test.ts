import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voerUit } from './programma.ts'

const map = mkdtempSync(join(tmpdir(), 'bericht-'))
const pad = (naam: string) => join(map, naam)

const start = (bsn: string, extra = '', code = '418') => `<?xml version="1.0" encoding="UTF-8"?>
<a:Bericht xmlns:a="http://www.istandaarden.nl/iwmo/3_2/wmo305/schema" xmlns:b="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema">
<a:Header><a:BerichtCode>${code}</a:BerichtCode><a:BerichtVersie>3</a:BerichtVersie><a:BerichtSubversie>2</a:BerichtSubversie>
<a:Afzender>98765432</a:Afzender><a:Ontvanger>9990</a:Ontvanger>
<a:BerichtIdentificatie><b:Identificatie>B-1</b:Identificatie><b:Dagtekening>2026-02-10</b:Dagtekening></a:BerichtIdentificatie>
<a:XsdVersie><b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie><b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></a:XsdVersie></a:Header>
<a:Client><a:Bsn>${bsn}</a:Bsn><a:Geboortedatum><b:Datum>1953-01-01</b:Datum><b:DatumGebruik>2</b:DatumGebruik></a:Geboortedatum><a:Geslacht>2</a:Geslacht>
<a:Naam><b:Geslachtsnaam><b:Achternaam>Voorbeeld 999990032</b:Achternaam></b:Geslachtsnaam></a:Naam>
<a:StartProducten><a:StartProduct><a:ToewijzingNummer>7</a:ToewijzingNummer><a:Product><b:Categorie>02</b:Categorie></a:Product>
<a:Begindatum>2026-02-01</a:Begindatum><a:StatusAanlevering>1</a:StatusAanlevering></a:StartProduct>${extra}</a:StartProducten></a:Client></a:Bericht>
`

async function draai(...argumenten: string[]) {
  let uit = ''
  let fout = ''
  const code = await voerUit(argumenten, {
    stdin: Readable.from([]),
    uit: (t) => void (uit += t),
    fout: (t) => void (fout += t),
    catalogi: map,
    vandaag: '2026-02-10',
    versie: '0.0.0',
    database: async () => ({ data: 'geen', sleutels: '' }),
    serveer: async () => 0,
    vulDemo: async (_, { gemeenten, inwoners }) => ({ ok: true, value: { gemeenten, inwoners: gemeenten * inwoners } }),
    importeer: async () => ({ ok: false, fout: 'hier is geen database' }),
    simuleer: async () => ({ ok: false, fout: 'hier is geen database' }),
    keten: { map: undefined, vandaag: () => '2026-11-25', stopsein: () => new AbortController().signal },
    isScherm: false,
  })
  return { code, uit, fout }
}

beforeAll(() => {
  writeFileSync(pad('goed.xml'), start('999990019'))
  writeFileSync(pad('elfproef.xml'), start('999990018'))
  writeFileSync(pad('schema.xml'), start('999990019', '', '414'))
  writeFileSync(pad('tekst.xml'), 'geen bericht')
  mkdirSync(pad('map'))
})
afterAll(() => rmSync(map, { recursive: true }))

describe('bericht controleer', () => {
  it('geeft per bestand precies de afgesproken JSON', async () => {
    const { code, uit } = await draai('bericht', 'controleer', pad('goed.xml'), pad('elfproef.xml'), pad('schema.xml'), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(uit)).toEqual([
      { bestand: pad('goed.xml'), bericht: 'WMO305', niveau1: { geldig: true, fouten: [] }, niveau2: { retourcodes: [] } },
      {
        bestand: pad('elfproef.xml'),
        bericht: 'WMO305',
        niveau1: { geldig: true, fouten: [] },
        niveau2: { retourcodes: [{ code: '0001', klasse: 'Header', regels: ['CS002'] }] },
      },
      {
        bestand: pad('schema.xml'),
        bericht: 'WMO305',
        niveau1: { geldig: false, fouten: [{ regel: 3, element: 'BerichtCode', tekst: expect.stringContaining('418') }] },
        niveau2: { retourcodes: [] },
      },
    ])
  })

  it('0 als alles aangenomen is, 2 als een bestand niet te lezen is', async () => {
    expect((await draai('bericht', 'controleer', pad('goed.xml'))).code).toBe(0)
    for (const naam of ['bestaat-niet.xml', 'map']) {
      const { code, uit } = await draai('bericht', 'controleer', pad('elfproef.xml'), pad(naam), pad('goed.xml'), '--json')
      expect(code).toBe(2)
      expect(JSON.parse(uit)).toHaveLength(3)
      expect(JSON.parse(uit)[1]).toMatchObject({ bericht: null, niveau1: { geldig: false } })
    }
  })

  it('iets anders dan een bericht is afgekeurd, niet onleesbaar', async () => {
    const { code, uit } = await draai('bericht', 'controleer', pad('tekst.xml'), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(uit)[0]).toMatchObject({ bericht: null, niveau1: { geldig: false } })
  })

  it('zegt het zonder --json in gewoon Nederlands, met de regel erbij', async () => {
    const { uit } = await draai('bericht', 'controleer', pad('goed.xml'), pad('elfproef.xml'), pad('schema.xml'))
    expect(uit).toContain('(WMO305): aangenomen.')
    expect(uit).toContain('CS002: Het BSN voldoet aan de elfproef.')
    expect(uit).toMatch(/regel 3, BerichtCode: /)
  })

  it('honderden bestanden in één keer', async () => {
    const bestanden = Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? pad('goed.xml') : pad('elfproef.xml')))
    const { code, uit } = await draai('bericht', 'controleer', ...bestanden, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(uit)).toHaveLength(300)
  })
})

describe('bericht toon', () => {
  it('toont woorden in plaats van codes en schermt burgerservicenummers af, ook in vrije tekst', async () => {
    const { code, uit } = await draai('bericht', 'toon', pad('goed.xml'))
    expect(code).toBe(0)
    expect(uit).toContain('WMO305 Start levering (iWmo 3.2)')
    expect(uit).toContain('BSN: *******19')
    expect(uit).toContain('Voorbeeld *******32')
    expect(uit).toContain('Geboortedatum: 1953 (dag en maand onbekend)')
    expect(uit).toContain('Geslacht: Vrouwelijk (2)')
    expect(uit).toContain('Product: Begeleiding (02)')
    expect(uit).toContain('Begindatum: 1 februari 2026')
    expect(uit).not.toMatch(/999990019|999990032/)
  })

  it('toont burgerservicenummers alleen met --toon-bsn', async () => {
    expect((await draai('bericht', 'toon', pad('goed.xml'), '--toon-bsn')).uit).toContain('BSN: 999990019')
    expect(JSON.parse((await draai('bericht', 'toon', pad('goed.xml'), '--json')).uit)).toMatchObject({
      bericht: 'WMO305',
      release: 'iWmo 3.2',
      waarde: { Client: { Bsn: '*******19' } },
    })
  })

  it('weigert een bericht dat niet aan het schema voldoet met 1, een onleesbaar bestand met 2', async () => {
    const { code, fout } = await draai('bericht', 'toon', pad('schema.xml'))
    expect(code).toBe(1)
    expect(fout).toContain('regel 3, BerichtCode')
    expect((await draai('bericht', 'toon', pad('bestaat-niet.xml'))).code).toBe(2)
  })
})
