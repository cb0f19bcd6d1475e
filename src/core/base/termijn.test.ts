import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Datum, dagnummer, plusDagen, vanDagnummer, weekdag } from './datum.ts'
import { wettelijkeFeestdagen } from './feestdagen.ts'
import { type Duur, eindeTermijn, rekenTermijn, resterendeDagen, restantInWoorden, vrijeDag } from './termijn.ts'

const d = (tekst: string) => tekst as Datum

describe('eindeTermijn', () => {
  it.each<[string, string, Duur, string[], string]>([
    ['persoonlijk plan na een melding op maandag', '2026-11-02', { dagen: 7 }, [], '2026-11-09'],
    ['onderzoek na die melding', '2026-11-02', { weken: 6 }, [], '2026-12-14'],
    ['besluit: Eerste Kerstdag, Tweede Kerstdag en zondag', '2026-12-11', { weken: 2 }, [], '2026-12-28'],
    ['bezwaar na bekendmaking', '2026-12-28', { weken: 6 }, [], '2027-02-08'],
    ['onderzoek: Bevrijdingsdag en Hemelvaart achter elkaar', '2027-03-24', { weken: 6 }, [], '2027-05-07'],
    ['en de vrijdag erna gelijkgesteld', '2027-03-24', { weken: 6 }, ['2027-05-07'], '2027-05-10'],
    ['een gelijkgestelde dag midden in de termijn verandert niets', '2027-03-24', { weken: 6 }, ['2027-04-30'], '2027-05-07'],
    ['Goede Vrijdag schuift door over Pasen', '2026-03-27', { dagen: 7 }, [], '2026-04-07'],
    ['zaterdag', '2026-11-07', { weken: 1 }, [], '2026-11-16'],
    ['drie dagen over Pasen: er moeten twee werkdagen in zitten', '2026-04-02', { dagen: 3 }, [], '2026-04-08'],
    ['twee dagen over Pasen: die eis geldt niet', '2026-04-02', { dagen: 2 }, [], '2026-04-07'],
    ['drie dagen vanaf vrijdag: maandag is er één, dinsdag de tweede', '2026-11-06', { dagen: 3 }, [], '2026-11-10'],
    ['een maand eindigt op de laatste dag als de dag ontbreekt', '2027-01-31', { maanden: 1 }, [], '2027-03-01'],
    ['twaalf weken: de wet geldt nog', '2026-10-02', { weken: 12 }, [], '2026-12-28'],
    ['dertien weken: de wet geldt niet meer', '2026-09-25', { weken: 13 }, [], '2026-12-25'],
    ['negentig dagen: de wet geldt nog', '2026-09-26', { dagen: 90 }, [], '2026-12-28'],
    ['eenennegentig dagen niet meer', '2026-09-25', { dagen: 91 }, [], '2026-12-25'],
    ['drie maanden: de wet geldt nog', '2026-09-25', { maanden: 3 }, [], '2026-12-28'],
    ['vier maanden niet meer', '2026-08-25', { maanden: 4 }, [], '2026-12-25'],
  ])('%s', (_, start, duur, gelijkgesteld, verwacht) => {
    expect(eindeTermijn(d(start), duur, gelijkgesteld.map(d))).toBe(verwacht)
  })

  it.each<[Duur]>([[{ dagen: 0 }], [{ weken: -1 }], [{ maanden: 1.5 }]])('weigert een termijn van %j', (duur) => {
    expect(() => eindeTermijn(d('2026-11-02'), duur)).toThrow(/heel aantal/)
  })

  it('vertelt waarom de termijn opschuift', () => {
    expect(rekenTermijn(d('2027-03-24'), { weken: 6 }, [d('2027-05-07')])).toEqual({
      geteldTot: '2027-05-05',
      uiterlijk: '2027-05-10',
      verschoven: [
        { datum: '2027-05-05', waarom: 'Bevrijdingsdag' },
        { datum: '2027-05-06', waarom: 'Hemelvaartsdag' },
        { datum: '2027-05-07', waarom: 'gelijkgestelde dag' },
        { datum: '2027-05-08', waarom: 'zaterdag' },
        { datum: '2027-05-09', waarom: 'zondag' },
      ],
    })
    expect(rekenTermijn(d('2026-11-06'), { dagen: 3 }).verschoven.map(({ waarom }) => waarom)).toEqual([
      'nog geen twee werkdagen in de termijn',
    ])
  })
})

const dag = fc.integer({ min: dagnummer(d('2015-01-01')), max: dagnummer(d('2099-12-31')) }).map(vanDagnummer)
const kort: fc.Arbitrary<Duur> = fc.oneof(
  fc.record({ dagen: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ weken: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ maanden: fc.integer({ min: 1, max: 3 }) }),
)
/** Gelijkgestelde dagen dichtbij de start, zodat zij er ook echt toe doen. */
const geval = fc
  .tuple(dag, kort, fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 20 }))
  .map(([start, duur, plus]) => ({ start, duur, gelijk: plus.map((n) => plusDagen(start, n)) }))

/** Gewoon alles natellen: weekend, feestdag of gelijkgesteld. */
const isVrij = (x: Datum, gelijk: readonly Datum[]) =>
  weekdag(x) > 5 || gelijk.includes(x) || wettelijkeFeestdagen(Number(x.slice(0, 4))).some(({ datum }) => datum === x)
const dagenNa = (start: Datum, eind: Datum) => Array.from({ length: dagnummer(eind) - dagnummer(start) }, (_, n) => plusDagen(start, n + 1))

describe('eigenschappen van een wettelijke termijn', () => {
  it('eindigt op de eerste dag vanaf de getelde dag die aan beide artikelen voldoet', () => {
    fc.assert(
      fc.property(geval, ({ start, duur, gelijk }) => {
        const { uiterlijk, geteldTot } = rekenTermijn(start, duur, gelijk)
        const vol = (eind: Datum) =>
          ('dagen' in duur && duur.dagen < 3) || dagenNa(start, eind).filter((x) => !isVrij(x, gelijk)).length >= 2
        const voldoet = (eind: Datum) => !isVrij(eind, gelijk) && vol(eind)
        expect(voldoet(uiterlijk)).toBe(true)
        for (let x = geteldTot; x < uiterlijk; x = plusDagen(x, 1)) expect(voldoet(x)).toBe(false)
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  it('een gelijkgestelde dag erbij maakt de termijn nooit korter, een latere start ook niet', () => {
    fc.assert(
      fc.property(geval, fc.integer({ min: 1, max: 100 }), ({ start, duur, gelijk }, plus) => {
        const eind = eindeTermijn(start, duur, gelijk)
        expect(eindeTermijn(start, duur, [...gelijk, plusDagen(start, plus)]) >= eind).toBe(true)
        expect(eindeTermijn(plusDagen(start, 1), duur, gelijk) >= eind).toBe(true)
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  it('noemt elke dag die overgeslagen is precies één keer', () => {
    fc.assert(
      fc.property(geval, ({ start, duur, gelijk }) => {
        const { uiterlijk, geteldTot, verschoven } = rekenTermijn(start, duur, gelijk)
        expect(verschoven.map(({ datum }) => datum)).toEqual(dagenNa(plusDagen(geteldTot, -1), plusDagen(uiterlijk, -1)))
      }),
      { seed: 5, numRuns: 300 },
    )
  })
})

it.each([
  ['2026-11-07', 'zaterdag'],
  ['2026-11-08', 'zondag'],
  ['2026-12-26', 'zaterdag'],
  ['2026-12-25', 'Eerste Kerstdag'],
  ['2026-11-09', null],
])('vrijeDag %s: %s', (datum, waarom) => expect(vrijeDag(d(datum))).toBe(waarom))

it.each([
  ['2026-12-11', '2026-12-14', 'nog 3 dagen, tot 14 december', 3],
  ['2026-12-13', '2026-12-14', 'nog 1 dag, tot 14 december', 1],
  ['2026-12-14', '2026-12-14', 'vandaag', 0],
  ['2026-12-15', '2026-12-14', '1 dag te laat', -1],
  ['2026-12-16', '2026-12-14', '2 dagen te laat', -2],
  ['2026-12-28', '2027-02-08', 'nog 42 dagen, tot 8 februari 2027', 42],
  ['2027-01-02', '2026-12-28', '5 dagen te laat', -5],
])('op %s, uiterlijk %s: %s', (vandaag, uiterlijk, tekst, over) => {
  expect(restantInWoorden(d(vandaag), d(uiterlijk))).toBe(tekst)
  expect(resterendeDagen(d(vandaag), d(uiterlijk))).toBe(over)
})
