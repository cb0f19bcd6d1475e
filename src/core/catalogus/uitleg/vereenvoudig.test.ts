import { describe, expect, it } from 'vitest'
import { invariant } from '#core/base/invariant.ts'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { instellingenIn, vereenvoudig } from './vereenvoudig.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

const geladen = laadCatalogus(kleineBestanden())
invariant(geladen.ok, 'de kleine catalogus laadt')
const catalogus = geladen.value
const aan: Voorwaarde = { instelling: { modus: 'ja' } }
const uit: Voorwaarde = { instelling: { modus: 'nee' } }
const hulp: Voorwaarde = { hulpNodig: 'ja' }
const snel: Voorwaarde = { tempo: 'snel' }

describe('een voorwaarde met de gekozen lezingen ingevuld', () => {
  it.each<[string, Voorwaarde, Voorwaarde | boolean]>([
    ['de gekozen lezing is waar', aan, true],
    ['een andere lezing is onwaar', uit, false],
    ['een van enkele lezingen', { instelling: { modus: ['nee', 'ja'] } }, true],
    ['waar valt weg uit alle', { alle: [aan, hulp] }, hulp],
    ['onwaar maakt alle onwaar', { alle: [uit, hulp] }, false],
    ['onwaar valt weg uit een', { een: [uit, hulp, snel] }, { een: [hulp, snel] }],
    ['groepen vloeien samen', { een: [hulp, { een: [snel, { zwaar: 'ja' }] }] }, { een: [hulp, snel, { zwaar: 'ja' }] }],
    ['niet van onwaar', { niet: uit }, true],
    ['geen van', { geen: [uit, hulp] }, { niet: hulp }],
    ['dubbel niet', { niet: { niet: hulp } }, hulp],
    ['minstens: waar telt al mee', { minstens: 2, van: [aan, hulp, snel] }, { een: [hulp, snel] }],
    ['minstens: te weinig over', { minstens: 2, van: [uit, hulp] }, false],
    ['minstens: precies genoeg over', { minstens: 2, van: [uit, hulp, snel] }, { alle: [hulp, snel] }],
    ['een definitie staat er voluit', { definitie: 'metHulp' }, { alle: [hulp, { zwaar: ['ja', 'nee'] }] }],
    [
      'een lezing per gemeente blijft open zolang er geen gekozen is',
      { instelling: { vervoer: 'bus' } },
      { instelling: { vervoer: 'bus' } },
    ],
  ])('%s', (_, voorwaarde, verwacht) => expect(vereenvoudig(catalogus, voorwaarde)).toEqual(verwacht))

  it('een andere keuze draait de uitkomst om', () => {
    expect(vereenvoudig(catalogus, uit, { instellingen: { modus: 'nee' } })).toBe(true)
    expect(vereenvoudig(catalogus, { instelling: { vervoer: 'bus' } }, { gemeente: 'Zonnedal' })).toBe(true)
  })

  it('noemt elke instelling die meedoet, ook in een grens', () => {
    expect(
      instellingenIn(catalogus, { alle: [aan, { niet: { last: { vanaf: { instelling: 'grens' } } } }, { definitie: 'metHulp' }] }),
    ).toEqual(['modus', 'grens'])
  })
})
