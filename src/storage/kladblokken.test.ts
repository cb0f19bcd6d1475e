import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { maakKladblokken } from './kladblokken.ts'

const map = mkdtempSync(join(tmpdir(), 'kladblokken-'))
afterAll(() => rmSync(map, { recursive: true }))

/** Wat er nu op schijf staat, ook al heeft het geen naam meer. */
const opSchijf = (): Buffer[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(`${map}/`) ? [readFileSync(`/proc/self/fd/${fd}`)] : []
    } catch {
      return []
    }
  })

it('geeft elk blok terug zoals en in de volgorde waarin het kwam, zo vaak als gevraagd, ook tussen het schrijven door', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 8 }), (blokken) => {
      const klad = maakKladblokken(map)
      try {
        for (const [n, blok] of blokken.entries()) {
          klad.voegToe(blok)
          for (let keer = 0; keer < 2; keer++)
            expect([...klad.lees()].map((b) => [...b])).toEqual(blokken.slice(0, n + 1).map((b) => [...b]))
        }
      } finally {
        klad.sluit()
      }
    }),
    { seed: 1 },
  )
})

it.runIf(process.platform === 'linux')('op schijf is er niets van te lezen, en gelijke blokken zijn daar verschillend', () => {
  const klad = maakKladblokken(map)
  const blok = Buffer.from('<wmo325:Bsn>999990019</wmo325:Bsn>'.repeat(4))
  klad.voegToe(blok)
  klad.voegToe(blok)
  const [bytes = Buffer.of(), ...meer] = opSchijf()
  expect([bytes.length, meer]).toEqual([blok.length * 2, []])
  expect(bytes.includes('999990019')).toBe(false)
  expect(bytes.subarray(0, blok.length)).not.toEqual(bytes.subarray(blok.length))
  klad.sluit()
  expect(opSchijf()).toEqual([])
})
