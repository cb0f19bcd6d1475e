import { describe, expect, it } from 'vitest'
import { conflictvelden, leegFormulier, naarVerzoek, naarWijziging } from './inwonerformulier.ts'

const anna = { ...leegFormulier, naam: { ...leegFormulier.naam, achternaam: 'Proef' }, telefoon: '0612345678' }

describe('van formulier naar verzoek', () => {
  it('leeg wordt null, en met een BSN vervalt de reden', () => {
    expect(naarVerzoek({ ...anna, bsn: '999990019', geenBsnReden: 'spoed' })).toMatchObject({
      naam: { achternaam: 'Proef', voornamen: null },
      bsn: '999990019',
      geenBsnReden: null,
      adres: null,
      vertegenwoordiger: null,
    })
  })

  it('een wijziging bevat alleen wat anders is', () => {
    expect(naarWijziging(anna, { ...anna, woonplaats: 'Elders' }, true)).toEqual({ woonplaats: 'Elders' })
    expect(naarWijziging(anna, { ...anna, telefoon: '' }, true)).toEqual({ telefoon: null })
    expect(naarWijziging(anna, anna, true)).toEqual({})
  })

  it('een bekend BSN blijft, tenzij er een ander of een reden staat', () => {
    expect(naarWijziging(anna, { ...anna, bsn: '999990019' }, true)).toEqual({ bsn: '999990019', geenBsnReden: null })
    expect(naarWijziging(anna, { ...anna, geenBsnReden: 'weigert' }, true)).toEqual({ bsn: null, geenBsnReden: 'weigert' })
    expect(naarWijziging({ ...anna, geenBsnReden: 'spoed' }, { ...anna, geenBsnReden: 'weigert' }, false)).toEqual({
      geenBsnReden: 'weigert',
    })
  })
})

describe('een conflict', () => {
  it('kent elk veld van het formulier: wat niet naast elkaar staat, zou stil overschreven worden', () => {
    const plekken = (blok: object, voor = ''): string[] =>
      Object.entries(blok).flatMap(([k, w]) => (typeof w === 'object' ? plekken(w, `${voor}/${k}`) : [`${voor}/${k}`]))
    expect(conflictvelden.map((v) => v.plaats).sort()).toEqual(plekken(leegFormulier).sort())
  })
})
