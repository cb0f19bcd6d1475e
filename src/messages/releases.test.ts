import { describe, expect, it } from 'vitest'
import { iwmo32 } from './iwmo-3-2/release.ts'
import { releases, uitgaveOm, uitgaveOp } from './releases.ts'

describe('een uitgave van de standaard geldt op bepaalde dagen', () => {
  it.each([
    ['de dag ervoor', '2023-04-02', 'nog_niet'],
    ['de eerste dag', '2023-04-03', 'geldt'],
    ['jaren later', '2030-01-01', 'geldt'],
  ])('%s', (_, dag, stand) => expect(uitgaveOp(iwmo32, dag)).toBe(stand))
  it('met een laatste dag: die dag nog wel, de dag erna niet meer', () => {
    const oud = { ...iwmo32, geldigTot: '2027-03-31' }
    expect([uitgaveOp(oud, '2027-03-31'), uitgaveOp(oud, '2027-04-01')]).toEqual(['geldt', 'niet_meer'])
  })
})

it('wij schrijven in de jongste uitgave die geldt; twee mogen naast elkaar', () => {
  const oud = { ...iwmo32, geldigTot: '2027-06-30' }
  const nieuw = { ...iwmo32, versie: '3.3', geldigVanaf: '2027-04-01' }
  const op = (dag: string) => uitgaveOm(dag, [nieuw, oud])?.versie ?? null
  expect([op('2023-04-02'), op('2027-03-31'), op('2027-04-01'), op('2027-07-01')]).toEqual([null, '3.2', '3.3', '3.3'])
  expect(uitgaveOm('2026-11-25')).toBe(releases[0])
})
