import { describe, expect, it } from 'vitest'
import { zonderBsn } from './concept.ts'

describe('een concept bevat nooit een BSN', () => {
  it('een veld dat zo heet valt weg, hoe diep het ook zit', () => {
    expect(
      zonderBsn({ naam: 'x', bsn: '12', partner: { Burgerservicenummer: '1', naam: 'y' }, lijst: [{ bsnPartner: '1', a: 1 }] }),
    ).toEqual({
      naam: 'x',
      partner: { naam: 'y' },
      lijst: [{ a: 1 }],
    })
  })
  it.each([
    ['zijn nummer is 999990019.', 'zijn nummer is .'],
    ['9999 90 019', ''],
    ['9999.90.019 en 999990020', ' en '],
    ['geen elfproef: 999990018', 'geen elfproef: 999990018'],
    ['langer is iets anders: 9999900190', 'langer is iets anders: 9999900190'],
    ['op 01-03-2026 om 10:00', 'op 01-03-2026 om 10:00'],
  ])('in een tekst: %j', (tekst, over) => expect(zonderBsn({ tekst })).toEqual({ tekst: over }))

  it('een verwijzing naar een rij blijft heel, ook als er toevallig negen cijfers in staan die een BSN kunnen zijn', () => {
    const bezoek = '01a21715-4680-7993-821b-a999990019bc'
    expect(zonderBsn({ bezoek })).toEqual({ bezoek })
  })

  it('laat getallen, ja en nee en leeg met rust', () => {
    expect(zonderBsn({ a: 1, b: null, c: true, d: undefined, e: ['x'] })).toEqual({ a: 1, b: null, c: true, d: undefined, e: ['x'] })
  })
})
