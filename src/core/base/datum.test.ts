import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestaatDag,
  type Datum,
  dagEnMaand,
  dagnummer,
  datumVan,
  doorsnede,
  einddag,
  inWoorden,
  OPEN_EINDE,
  overlapt,
  parseDatum,
  periodeInWoorden,
  plusDagen,
  plusMaanden,
  vanDagnummer,
  weekdag,
} from './datum.ts'

const d = (tekst: string): Datum => {
  const datum = parseDatum(tekst)
  if (!datum) throw new Error(`geen datum: ${tekst}`)
  return datum
}
const eerste = dagnummer(d('1900-01-01'))
const laatste = dagnummer(d('2199-12-31'))
const dag = fc.integer({ min: eerste, max: laatste })

describe('parseDatum', () => {
  it.each(['2026-03-01', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('leest %s', (tekst) =>
    expect(parseDatum(tekst)).toBe(tekst),
  )

  it.each([
    '2026-02-30',
    '2026-1-1',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '1899-12-31',
    '2200-01-01',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '2026-01-00',
    '01-03-2026',
    '2026-03-01T00:00:00Z',
    ' 2026-03-01',
    '2026-03-01\n',
    '',
    null,
    undefined,
    20260301,
    ['2026-03-01'],
  ])('weigert %j', (tekst) => expect(parseDatum(tekst)).toBeNull())
})

describe('dagnummers', () => {
  it('telt vanaf 1 januari 1970', () => {
    expect(dagnummer(d('1970-01-01'))).toBe(0)
    expect(dagnummer(d('1969-12-31'))).toBe(-1)
    expect(dagnummer(d('2026-03-01')) - dagnummer(d('2026-02-28'))).toBe(1)
  })

  it('is voor elke dag van 1900 tot en met 2199 gelijk aan de kalender', () => {
    for (let nummer = eerste; nummer <= laatste; nummer++) {
      const kalender = new Date(nummer * 86_400_000).toISOString().slice(0, 10)
      if (vanDagnummer(nummer) !== kalender || dagnummer(kalender as Datum) !== nummer) expect.fail(`dag ${nummer}: ${kalender}`)
    }
  })

  it('kent geen dagen buiten de kalender', () => {
    expect(bestaatDag(laatste + 1)).toBe(false)
    expect(bestaatDag(eerste - 1)).toBe(false)
    expect(() => vanDagnummer(laatste + 1)).toThrow('Aanname geschonden')
  })

  it('telt dagen over maand en jaar heen', () => {
    expect(plusDagen(d('2025-12-31'), 1)).toBe('2026-01-01')
    expect(plusDagen(d('2024-03-01'), -1)).toBe('2024-02-29')
  })
})

describe('plusMaanden', () => {
  it.each([
    ['2026-01-01', 12, '2027-01-01'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2199-12-01', 1, null],
  ])('%s plus %i maanden is %s', (van, aantal, verwacht) => expect(plusMaanden(d(van), aantal)).toBe(verwacht))
})

describe('perioden', () => {
  it('telt begin en eind mee', () => {
    expect(overlapt({ van: d('2026-01-01'), tot: d('2026-06-30') }, { van: d('2026-06-30') })).toBe(true)
    expect(overlapt({ van: d('2026-01-01'), tot: d('2026-06-30') }, { van: d('2026-07-01') })).toBe(false)
    expect(overlapt({ van: d('2030-01-01') }, { van: d('2026-07-01') })).toBe(true)
  })

  it('heeft als doorsnede precies de gemeenschappelijke dagen, en weet het in elke volgorde', () => {
    const periode = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 20 }))).map(([van, lengte]) => {
      const begin = vanDagnummer(van)
      return lengte === null ? { van: begin } : { van: begin, tot: vanDagnummer(van + lengte) }
    })
    fc.assert(
      fc.property(periode, periode, (a, b) => {
        const samen = doorsnede(a, b)
        expect(doorsnede(b, a)).toEqual(samen)
        expect(samen !== null).toBe(overlapt(a, b))
        for (let n = 0; n < 80; n++) {
          const in_ = (p: typeof a) => dagnummer(p.van) <= n && n <= einddag(p)
          expect(samen !== null && in_(samen)).toBe(in_(a) && in_(b))
        }
      }),
      { seed: 17 },
    )
  })

  it('heeft zonder eind een einddag later dan elke dag', () => {
    expect(einddag({ van: d('2026-01-01') })).toBe(OPEN_EINDE)
    expect(OPEN_EINDE).toBeGreaterThan(laatste)
  })

  it('sorteert als tekst zoals als dag', () => {
    fc.assert(
      fc.property(dag, dag, (a, b) => vanDagnummer(a) < vanDagnummer(b) === a < b),
      { seed: 18 },
    )
  })
})

it('schrijft datums en perioden in woorden', () => {
  expect(inWoorden(d('2026-03-01'))).toBe('1 maart 2026')
  expect(periodeInWoorden({ van: d('2026-06-01'), tot: d('2026-06-30') })).toBe('1 juni 2026 t/m 30 juni 2026')
  expect(periodeInWoorden({ van: d('2026-06-30'), tot: d('2026-06-30') })).toBe('op 30 juni 2026')
  expect(periodeInWoorden({ van: d('2026-06-01') })).toBe('vanaf 1 juni 2026')
})

it('kent de dag van de week', () => {
  expect(weekdag(d('1970-01-01'))).toBe(4)
  expect(weekdag(d('1969-12-28'))).toBe(7)
  fc.assert(
    fc.property(dag, (n) => weekdag(vanDagnummer(n)) === (new Date(n * 86_400_000).getUTCDay() || 7)),
    { seed: 19 },
  )
})

it('maakt een dag uit jaar, maand en dag, en weigert een dag die niet bestaat', () => {
  expect(datumVan(2026, 3, 1)).toBe('2026-03-01')
  expect(dagEnMaand(datumVan(2026, 3, 1))).toBe('1 maart')
  expect(() => datumVan(2026, 2, 29)).toThrow(/2026-2-29/)
})
