import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { msVanUuid, parseUuid, uuidv7, uuidv7Na } from './uuid.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const ms = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('uuidv7', () => {
  it('is het voorbeeld uit RFC 9562, bijlage A.6', () => {
    // rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F: samen de 74 bits toeval
    const toeval = ((0xcc3n << 62n) | 0x18c4dc0c0c07398fn).toString(16).padStart(20, '0')
    expect(uuidv7(0x017f22e279b0, Uint8Array.from(Buffer.from(toeval, 'hex')))).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('heeft altijd de vorm van versie 7 en bewaart de tijd', () => {
    fc.assert(
      fc.property(ms, bytes, (nu, toeval) => {
        const id = uuidv7(nu, toeval)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(msVanUuid(id)).toBe(nu)
      }),
      { seed: 20 },
    )
  })

  it('sorteert op tijd', () => {
    fc.assert(
      fc.property(ms, ms, bytes, bytes, (a, b, x, y) => a >= b || uuidv7(a, x) < uuidv7(b, y)),
      { seed: 21 },
    )
  })

  it.each([
    ['tijd voor 1970', -1, 16],
    ['tijd te groot', 2 ** 48, 16],
    ['halve milliseconde', 1.5, 16],
    ['te weinig toeval', 1, 9],
  ])('weigert %s', (_, nu, lengte) => expect(() => uuidv7(nu, new Uint8Array(lengte))).toThrow(/Aanname/))
})

it('telt door als de klok stilstaat of terugspringt', () => {
  const klok = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), bytes), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(klok, (tikken) => {
      let vorige: string | null = null
      for (const [nu, toeval] of tikken) {
        const id: string = uuidv7Na(vorige, nu, toeval)
        if (vorige !== null) expect(id > vorige).toBe(true)
        expect(id[14]).toBe('7')
        expect(id[19]).toMatch(/[89ab]/)
        vorige = id
      }
    }),
    { seed: 22 },
  )
})

it('loopt bij vol toeval over naar de volgende milliseconde', () => {
  const vol = uuidv7(5, new Uint8Array(16).fill(255))
  expect(uuidv7Na(vol, 5, new Uint8Array(16))).toBe('00000000-0006-7000-8000-000000000000')
})

it.each([
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
  ['017f22e279b07cc398c4dc0c0c07398f', null],
  ["017f22e2-79b0-7cc3-98c4-dc0c0c07398f' or 1=1", null],
  ['', null],
  [7, null],
])('parseUuid leest %j', (ruw, verwacht) => expect(parseUuid(ruw)).toBe(verwacht))
