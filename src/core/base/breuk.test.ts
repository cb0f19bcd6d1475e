import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Afrondwijze, breuk, maal, min, NUL, plus, rondAf, tegengestelde, tekst, vanDecimaal, vergelijk } from './breuk.ts'

const eenBreuk = fc
  .tuple(
    fc.bigInt({ min: -10_000n, max: 10_000n }),
    fc.bigInt({ min: -500n, max: 500n }).filter((n) => n !== 0n),
  )
  .map(([teller, noemer]) => breuk(teller, noemer))

describe('breuk', () => {
  it('is vereenvoudigd en heeft een noemer groter dan 0', () => {
    expect(breuk(6, -4)).toEqual({ teller: -3n, noemer: 2n })
    expect(breuk(0, -7)).toEqual(NUL)
    expect(() => breuk(1, 0)).toThrow('Aanname geschonden')
  })

  it('schrijft zich als breuk of als geheel getal', () => {
    expect(tekst(maal(breuk(60), breuk(12, 52)))).toBe('180/13')
    expect(tekst(breuk(150, 2))).toBe('75')
    expect(tekst(breuk(-45, 2))).toBe('-45/2')
  })

  it('leest een kommagetal exact', () => {
    expect(vanDecimaal(0.5)).toEqual(breuk(1, 2))
    expect(vanDecimaal(0.1)).toEqual(breuk(1, 10))
    expect(vanDecimaal(3)).toEqual(breuk(3))
    expect(vanDecimaal(1 / 3)).toBeNull()
    expect(vanDecimaal(Number.NaN)).toBeNull()
    expect(vanDecimaal(Number.POSITIVE_INFINITY)).toBeNull()
  })

  it('rekent als breuken: volgorde maakt niet uit, min maakt plus ongedaan', () => {
    fc.assert(
      fc.property(eenBreuk, eenBreuk, eenBreuk, (a, b, c) => {
        expect(plus(plus(a, b), c)).toEqual(plus(a, plus(c, b)))
        expect(min(plus(a, b), b)).toEqual(a)
        expect(maal(a, plus(b, c))).toEqual(plus(maal(a, b), maal(a, c)))
        expect(plus(a, tegengestelde(a))).toEqual(NUL)
        expect(Math.sign(vergelijk(a, b))).toBe(Math.sign(Number(min(a, b).teller)))
      }),
      { seed: 14 },
    )
  })
})

describe('rondAf', () => {
  it.each([
    [165, 2, 5, 'dichtstbij', 85],
    [82, 1, 5, 'dichtstbij', 80],
    [5, 2, 1, 'dichtstbij', 3],
    [-5, 2, 1, 'dichtstbij', -2],
    [-5, 2, 1, 'naar_boven', -2],
    [-5, 2, 1, 'naar_beneden', -3],
    [61, 1, 15, 'naar_boven', 75],
    [74, 1, 15, 'naar_beneden', 60],
    [75, 1, 15, 'naar_boven', 75],
    [0, 1, 5, 'naar_boven', 0],
  ] as [number, number, number, Afrondwijze, number][])('%i/%i op %i %s is %i', (teller, noemer, op, wijze, verwacht) => {
    expect(rondAf(breuk(teller, noemer), op, wijze)).toBe(verwacht)
  })

  it('geeft altijd het goede veelvoud, minder dan één stap weg', () => {
    fc.assert(
      fc.property(eenBreuk, fc.integer({ min: 1, max: 60 }), (a, op) => {
        const naarBoven = rondAf(a, op, 'naar_boven')
        const naarBeneden = rondAf(a, op, 'naar_beneden')
        const dichtstbij = rondAf(a, op, 'dichtstbij')
        expect(vergelijk(breuk(naarBeneden), a)).toBeLessThanOrEqual(0)
        expect(vergelijk(breuk(naarBoven), a)).toBeGreaterThanOrEqual(0)
        expect(Math.abs(naarBoven - naarBeneden)).toBe(a.teller % (a.noemer * BigInt(op)) === 0n ? 0 : op)
        const afstand = (n: number) => Math.abs(Number(min(a, breuk(n)).teller))
        expect(afstand(dichtstbij)).toBe(Math.min(afstand(naarBoven), afstand(naarBeneden)))
      }),
      { seed: 15 },
    )
  })
})
