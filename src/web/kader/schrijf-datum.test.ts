import { expect, it } from 'vitest'
import { schrijfDag, schrijfTijdstip, schrijfWanneer } from './schrijf-datum.ts'

it.each([
  ['2026-12-11T13:02:00.000Z', '14:02'],
  ['2026-12-11T23:30:00.000Z', '12 december 2026 om 00:30'],
  ['2026-07-01T12:00:00.000Z', '1 juli 2026 om 14:00'],
  ['geen tijdstip', 'geen tijdstip'],
])('%s leest als %s', (tijdstip, tekst) => expect(schrijfTijdstip(tijdstip, '2026-12-11')).toBe(tekst))

it.each([
  ['2026-12-11T13:02:00.000Z', '11 december 2026'],
  ['2026-12-11T23:30:00.000Z', '12 december 2026'],
  ['geen tijdstip', 'geen tijdstip'],
])('de dag van %s is %s', (tijdstip, tekst) => expect(schrijfDag(tijdstip)).toBe(tekst))

it('past in een zin', () => {
  expect(schrijfWanneer('2026-12-11T13:02:00.000Z', '2026-12-11')).toBe('om 14:02')
  expect(schrijfWanneer('2026-12-11T13:02:00.000Z', '2026-12-12')).toBe('op 11 december 2026 om 14:02')
})
