import { describe, expect, it } from 'vitest'
import { datumVan, type Periode } from '#core/base/datum.ts'
import { isLanger, looptijd } from './looptijd.ts'

const dag = (maand: number, d: number, jaar = 2026) => datumVan(jaar, maand, d)
const jaar: Periode = { van: dag(1, 1), tot: dag(12, 31) }
const feit = (
  id: string,
  soort: 'vastgesteld' | 'gestart' | 'beeindigd' | 'ingetrokken' | 'vervallen',
  datum = dag(6, 30),
  vervangt: string | null = null,
) => ({
  id,
  soort,
  datum,
  vervangt,
})
const begin = [feit('1', 'vastgesteld', dag(1, 1)), feit('2', 'gestart', dag(1, 1))]

describe('de dagen waarop een indicatie echt geldt', () => {
  it.each([
    ['zonder einde blijft de periode', [], jaar],
    ['beëindigen: die dag is de laatste', [feit('3', 'beeindigd')], { van: dag(1, 1), tot: dag(6, 30) }],
    ['intrekken: vanaf die dag niet meer', [feit('3', 'ingetrokken')], { van: dag(1, 1), tot: dag(6, 29) }],
    ['intrekken op de eerste dag: geen enkele dag', [feit('3', 'ingetrokken', dag(1, 1))], null],
    ['een einde na de periode verlengt haar niet', [feit('3', 'beeindigd', dag(3, 1, 2027))], jaar],
    [
      'een verbeterd einde telt in plaats van het oude',
      [feit('3', 'beeindigd'), feit('4', 'beeindigd', dag(8, 31), '3')],
      { van: dag(1, 1), tot: dag(8, 31) },
    ],
    ['een vervallen einde telt niet', [feit('3', 'beeindigd'), feit('4', 'vervallen', dag(7, 1), '3')], jaar],
  ])('%s', (_, feiten, verwacht) => {
    expect(looptijd(jaar, [...begin, ...feiten])).toEqual(verwacht)
  })

  it('zonder einddatum loopt zij door tot een feit haar eindigt', () => {
    expect(looptijd({ van: dag(1, 1) }, begin)).toEqual({ van: dag(1, 1) })
    expect(looptijd({ van: dag(1, 1) }, [...begin, feit('3', 'beeindigd')])).toEqual({ van: dag(1, 1), tot: dag(6, 30) })
  })

  it.each([
    ['zonder einde is langer dan met', { van: dag(1, 1) }, jaar, true],
    ['gelijk is niet langer', jaar, jaar, false],
    ['een dag later eindigen is langer', { van: dag(1, 1), tot: dag(1, 1, 2027) }, jaar, true],
    ['eerder beginnen is langer', { van: dag(12, 31, 2025), tot: dag(12, 31) }, jaar, true],
    ['korter is niet langer', { van: dag(2, 1), tot: dag(12, 31) }, jaar, false],
    ['iets na niets is langer', jaar, null, true],
    ['niets is nooit langer', null, jaar, false],
  ])('%s', (_, later, eerder, verwacht) => {
    expect(isLanger(later, eerder)).toBe(verwacht)
  })
})
