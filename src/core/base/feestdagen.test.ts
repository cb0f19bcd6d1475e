import { describe, expect, it } from 'vitest'
import { dagnummer, plusDagen, weekdag } from './datum.ts'
import { pasen, wettelijkeFeestdagen } from './feestdagen.ts'

it.each([
  [1943, '1943-04-25'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2100, '2100-03-28'],
])('Pasen %i valt op %s', (jaar, datum) => expect(pasen(jaar)).toBe(datum))

/** Een tweede berekening van Pasen: de eerste zondag na de kerkelijke volle maan, met het gulden getal en de epacta. */
function pasenMetEpacta(jaar: number): number {
  const gulden = (jaar % 19) + 1
  const eeuw = Math.floor(jaar / 100) + 1
  const zon = Math.floor((3 * eeuw) / 4) - 12
  const maan = Math.floor((8 * eeuw + 5) / 25) - 5
  let epacta = (((11 * gulden + 20 + maan - zon) % 30) + 30) % 30
  if ((epacta === 25 && gulden > 11) || epacta === 24) epacta++
  const volleMaan = 44 - epacta + (44 - epacta < 21 ? 30 : 0)
  const eersteMaart = Date.UTC(jaar, 2, 1) / 86_400_000
  const dag = eersteMaart + volleMaan - 1
  return dag + 7 - new Date(dag * 86_400_000).getUTCDay()
}

it('Pasen klopt met een tweede berekening, elk jaar', () => {
  for (let jaar = 1900; jaar <= 2199; jaar++) {
    expect(dagnummer(pasen(jaar))).toBe(pasenMetEpacta(jaar))
    expect(weekdag(pasen(jaar))).toBe(7)
  }
})

describe('wettelijke feestdagen', () => {
  it('van 2026', () => {
    expect(wettelijkeFeestdagen(2026).map(({ datum, naam }) => `${datum} ${naam}`)).toEqual([
      '2026-01-01 Nieuwjaarsdag',
      '2026-04-03 Goede Vrijdag',
      '2026-04-06 Tweede Paasdag',
      '2026-04-27 Koningsdag',
      '2026-05-05 Bevrijdingsdag',
      '2026-05-14 Hemelvaartsdag',
      '2026-05-25 Tweede Pinksterdag',
      '2026-12-25 Eerste Kerstdag',
      '2026-12-26 Tweede Kerstdag',
    ])
  })

  it.each([
    [2025, '2025-04-26'],
    [2031, '2031-04-26'],
    [2026, '2026-04-27'],
  ])('Koningsdag %i is op %s: nooit op zondag', (jaar, datum) => {
    expect(wettelijkeFeestdagen(jaar).find(({ naam }) => naam === 'Koningsdag')?.datum).toBe(datum)
  })

  it('heeft elk jaar negen dagen op volgorde, met Hemelvaart op donderdag', () => {
    for (let jaar = 1900; jaar <= 2199; jaar++) {
      const dagen = wettelijkeFeestdagen(jaar)
      expect(dagen).toHaveLength(9)
      expect(dagen.map(({ datum }) => datum)).toEqual(dagen.map(({ datum }) => datum).sort())
      expect(dagen.filter(({ naam }) => naam === 'Hemelvaartsdag').map(({ datum }) => weekdag(datum))).toEqual([4])
      expect(dagen.some(({ datum }) => datum === plusDagen(pasen(jaar), -2))).toBe(true)
    }
  })
})
