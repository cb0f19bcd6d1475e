import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskeerBsn, parseBsn, vulBsnAan } from './bsn.ts'

/** Nummers uit de testreeks 9999xxxxx. */
const testreeks = fc
  .integer({ min: 99_990_000, max: 99_999_999 })
  .map(vulBsnAan)
  .filter((bsn) => bsn !== null)
const code = (ruw: unknown) => {
  const gelezen = parseBsn(ruw)
  return gelezen.ok ? gelezen.value : gelezen.fout.code
}

describe('parseBsn', () => {
  it.each([
    ['negen cijfers', '999990019', '999990019'],
    ['met spaties', ' 9999 90 019 ', '999990019'],
    ['met punten', '9999.90.019', '999990019'],
    ['tien cijfers', '9999900190', 'BSN_LENGTE'],
    ['zeven cijfers', '9999900', 'BSN_LENGTE'],
    ['niets', '', 'BSN_LENGTE'],
    ['letters', '99999001a', 'BSN_TEKENS'],
    ['een streepje', '9999-90019', 'BSN_TEKENS'],
    ['een getal is geen tekst', 999990019, 'BSN_TEKENS'],
    ['cijfers uit een ander schrift', '٩٩٩٩٩٠٠١٩', 'BSN_TEKENS'],
    ['elfproef klopt niet', '999990018', 'BSN_ELFPROEF'],
    ['alleen nullen', '000000000', 'BSN_ELFPROEF'],
    ['geen waarde', null, 'BSN_TEKENS'],
  ])('%s', (_, ruw, verwacht) => expect(code(ruw)).toBe(verwacht))

  it('zet bij acht cijfers een nul ervoor', () => {
    const negen = Array.from({ length: 20 }, (_, n) => vulBsnAan(9_999_000 + n)).filter((bsn) => bsn !== null)
    expect(negen.length).toBeGreaterThan(10)
    for (const bsn of negen) expect(code(bsn.slice(1))).toBe(bsn)
  })

  it('vindt elk verkeerd cijfer en elke verwisseling van buren', () => {
    fc.assert(
      fc.property(testreeks, fc.nat(8), fc.nat(9), fc.nat(7), (bsn, plek, cijfer, buur) => {
        const anders = bsn.slice(0, plek) + cijfer + bsn.slice(plek + 1)
        const verwisseld = bsn.slice(0, buur) + bsn[buur + 1] + bsn[buur] + bsn.slice(buur + 2)
        for (const fout of [anders, verwisseld]) expect(code(fout)).toBe(fout === bsn ? bsn : 'BSN_ELFPROEF')
      }),
      { seed: 11 },
    )
  })

  it('herhaalt het nummer nooit in een tekst', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 12 }), (ruw) => {
        const gelezen = parseBsn(ruw)
        expect(gelezen.ok ? '' : JSON.stringify(gelezen.fout)).not.toContain(ruw)
      }),
      { seed: 11 },
    )
  })
})

it('laat alleen de laatste twee cijfers zien', () => {
  fc.assert(
    fc.property(testreeks, (bsn) => {
      expect(maskeerBsn(bsn)).toBe(`•••••••${bsn[7]}${bsn[8]}`)
    }),
    { seed: 11 },
  )
})

it('geeft bij acht cijfers het ene controlecijfer dat past, of niets', () => {
  for (let acht = 99_990_000; acht < 99_990_300; acht++) {
    const passend = Array.from({ length: 10 }, (_, cijfer) => `${acht}${cijfer}`).filter((bsn) => parseBsn(bsn).ok)
    expect(passend).toEqual([vulBsnAan(acht)].filter((bsn) => bsn !== null))
  }
})
