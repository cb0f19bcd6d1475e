import { describe, expect, it } from 'vitest'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { beoordeelStapeling } from './stapeling.ts'
import { eenCatalogus, eenIndicatie, eenProduct, metStapeling } from './verzonnen-catalogus.testhulp.ts'

const tuin = (van: string, tot?: string, delen = {}) => eenIndicatie('TUIN', van, tot, delen)
const keuken = (van: string, tot?: string, delen = {}) => eenIndicatie('KEUKEN', van, tot, delen)
const zang = (van: string, tot?: string, delen = {}) => eenIndicatie('ZANG', van, tot, delen)
const dans = (van: string, tot?: string, delen = {}) => eenIndicatie('DANS', van, tot, delen)
const oordeel = (indicaties: ReturnType<typeof tuin>[], catalogus: Catalogus = eenCatalogus(), keuze = {}) =>
  beoordeelStapeling(catalogus, keuze, indicaties)

describe('een paar dat volgens de matrix niet samen mag', () => {
  it('noemt cel, familieregel, dagen en de eerste datum die past', () => {
    expect(oordeel([keuken('2026-06-01', '2026-12-31'), tuin('2026-01-01', '2026-06-30')])).toEqual({
      toegestaan: false,
      conflicten: [
        {
          code: 'STAPELING_NIET_TOEGESTAAN',
          producten: ['TUIN', 'KEUKEN'],
          van: '2026-06-01',
          tot: '2026-06-30',
          eis: ['X-ST-02', 'X-ST-20'],
          tekst:
            'Hulp in de keuken kan niet naast Hulp in de tuin (X-ST-02, X-ST-20), 1 juni 2026 t/m 30 juni 2026. Kan vanaf 1 juli 2026.',
          eersteMogelijkeDatum: '2026-07-01',
        },
      ],
      waarschuwingen: [],
      info: [],
    })
  })

  it('laat opeenvolgende perioden toe en weigert één gemeenschappelijke dag', () => {
    expect(oordeel([tuin('2026-01-01', '2026-05-31'), keuken('2026-06-01')]).toegestaan).toBe(true)
    const [conflict] = oordeel([tuin('2026-01-01', '2026-06-01'), keuken('2026-06-01')]).conflicten
    expect(conflict).toMatchObject({ van: '2026-06-01', tot: '2026-06-01' })
    expect(conflict?.tekst).toContain('op 1 juni 2026')
  })

  it('weigert hetzelfde product twee keer, in een zin die dat zegt', () => {
    const [conflict] = oordeel([tuin('2026-01-01', '2026-06-30'), tuin('2026-06-30', '2026-12-31')]).conflicten
    expect(conflict?.tekst).toBe(
      'Een tweede indicatie Hulp in de tuin kan niet naast de eerste (X-ST-01, X-ST-20), op 30 juni 2026. Kan vanaf 1 juli 2026.',
    )
  })

  it('neemt bij dezelfde begindag de volgorde van de matrix', () => {
    const [conflict] = oordeel([keuken('2026-01-01', '2026-03-31'), tuin('2026-01-01', '2026-02-28')]).conflicten
    expect(conflict).toMatchObject({ producten: ['TUIN', 'KEUKEN'], eis: ['X-ST-02', 'X-ST-20'], eersteMogelijkeDatum: '2026-03-01' })
  })

  it('geeft null als een indicatie zonder einde in de weg loopt', () => {
    const [conflict] = oordeel([tuin('2026-01-01'), keuken('2026-06-01')]).conflicten
    expect(conflict).toMatchObject({ tot: null, eersteMogelijkeDatum: null })
    expect(conflict?.tekst).toContain('vanaf 1 juni 2026. Geen latere begindatum past')
  })

  it('kent geen datum voorbij de kalender', () => {
    expect(oordeel([tuin('2026-01-01', '2199-12-31'), keuken('2026-06-01')]).conflicten[0]?.eersteMogelijkeDatum).toBeNull()
  })

  it('verschuift de indicatie die als nieuw is aangewezen, en zoekt langs alle andere', () => {
    const nieuw = tuin('2026-01-01', '2026-01-31', { nieuw: true })
    const anderen = [keuken('2026-01-10', '2026-03-31'), keuken('2026-04-15', '2026-05-31'), tuin('2026-06-20', '2026-06-30')]
    const { conflicten } = oordeel([...anderen, nieuw])
    // Na 31 maart is er geen gat van 31 dagen tot na 30 juni.
    expect(conflicten).toHaveLength(1)
    expect(conflicten[0]).toMatchObject({ producten: ['TUIN', 'KEUKEN'], eersteMogelijkeDatum: '2026-07-01' })
    expect(conflicten[0]?.tekst).toMatch(/^Hulp in de tuin kan niet naast Hulp in de keuken/)
  })

  it('houdt het einde zolang dat kan', () => {
    const nieuw = keuken('2026-01-01', '2026-12-31', { nieuw: true })
    const uitkomst = oordeel([nieuw, tuin('2025-01-01', '2026-03-31'), tuin('2027-01-01', '2027-12-31')])
    expect(uitkomst.conflicten.map((c) => c.eersteMogelijkeDatum)).toEqual(['2026-04-01'])
  })

  it('leest bij een scheve matrix de rij van wat eerder begon', () => {
    const scheef = metStapeling({
      matrix: { ...eenCatalogus().stapeling.matrix, TUIN: ['Nee', 'Nee', 'Nee', 'Ja'] },
    })
    expect(oordeel([tuin('2026-01-01'), zang('2026-02-01')], scheef).conflicten[0]?.eis).toEqual(['X-ST-03'])
    expect(oordeel([zang('2026-01-01'), tuin('2026-02-01')], scheef).toegestaan).toBe(true)
    const nieuw = oordeel([tuin('2026-01-01', '2026-12-31', { nieuw: true }), zang('2026-02-01')], scheef)
    expect(nieuw.conflicten[0]?.eersteMogelijkeDatum).toBe('2026-02-02')
  })
})

describe('het maximum per familie', () => {
  it('weigert twee clubs die de matrix wel samen toelaat, met een code uit de catalogus', () => {
    const [conflict] = oordeel([zang('2026-01-01', '2026-12-31'), dans('2026-03-01', '2026-04-30'), tuin('2026-01-01')]).conflicten
    expect(conflict).toMatchObject({
      code: 'MAX_1_HUIS_1_CLUB',
      producten: ['ZANG', 'DANS'],
      eis: ['X-ST-20'],
      eersteMogelijkeDatum: '2027-01-01',
    })
    expect(conflict?.tekst).toBe(
      'Dansclub kan niet naast Zangclub (X-ST-20), 1 maart 2026 t/m 30 april 2026. Er loopt hoogstens één hulp in huis en één club. Kan vanaf 1 januari 2027.',
    )
  })

  it('waarschuwt of zwijgt als de catalogus dat zegt', () => {
    const perFamilie = { maximum: { club: 1 }, eis: 'X-ST-20', tekst: 'Eén club is genoeg.' }
    const clubs = [zang('2026-01-01'), dans('2026-03-01')]
    const waarschuwt = oordeel(clubs, metStapeling({ perFamilie: { ...perFamilie, uitkomst: 'waarschuwen' } }))
    expect(waarschuwt).toMatchObject({
      toegestaan: true,
      conflicten: [],
      waarschuwingen: [{ code: 'STAPELING_MOTIVEREN', eis: ['X-ST-20'] }],
    })
    expect(waarschuwt.waarschuwingen[0]).not.toHaveProperty('eersteMogelijkeDatum')
    const zwijgt = oordeel(clubs, metStapeling({ perFamilie: { ...perFamilie, uitkomst: 'toegestaan' } }))
    expect(zwijgt).toEqual({ toegestaan: true, conflicten: [], waarschuwingen: [], info: [] })
  })

  it('noemt bij een maximum van twee alle indicaties van de dagen dat het er drie zijn', () => {
    const ruim = metStapeling({
      matrix: Object.fromEntries(['TUIN', 'KEUKEN', 'ZANG', 'DANS'].map((code) => [code, ['Ja', 'Ja', 'Ja', 'Ja']])),
      perFamilie: { maximum: { club: 2 }, eis: 'X-ST-20', uitkomst: 'blokkeren', tekst: 'Hoogstens twee clubs.' },
    })
    const indicaties = [
      zang('2026-01-01', '2026-06-30'),
      zang('2026-02-01', '2026-04-30'),
      dans('2026-03-01', '2026-12-31'),
      dans('2026-04-01', '2026-04-10'),
    ]
    const { conflicten } = oordeel(indicaties, ruim)
    expect(
      conflicten.map(({ code, producten, van, tot, eersteMogelijkeDatum }) => [code, producten.join(' '), van, tot, eersteMogelijkeDatum]),
    ).toEqual([
      ['MAX_2_CLUB', 'ZANG ZANG DANS', '2026-03-01', '2026-03-31', '2026-05-01'],
      ['MAX_2_CLUB', 'ZANG ZANG DANS DANS', '2026-04-01', '2026-04-10', '2026-07-01'],
      ['MAX_2_CLUB', 'ZANG ZANG DANS', '2026-04-11', '2026-04-30', '2026-05-01'],
    ])
    expect(conflicten[0]?.tekst).toContain('Dansclub kan niet naast Zangclub en Zangclub')
  })
})

describe('een catalogus zonder matrix', () => {
  const zonder = (waarden: Record<string, 'toegestaan' | 'waarschuwen' | 'blokkeren'>) =>
    metStapeling({
      matrix: undefined,
      cellen: undefined,
      perFamilie: undefined,
      paren: { waarden, eis: 'X-ST-30', tekst: 'Leg uit waarom één niet genoeg is.' },
    })

  it('waarschuwt per paar families en laat het toe', () => {
    const uitkomst = oordeel(
      [tuin('2026-01-01'), keuken('2026-02-01', '2026-03-01'), zang('2026-01-01')],
      zonder({ huis_huis: 'waarschuwen' }),
    )
    expect(uitkomst).toEqual({
      toegestaan: true,
      conflicten: [],
      waarschuwingen: [
        {
          code: 'STAPELING_MOTIVEREN',
          producten: ['TUIN', 'KEUKEN'],
          van: '2026-02-01',
          tot: '2026-03-01',
          eis: ['X-ST-30'],
          tekst:
            'Hulp in de keuken naast Hulp in de tuin vraagt een motivering (X-ST-30), 1 februari 2026 t/m 1 maart 2026. Leg uit waarom één niet genoeg is.',
        },
      ],
      info: [],
    })
  })

  it('blokkeert een paar families, in welke volgorde ook', () => {
    const streng = zonder({ club_huis: 'blokkeren' })
    for (const indicaties of [
      [tuin('2026-01-01'), zang('2026-02-01')],
      [zang('2026-01-01'), tuin('2026-02-01')],
    ]) {
      expect(oordeel(indicaties, streng).conflicten).toMatchObject([{ code: 'STAPELING_NIET_TOEGESTAAN', eis: ['X-ST-30'] }])
    }
  })

  it('leest de waarden uit een instelling', () => {
    const instelling = {
      amb: 'AMB-90',
      titel: 'Stapelen',
      eisen: [],
      lezingen: [{ waarde: {}, tekst: 'alles mag' }],
      standaard: { club_club: 'waarschuwen' },
      werkt: [],
    }
    const catalogus = metStapeling(
      {
        matrix: undefined,
        cellen: undefined,
        perFamilie: undefined,
        paren: { waarden: { instelling: 'stapelen' }, eis: 'X-ST-30', tekst: 'Leg uit.' },
      },
      { instellingen: { stapelen: instelling } },
    )
    const clubs = [zang('2026-01-01'), dans('2026-01-01')]
    expect(oordeel(clubs, catalogus).waarschuwingen).toHaveLength(1)
    expect(oordeel(clubs, catalogus, { instellingen: { stapelen: { club_club: 'blokkeren' } } }).toegestaan).toBe(false)
    expect(oordeel(clubs, catalogus, { instellingen: { stapelen: {} } }).waarschuwingen).toEqual([])
  })
})

describe('wat niet meetelt', () => {
  it('meldt een product buiten de regels en weigert het niet', () => {
    const uitkomst = oordeel([tuin('2026-01-01'), eenIndicatie('TAXI', '2026-01-01'), eenIndicatie('TAXI', '2026-01-01')])
    expect(uitkomst).toMatchObject({
      toegestaan: true,
      info: [
        {
          code: 'GEEN_MATRIXREGEL',
          producten: ['TAXI'],
          eis: ['X-ST-21'],
          tekst: 'Voor TAXI is er geen stapelingsregel. De regels gaan alleen over hulp in huis en clubs.',
        },
      ],
    })
  })

  it('meldt ook een product van de catalogus zelf dat niet in de matrix staat', () => {
    const catalogus = eenCatalogus()
    catalogus.producten.VIS = eenProduct({ naam: 'Samen vissen', familie: 'huis' })
    expect(oordeel([tuin('2026-01-01'), eenIndicatie('VIS', '2026-01-01')], catalogus)).toMatchObject({
      toegestaan: true,
      info: [{ producten: ['VIS'] }],
    })
  })

  const instelling = (standaard: string | number) => ({
    amb: 'AMB-91',
    titel: 't',
    eisen: ['X-ST-22'],
    lezingen: [{ waarde: standaard, tekst: 't' }],
    standaard,
    werkt: [],
  })

  it('telt een pgb mee, tenzij de instelling anders zegt', () => {
    const catalogus = metStapeling({ pgbTeltMee: { instelling: 'pgb' } }, { instellingen: { pgb: instelling('ja') } })
    const indicaties = [tuin('2026-01-01'), keuken('2026-02-01', undefined, { pgb: true })]
    expect(oordeel(indicaties, catalogus).toegestaan).toBe(false)
    const zonderPgb = oordeel(indicaties, catalogus, { instellingen: { pgb: 'nee' } })
    expect(zonderPgb).toMatchObject({ toegestaan: true, info: [{ code: 'PGB_TELT_NIET_MEE', producten: ['KEUKEN'], eis: ['X-ST-22'] }] })
  })

  it('laat hetzelfde product bij twee aanbieders alleen toe als de instelling dat zegt', () => {
    const catalogus = metStapeling(
      { zelfdeProductBijTweeAanbieders: { instelling: 'twee' } },
      { instellingen: { twee: instelling('nee') } },
    )
    const bijTwee = [tuin('2026-01-01', undefined, { aanbieder: 'Els' }), tuin('2026-02-01', undefined, { aanbieder: 'Jan' })]
    expect(oordeel(bijTwee, catalogus).toegestaan).toBe(false)
    expect(oordeel(bijTwee, catalogus, { instellingen: { twee: 'ja' } }).toegestaan).toBe(true)
    const zonderNaam = [tuin('2026-01-01', undefined, { aanbieder: 'Els' }), tuin('2026-02-01')]
    expect(oordeel(zonderNaam, catalogus, { instellingen: { twee: 'ja' } }).toegestaan).toBe(false)
  })

  it('laat bij een wissel van aanbieder zoveel dagen overlap toe als de instelling zegt', () => {
    const catalogus = metStapeling({ overlapDagenBijWissel: { instelling: 'dagen' } }, { instellingen: { dagen: instelling(3) } })
    const wissel = (tot: string) => [tuin('2026-01-01', tot, { aanbieder: 'Els' }), tuin('2026-06-01', '2026-12-31', { aanbieder: 'Jan' })]
    expect(oordeel(wissel('2026-06-03'), catalogus).toegestaan).toBe(true)
    const [conflict] = oordeel(wissel('2026-06-04'), catalogus).conflicten
    expect(conflict).toMatchObject({ van: '2026-06-01', tot: '2026-06-04', eersteMogelijkeDatum: '2026-06-02' })
  })
})
