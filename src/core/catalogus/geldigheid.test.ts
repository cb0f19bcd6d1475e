import { describe, expect, it } from 'vitest'
import { geldendOp, instellingenOp, waardenOp, wisseldagen } from './geldigheid.ts'

const b = (id: string, geldigVan: string) => ({ id, geldigVan })
const k = (id: string, geldigVan: string, sleutel: string, waarde: string) => ({ ...b(id, geldigVan), sleutel, waarde })

describe('wat op een dag geldt', () => {
  it.each([
    ['voor de eerste ingangsdag niets', '2025-12-31', undefined],
    ['op de dag zelf', '2026-01-01', '1'],
    ['bij gelijke ingangsdag het laatste besluit', '2027-06-01', '3'],
    ['een eerder besluit met een latere dag gaat pas dan in', '2028-01-01', '2'],
  ])('%s', (_, dag, id) => {
    expect(geldendOp([b('3', '2027-01-01'), b('1', '2026-01-01'), b('2', '2028-01-01'), b('0', '2027-01-01')], dag)?.id).toBe(id)
  })

  it('per instelling het laatste besluit, ongeacht de volgorde van de rijen', () => {
    const rijen = [k('4', '2026-02-01', 'a', 'nieuw'), k('1', '2026-01-01', 'a', 'oud'), k('2', '2026-01-01', 'b', 'x')]
    expect(waardenOp(rijen, '2026-01-15')).toEqual({ a: 'oud', b: 'x' })
    expect(instellingenOp(rijen, '2026-02-01').get('a')?.id).toBe('4')
  })

  it('wisseldagen: de dag zelf, en later elke dag één keer, tot aan de grens', () => {
    const rijen = [b('1', '2026-01-01'), b('2', '2026-05-01'), b('3', '2026-03-01'), b('4', '2026-03-01'), b('5', '2026-06-01')]
    expect(wisseldagen(rijen, '2026-02-01', '2026-06-01')).toEqual(['2026-02-01', '2026-03-01', '2026-05-01'])
  })
})
