import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draai, draaiJson, wortel } from './draai.testhulp.ts'

let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-derde-'))
})
afterAll(() => rmSync(map, { recursive: true, force: true }))

const advies = ['advies', '--catalogus', 'veenmeer@2027-01']
const stapeling = ['stapeling', '--catalogus', 'veenmeer@2027-01']

describe('een gemeente uit YAML alleen', () => {
  it('klopt volgens catalogus controleer, met al haar versies en keuzes', async () => {
    const gedraaid = await draai(['catalogus', 'controleer', join(wortel, 'e2e/derde-gemeente/veenmeer')])
    expect(gedraaid).toMatchObject({ code: 0, fout: '' })
    expect(gedraaid.uit).toMatch(/^veenmeer@2027-01 klopt\. Hash [0-9a-f]{64}\nveenmeer@2027-07 klopt\. Hash [0-9a-f]{64}\n$/)
  })

  it('geeft advies met haar eigen tabellen, producten en uitspraken', async () => {
    const { code, json } = await draaiJson(advies, {
      gemeente: 'Veenmeer',
      antwoorden: { huishoudenLukt: 'nee', partnerNeemtOver: 'nee', urenNodig: 3, overzicht: 'heeft', tegenslagen: [] },
    })
    expect(code).toBe(0)
    expect(Object.keys(json)).toEqual(['catalogus', 'versie', 'hash', 'thuis', 'vanHuis'])
    expect(Object.keys(json.thuis)).toEqual([
      'uitkomst',
      'product',
      'kandidaten',
      'vraag',
      'grond',
      'rij',
      'rijen',
      'redenen',
      'waarschuwingen',
      'openVragen',
    ])
    expect(json.thuis).toMatchObject({ uitkomst: 'product', product: 'TH1', rij: 'T4', kandidaten: ['TH1'], openVragen: [] })
    expect(json.thuis.redenen).toContainEqual({ eis: 'VM-TH-02', vraag: 'urenNodig', oordeel: 'voldaan' })
    expect(json.vanHuis).toMatchObject({ uitkomst: 'eerst_vragen', vraag: 'mantelzorgerUitgeput', kandidaten: ['DAGC', 'LOGE'] })
  })

  it('geeft met --uitgebreid uitleg en per ander product wat het wel zou maken', async () => {
    const situatie = {
      gemeente: 'Veenmeer',
      antwoorden: {
        huishoudenLukt: 'nee',
        partnerNeemtOver: 'nee',
        urenNodig: 3,
        overzicht: 'heeft',
        tegenslagen: [],
        vereenzaamt: 'ja',
        mantelzorgerUitgeput: 'nee',
        vervoerNodig: 'ja',
      },
    }
    const { json } = await draaiJson([...advies, '--uitgebreid'], situatie)
    const [ander] = json.thuis.anders
    expect([ander.product, ander.wijzigingen.length]).toEqual(['TH2', 1])
    const [{ vraag, voorbeeld }] = ander.wijzigingen
    const gewijzigd = await draaiJson(advies, { ...situatie, antwoorden: { ...situatie.antwoorden, [vraag]: voorbeeld } })
    expect(gewijzigd.json.thuis.product).toBe('TH2')
    expect(json.vanHuis.info).toMatchObject([{ code: 'BUURTBUS', eis: 'VM-WG-04' }])
  })

  it('kent de instelling van de opdrachtregel, van de invoer en van de gemeente, in die volgorde', async () => {
    const zeven = { antwoorden: { huishoudenLukt: 'nee', partnerNeemtOver: 'nee', urenNodig: 7, overzicht: 'heeft', tegenslagen: [] } }
    const product = async (argumenten: string[], invoer: object, vandaag?: string) =>
      (await draaiJson([...advies, ...argumenten], { ...zeven, ...invoer }, vandaag)).json.thuis.product
    expect(await product([], {})).toBe('TH2')
    expect(await product(['--gemeente', 'Zandwaard'], {}, '2027-01-31')).toBe('TH2')
    expect(await product(['--gemeente', 'Zandwaard'], {})).toBe('TH1')
    expect(await product(['--gemeente', 'Zandwaard'], { instellingen: { stevigVanafUren: 6 } })).toBe('TH2')
    expect(
      await product(['--gemeente', 'Zandwaard', '--instelling', 'stevigVanafUren=7.5'], { instellingen: { stevigVanafUren: 6 } }),
    ).toBe('TH1')
  })

  it('neemt de gemeente aan met naam of CBS-code en mag zonder', async () => {
    const antwoorden = { vereenzaamt: 'ja', mantelzorgerUitgeput: 'nee', vervoerNodig: 'ja' }
    const codes = async (gemeente?: string) =>
      (await draaiJson(advies, { ...(gemeente && { gemeente }), antwoorden })).json.vanHuis.waarschuwingen.map(
        (w: { code: string }) => w.code,
      )
    expect(await codes('Zandwaard')).toEqual(['VERVOER_ZELF'])
    expect(await codes('9991')).toEqual([])
    expect(await codes()).toEqual([])
  })

  it('antwoordt zonder --json in gewone woorden', async () => {
    const gedraaid = await draai([...advies, '-'], '{"antwoorden":{"huishoudenLukt":"nee","partnerNeemtOver":"nee"}}')
    expect(gedraaid.code).toBe(0)
    expect(gedraaid.uit).toContain('Eerst vragen: urenNodig')
    expect(gedraaid.uit).toContain('Lichte hulp thuis (TH1), Stevige hulp thuis (TH2)')
    expect(gedraaid.uit).toContain('Een advies is geen besluit')
  })

  it('stapelt met haar eigen maximum en een matrix waarvan de volgorde uitmaakt', async () => {
    const toets = async (...indicaties: [string, string, string?][]) =>
      draaiJson(stapeling, { indicaties: indicaties.map(([product, van, tot]) => ({ product, van, ...(tot && { tot }) })) })
    const naElkaar = await toets(['LOGE', '2027-01-01'], ['DAGC', '2027-02-01'])
    expect([naElkaar.code, naElkaar.json.toegestaan]).toEqual([0, true])
    const andersom = await toets(['DAGC', '2027-01-01', '2027-03-31'], ['LOGE', '2027-02-01'])
    expect(andersom.code).toBe(1)
    expect(andersom.json.conflicten).toMatchObject([
      {
        code: 'STAPELING_NIET_TOEGESTAAN',
        producten: ['DAGC', 'LOGE'],
        van: '2027-02-01',
        tot: '2027-03-31',
        eersteMogelijkeDatum: '2027-04-01',
      },
    ])
    expect((await toets(['TH1', '2027-01-01'], ['TH2', '2027-02-01'])).json.toegestaan).toBe(true)
  })

  it('rekent de omvang in haar eigen eenheden', async () => {
    const dagdelen = await draaiJson(['omvang', '--catalogus', 'veenmeer@2027-01'], {
      product: 'DAGC',
      dagdelen: 4,
      resultaten: ['gezelschap'],
    })
    expect([dagdelen.code, dagdelen.json.totaal.dagdelenPerWeek]).toEqual([0, 4])
    const regels = [{ activiteit: 'administratie', soort: 'norm', minuten: 45, keer: { aantal: 1, per: 'maand' } }]
    const minuten = await draaiJson(['omvang', '--catalogus', 'veenmeer@2027-01'], { product: 'TH2', regels })
    expect(minuten.json.totaal.minutenPerWeek).toBe('135/13')
  })

  it('toont een uitspraak met haar bron en de regel waar ze staat', async () => {
    const gedraaid = await draai(['catalogus', 'toon', 'veenmeer@2027-01', 'VM-TH-02'])
    expect(gedraaid.uit).toContain('Bron: "minder dan zes uur per week hulp nodig"')
    expect(gedraaid.uit).toContain('Plaats: regeling, regel 4-5')
    expect((await draai(['catalogus', 'toon', 'veenmeer', 'VM-TH-99'])).code).toBe(2)
    const heel = await draai(['catalogus', 'toon', 'veenmeer'])
    expect(heel.uit).toContain('TH1  Lichte hulp thuis')
    expect(heel.uit).toContain('stevigVanafUren = 6 (AMB-901)')
  })

  it('vergelijkt haar twee versies in woorden', async () => {
    const gedraaid = await draai(['catalogus', 'vergelijk', 'veenmeer@2027-01', 'veenmeer@2027-07'])
    expect(gedraaid.uit).toContain(
      'De standaard van de instelling “Vanaf hoeveel uur is hulp stevig” (stevigVanafUren) verandert. Was: "6". Wordt: "5". (AMB-901, VM-TH-02, VM-TH-03)',
    )
    expect(gedraaid.uit).toContain('De cel DAGC met LOGE verandert. Was: "Nee". Wordt: "Ja". (VM-ST-02)')
    const json = JSON.parse((await draai(['catalogus', 'vergelijk', 'veenmeer@2027-01', 'veenmeer@2027-07', '--json'])).uit)
    expect(json).toMatchObject({ van: { versie: '2027-01' }, naar: { versie: '2027-07' } })
    expect(json.verschillen.map((v: { onderdeel: string }) => v.onderdeel)).toEqual([
      'Producten',
      'Uitspraken',
      'Vragen',
      'Instellingen',
      'Tabel thuis',
      'Stapeling',
      'Normen',
      'Vignetten',
      'Brondocumenten',
    ])
  })

  it('kiest zonder versie die van vandaag', async () => {
    const versie = async (vandaag: string) =>
      (await draaiJson(['advies', '--catalogus', 'veenmeer'], { antwoorden: {} }, vandaag)).json.versie
    expect([await versie('2027-06-30'), await versie('2027-07-01')]).toEqual(['2027-01', '2027-07'])
  })

  it('maakt een caseload en beslist haar onder twee versies', async () => {
    const pad = join(map, 'veenmeer.caseload')
    const gemaakt = await draai([
      'demo',
      'caseload',
      '--catalogus',
      'veenmeer@2027-01',
      '--aantal',
      '2000',
      '--seed',
      '7',
      '--naar',
      pad,
      '--json',
    ])
    expect([gemaakt.code, JSON.parse(gemaakt.uit)]).toMatchObject([0, { aantal: 2000, seed: 7, synthetisch: true }])
    expect(gemaakt.fout).toContain('100%')
    expect(readdirSync(map)).toEqual(['veenmeer.caseload'])
    const nog = join(map, 'nog.caseload')
    await draai(['demo', 'caseload', '--catalogus', 'veenmeer@2027-01', '--aantal', '2000', '--seed', '7', '--naar', nog])
    expect(readFileSync(nog).equals(readFileSync(pad))).toBe(true)
    const uit = await draai(['simuleer', '--catalogus', 'veenmeer@2027-01', '--tegen', 'veenmeer@2027-07', '--caseload', pad, '--json'])
    const { gevallen, tabellen, tegen } = JSON.parse(uit.uit)
    expect([uit.code, gevallen, tegen.versie]).toEqual([0, 2000, '2027-07'])
    const som = (rij: { aantal: number }[]) => rij.reduce((s, x) => s + x.aantal, 0)
    expect([som(tabellen.thuis.uitkomsten), som(tabellen.thuis.tegen)]).toEqual([2000, 2000])
    expect(som(tabellen.thuis.overgangen)).toBe(tabellen.thuis.veranderd)
    const instelling = await draai([
      'simuleer',
      '--catalogus',
      'veenmeer@2027-01',
      '--tegen-instelling',
      'stevigVanafUren=8',
      '--caseload',
      pad,
    ])
    expect(instelling.uit).toContain('TH2 → TH1')
    const erbij = await draai([
      'simuleer',
      '--catalogus',
      'veenmeer@2027-01',
      '--instelling',
      'stevigVanafUren=8',
      '--tegen-instelling',
      'pgbTelt=ja',
      '--caseload',
      pad,
      '--json',
    ])
    expect(JSON.parse(erbij.uit)).toMatchObject({
      tegen: { instellingen: { stevigVanafUren: 8, pgbTelt: 'ja' } },
      tabellen: { thuis: { veranderd: 0 } },
    })
    writeFileSync(pad, readFileSync(pad).subarray(0, -5))
    expect(await draai(['simuleer', '--catalogus', 'veenmeer@2027-01', '--caseload', pad])).toMatchObject({ code: 2, uit: '' })
  })
})

describe('een vastgelegd advies', () => {
  const situatie = {
    gemeente: 'Zandwaard',
    antwoorden: { huishoudenLukt: 'nee', partnerNeemtOver: 'nee', urenNodig: 7, overzicht: 'heeft', tegenslagen: [], vereenzaamt: 'ja' },
  }
  const legVast = async () => {
    const gedraaid = await draai([...advies, '--vastleggen', '--uitgebreid', '--instelling', 'pgbTelt=ja', '-'], JSON.stringify(situatie))
    expect(gedraaid.code).toBe(0)
    return JSON.parse(gedraaid.uit)
  }
  const herhaal = (record: unknown, ...meer: string[]) => draai(['advies', '--herhaal', '-', ...meer], JSON.stringify(record), '2031-05-05')

  it('noemt versie, hash, keuzes, situatie en resultaat', async () => {
    expect(await legVast()).toMatchObject({
      soort: 'meedoen-advies',
      engine: '0.0.0-test',
      catalogus: 'veenmeer',
      versie: '2027-01',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      keuzesHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      gemeente: 'Zandwaard',
      instellingen: { stevigVanafUren: 8, pgbTelt: 'ja' },
      geval: { gemeente: 'Zandwaard' },
      resultaat: { thuis: { product: 'TH1' } },
    })
  })

  it('komt jaren later byte voor byte gelijk terug', async () => {
    expect(await herhaal(await legVast())).toEqual({
      code: 0,
      fout: '',
      uit: 'Het advies is byte voor byte gelijk aan wat is vastgelegd.\n',
    })
  })

  it('wijkt af als het resultaat, de hash of een antwoord anders is, en zegt waar', async () => {
    const record = await legVast()
    const ander = structuredClone(record)
    ander.resultaat.thuis.product = 'TH2'
    const gedraaid = await herhaal(ander)
    expect(gedraaid.code).toBe(1)
    expect(gedraaid.uit).toContain('/resultaat/thuis/product: was "TH2", is nu "TH1"')
    expect((await herhaal({ ...record, hash: '0'.repeat(64) })).uit).toContain('/hash: was "000')
    const json = JSON.parse((await herhaal({ ...record, instellingen: {} }, '--json')).uit)
    expect(json).toMatchObject({ gelijk: false })
    expect(json.verschillen.map((v: { plaats: string }) => v.plaats)).toContain('/keuzesHash')
  })

  it('weigert een record met een situatie die niet bij de catalogus past', async () => {
    const record = await legVast()
    const gedraaid = await herhaal({ ...record, geval: { antwoorden: { weg: 'ja' } } })
    expect(gedraaid.code).toBe(2)
    expect(gedraaid.fout).toContain('/geval/antwoorden/weg')
  })

  it.each(readdirSync(join(wortel, 'e2e/vastgelegd')).filter((n) => n.endsWith('.json')))(
    '%s, jaren geleden bewaard, herhaalt byte voor byte',
    async (naam) => {
      const pad = join(wortel, 'e2e/vastgelegd', naam)
      const { catalogus } = JSON.parse(readFileSync(pad, 'utf8'))
      const catalogi = existsSync(join(wortel, 'catalogi', catalogus)) ? join(wortel, 'catalogi') : join(wortel, 'e2e/derde-gemeente')
      expect(await draai(['advies', '--herhaal', pad, '--catalogi', catalogi])).toMatchObject({ code: 0, fout: '' })
    },
  )
})
