import { describe, expect, it } from 'vitest'
import { invariant } from '#core/base/invariant.ts'
import { jsonInWoorden, lezingInWoorden, opEenRegel, voorwaardeInWoorden } from './in-woorden.ts'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

const geladen = laadCatalogus(kleineBestanden())
invariant(geladen.ok, 'de kleine catalogus laadt')
const catalogus = geladen.value
const regel = (v: Voorwaarde) => opEenRegel(voorwaardeInWoorden(catalogus, v))

describe('een voorwaarde in woorden', () => {
  it.each<[string, Voorwaarde, string]>([
    ['een antwoord', { hulpNodig: 'ja' }, 'Is er hulp nodig: ja'],
    ['enkele antwoorden', { tempo: ['snel', 'langzaam'] }, 'Hoe snel: snel of langzaam'],
    ['een grens uit een instelling, met haar waarde', { last: { vanaf: { instelling: 'grens' } } }, 'Hoe zwaar is het: 5 of meer'],
    ['twee grenzen', { last: { vanaf: 2, tot: 4 } }, 'Hoe zwaar is het: 2 of meer en minder dan 4'],
    ['een aantal uit een lijst', { soorten: { minstens: 1, uit: ['koken', 'lopen'] } }, 'Waarbij: minstens één van: koken of lopen'],
    ['een aantal zonder lijst', { soorten: { minstens: 2 } }, 'Waarbij: minstens twee gekozen'],
    ['niet ja is nee', { niet: { hulpNodig: 'ja' } }, 'Is er hulp nodig: nee'],
    ['niet, bij meer dan twee antwoorden', { niet: { tempo: 'snel' } }, 'Hoe snel: niet snel'],
    [
      'niet één van',
      { niet: { een: [{ hulpNodig: 'ja' }, { tempo: 'snel' }] } },
      'Geen van deze geldt: Is er hulp nodig: ja; Hoe snel: snel',
    ],
    [
      'niet allemaal',
      { niet: { alle: [{ hulpNodig: 'ja' }, { tempo: 'snel' }] } },
      'Dit geldt niet allemaal: Is er hulp nodig: ja; Hoe snel: snel',
    ],
    ['een afgeleide waarde', { zwaar: 'ja' }, 'De last is hoog: ja'],
    ['een instelling', { instelling: { modus: 'nee' } }, 'Instelling Modus: “uit”'],
    ['een gemeente', { gemeente: ['Zonnedal', 'Maanwijk'] }, 'De gemeente is Zonnedal of Maanwijk'],
    ['een definitie staat er voluit', { definitie: 'metHulp' }, 'Dit geldt allemaal: Is er hulp nodig: ja; De last is hoog: ja of nee'],
    ['een groep van één is geen groep', { een: [{ hulpNodig: 'ja' }] }, 'Is er hulp nodig: ja'],
    [
      'een groep in een groep',
      { alle: [{ hulpNodig: 'ja' }, { minstens: 2, van: [{ tempo: 'snel' }, { zwaar: 'ja' }] }] },
      'Dit geldt allemaal: Is er hulp nodig: ja; (minstens twee van deze gelden: Hoe snel: snel; De last is hoog: ja)',
    ],
  ])('%s', (_, voorwaarde, zin) => expect(regel(voorwaarde)).toBe(zin))

  it('wijst aan waar een zinsdeel over gaat', () => {
    expect(voorwaardeInWoorden(catalogus, { zwaar: 'ja' })).toMatchObject({
      naam: 'De last is hoog',
      waarde: 'ja',
      over: { soort: 'afgeleid', sleutel: 'zwaar' },
    })
  })

  it('een andere keuze geeft een andere grens', () => {
    const woorden = voorwaardeInWoorden(catalogus, { last: { vanaf: { instelling: 'grens' } } }, { instellingen: { grens: 9 } })
    expect(woorden.waarde).toBe('9 of meer')
  })
})

describe('waarden in woorden', () => {
  it('een lezing met haar tekst, een eigen waarde leesbaar', () => {
    expect(lezingInWoorden(catalogus, 'grens', 9)).toBe('negen')
    expect(lezingInWoorden(catalogus, 'grens', 7.5)).toBe('7,5')
    expect(lezingInWoorden(catalogus, 'maanden', { ZWAAR: 6, LICHT: 12 })).toBe('standaard')
  })

  it.each([
    [null, 'niet bepaald'],
    [true, 'ja'],
    [['a_b', 2], 'a b, 2'],
    [[], 'geen'],
    [{ x: 1, y: { z: 'q' } }, 'x: 1; y: z: q'],
  ])('%j', (waarde, tekst) => expect(jsonInWoorden(waarde as never)).toBe(tekst))
})
