import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Dubbelen } from './dubbelen.ts'
import { Uniek } from './uniek.ts'

const deel = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'ba', '\u0001', '€'),
  fc.constantFrom(0, 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1),
  fc.constant(undefined),
)
const sleutels = fc.array(fc.array(deel, { minLength: 1, maxLength: 3 }), { maxLength: 12 })
const alsTekst = (delen: readonly unknown[]) => JSON.stringify(delen.map((d) => (d === undefined ? null : d)))
const vul = (rij: readonly (string | number | undefined)[][]) => {
  const dubbelen = new Dubbelen()
  for (const delen of rij) dubbelen.voegToe(delen)
  return dubbelen
}

describe('dubbele sleutels, aan het eind', () => {
  it('zegt hetzelfde als een gewone verzameling', () => {
    fc.assert(
      fc.property(sleutels, (rij) => {
        expect(vul(rij).zijnEr()).toBe(new Set(rij.map(alsTekst)).size < rij.length)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('raakt een andere verzameling precies als er een sleutel in beide zit', () => {
    fc.assert(
      fc.property(sleutels, sleutels, (rij, andere) => {
        const uniek = new Uniek()
        for (const delen of andere) uniek.neem(delen)
        const teksten = new Set(andere.map(alsTekst))
        expect(vul(rij).raken(uniek)).toBe(rij.some((delen) => teksten.has(alsTekst(delen))))
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  it('wat alle sleutels gemeen hebben telt mee, en de eerste is ook op afstand nog bekend', () => {
    const nummers = Array.from({ length: 50_000 }, (_, i) => [`R${i}`])
    const met = (laatste: string[][]) => {
      const dubbelen = new Dubbelen()
      dubbelen.beginMet(['cliënt 1'])
      for (const delen of nummers) dubbelen.voegToe(delen)
      dubbelen.beginMet(['cliënt 2'])
      for (const delen of laatste) dubbelen.voegToe(delen)
      return dubbelen
    }
    expect(met(nummers).zijnEr()).toBe(false)
    expect(met([...nummers, ['R0']]).zijnEr()).toBe(true)
  })
})
