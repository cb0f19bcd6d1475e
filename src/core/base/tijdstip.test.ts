import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Datum } from './datum.ts'
import { plusDagen, vanDagnummer } from './datum.ts'
import { beginVanDag, datumVanTijdstip, naarMs, parseTijdstip, tijdInWoorden, tijdstipInWoorden, vanMs } from './tijdstip.ts'

const t = (tekst: string) => {
  const tijdstip = parseTijdstip(tekst)
  if (!tijdstip) throw new Error(`geen tijdstip: ${tekst}`)
  return tijdstip
}

describe('parseTijdstip', () => {
  it.each([
    ['2026-12-14T13:02:00Z', '2026-12-14T13:02:00.000Z'],
    ['2026-12-14T14:02:00+01:00', '2026-12-14T13:02:00.000Z'],
    ['2026-12-14T14:02:00+0100', '2026-12-14T13:02:00.000Z'],
    ['2026-12-14T13:02:00.123456Z', '2026-12-14T13:02:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('leest %s', (ruw, verwacht) => expect(parseTijdstip(ruw)).toBe(verwacht))

  it.each([
    ['zonder zone', '2026-12-14T13:02:00'],
    ['een dag die niet bestaat', '2026-02-30T13:02:00Z'],
    ['een maand die niet bestaat', '2026-13-01T13:02:00Z'],
    ['24 uur', '2026-12-14T24:00:00Z'],
    ['alleen een dag', '2026-12-14'],
    ['een vreemd jaar', '1899-12-31T23:59:59Z'],
    ['net te laat door de zone', '2199-12-31T23:59:59-01:00'],
    ['geen tekst', 1_700_000_000_000],
  ])('weigert %s', (_, ruw) => expect(parseTijdstip(ruw)).toBeNull())
})

describe('Nederlandse tijd', () => {
  it.each([
    ['winter', '2026-12-14T13:02:00Z', '14 december 2026 om 14:02'],
    ['zomer', '2026-07-01T22:30:00Z', '2 juli 2026 om 00:30'],
    ['voor het verzetten', '2026-03-29T00:59:00Z', '29 maart 2026 om 01:59'],
    ['na het verzetten', '2026-03-29T01:00:00Z', '29 maart 2026 om 03:00'],
    ['eerste keer half drie', '2026-10-25T00:30:00Z', '25 oktober 2026 om 02:30'],
    ['tweede keer half drie', '2026-10-25T01:30:00Z', '25 oktober 2026 om 02:30'],
  ])('%s', (_, ruw, verwacht) => {
    expect(tijdstipInWoorden(t(ruw))).toBe(verwacht)
    expect(verwacht.endsWith(tijdInWoorden(t(ruw)))).toBe(true)
  })

  it('laat een dag beginnen op het eerste moment van die dag', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 80_000 }), (n) => {
        const dag = vanDagnummer(n)
        const begin = beginVanDag(dag)
        expect(datumVanTijdstip(begin)).toBe(dag)
        expect(datumVanTijdstip(vanMs(naarMs(begin) - 1))).toBe(plusDagen(dag, -1))
      }),
      { seed: 7 },
    )
    expect(beginVanDag('2026-07-01' as Datum)).toBe('2026-06-30T22:00:00.000Z')
    expect(beginVanDag('1900-01-01' as Datum)).toBe('1900-01-01T00:00:00.000Z')
  })
})

it('sorteert als tekst zoals als moment, en leest terug wat het schrijft', () => {
  const ms = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) })
  fc.assert(
    fc.property(ms, ms, (a, b) => {
      expect(vanMs(a) < vanMs(b)).toBe(a < b)
      expect(parseTijdstip(vanMs(a))).toBe(vanMs(a))
      expect(naarMs(vanMs(a))).toBe(a)
    }),
    { seed: 13 },
  )
})
