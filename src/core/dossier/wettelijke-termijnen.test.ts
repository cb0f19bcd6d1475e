import { expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { wettelijkeTermijn, zaaktermijnen } from './wettelijke-termijnen.ts'

const d = (tekst: string) => tekst as Datum

it.each([
  ['2026-11-02', [], '2026-11-09', '2026-12-14'],
  ['2027-03-24', [], '2027-03-31', '2027-05-07'],
  ['2027-03-24', ['2027-05-07'], '2027-03-31', '2027-05-10'],
])('melding op %s, gelijkgesteld %j: plan tot %s, onderzoek uiterlijk %s', (op, gelijk, planTot, onderzoekUiterlijk) => {
  expect(zaaktermijnen(d(op), gelijk.map(d))).toEqual({ planTot, onderzoekUiterlijk })
})

it.each([
  ['besluit', '2026-12-11', '2026-12-28', /2\.3\.5/],
  ['bezwaar', '2026-12-28', '2027-02-08', /6:7/],
] as const)('%s vanaf %s: %s, met bron', (soort, start, uiterlijk, bron) => {
  const termijn = wettelijkeTermijn(soort, d(start))
  expect(termijn.uiterlijk).toBe(uiterlijk)
  expect(termijn.bron).toMatch(bron)
})

it('voor 2015 gold deze wet niet', () => {
  expect(() => wettelijkeTermijn('onderzoek', d('2014-12-31'))).toThrow(/2014-12-31/)
})
