import { describe, expect, it } from 'vitest'
import type { GevondenUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { deelVan, delen, groepsgrootte } from './indeling.ts'

const uitspraak = (soort: string, werkt: string[] = [], waarde?: unknown) =>
  ({ eis: 'Z-AA-01', soort, tekst: '', werkt, producten: [], citaten: [], document: null, waarde }) as unknown as GevondenUitspraak

describe('onder welk kopje een uitspraak staat', () => {
  it.each([
    [uitspraak('criterium', ['advies']), 'voor-wie'],
    [uitspraak('uitsluiting', ['advies']), 'wanneer-niet'],
    [uitspraak('grens', ['levering']), 'hoeveel'],
    [uitspraak('grens', ['stapeling', 'indicatie']), 'samen'],
    [uitspraak('definitie', ['stapeling']), 'samen'],
    [uitspraak('definitie', ['stapeling', 'toezicht']), 'wat'],
    [uitspraak('definitie'), 'wat'],
    [uitspraak('personeel', ['levering']), 'wie-levert'],
    [uitspraak('personeel', ['levering'], { clientenPerProfessional: 8 }), 'groep'],
    [uitspraak('grens', ['levering'], { tellenMee: ['wmo'] }), 'groep'],
    [uitspraak('recht'), 'rechten'],
  ])('%#', (u, deel) => expect(deelVan(u)).toBe(deel))

  it('elk kopje komt één keer voor', () => expect(new Set(delen.map((d) => d.sleutel)).size).toBe(delen.length))
  it('leest de groepsgrootte alleen uit een getal', () => {
    expect(groepsgrootte(uitspraak('grens', [], { clientenPerMedewerker: 6 }))).toBe(6)
    expect(groepsgrootte(uitspraak('grens', [], { groepsgrootte: null }))).toBeNull()
  })
})
