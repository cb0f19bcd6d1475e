import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Afrondwijze, type Breuk, breuk, plus, rondAf, tekst } from '#core/base/breuk.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import { leesOmvang } from './lees-omvang.ts'
import type { Normregel, Per } from './normregels.ts'
import { berekenOmvang, type Minutentotaal, type Omvang } from './omvang.ts'
import { catalogusMetOmvang, eenCatalogus, eenInstelling } from './verzonnen-catalogus.testhulp.ts'

const catalogus = catalogusMetOmvang()
const metNormen: Keuze = { instellingen: { normenkader: 'eigen' } }

function bereken(invoer: object, keuze: Keuze = metNormen): Omvang {
  const gelezen = leesOmvang(catalogus, { ...keuze, ...invoer })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return berekenOmvang(catalogus, gelezen.value.keuze, gelezen.value.opgave)
}
const regel = (activiteit: string, minuten: number, per: Per, delen: Partial<Normregel> = {}): Normregel => ({
  activiteit,
  minuten,
  keer: { aantal: 1, per },
  soort: 'norm',
  ...delen,
})
const codes = (uitkomst: Omvang) => ({
  bezwaren: uitkomst.bezwaren.map((b) => b.code),
  waarschuwingen: uitkomst.waarschuwingen.map((w) => w.code),
})
const gemotiveerd = { reden: 'communicatie', motivering: 'Uitleg kost meer tijd.' }

describe('minuten per week uit normregels', () => {
  it('rekent het voorbeeld: 45, om de week 45 en 30, min de post, plus een kwartier, is 75 minuten', () => {
    const uitkomst = bereken({
      regels: [
        regel('N-1', 45, 'week', { zwaarte: 'middel' }),
        regel('N-2', 45, '2weken', { zwaarte: 'middel' }),
        regel('N-3', 30, '2weken', { zwaarte: 'licht' }),
        regel('N-2', 45, '2weken', { soort: 'aftrek', reden: 'De mantelzorger doet de post.' }),
        regel('N-1', 15, 'week', { soort: 'afwijking', ...gemotiveerd }),
      ],
    })
    expect(uitkomst).toEqual({
      catalogus: 'waterland',
      versie: '2030-01',
      hash: '0'.repeat(64),
      product: null,
      normenkader: { sleutel: 'eigen', naam: 'Proefnormen', versie: '3' },
      regels: [
        { activiteit: 'N-1', soort: 'norm', minutenPerWeek: '45', berekening: '45 minuten × 1 per week = 45 minuten per week' },
        { activiteit: 'N-2', soort: 'norm', minutenPerWeek: '45/2', berekening: '45 minuten × 1 per 2 weken = 45/2 minuten per week' },
        { activiteit: 'N-3', soort: 'norm', minutenPerWeek: '15', berekening: '30 minuten × 1 per 2 weken = 15 minuten per week' },
        {
          activiteit: 'N-2',
          soort: 'aftrek',
          minutenPerWeek: '-45/2',
          berekening: 'aftrek: 45 minuten × 1 per 2 weken = −45/2 minuten per week',
        },
        {
          activiteit: 'N-1',
          soort: 'afwijking',
          minutenPerWeek: '15',
          berekening: 'afwijking: 15 minuten × 1 per week = 15 minuten per week',
        },
      ],
      resultaten: [],
      totaal: { minutenPerWeek: '75', afgerond: 75, inWoorden: '1 uur en 15 minuten per week' },
      afronding: { op: 5, wijze: 'dichtstbij' },
      synthetisch: false,
      waarschuwingen: [],
      bezwaren: [],
    })
  })

  it.each([
    ['dag', '70', '10 minuten × 1 per dag (7 per week) = 70 minuten per week'],
    ['week', '10', '10 minuten × 1 per week = 10 minuten per week'],
    ['2weken', '5', '10 minuten × 1 per 2 weken = 5 minuten per week'],
    ['4weken', '5/2', '10 minuten × 1 per 4 weken = 5/2 minuten per week'],
    ['maand', '30/13', '10 minuten × 1 per maand (12/52 per week) = 30/13 minuten per week'],
    ['kwartaal', '10/13', '10 minuten × 1 per kwartaal (4/52 per week) = 10/13 minuten per week'],
  ] as [Per, string, string][])('rekent per %s exact om', (per, minutenPerWeek, berekening) => {
    expect(bereken({ regels: [regel('N-1', 10, per)] }).regels[0]).toMatchObject({ minutenPerWeek, berekening })
  })

  it('rekent een half keer exact, en schrijft één minuut als één minuut', () => {
    const [uit] = bereken({ regels: [{ ...regel('N-1', 1, 'week'), keer: { aantal: 0.5, per: 'week' } }] }).regels
    expect(uit?.berekening).toBe('1 minuut × 0,5 per week = 1/2 minuten per week')
  })

  it.each([
    [165, '2 uur en 45 minuten per week'],
    [60, '1 uur per week'],
    [45, '45 minuten per week'],
    [61, '1 uur en 1 minuut per week'],
    [0, '0 minuten per week'],
  ])('%i minuten in woorden', (minuten, inWoorden) => {
    expect(bereken({ regels: [regel('N-1', minuten, 'week')], afronding: { op: 1, wijze: 'dichtstbij' } }).totaal.inWoorden).toBe(inWoorden)
  })

  it('rondt af zoals gevraagd, anders volgens de instelling, anders op vijf minuten', () => {
    const regels = [regel('N-1', 61, 'week')]
    const afgerond = (invoer: object) => (bereken({ regels, ...invoer }).totaal as Minutentotaal).afgerond
    expect(afgerond({})).toBe(60)
    expect(afgerond({ afronding: { op: 15, wijze: 'naar_boven' } })).toBe(75)
    const metInstelling = catalogusMetOmvang({
      instellingen: {
        omvangAfronding: eenInstelling({ op: 30, wijze: 'naar_boven' }),
      },
    })
    const gelezen = leesOmvang(metInstelling, { regels })
    expect(gelezen.ok && berekenOmvang(metInstelling, {}, gelezen.value.opgave).afronding).toEqual({ op: 30, wijze: 'naar_boven' })
  })
})

describe('normen', () => {
  const regels = [regel('N-1', 45, 'week')]

  it('waarschuwt zonder normenkader, of weigert als de instelling dat zegt', () => {
    expect(bereken({ regels }, {})).toMatchObject({
      normenkader: null,
      bezwaren: [],
      waarschuwingen: [{ code: 'NORMENKADER_ONTBREEKT', eis: ['X-NK-01'] }],
    })
    expect(codes(bereken({ regels }, { instellingen: { omvangZonderNorm: 'waarschuwen', normenkader: 'leeg' } })).bezwaren).toEqual([])
    const gelezen = leesOmvang(catalogus, { regels })
    const streng = gelezen.ok && berekenOmvang(catalogus, { instellingen: { omvangZonderNorm: 'blokkeren' } }, gelezen.value.opgave)
    expect(streng && codes(streng)).toEqual({ bezwaren: ['NORMENKADER_ONTBREEKT'], waarschuwingen: [] })
  })

  it('noemt een activiteit die niet in het normenkader staat, en een lege lijst', () => {
    const vreemd = bereken({ regels: [...regels, regel('X-9', 20, 'week')] })
    expect(vreemd.waarschuwingen).toMatchObject([{ code: 'NORMENKADER_ONTBREEKT', plaats: '/regels/1/activiteit' }])
    expect(bereken({ regels: [] }).waarschuwingen).toMatchObject([
      { code: 'NORMENKADER_ONTBREEKT', tekst: 'Er zijn geen normregels. Voeg per activiteit een regel toe.' },
    ])
  })

  it('zegt het als de normen verzonnen zijn', () => {
    const uitkomst = bereken({ regels }, { instellingen: { normenkader: 'proef' } })
    expect(uitkomst.synthetisch).toBe(true)
    expect(codes(uitkomst)).toEqual({ bezwaren: [], waarschuwingen: ['NORMEN_SYNTHETISCH'] })
  })

  it.each([
    ['andere minuten', regel('N-1', 50, 'week'), 1],
    ['andere frequentie', regel('N-1', 45, '2weken'), 1],
    ['minuten van een andere zwaarte', regel('N-1', 45, 'week', { zwaarte: 'zwaar' }), 1],
    ['minuten van de genoemde zwaarte', regel('N-1', 60, 'week', { zwaarte: 'zwaar' }), 0],
    ['dezelfde frequentie anders geschreven', { ...regel('N-2', 45, 'week'), keer: { aantal: 0.5, per: 'week' } } as Normregel, 0],
    ['andere minuten met reden en motivering', regel('N-1', 50, 'week', gemotiveerd), 0],
  ])('%s', (_, een, aantal) => {
    expect(bereken({ regels: [een] }).waarschuwingen.filter((w) => w.code === 'WIJKT_AF_VAN_NORM')).toHaveLength(aantal)
  })

  it('vraagt geen tweede uitleg als een afwijkingsregel het verschil al uitlegt', () => {
    const metUitleg = bereken({ regels: [regel('N-1', 50, 'week'), regel('N-1', 5, 'week', { soort: 'afwijking', ...gemotiveerd })] })
    expect(codes(metUitleg)).toEqual({ bezwaren: [], waarschuwingen: [] })
  })

  it('vraagt niets over normen bij een product dat zonder normregels werkt', () => {
    expect(codes(bereken({ product: 'KEUKEN', regels }, {}))).toEqual({ bezwaren: [], waarschuwingen: [] })
    const zonder = leesOmvang(eenCatalogus(), { regels })
    expect(zonder.ok && codes(berekenOmvang(eenCatalogus(), {}, zonder.value.opgave))).toEqual({ bezwaren: [], waarschuwingen: [] })
  })
})

describe('afwijken en aftrekken', () => {
  const norm = regel('N-1', 45, 'week')

  it.each([
    ['zonder reden', { motivering: 'Omdat.' }],
    ['zonder motivering', { reden: 'communicatie' }],
    ['met een lege motivering', { reden: 'communicatie', motivering: '  ' }],
  ])('weigert een afwijking %s', (_, delen) => {
    const uitkomst = bereken({ regels: [norm, regel('N-1', -15, 'week', { soort: 'afwijking', ...delen })] })
    expect(uitkomst.bezwaren).toMatchObject([{ code: 'OMVANG_AFWIJKING_ONGEMOTIVEERD', plaats: '/regels/1' }])
  })

  it('neemt een gemotiveerde afwijking naar beneden over', () => {
    const uitkomst = bereken({ regels: [norm, regel('N-1', -15, 'week', { soort: 'afwijking', ...gemotiveerd })] })
    expect(uitkomst).toMatchObject({ totaal: { minutenPerWeek: '30' }, bezwaren: [] })
    expect(uitkomst.regels[1]?.berekening).toBe('afwijking: −15 minuten × 1 per week = −15 minuten per week')
  })

  it('weigert meer aftrek dan er norm is, en laat het exacte tekort zien', () => {
    const uitkomst = bereken({ regels: [norm, regel('N-1', 60, 'week', { soort: 'aftrek', reden: 'partner' })] })
    expect(uitkomst).toMatchObject({ totaal: { minutenPerWeek: '-15', afgerond: 0 }, bezwaren: [{ code: 'AFTREK_GROTER_DAN_NORM' }] })
  })

  it('vraagt bij een aftrek wie of wat het opvangt', () => {
    expect(codes(bereken({ regels: [norm, regel('N-1', 10, 'week', { soort: 'aftrek' })] })).waarschuwingen).toEqual([
      'AFTREK_ZONDER_REDEN',
    ])
  })

  it('weigert een vastgestelde omvang die zonder motivering van de som afwijkt', () => {
    const regels = [regel('N-1', 60, 'week'), regel('N-2', 45, '2weken')]
    const vast = (vastgesteld: object) => codes(bereken({ regels, vastgesteld })).bezwaren
    expect(vast({ minutenPerWeek: 180 })).toEqual(['OMVANG_AFWIJKING_ONGEMOTIVEERD'])
    expect(vast({ minutenPerWeek: 180, motivering: 'Tijdelijk meer.' })).toEqual([])
    expect(vast({ minutenPerWeek: 85 })).toEqual([])
  })

  it('eist de onderbouwing die het product vraagt', () => {
    const regels = [regel('N-1', 45, 'week', { resultaat: 'dagritme' }), regel('N-2', 45, '2weken')]
    const onderbouwing = { capaciteiten: 'Kan plannen met hulp.', situatie: '' }
    const uitkomst = bereken({ product: 'TUIN', regels, onderbouwing })
    expect(uitkomst.bezwaren).toMatchObject([
      { code: 'OMVANG_NIET_ONDERBOUWD', eis: ['X-OM-02'], plaats: '/onderbouwing/situatie' },
      { code: 'OMVANG_NIET_ONDERBOUWD', plaats: '/regels/1' },
    ])
    expect(codes(bereken({ product: 'TUIN', regels }))).toEqual({ bezwaren: [], waarschuwingen: ['OMVANG_NIET_ONDERBOUWD'] })
  })
})

describe('dagdelen', () => {
  const zang = (invoer: object = {}) => bereken({ product: 'ZANG', dagdelen: 4, resultaten: ['plezier'], ...invoer })

  it('neemt hele dagdelen met een eigen resultaat over', () => {
    expect(zang()).toMatchObject({
      product: 'ZANG',
      regels: [],
      resultaten: [{ code: 'plezier', tekst: 'Plezier', eis: 'X-CL-03' }],
      totaal: { dagdelenPerWeek: 4, inWoorden: '4 dagdelen van 4 uur per week' },
      afronding: null,
      waarschuwingen: [],
      bezwaren: [],
    })
    expect(zang({ dagdelen: 1 }).totaal.inWoorden).toBe('1 dagdeel van 4 uur per week')
  })

  it.each([
    ['een half dagdeel', { dagdelen: 2.5 }, 'DAGDEEL_GEHEEL', 'X-CL-01', '/dagdelen'],
    ['geen resultaat', { resultaten: [] }, 'GROEPSRESULTAAT_ONTBREEKT', 'X-CL-03', '/resultaten'],
    ['een resultaat van een ander product', { resultaten: ['plezier', 'bewegen'] }, 'RESULTAAT_ANDER_PRODUCT', 'X-CL-03', '/resultaten/1'],
    ['drie dagdelen op een dag', { perEtmaal: 3 }, 'MAX_2_DAGDELEN_PER_ETMAAL', 'X-CL-02', '/perEtmaal'],
    ['meer dan er in een week passen', { dagdelen: 15 }, 'MAX_2_DAGDELEN_PER_ETMAAL', 'X-CL-02', '/dagdelen'],
  ])('weigert %s', (_, invoer, code, eis, plaats) => {
    expect(zang(invoer).bezwaren).toMatchObject([{ code, eis: [eis], plaats }])
  })

  it('waarschuwt boven wat aannemelijk is, en weigert dan niet', () => {
    const uitkomst = bereken({ product: 'DANS', dagdelen: 4, perEtmaal: 2, resultaten: [] })
    expect(uitkomst).toMatchObject({ bezwaren: [], waarschuwingen: [{ code: 'VEEL_DAGDELEN_OP_EEN_DAG', eis: ['AMB-91'] }] })
    expect(codes(bereken({ product: 'DANS', dagdelen: 4, resultaten: [] })).waarschuwingen).toEqual([])
  })

  it('weigert uren bij een dagdeelproduct en dagdelen bij een uurproduct', () => {
    expect(bereken({ product: 'ZANG', regels: [regel('N-1', 45, 'week')] }).bezwaren).toMatchObject([
      { code: 'EENHEID_ONJUIST', eis: ['X-CL-01'] },
    ])
    expect(bereken({ product: 'TUIN', dagdelen: 2 }).bezwaren).toMatchObject([
      { code: 'EENHEID_ONJUIST', eis: ['X-OM-01'], plaats: '/dagdelen' },
    ])
  })

  it('zegt ook hier iets over de duur', () => {
    const uitkomst = bereken({ product: 'KEUKEN', regels: [regel('N-1', 45, 'week')], van: '2026-01-01', tot: '2027-12-31' })
    expect(codes(uitkomst).waarschuwingen).toEqual(['INDICATIE_TE_LANG'])
  })
})

describe('eigenschappen', () => {
  const eenRegel: fc.Arbitrary<Normregel> = fc.record({
    activiteit: fc.constantFrom('N-1', 'N-2', 'X-9'),
    minuten: fc.integer({ min: 0, max: 240 }),
    keer: fc.record({
      aantal: fc.constantFrom(1, 2, 3, 0.5),
      per: fc.constantFrom<Per>('dag', 'week', '2weken', '4weken', 'maand', 'kwartaal'),
    }),
    soort: fc.constantFrom('norm', 'aftrek'),
  })
  const afronding = fc.record({
    op: fc.constantFrom(1, 5, 15, 30),
    wijze: fc.constantFrom<Afrondwijze>('naar_boven', 'dichtstbij', 'naar_beneden'),
  })
  const lees = (b: string): Breuk => breuk(...(b.split('/').map(BigInt) as [bigint, bigint]))

  it('de som van de exacte regels is het totaal, één keer afgerond, in elke volgorde', () => {
    const rij = fc
      .array(eenRegel, { maxLength: 12 })
      .chain((regels) => fc.tuple(fc.constant(regels), fc.shuffledSubarray(regels, { minLength: regels.length })))
    fc.assert(
      fc.property(rij, afronding, ([regels, anders], wijze) => {
        const uitkomst = bereken({ regels, afronding: wijze })
        const som = uitkomst.regels.map((r) => lees(r.minutenPerWeek)).reduce(plus, breuk(0))
        const totaal = uitkomst.totaal as Minutentotaal
        expect(totaal.minutenPerWeek).toBe(tekst(som))
        expect(totaal.afgerond).toBe(som.teller < 0n ? 0 : rondAf(som, wijze.op, wijze.wijze))
        expect(bereken({ regels: anders, afronding: wijze }).totaal).toEqual(totaal)
      }),
      { seed: 7 },
    )
  })
})
