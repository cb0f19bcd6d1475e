import { describe, expect, it } from 'vitest'
import { verdeel, vindCitaten, vindWoorden, vouw } from './markeer.ts'

const gemarkeerd = (regels: string[], citaten: string[]) =>
  vindCitaten(regels, citaten).map((bereiken, i) =>
    verdeel(regels[i] ?? '', bereiken)
      .filter((s) => s.gemarkeerd)
      .map((s) => s.tekst),
  )

describe('citaten terugvinden in de bron', () => {
  it('binnen één regel, ongeacht hoofdletters en soort aanhalingsteken', () => {
    expect(gemarkeerd(['Er is ‘Structuur’ nodig.'], ["'structuur'"])).toEqual([['‘Structuur’']])
  })
  it('over twee regels met een lege regel ertussen', () => {
    expect(gemarkeerd(['vertoont (zoals liegen of ', '', 'stelen) of'], ['(zoals liegen of stelen)'])).toEqual([
      ['(zoals liegen of '],
      [],
      ['stelen)'],
    ])
  })
  it('met een weglating ertussen', () => {
    expect(gemarkeerd(['een dag met ritme en rust'], ['een dag ... rust'])).toEqual([['een dag', 'rust']])
  })
  it('een citaat dat er niet staat markeert niets', () => {
    expect(gemarkeerd(['een dag'], ['een nacht'])).toEqual([[]])
  })
})

describe('woorden markeren', () => {
  it('vouwt accenten zonder plaatsen te verschuiven', () => {
    expect(vouw('Eén cliënt–dag')).toBe('een client-dag')
    expect(vindWoorden('Eén cliënt', ['client'])).toEqual([[4, 10]])
  })
  it('overlappende bereiken vloeien samen', () => {
    expect(
      verdeel('abcdef', [
        [1, 3],
        [2, 5],
      ]),
    ).toEqual([
      { tekst: 'a', gemarkeerd: false },
      { tekst: 'bcde', gemarkeerd: true },
      { tekst: 'f', gemarkeerd: false },
    ])
  })
})
