import { fstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { maakKladbestand } from './kladbestand.ts'

const map = mkdtempSync(join(tmpdir(), 'kladbestand-'))
afterAll(() => rmSync(map, { recursive: true }))

/** De bestanden in de map die dit proces nog open heeft, ook als zij geen naam meer hebben. */
function openBestanden(): number[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(`${map}/`) ? [Number(fd)] : []
    } catch {
      return []
    }
  })
}

it('geeft elk stuk terug zoals het geschreven is, ook een deel ervan', () => {
  const stukken = fc.array(fc.array(fc.integer(), { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(stukken, fc.nat(39), (rijen, vanaf) => {
      const klad = maakKladbestand(map)
      try {
        const plekken = rijen.map((rij) => klad.schrijf(Int32Array.from(rij)))
        rijen.forEach((rij, i) => {
          const van = vanaf % rij.length
          const terug = new Int32Array(rij.length - van)
          klad.lees((plekken[i] as number) + van * 4, terug)
          expect([...terug]).toEqual(rij.slice(van))
        })
      } finally {
        klad.sluit()
      }
    }),
    { seed: 1 },
  )
})

it('staat nooit onder een naam in de map, en er is pas iets als er geschreven wordt', () => {
  const klad = maakKladbestand(map)
  klad.sluit()
  klad.schrijf(Int32Array.of(1, 2, 3))
  expect(readdirSync(map)).toEqual([])
  klad.sluit()
  klad.sluit()
})

it.runIf(process.platform === 'linux')('is alleen voor ons te lezen, en na sluiten weg', () => {
  const klad = maakKladbestand(map)
  expect(openBestanden()).toEqual([])
  klad.schrijf(Int32Array.of(1, 2, 3))
  const [bestand, ...meer] = openBestanden()
  expect(meer).toEqual([])
  const { mode, nlink } = fstatSync(bestand as number)
  expect([mode & 0o777, nlink]).toEqual([0o600, 0])
  klad.sluit()
  expect(openBestanden()).toEqual([])
})

it('lezen voorbij het einde en een map die er niet is zijn een storing', () => {
  const klad = maakKladbestand(map)
  klad.schrijf(Int32Array.of(1))
  expect(() => klad.lees(0, new Int32Array(2))).toThrow('korter')
  klad.sluit()
  expect(() => maakKladbestand(join(map, 'weg')).schrijf(Int32Array.of(1))).toThrow('ENOENT')
})
