import { expect, it } from 'vitest'
import { alsCodes, leesCodes, maakCodereeks, telCodes } from './codereeks.ts'

const code = (n: number) => ({
  klasse: 'Prestatie',
  sleutel: `R${n}`,
  code: n % 3 === 0 ? '0611' : '0001',
  regel: n % 3 === 0 ? 'TR418' : null,
})
const codes = (aantal: number) => Array.from({ length: aantal }, (_, n) => code(n))

it.each([0, 1, 1_999, 2_000, 2_001, 10_000])('%i codes komen er uit zoals zij erin gingen, zo vaak als gevraagd', (aantal) => {
  const reeks = maakCodereeks()
  for (let van = 0; van < aantal; van += 170) reeks.voegToe(codes(aantal).slice(van, van + 170))
  const terug = leesCodes(reeks.bytes())
  for (let keer = 0; keer < 2; keer++) expect([...terug]).toEqual(codes(aantal))
  expect(reeks.aantal).toBe(aantal)
})

it('een paar codes staan er als gewone JSON, zoals altijd; veel codes zijn veel kleiner dan die', () => {
  const [klein, groot] = [maakCodereeks(), maakCodereeks()]
  klein.voegToe(codes(3))
  groot.voegToe(codes(50_000))
  expect(klein.bytes()).toEqual(Buffer.from(JSON.stringify(codes(3))))
  expect(groot.bytes().length * 5).toBeLessThan(alsCodes(codes(50_000)).length)
})

it('telt elke code met haar regel en klasse, met de eerste plekken', () => {
  expect(telCodes(codes(7), 2)).toEqual([
    { code: '0611', regel: 'TR418', klasse: 'Prestatie', aantal: 3, sleutels: ['R0', 'R3'] },
    { code: '0001', regel: null, klasse: 'Prestatie', aantal: 4, sleutels: ['R1', 'R2'] },
  ])
})
