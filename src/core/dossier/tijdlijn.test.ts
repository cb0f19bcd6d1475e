import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { type Kort, rijenVan } from './gebeurtenis.testhulp.ts'
import { bouwTijdlijn, type Tijdlijngebeurtenis, type Tijdlijnindicatie, type Tijdlijninvoer, werkelijkePeriode } from './tijdlijn.ts'

const d = (tekst: string) => tekst as Datum
const vandaag = d('2026-11-09')
const eenIndicatie = (anders: Partial<Tijdlijnindicatie> = {}): Tijdlijnindicatie => ({
  id: 'i1',
  voorziening: 'v1',
  van: d('2026-06-01'),
  tot: d('2027-05-31'),
  omvang: '2 uur per week',
  vervangt: null,
  ...anders,
})
const feitenVan = (bij: Partial<Tijdlijngebeurtenis>, ...kort: Kort[]): Tijdlijngebeurtenis[] =>
  rijenVan(...kort).map((rij) => ({
    ...rij,
    id: `${bij.zaak ?? bij.indicatie}-${rij.id}`,
    vervangt: rij.vervangt && `${bij.zaak ?? bij.indicatie}-${rij.vervangt}`,
    zin: `${rij.soort}.`,
    zaak: null,
    indicatie: null,
    ...bij,
  }))
const eenInvoer = (anders: Partial<Tijdlijninvoer> = {}): Tijdlijninvoer => ({
  voorzieningen: [{ id: 'v1', naam: 'Begeleiding' }],
  indicaties: [eenIndicatie()],
  zaken: [],
  gebeurtenissen: feitenVan({ indicatie: 'i1' }, ['vastgesteld', '2026-05-14'], ['gestart', '2026-06-01']),
  berichtfeiten: [],
  ...anders,
})

describe('een baan per voorziening', () => {
  it('met periode, stand en zin', () => {
    expect(bouwTijdlijn(eenInvoer(), vandaag)).toMatchObject({
      van: '2026-06-01',
      tot: '2027-05-31',
      banen: [
        {
          soort: 'voorziening',
          naam: 'Begeleiding',
          stukken: [
            {
              id: 'i1',
              stand: 'gestart',
              verloop: 'loopt',
              periode: { van: '2026-06-01', tot: '2027-05-31' },
              zin: 'Gestart sinds 1 juni 2026 · 2 uur per week',
            },
          ],
        },
      ],
    })
  })

  it('opvolgende indicaties staan op volgorde in dezelfde baan', () => {
    const invoer = eenInvoer({
      indicaties: [eenIndicatie({ id: 'i2', van: d('2027-06-01'), tot: null }), eenIndicatie()],
      gebeurtenissen: [],
    })
    const [baan] = bouwTijdlijn(invoer, vandaag).banen
    expect(baan?.stukken.map(({ id, verloop }) => `${id} ${verloop}`)).toEqual(['i1 loopt', 'i2 komt'])
  })

  it('een verbeterde indicatie staat er niet meer in; haar feiten wel', () => {
    const invoer = eenInvoer({ indicaties: [eenIndicatie(), eenIndicatie({ id: 'i2', vervangt: 'i1' })] })
    const tijdlijn = bouwTijdlijn(invoer, vandaag)
    expect(tijdlijn.banen[0]?.stukken.map(({ id }) => id)).toEqual(['i2'])
    expect(tijdlijn.feiten.map(({ indicatie }) => indicatie)).toEqual(['i1', 'i1'])
  })

  it('een voorziening zonder indicatie heeft geen baan', () => {
    expect(bouwTijdlijn(eenInvoer({ indicaties: [] }), vandaag).banen).toEqual([])
  })
})

describe('werkelijkePeriode', () => {
  it.each<[string, string | null, Kort[], unknown]>([
    ['zoals vastgesteld', '2027-05-31', [], { van: '2026-06-01', tot: '2027-05-31' }],
    ['zonder einde', null, [], { van: '2026-06-01' }],
    ['beëindigd: die dag telt nog', '2027-05-31', [['beeindigd', '2026-10-31']], { van: '2026-06-01', tot: '2026-10-31' }],
    ['einde dat nog moet komen', null, [['beeindigd', '2026-12-31']], { van: '2026-06-01', tot: '2026-12-31' }],
    ['ingetrokken: die dag niet meer', '2027-05-31', [['ingetrokken', '2026-10-31']], { van: '2026-06-01', tot: '2026-10-30' }],
    ['ingetrokken voor het begin', '2027-05-31', [['ingetrokken', '2026-06-01']], null],
    ['ingetrokken één dag na het begin', '2027-05-31', [['ingetrokken', '2026-06-02']], { van: '2026-06-01', tot: '2026-06-01' }],
    ['einde na het einde', '2027-05-31', [['beeindigd', '2027-07-01']], { van: '2026-06-01', tot: '2027-05-31' }],
    [
      'einde vervallen',
      '2027-05-31',
      [
        ['beeindigd', '2026-10-31'],
        ['vervallen', '2026-11-01', 1],
      ],
      { van: '2026-06-01', tot: '2027-05-31' },
    ],
    [
      'einde verbeterd',
      '2027-05-31',
      [
        ['beeindigd', '2026-10-31'],
        ['beeindigd', '2026-11-30', 1],
      ],
      { van: '2026-06-01', tot: '2026-11-30' },
    ],
  ])('%s', (_, tot, kort, verwacht) => {
    expect(werkelijkePeriode({ van: d('2026-06-01'), tot: tot === null ? null : d(tot) }, feitenVan({}, ...kort))).toEqual(verwacht)
  })
})

describe('zaken en feiten', () => {
  const zaken = [{ id: 'z1', naam: 'Melding 2026-000001', ontvangenOp: d('2026-04-01'), afgeslotenOp: d('2026-05-14') }]
  const gebeurtenissen = feitenVan({ zaak: 'z1' }, ['melding_ontvangen', '2026-04-01'], ['zaak_afgesloten', '2026-05-14'])

  it('een zaak is een eigen baan, na de voorzieningen', () => {
    const { banen } = bouwTijdlijn(eenInvoer({ zaken, gebeurtenissen: [...eenInvoer().gebeurtenissen, ...gebeurtenissen] }), vandaag)
    expect(banen.map(({ soort }) => soort)).toEqual(['voorziening', 'zaak'])
    expect(banen[1]?.stukken).toEqual([
      {
        id: 'z1',
        periode: { van: '2026-04-01', tot: '2026-05-14' },
        stand: 'afgesloten',
        zin: 'Afgesloten sinds 14 mei 2026',
        verloop: 'voorbij',
      },
    ])
  })

  it('feiten: het nieuwste bovenaan, en wat verbeterd is geldt niet meer', () => {
    const feiten = feitenVan({ indicatie: 'i1' }, ['vastgesteld', '2026-05-14'], ['gestart', '2026-06-01'], ['gestart', '2026-06-15', 2])
    expect(bouwTijdlijn(eenInvoer({ gebeurtenissen: feiten }), vandaag).feiten.map(({ datum, geldt }) => `${datum} ${geldt}`)).toEqual([
      '2026-06-15 true',
      '2026-06-01 false',
      '2026-05-14 true',
    ])
  })

  it('een lege tijdlijn is één dag: vandaag', () => {
    const leeg = { voorzieningen: [], indicaties: [], zaken: [], gebeurtenissen: [], berichtfeiten: [] }
    expect(bouwTijdlijn(leeg, vandaag)).toEqual({ banen: [], feiten: [], van: vandaag, tot: vandaag })
  })
})

it('elke indicatie die geldt staat precies één keer op de lijn, binnen haar grenzen', () => {
  const indicatie = fc.tuple(fc.constantFrom('v1', 'v2'), fc.nat(300), fc.option(fc.nat(300)), fc.option(fc.nat(9)))
  fc.assert(
    fc.property(fc.array(indicatie, { maxLength: 10 }), (delen) => {
      const indicaties = delen.map(([voorziening, begin, duur, oud], i) => {
        const van = plusDagen(d('2026-01-01'), begin)
        return eenIndicatie({
          id: `i${i}`,
          voorziening,
          van,
          tot: duur === null ? null : plusDagen(van, duur),
          vervangt: oud !== null && oud < i ? `i${oud}` : null,
        })
      })
      const voorzieningen = ['v1', 'v2'].map((id) => ({ id, naam: id }))
      const tijdlijn = bouwTijdlijn({ voorzieningen, indicaties, zaken: [], gebeurtenissen: [], berichtfeiten: [] }, vandaag)
      const stukken = tijdlijn.banen.flatMap((baan) => baan.stukken)
      const vervangen = new Set(indicaties.map(({ vervangt }) => vervangt))
      expect(stukken.map(({ id }) => id).sort()).toEqual(
        indicaties
          .map(({ id }) => id)
          .filter((id) => !vervangen.has(id))
          .sort(),
      )
      for (const { periode } of stukken) {
        expect(periode && periode.van >= tijdlijn.van && (periode.tot ?? periode.van) <= tijdlijn.tot).toBe(true)
      }
    }),
    { seed: 12, numRuns: 300 },
  )
})
