import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { dagenErbij, dagenVan, opDezeDagen, openDagen, type Toewijzingsdagen } from './open-dagen.ts'

const d = (dag: string) => dag as Datum
const bij = (van: string, tot: string | null, anders: Partial<Toewijzingsdagen> = {}) =>
  dagenVan({ van: d(van), tot: tot === null ? null : d(tot), gestoptOp: null, ...anders })
const jaar = { van: d('2027-01-01'), tot: d('2027-12-31') }

describe('de dagen van een indicatie die nog aan niemand zijn toegewezen', () => {
  it.each([
    ['niets toegewezen: alles', jaar, [], [['2027-01-01', '2027-12-31']]],
    ['helemaal toegewezen: niets', jaar, [bij('2027-01-01', '2027-12-31')], []],
    ['toegewezen langer dan de indicatie: niets', jaar, [bij('2026-12-01', null)], []],
    ['de laatste dag niet', jaar, [bij('2027-01-01', '2027-12-30')], [['2027-12-31', '2027-12-31']]],
    ['de eerste dag niet', jaar, [bij('2027-01-02', '2027-12-31')], [['2027-01-01', '2027-01-01']]],
    ['twee die op elkaar aansluiten', jaar, [bij('2027-07-01', '2027-12-31'), bij('2027-01-01', '2027-06-30')], []],
    ['een gat ertussen', jaar, [bij('2027-01-01', '2027-03-31'), bij('2027-05-01', '2027-12-31')], [['2027-04-01', '2027-04-30']]],
    ['een korte binnen een lange', jaar, [bij('2027-01-01', '2027-12-31'), bij('2027-03-01', '2027-04-01')], []],
    [
      'na de stop van de aanbieder',
      jaar,
      [bij('2027-01-01', '2027-12-31', { gestoptOp: d('2027-08-31') })],
      [['2027-09-01', '2027-12-31']],
    ],
    ['een indicatie zonder einde', { van: d('2027-01-01') }, [bij('2027-01-01', '2027-12-31')], [['2028-01-01', undefined]]],
    ['een toewijzing na de indicatie', jaar, [bij('2028-01-01', '2028-02-01')], [['2027-01-01', '2027-12-31']]],
  ])('%s', (_, looptijd, toewijzingen, over) => {
    expect(openDagen(looptijd, toewijzingen).map((p) => [p.van, p.tot])).toEqual(over)
  })
})

describe('AMB-59 wat er op gevraagde dagen al bij een ander ligt', () => {
  const ander = { nummer: 7, dagen: bij('2027-03-01', '2027-06-30') }
  it.each([
    ['de dag ervoor: niets', '2027-01-01', '2027-02-28', []],
    ['de dag erna: niets', '2027-07-01', '2027-12-31', []],
    ['één dag gemeen', '2027-01-01', '2027-03-01', [['2027-03-01', '2027-03-01']]],
    ['eromheen: precies die dagen', '2027-01-01', '2027-12-31', [['2027-03-01', '2027-06-30']]],
  ])('%s', (_, van, tot, gemeen) => {
    const gevonden = opDezeDagen({ van: d(van), tot: d(tot) }, [ander])
    expect(gevonden.map((t) => [t.dagen.van, t.dagen.tot])).toEqual(gemeen)
    expect(gevonden.every((t) => t.nummer === 7)).toBe(true)
  })
})

describe('wat een gewijzigde toewijzing erbij krijgt', () => {
  it.each([
    ['er gold niets: alles', null, '2027-06-30', ['2027-01-01', '2027-06-30']],
    ['korter: niets', '2027-06-30', '2027-05-31', null],
    ['gelijk: niets', '2027-06-30', '2027-06-30', null],
    ['langer: vanaf de dag na de oude', '2027-06-30', '2027-07-31', ['2027-07-01', '2027-07-31']],
    ['zonder einde: vanaf de dag na de oude', '2027-06-30', null, ['2027-07-01', undefined]],
  ])('%s', (_, was, tot, erbij) => {
    const uit = dagenErbij(bij('2027-01-01', tot), was === null ? null : bij('2027-01-01', was))
    expect(uit && [uit.van, uit.tot]).toEqual(erbij)
  })
})
