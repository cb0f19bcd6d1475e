import { expect, it } from 'vitest'
import { volgendePoging } from './herhaling.ts'

const nu = new Date('2026-11-25T12:00:00Z')
const over = (poging: number, wens = { herhaal: 10, opgeven: 72 }) => {
  const op = volgendePoging(poging, wens, nu)
  return op && (op.getTime() - nu.getTime()) / 1000
}

it('elke poging wacht twee keer zo lang, tot een uur', () => {
  expect([1, 2, 3, 4, 5, 9, 10, 11, 50].map((n) => over(n))).toEqual([10, 20, 40, 80, 160, 2560, 3600, 3600, 3600])
})
it('na drie dagen wachten is het aan een mens, en eerder niet', () => {
  const laatste = Array.from({ length: 200 }, (_, i) => i + 1).findLastIndex((n) => over(n) !== null) + 1
  expect(laatste).toBe(80)
  expect([over(laatste), over(laatste + 1), over(1_000)]).toEqual([3600, null, null])
})
it('een langere eerste wachttijd dan een uur mag', () => expect(over(3, { herhaal: 3600, opgeven: 5 })).toBe(3600))
