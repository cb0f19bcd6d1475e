import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Uniek } from './uniek.ts'

describe('onthouden wat er al was', () => {
  it('zegt hetzelfde als een gewone verzameling', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.constantFrom('', 'a', 'b', 'ab'), fc.nat(3), fc.constant(undefined)), { maxLength: 3 }), {
          maxLength: 60,
        }),
        (sleutels) => {
          const uniek = new Uniek()
          const gewoon = new Set<string>()
          for (const delen of sleutels) {
            const sleutel = JSON.stringify(delen.map((d) => (d === undefined ? null : String(d))))
            expect(uniek.neem(delen)).toBe(!gewoon.has(sleutel))
            gewoon.add(sleutel)
          }
        },
      ),
      { seed: 6 },
    )
  })

  it('honderdduizend sleutels die op elkaar lijken, zonder verwarring', () => {
    const uniek = new Uniek()
    const nieuw = () => Array.from({ length: 100_000 }, (_, i) => uniek.neem(['R', i, `R${i}`])).filter(Boolean).length
    expect(nieuw()).toBe(100_000)
    expect(nieuw()).toBe(0)
    expect(uniek.neem(['R', 100_000, 'R100000'])).toBe(true)
  })
})
