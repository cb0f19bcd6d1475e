import { describe, expect, it } from 'vitest'
import { leesInstelling, leesKeuze, metKeuzes } from './instellingen.ts'
import type { Catalogus, Keuzes } from './vorm.ts'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden } from './voorbeeld-catalogus.testhulp.ts'

const geladen = laadCatalogus(kleineBestanden())
if (!geladen.ok) throw new Error('de kleine catalogus laadt')
const catalogus = geladen.value
const weigering = (ruw: Parameters<typeof leesKeuze>[1]) => {
  const keuze = leesKeuze(catalogus, ruw)
  return keuze.ok ? [] : keuze.fout
}

describe('leesInstelling', () => {
  it('geeft de standaard, en de gekozen waarde als die er is', () => {
    expect(leesInstelling(catalogus, {}, 'grens')).toBe(5)
    expect(leesInstelling(catalogus, { instellingen: { grens: 7 } }, 'grens')).toBe(7)
  })

  it('gaat met een punt een niveau dieper', () => {
    expect(leesInstelling(catalogus, {}, 'maanden.ZWAAR')).toBe(6)
    expect(leesInstelling(catalogus, {}, 'maanden.MIDDEL')).toBeNull()
  })

  it('kiest per gemeente, en weet niets zonder gemeente', () => {
    expect(leesInstelling(catalogus, { gemeente: 'Zonnedal' }, 'vervoer')).toBe('bus')
    expect(leesInstelling(catalogus, { gemeente: 'Maanwijk' }, 'vervoer')).toBeNull()
    expect(leesInstelling(catalogus, {}, 'vervoer')).toBeNull()
    expect(leesInstelling(catalogus, {}, 'vervoer.Zonnedal')).toBe('bus')
  })
})

describe('leesKeuze', () => {
  it('neemt lezingen, vrije waarden en delen van een waarde aan', () => {
    const ruw = { gemeente: '9901', instellingen: { grens: 7, 'maanden.ZWAAR': 9, modus: 'nee' } }
    expect(leesKeuze(catalogus, ruw)).toEqual({
      ok: true,
      value: { gemeente: 'Zonnedal', instellingen: { grens: 7, maanden: { LICHT: 12, ZWAAR: 9 }, modus: 'nee' } },
    })
  })

  it('zet één waarde bij een instelling per gemeente bij de gekozen gemeente', () => {
    expect(leesKeuze(catalogus, { gemeente: 'maanwijk', instellingen: { vervoer: 'taxi' } })).toEqual({
      ok: true,
      value: { gemeente: 'Maanwijk', instellingen: { vervoer: { Zonnedal: 'bus', Maanwijk: 'taxi' } } },
    })
  })

  it.each([
    ['een onbekende instelling', { instellingen: { grenz: 5 } }, 'INSTELLING_ONBEKEND', 'Bedoelde u "grens"?'],
    [
      'een waarde die geen lezing is',
      { instellingen: { modus: 'soms' } },
      'INSTELLING_WAARDE',
      'soms is geen lezing van modus. Kies uit: ja, nee.',
    ],
    [
      'een lezing die nog iets mist',
      { instellingen: { grens: 9 } },
      'INSTELLING_WAARDE',
      'De lezing 9 van grens kan nog niet: Eerst een besluit van het college.',
    ],
    ['een negatief getal als eigen waarde', { instellingen: { grens: -1 } }, 'INSTELLING_WAARDE', 'een getal van 0 of meer'],
    ['een tekst waar een getal hoort', { instellingen: { 'maanden.ZWAAR': 'veel' } }, 'INSTELLING_WAARDE', 'is geen lezing van maanden'],
    [
      'een deel van een waarde zonder delen',
      { instellingen: { 'grens.X': 1 } },
      'INSTELLING_WAARDE',
      'Het deel "X" bestaat niet in grens.',
    ],
    ['instellingen als lijst', { instellingen: [] }, 'INSTELLINGEN_ONGELDIG', 'een blok'],
    ['een onbekende gemeente', { gemeente: 'Sterrendam' }, 'GEMEENTE_ONBEKEND', 'Kies uit: Zonnedal (9901), Maanwijk.'],
    ['een gemeente van een ander soort', { gemeente: 9901 }, 'GEMEENTE_ONGELDIG', 'als tekst'],
    [
      'een sleutel die op elk blok bestaat',
      { instellingen: { constructor: 1 } },
      'INSTELLING_ONBEKEND',
      'De instelling "constructor" bestaat niet',
    ],
  ])('weigert %s', (_, ruw, code, tekst) => {
    const [f] = weigering(ruw)
    expect(f?.code).toBe(code)
    expect(f?.tekst).toContain(tekst)
  })
})

describe('wat een gemeente heeft vastgelegd', () => {
  const keuze = (geldigVan: string, grens: number): Keuzes => ({
    catalogus: 'zonnedal',
    gemeente: 'Maanwijk',
    geldigVan,
    door: 'Afdeling Zorg',
    reden: 'Proef.',
    instellingen: { grens },
  })
  const metTwee: Catalogus = { ...catalogus, keuzes: [keuze('2026-03-01', 7), keuze('2026-09-01', 8)] }
  const grensOp = (gemeente: string | null, dag: string) => leesInstelling(metKeuzes(metTwee, gemeente, dag), {}, 'grens')

  it.each([
    ['Maanwijk', '2026-02-28', 5],
    ['Maanwijk', '2026-03-01', 7],
    ['Maanwijk', '2026-12-31', 8],
    ['Zonnedal', '2026-12-31', 5],
    [null, '2026-12-31', 5],
  ])('voor %s geldt op %s de waarde %s', (gemeente, dag, waarde) => {
    expect(grensOp(gemeente, dag)).toBe(waarde)
  })

  it('laat de catalogus zelf en haar hash zoals ze zijn', () => {
    const geldend = metKeuzes(metTwee, 'Maanwijk', '2026-12-31')
    expect(geldend.hash).toBe(metTwee.hash)
    expect(metTwee.instellingen?.grens?.standaard).toBe(5)
  })
})
