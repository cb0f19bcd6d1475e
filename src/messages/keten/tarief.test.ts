/** Tarief en bedrag: de voorbeelden van de standaard, en afronden zonder kommagetallen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bedragVanMinuten, isBedrag, isMogelijkBedrag, isTarief, tariefVanMinuut } from './tarief.ts'

const uur = (tarief: number) => [{ eenheid: '04', tarief, van: '2026-01-01' }]

describe('uurtarief in minuten', () => {
  it('rondt half naar boven af, één keer', () => {
    expect(tariefVanMinuut(6250)).toBe(104)
    expect(tariefVanMinuut(8730)).toBe(146)
    expect(tariefVanMinuut(8724)).toBe(145)
    expect(bedragVanMinuten(6250, 95)).toBe(9896)
  })
  it('is voor elk tarief en elk aantal het dichtstbijzijnde hele bedrag', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 99_999_999 }), (tarief, minuten) => {
        const verschil = 60n * BigInt(bedragVanMinuten(tarief, minuten)) - BigInt(tarief) * BigInt(minuten)
        // Nooit meer dan een halve cent ernaast, en precies halverwege naar boven.
        expect(verschil > -30n && verschil <= 30n).toBe(true)
      }),
      { seed: 31, numRuns: 500 },
    )
  })
  it('past zonder contract altijd als er een uurtarief is dat zo uitkomt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 20_000 }), (tarief, volume) => {
        const regel = { eenheid: '01', volume, tarief: tariefVanMinuut(tarief), bedrag: bedragVanMinuten(tarief, volume) }
        expect(isMogelijkBedrag(regel)).toBe(true)
        expect(isBedrag(uur(tarief), regel)).toBe(true)
        expect(isTarief(uur(tarief), '01', regel.tarief)).toBe(true)
      }),
      { seed: 32, numRuns: 300 },
    )
  })
  it('een eenheid zonder afgesproken tarief klopt nooit', () => {
    expect(isTarief(uur(6250), '16', 6250)).toBe(false)
  })
})
