/** Tellen met een formule, nageteld dag voor dag. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dagnummer as vanCore, vanDagnummer } from '#core/base/datum.ts'
import { dagenTussen, dagnummer, isZondag, laatsteZondagIn, maanden, maandVan, weken, zondagen } from './kalender.ts'

const dag = fc.integer({ min: vanCore(vanDagnummer(0)) - 20_000, max: 60_000 }).map((n) => vanDagnummer(n) as string)
const periode = fc
  .tuple(dag, fc.integer({ min: 0, max: 800 }))
  .map(([van, duur]) => ({ van, tot: vanDagnummer(dagnummer(van) + duur) as string }))
const dagen = ({ van, tot }: { van: string; tot: string }): string[] =>
  Array.from({ length: dagnummer(tot) - dagnummer(van) + 1 }, (_, i) => vanDagnummer(dagnummer(van) + i))
/** 5 januari 1970 was een maandag. */
const weekVan = (d: string): number => Math.floor((dagnummer(d) - 4) / 7)

describe('kalender', () => {
  it('telt hetzelfde als dag voor dag', () => {
    fc.assert(
      fc.property(periode, (p) => {
        const alle = dagen(p)
        expect(dagenTussen(p)).toBe(alle.length)
        expect(weken(p)).toBe(new Set(alle.map(weekVan)).size)
        expect(zondagen(p)).toBe(alle.filter((d) => new Date(`${d}T00:00:00Z`).getUTCDay() === 0).length)
        expect(maanden(p)).toBe(new Set(alle.map((d) => d.slice(0, 7))).size)
        expect(laatsteZondagIn(p.tot, p)).toBe(alle.some(isZondag))
      }),
      { seed: 4, numRuns: 300 },
    )
  })
  it('nummert een dag zoals de kern, en kent ook andere jaren', () => {
    fc.assert(
      fc.property(dag, (d) => {
        expect(dagnummer(d)).toBe(vanCore(d as never))
      }),
      { seed: 5 },
    )
    expect(dagnummer('9999-12-31') - dagnummer('9999-01-01')).toBe(364)
    expect(dagnummer('12345-01-02') - dagnummer('12345-01-01')).toBe(1)
  })
  it('geeft de hele maand, ook in een schrikkeljaar', () => {
    expect(maandVan('2028-02-11')).toEqual({ van: '2028-02-01', tot: '2028-02-29' })
    expect(maandVan('2026-12-31')).toEqual({ van: '2026-12-01', tot: '2026-12-31' })
  })
})
