import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { isOpen, lopendeTermijn, magAntwoorden, type Verzoekfeiten, verzoekstandVan } from './verzoek.ts'

const vers: Verzoekfeiten = { telt: true, isGehonoreerd: false, antwoorden: [], wachtOpAntwoord: false }

describe('hoe een verzoek ervoor staat, en wat er nog op te antwoorden is', () => {
  it.each<[string, Partial<Verzoekfeiten>, string, string | null, string | null]>([
    ['net binnen', {}, 'open', null, null],
    ['in onderzoek, aangenomen', { antwoorden: ['2'] }, 'in_onderzoek', 'TR360', null],
    ['in onderzoek, nog geen reactie', { antwoorden: ['2'], wachtOpAntwoord: true }, 'in_onderzoek', 'TR360', 'OP080'],
    ['afgewezen', { antwoorden: ['1'] }, 'afgewezen', 'TR365', 'TR365'],
    ['afgewezen na onderzoek', { antwoorden: ['1', '2'] }, 'afgewezen', 'TR365', 'TR365'],
    ['toegewezen', { isGehonoreerd: true }, 'toegewezen', 'TR359', 'TR359'],
    ['toegewezen na onderzoek', { isGehonoreerd: true, antwoorden: ['2'] }, 'toegewezen', 'TR359', 'TR359'],
    ['zelf afgekeurd', { telt: false }, 'telt_niet', 'OP286', 'OP286'],
  ])('%s', (_, anders, stand, opOnderzoek, opAfwijzen) => {
    const f = { ...vers, ...anders }
    expect(verzoekstandVan(f)).toBe(stand)
    expect(isOpen(verzoekstandVan(f))).toBe(stand === 'open' || stand === 'in_onderzoek')
    const regel = (keuze: 'in_onderzoek' | 'afgewezen') => {
      const mag = magAntwoorden(keuze, f)
      return mag.ok ? null : mag.fout.regel
    }
    expect([regel('in_onderzoek'), regel('afgewezen')]).toEqual([opOnderzoek, opAfwijzen])
  })
})

describe('de termijn die loopt', () => {
  const v = { ontvangenOp: '2026-02-11' as Datum, dagtekening: '2026-02-10' as Datum }
  it.each([
    ['VOT', 'open', 'verzoek_toewijzing', '2026-02-11'],
    ['VOW', 'open', 'verzoek_wijziging', '2026-02-11'],
    ['VOT', 'in_onderzoek', 'in_onderzoek', '2026-02-10'],
    ['VOW', 'in_onderzoek', 'in_onderzoek', '2026-02-10'],
  ] as const)('%s, %s', (soort, stand, termijn, vanaf) =>
    expect(lopendeTermijn(stand, { ...v, soort })).toEqual({ soort: termijn, vanaf, klaarOp: null }),
  )
})
