import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maakTekstindex } from '#core/advies/tekstindex.ts'

it('geeft elke tekst haar eigen volgnummer, ook als lengte en eerste letter gelijk zijn', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 30 }), (rij) => {
      const index = maakTekstindex(rij)
      expect(rij.map(index)).toEqual(rij.map((_, i) => i))
    }),
    { seed: 30 },
  )
  expect(['ab', 'ac', 'ad'].map(maakTekstindex(['ab', 'ac', 'ad']))).toEqual([0, 1, 2])
})
