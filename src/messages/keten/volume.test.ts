/** De uitgewerkte voorbeelden van de standaard, en wat voor elke toewijzing geldt. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vanDagnummer } from '#core/base/datum.ts'
import type { Omvang, Toewijzing } from './feit.ts'
import { dagnummer, eerste, laatste, maandVan, maanden, type Periode, weken, zondagen } from './kalender.ts'
import { standaardkeuzes } from './keuzes.ts'
import { inRekeneenheden, maxInPeriode, maxOverToewijzing } from './volume.ts'

type Met = Toewijzing & { readonly omvang: Omvang }
const toewijzing = (ingangsdatum: string, einddatum: string | undefined, omvang: Omvang, categorie = '02'): Met => ({
  nummer: 1,
  bsn: '999990019',
  gemeente: '9990',
  aanbieder: '98765432',
  toewijzingsdatum: ingangsdatum,
  toewijzingstijd: '09:00:00',
  ingangsdatum,
  einddatum,
  product: { Categorie: categorie },
  omvang,
})
const perWeek = (Volume: number, Eenheid: string): Omvang => ({ Volume, Eenheid, Frequentie: '2' })
/** De productperioden van een toewijzing: elke maand, afgesneden op haar begin en eind. */
function perioden({ van, tot }: Periode): Periode[] {
  return Array.from({ length: maanden({ van, tot }) }).reduce<Periode[]>((alle) => {
    const vorige = alle.at(-1)
    const maand = maandVan(vorige === undefined ? van : vanDagnummer(dagnummer(vorige.tot) + 1))
    return [...alle, { van: laatste(maand.van, van), tot: eerste(maand.tot, tot) }]
  }, [])
}
const maxima = (t: Met): number[] =>
  perioden({ van: t.ingangsdatum, tot: t.einddatum ?? t.ingangsdatum }).map((p) => maxInPeriode(t, p, standaardkeuzes))

describe('voorbeelden van de standaard', () => {
  it.each([
    ['inspanning, drie uur per week', toewijzing('2025-10-07', '2025-12-30', perWeek(3, '04')), [12, 15, 15], 39],
    ['inspanning, gebroken maanden', toewijzing('2025-07-07', '2025-09-07', perWeek(3, '04')), [12, 15, 3], 27],
    ['inspanning, april tot en met juni', toewijzing('2022-04-13', '2022-06-30', perWeek(3, '04')), [9, 18, 15], 36],
    ['output, eindigt op zondag', toewijzing('2025-07-07', '2025-09-07', perWeek(300, '83')), [900, 1500, 300], 2700],
    ['output, eindigt op zaterdag', toewijzing('2025-07-07', '2025-09-06', perWeek(300, '83')), [900, 1800, 0], 2700],
    ['output, eindigt op vrijdag', toewijzing('2025-07-07', '2025-09-05', perWeek(300, '83')), [900, 1800, 0], 2700],
    ['output, eindigt op oudejaarsdag', toewijzing('2025-10-07', '2025-12-31', perWeek(300, '83')), [900, 1500, 1500], 3900],
    ['output, begint op de eerste', toewijzing('2025-10-01', '2025-12-31', perWeek(300, '83')), [1200, 1500, 1500], 4200],
    ['output zonder zondag, over een maandgrens', toewijzing('2026-03-30', '2026-04-02', perWeek(300, '82')), [0, 300], 300],
    ['categorie 01 per week', toewijzing('2025-10-07', '2025-12-30', perWeek(3, '04'), '01'), [18, 18, 18], 39],
    ['per maand', toewijzing('2025-10-14', '2025-12-13', { Volume: 15, Eenheid: '04', Frequentie: '4' }), [15, 15, 15], 45],
    ['per dag', toewijzing('2025-10-30', '2025-11-02', { Volume: 1, Eenheid: '04', Frequentie: '1' }), [2, 2], 4],
    ['totaal', toewijzing('2025-10-14', '2025-12-13', { Volume: 80, Eenheid: '04', Frequentie: '6' }), [80, 80, 80], 80],
  ] as const)('%s', (_, t, perPeriode, samen) => {
    expect(maxima(t)).toEqual(perPeriode)
    expect(maxOverToewijzing(t, standaardkeuzes)).toBe(samen)
  })
  it('zonder einddatum is er alleen bij een totaal een grens', () => {
    const max = (Frequentie: string) =>
      maxOverToewijzing(toewijzing('2026-01-01', undefined, { Volume: 7, Eenheid: '04', Frequentie }), standaardkeuzes)
    expect(['1', '2', '4', '6'].map(max)).toEqual([Infinity, Infinity, Infinity, 7])
  })
})

describe('voor elke toewijzing per week', () => {
  const lengte = fc.tuple(fc.integer({ min: 18_000, max: 25_000 }), fc.integer({ min: 0, max: 700 }))
  const willekeurig = (eenheid: string) =>
    fc
      .tuple(lengte, fc.integer({ min: 0, max: 5000 }))
      .map(([[begin, duur], volume]) => toewijzing(vanDagnummer(begin), vanDagnummer(begin + duur), perWeek(volume, eenheid)))
  const periodeVan = (t: Met): Periode => ({ van: t.ingangsdatum, tot: t.einddatum ?? '' })

  it('output: de maxima per periode zijn samen precies het maximum over de toewijzing', () => {
    fc.assert(
      fc.property(willekeurig('82'), (t) => {
        expect(maxima(t).reduce((a, b) => a + b, 0)).toBe(maxOverToewijzing(t, standaardkeuzes))
      }),
      { seed: 21, numRuns: 300 },
    )
  })
  it('output: zondagen met de laatste broken week zijn geraakte weken', () => {
    fc.assert(
      fc.property(willekeurig('82'), (t) => {
        const p = periodeVan(t)
        const eindigtOpZondag = zondagen({ van: p.tot, tot: p.tot }) === 1
        expect(zondagen(p) + (eindigtOpZondag ? 0 : 1)).toBe(weken(p))
      }),
      { seed: 22, numRuns: 300 },
    )
  })
  it('inspanning: een week over een maandgrens telt in beide maanden, dus samen minstens het maximum', () => {
    fc.assert(
      fc.property(willekeurig('04'), (t) => {
        const som = maxima(t).reduce((a, b) => a + b, 0)
        const grenzen = perioden(periodeVan(t)).length - 1
        expect(som).toBeGreaterThanOrEqual(maxOverToewijzing(t, standaardkeuzes))
        expect(som).toBeLessThanOrEqual(maxOverToewijzing(t, standaardkeuzes) + grenzen * t.omvang.Volume)
      }),
      { seed: 23, numRuns: 300 },
    )
  })
  it('uren en minuten op één toewijzing tellen samen in minuten', () => {
    expect(inRekeneenheden({ '04': 2, '01': 15, '16': 9 }, '04')).toBe(135)
    expect(inRekeneenheden({ '04': 2, '01': 15 }, '01')).toBe(15)
  })
})
