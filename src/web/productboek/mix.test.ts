import { describe, expect, it } from 'vitest'
import type { GevondenUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { isGeheel, leesAandelen, procentTekst } from './mix.ts'

const mix = (waarde: unknown, eis = 'Z-MX-01') =>
  ({ eis, soort: 'mix', tekst: '', werkt: [], producten: [], citaten: [], document: null, waarde }) as unknown as GevondenUitspraak

describe('de personele mix lezen', () => {
  it.each([
    [[mix({ mbo4: 60, hbo: 40 })], ['60% mbo 4', '40% hbo'], true],
    [[mix({ niveau2_3: 60, niveau3_4: 40 })], ['60% niveau 2-3', '40% niveau 3-4'], true],
    [[mix({ mix: { mbo3: 80, mbo4: 15 } }), mix({ hbo: 5 }, 'Z-MX-02')], ['80% mbo 3', '15% mbo 4', '5% hbo'], true],
    [[mix({ hbo: { minstens: 40 } }), mix({ mbo4: { hoogstens: 60 } }, 'Z-MX-02')], ['minstens 40% hbo', 'hoogstens 60% mbo 4'], true],
    [[mix({ hboMin: 30, onzeKeuze: { herinnerenOnder: 32 } })], ['minstens 30% hbo'], false],
    [[mix({ mboMax: 97.5, hboMin: 2.5 })], ['hoogstens 97,5% mbo', 'minstens 2,5% hbo'], true],
    [[mix({ niveau: ['mbo4'], richting: 'zorg' })], [], false],
  ])('%#', (uitspraken, tekst, geheel) => {
    const aandelen = leesAandelen(uitspraken)
    expect(aandelen.map((a) => `${procentTekst(a)} ${a.naam}`)).toEqual(tekst)
    expect(isGeheel(aandelen)).toBe(geheel)
  })
})
