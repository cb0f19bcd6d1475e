import { describe, expect, it } from 'vitest'
import { alsAantal, waarInLijst } from './Bladeren.tsx'

describe('waar u bent in een lijst', () => {
  it.each([
    ['de eerste bladzijde', 1, 50, { aantal: 312, meer: false }, '1–50 van 312'],
    ['de laatste bladzijde', 301, 12, { aantal: 312, meer: false }, '301–312 van 312'],
    ['één rij', 1, 1, { aantal: 1, meer: false }, '1 van 1'],
    ['duizendtallen', 1_001, 50, { aantal: 1_000, meer: true }, '1.001–1.050'],
    ['meer dan er geteld wordt', 51, 50, { aantal: 1_000, meer: true }, '51–100 van meer dan 1.000'],
    ['een lijst die niet telt', 51, 50, null, '51–100'],
  ])('%s', (_, vanaf, rijen, telling, verwacht) => expect(waarInLijst(vanaf, rijen, telling)).toBe(verwacht))

  it.each([
    ['één rij', 1, 1, '1 van 1'],
    ['twee rijen', 1, 2, '1–2 van 2'],
    ['de laatste bladzijde', 51, 3, '51–53 van 53'],
  ])('een lijst die niet telt, aan haar eind: %s', (_, vanaf, rijen, verwacht) =>
    expect(waarInLijst(vanaf, rijen, null, true)).toBe(verwacht),
  )

  it('het aantal in de kop', () => {
    expect([alsAantal({ aantal: 1_000, meer: true }), alsAantal({ aantal: 1_000, meer: false })]).toEqual(['meer dan 1.000', '1.000'])
  })
})
