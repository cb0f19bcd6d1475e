import { expect, it } from 'vitest'
import { leesBedrag, schrijfBedrag } from './bedrag.ts'

it.each<[string, number | null]>([
  ['62,50', 6250],
  ['62.5', 6250],
  ['€ 62', 6200],
  ['1.062,50', 106_250],
  ['0,05', 5],
  ['1.000', 100_000],
  ['62,505', null],
  ['gratis', null],
  ['', null],
  ['-1', null],
])('%s', (tekst, eurocent) => expect(leesBedrag(tekst)).toBe(eurocent))

it('schrijft zoals men het leest, en wat zij schrijft leest zij terug', () => {
  expect(schrijfBedrag(6250)).toBe('€\u00a062,50')
  for (const eurocent of [0, 5, 6250, 106_250, 123_456_789]) expect(leesBedrag(schrijfBedrag(eurocent))).toBe(eurocent)
})
