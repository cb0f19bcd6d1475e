import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { isOpen, lopendeTermijn, magAntwoorden, type Reactie, type Verzoekfeiten, verzoekfeitzin, verzoekstandVan } from './verzoek.ts'

const vers: Verzoekfeiten = { telt: true, isGehonoreerd: false, antwoorden: [], reactie: null }

const wacht = (stand: 'loopt' | 'verlopen'): Reactie => ({
  stand: 'wacht_op_antwoord',
  termijn: { uiterlijk: '2026-02-13' as Datum, stand },
})

describe('hoe een verzoek ervoor staat, en wat er nog op te antwoorden is', () => {
  it.each<[string, Partial<Verzoekfeiten>, string, string | null, string | null]>([
    ['net binnen', {}, 'open', null, null],
    ['in onderzoek, aangenomen', { antwoorden: ['2'] }, 'in_onderzoek', 'TR360', null],
    ['in onderzoek, nog geen reactie', { antwoorden: ['2'], reactie: wacht('loopt') }, 'in_onderzoek', 'TR360', 'OP080'],
    ['in onderzoek, de reactie bleef uit (OP090)', { antwoorden: ['2'], reactie: wacht('verlopen') }, 'in_onderzoek', 'TR360', null],
    [
      'in onderzoek, nog niet weg',
      { antwoorden: ['2'], reactie: { stand: 'klaargezet', termijn: null } },
      'in_onderzoek',
      'TR360',
      'OP080',
    ],
    [
      'in onderzoek, niet aangekomen',
      { antwoorden: ['2'], reactie: { ...wacht('verlopen'), stand: 'niet_bezorgd' } },
      'in_onderzoek',
      'TR360',
      'OP080',
    ],
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

describe('een verzoek op de tijdlijn', () => {
  it.each([
    [{ wat: 'ontvangen', soort: 'VOT', referenties: ['R1'] }, 'Zorg in Nergens vroeg om toewijzing (verzoek R1).'],
    [{ wat: 'ontvangen', soort: 'VOW', referenties: ['R1'] }, 'Zorg in Nergens vroeg om wijziging van de hulp (verzoek R1).'],
    [{ wat: 'in_onderzoek', soort: 'VOT', referenties: ['R1'] }, 'De gemeente onderzoekt verzoek R1 van Zorg in Nergens.'],
    [{ wat: 'afgewezen', soort: 'VOT', referenties: ['R1'] }, 'De gemeente wees verzoek R1 van Zorg in Nergens af.'],
    [{ wat: 'toegewezen', soort: 'VOT', referenties: ['R1', 'R2'] }, 'De gemeente wees hulp toe op verzoek R1 en R2 van Zorg in Nergens.'],
  ] as const)('%o', (feit, zin) => expect(verzoekfeitzin({ ...feit, aanbieder: 'Zorg in Nergens' })).toBe(zin))
})
