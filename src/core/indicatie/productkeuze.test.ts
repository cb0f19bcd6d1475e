import { describe, expect, it } from 'vitest'
import type { Omvang } from './omvang.ts'
import { teMotiveren, wijktAf } from './productkeuze.ts'
import type { Stapelingsoordeel } from './stapeling.ts'

const melding = { code: 'LET_OP', eis: 'X-01', tekst: 'Let op.' }
const omvang = { waarschuwingen: [{ code: 'VEEL', eis: ['X-02'], plaats: '/regels/0', tekst: 'Veel.' }] } as unknown as Omvang
const naast = (...van: string[]) =>
  ({
    waarschuwingen: van.map((v) => ({ code: 'MOTIVEREN', eis: ['X-03'], producten: ['P', 'Q'], van: v, tot: null, tekst: 'Naast Q.' })),
  }) as unknown as Stapelingsoordeel

describe('wat een keuze van de consulent vraagt', () => {
  it.each([
    ['het geadviseerde product', { uitkomst: 'product', product: 'P' }, 'P', false],
    ['een ander product', { uitkomst: 'product', product: 'P' }, 'Q', true],
    ['een product terwijl er nog gevraagd moet worden', { uitkomst: 'eerst_vragen', product: null }, 'P', true],
    ['een van de te bespreken producten', { uitkomst: 'eerst_bespreken', product: null }, 'P', true],
    ['een product waar het advies er geen geeft', { uitkomst: 'geen_product', product: null }, 'P', true],
  ] as const)('%s: afwijken %#', (_, advies, product, verwacht) => {
    expect(wijktAf(advies, product)).toBe(verwacht)
  })

  it('elke waarschuwing heeft een eigen sleutel, ook als de code dezelfde is', () => {
    const nodig = teMotiveren(
      { uitkomst: 'product', product: 'P', waarschuwingen: [melding] },
      'P',
      omvang,
      naast('2026-01-01', '2026-06-01'),
    )
    expect(nodig.map((m) => m.sleutel)).toEqual([
      'advies:LET_OP:X-01',
      'omvang:VEEL:/regels/0',
      'stapeling:MOTIVEREN:P+Q@2026-01-01',
      'stapeling:MOTIVEREN:P+Q@2026-06-01',
    ])
  })

  it('een waarschuwing bij het geadviseerde product zegt niets over een ander; bij "geen product" blijft zij staan', () => {
    const bronnen = (uitkomst: 'product' | 'geen_product', product: string | null) =>
      teMotiveren({ uitkomst, product, waarschuwingen: [melding] }, 'Q', omvang, naast()).map((m) => m.bron)
    expect(bronnen('product', 'P')).toEqual(['omvang'])
    expect(bronnen('geen_product', null)).toEqual(['advies', 'omvang'])
  })
})
