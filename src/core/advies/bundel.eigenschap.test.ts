import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leesBundels, maakBundels } from '#core/advies/bundel.ts'
import type { Regel } from '#core/advies/uitslag.ts'

const BREEDTE = [2, 2, 3, 2, 4, 2, 2, 5, 2, 3, 2, 2]

/** Een regel die zegt wat ze las: haar nummer en de klassen van haar vragen, of niets als die samen even zijn. */
const leest = (niveaus: readonly number[], nummer: number): Regel<string> => ({
  niveaus,
  lees: (bekend) => {
    const klassen = niveaus.map((n) => bekend[n] as number)
    return klassen.reduce((som, k) => som + k, nummer) % 2 === 0 ? [] : [`${nummer}:${klassen}`, `${nummer}`]
  },
})

const niveaus = fc.uniqueArray(fc.nat(BREEDTE.length - 1), { maxLength: BREEDTE.length }).map((rij) => rij.sort((a, b) => a - b))
const standen = fc.array(fc.tuple(...BREEDTE.map((b) => fc.integer({ min: -1, max: b - 1 }))), { minLength: 1, maxLength: 300 })

test('bundels leveren in de volgorde van de regels wat elke regel zegt, ook na vele standen en bij regels die te groot zijn om op te zoeken', () => {
  fc.assert(
    fc.property(fc.array(niveaus, { maxLength: 12 }), standen, (perRegel, gevallen) => {
      const regels = perRegel.map(leest)
      const bundels = maakBundels(BREEDTE, regels, (zegt) => zegt.flat())
      for (const geval of [...gevallen, ...gevallen]) {
        const bekend = Int16Array.from(geval)
        expect(leesBundels(bundels, bekend)).toEqual(regels.flatMap((r) => r.lees(bekend)))
      }
    }),
    { numRuns: 200 },
  )
})
