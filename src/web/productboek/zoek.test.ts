import { describe, expect, it } from 'vitest'
import { invariant } from '#core/base/invariant.ts'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { zoek } from './zoek.ts'

const geladen = laadCatalogus(kleineBestanden())
invariant(geladen.ok, 'de kleine catalogus laadt')
const vind = (term: string) => zoek(geladen.value, term).map((g) => [g.titel, g.treffers.map((t) => t.label)])

describe('zoeken in een catalogus', () => {
  it('vindt in elk deel, gegroepeerd', () => {
    expect(vind('hulp nodig')).toEqual([
      ['Uitspraken', ['Z-LI-01']],
      ['Vragen', ['De dag']],
      ['Rijen van beslistabellen', ['R1']],
      ['Tekst van de brondocumenten', ['regel 1']],
    ])
  })
  it('alle woorden, in elke volgorde en zonder hoofdletters', () => {
    expect(vind('HULP lichte')[0]).toEqual(['Producten', ['LICHT']])
    expect(vind('hulp raket')).toEqual([])
  })
  it('een nummer of code zet de juiste vooraan', () => expect(vind('z-zw-01')).toEqual([['Uitspraken', ['Z-ZW-01']]]))
  it('lezingen van een open punt', () => expect(vind('taxi')).toEqual([['Instellingen', ['AMB-02']]]))
  it('niets getypt is niets gezocht', () => expect(zoek(geladen.value, '   ')).toEqual([]))
  it('toont een deel en zegt hoeveel er zijn', () => {
    const [uitspraken] = zoek(geladen.value, 'e', 1)
    expect(uitspraken).toMatchObject({ totaal: 2 })
    expect(uitspraken?.treffers).toHaveLength(1)
  })
})
