import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Afdrukken, type Overloop } from './afdrukken.ts'
import { raken, zijnErDubbele } from './dubbelen.ts'

const deel = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'ba', '\u0001', '€'),
  fc.constantFrom(0, 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1),
  fc.constant(undefined),
)
const sleutels = fc.array(fc.array(deel, { minLength: 1, maxLength: 3 }), { maxLength: 12 })
/** Verschillende nummers, genoeg om over de grens te gaan, met in de helft één ervan nog eens op een toevallige plek. */
const nummers = fc.tuple(fc.integer({ min: 1, max: 80 }), fc.boolean(), fc.nat(79), fc.nat(80)).map(([aantal, nogEens, van, naar]) => {
  const rij = Array.from({ length: aantal }, (_, i) => [i])
  if (nogEens) rij.splice(naar % (aantal + 1), 0, [van % aantal])
  return rij
})
const alsTekst = (delen: readonly unknown[]) => JSON.stringify(delen.map((d) => (d === undefined ? null : d)))
const zijnDubbel = (rij: readonly (readonly unknown[])[]) => new Set(rij.map(alsTekst)).size < rij.length

/** In het geheugen, maar geschreven en gelezen als een bestand. */
function maakOverloop(meest: number): Overloop & { readonly geschreven: number[] } {
  const geschreven: number[] = []
  return {
    meest,
    geschreven,
    schrijf(woorden) {
      const plek = geschreven.length * 4
      for (const woord of woorden) geschreven.push(woord)
      return plek
    },
    lees: (plek, naar) => naar.set(geschreven.slice(plek / 4, plek / 4 + naar.length)),
  }
}

function vul(rij: readonly (readonly (string | number | undefined)[])[], overloop?: Overloop): Afdrukken {
  const afdrukken = new Afdrukken(overloop)
  for (const delen of rij) afdrukken.voegToe(delen)
  return afdrukken
}

describe('dubbele sleutels, aan het eind', () => {
  it('zegt hetzelfde als een gewone verzameling', () => {
    fc.assert(
      fc.property(sleutels, (rij) => {
        expect(zijnErDubbele(vul(rij))).toBe(zijnDubbel(rij))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('raakt een andere verzameling precies als er een sleutel in beide zit', () => {
    fc.assert(
      fc.property(sleutels, sleutels, (rij, andere) => {
        const teksten = new Set(andere.map(alsTekst))
        expect(raken(vul(rij), vul(andere))).toBe(rij.some((delen) => teksten.has(alsTekst(delen))))
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  it('de eerste is ook op afstand nog bekend', () => {
    const rij = Array.from({ length: 50_000 }, (_, i) => [`R${i}`])
    expect(zijnErDubbele(vul(rij))).toBe(false)
    expect(zijnErDubbele(vul([...rij, ['R0']]))).toBe(true)
  })

  it('na leegmaken telt wat er was niet meer', () => {
    const afdrukken = vul([['a'], ['b'], ['c']], maakOverloop(2))
    expect(afdrukken.isWeggeschreven).toBe(true)
    afdrukken.leeg()
    afdrukken.voegToe(['a'])
    expect([afdrukken.aantal, zijnErDubbele(afdrukken)]).toEqual([1, false])
  })
})

describe('wat niet in het geheugen past', () => {
  const maten = { meest: fc.integer({ min: 1, max: 9 }), perGang: fc.integer({ min: 1, max: 40 }) }

  it('geeft hetzelfde oordeel over dubbele, in één gang en in veel', () => {
    const gezien = { dubbel: 0, anders: 0 }
    fc.assert(
      fc.property(nummers, maten.meest, maten.perGang, (rij, meest, perGang) => {
        const afdrukken = vul(rij, maakOverloop(meest))
        expect(afdrukken.aantal).toBe(rij.length)
        expect(afdrukken.isWeggeschreven).toBe(rij.length > meest)
        expect(zijnErDubbele(afdrukken, perGang)).toBe(zijnDubbel(rij))
        gezien[zijnDubbel(rij) ? 'dubbel' : 'anders']++
      }),
      { seed: 3, numRuns: 500 },
    )
    expect(Math.min(gezien.dubbel, gezien.anders)).toBeGreaterThan(50)
  })

  it('raakt een andere verzameling precies als er een sleutel in beide zit', () => {
    const gezien = { raak: 0, mis: 0 }
    fc.assert(
      fc.property(nummers, nummers, fc.nat(120), maten.meest, maten.perGang, (rij, andere, verschuif, meest, perGang) => {
        const overloop = maakOverloop(meest)
        const verder = andere.map(([n]) => [(n as number) + verschuif])
        const teksten = new Set(verder.map(alsTekst))
        const isRaak = rij.some((delen) => teksten.has(alsTekst(delen)))
        expect(raken(vul(rij, overloop), vul(verder, overloop), perGang)).toBe(isRaak)
        gezien[isRaak ? 'raak' : 'mis']++
      }),
      { seed: 4, numRuns: 500 },
    )
    expect(Math.min(gezien.raak, gezien.mis)).toBeGreaterThan(50)
  })

  it('komt in blokken weg en in kleinere stukken terug, in volgorde', () => {
    const rij = Array.from({ length: 100_000 }, (_, i) => [i])
    const overloop = maakOverloop(2 ** 15)
    const terug: number[] = []
    for (const stuk of vul(rij, overloop).stukken()) for (const woord of stuk) terug.push(woord)
    const direct: number[] = []
    for (const stuk of vul(rij).stukken()) for (const woord of stuk) direct.push(woord)
    expect(overloop.geschreven.length).toBe(3 * 4 * 2 ** 15)
    expect(terug).toEqual(direct)
  })

  it('er gaat niets anders weg dan een afdruk: van een nummer staat er niets leesbaars', () => {
    const overloop = maakOverloop(1)
    vul([['999990019'], ['999990020'], ['999990032']], overloop)
    const bytes = Buffer.from(Int32Array.from(overloop.geschreven).buffer)
    expect(bytes.length).toBe(2 * 16)
    for (const bsn of ['999990019', '999990020']) {
      expect(bytes.includes(bsn, 0, 'latin1') || bytes.includes(bsn, 0, 'utf16le')).toBe(false)
      expect(overloop.geschreven).not.toContain(Number(bsn))
    }
  })
})
