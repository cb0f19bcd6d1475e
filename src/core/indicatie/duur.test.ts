import { describe, expect, it } from 'vitest'
import type { Json } from '#core/catalogus/instellingen.ts'
import { toetsDuur } from './duur.ts'
import { catalogusMetOmvang, eenIndicatie } from './verzonnen-catalogus.testhulp.ts'

const toets = (product: string, van: string, tot?: string, instellingen: Record<string, Json> = {}) =>
  toetsDuur(catalogusMetOmvang(), { instellingen }, eenIndicatie(product, van, tot)).map(({ ernst, code, eis }) =>
    [ernst, code, ...eis].join(' '),
  )

describe('de duur van een indicatie', () => {
  it.each([
    ['twaalf maanden tot en met de laatste dag', '2026-01-01', '2026-12-31', []],
    ['één dag meer dan twaalf maanden', '2026-01-01', '2027-01-01', ['waarschuwing INDICATIE_TE_LANG X-OM-03']],
    ['twaalf maanden midden in de maand', '2026-03-15', '2027-03-14', []],
    ['zes maanden', '2026-01-01', '2026-06-30', []],
    ['één dag minder dan zes maanden', '2026-01-01', '2026-06-29', ['waarschuwing INDICATIE_TE_KORT X-OM-04']],
    ['zonder einddatum', '2026-01-01', undefined, ['waarschuwing EINDDATUM_ONTBREEKT X-OM-03']],
  ])('%s', (_, van, tot, verwacht) => expect(toets('TUIN', van, tot)).toEqual(verwacht))

  it('volgt de instellingen', () => {
    expect(toets('TUIN', '2026-01-01', '2027-12-31', { maxMaanden: { TUIN: 24 } })).toEqual([])
    expect(toets('TUIN', '2026-01-01', '2036-12-31', { maxMaanden: { TUIN: null } })).toEqual([])
    expect(toets('TUIN', '2026-01-01', undefined, { zonderEinde: 'blokkeren' })).toEqual(['bezwaar EINDDATUM_ONTBREEKT X-OM-03'])
    expect(toets('TUIN', '2026-01-01', undefined, { zonderEinde: 'toegestaan' })).toEqual([])
    expect(toets('TUIN', '2026-01-01', '2026-02-01', { minTelt: 'behoefte' })).toEqual([])
    expect(toets('TUIN', '2026-01-01', '2026-02-01', { minUitkomst: 'blokkeren' })).toEqual(['bezwaar INDICATIE_TE_KORT X-OM-04'])
  })

  it('waarschuwt zonder einddatum ook als er alleen een langste duur is', () => {
    expect(toets('KEUKEN', '2026-01-01')).toEqual(['waarschuwing EINDDATUM_ONTBREEKT'])
    expect(toets('KEUKEN', '2026-01-01', undefined, { maxMaanden: {} })).toEqual([])
  })

  it('zegt niets over een product zonder regels over duur', () => {
    expect(toets('ZANG', '2026-01-01')).toEqual([])
    expect(toets('ELDERS', '2026-01-01')).toEqual([])
  })
})
