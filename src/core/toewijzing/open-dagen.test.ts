import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { openDagen, type Toewijzingsdagen } from './open-dagen.ts'

const d = (dag: string) => dag as Datum
const bij = (van: string, tot: string | null, anders: Partial<Toewijzingsdagen> = {}): Toewijzingsdagen => ({
  van: d(van),
  tot: tot === null ? null : d(tot),
  gestoptOp: null,
  geldt: true,
  ...anders,
})
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
    ['ingetrokken of afgekeurd telt niet', jaar, [bij('2027-01-01', '2027-12-31', { geldt: false })], [['2027-01-01', '2027-12-31']]],
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
