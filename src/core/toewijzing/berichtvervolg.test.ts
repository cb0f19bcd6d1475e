import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { type Berichtstand, berichtstanden } from './berichtstand.ts'
import { type Geldend, magVervolg, trekIn, verbeter, type Vervolg } from './berichtvervolg.ts'

const mag = (wat: Vervolg, naam: string | null, richting: 'in' | 'uit', stand: Berichtstand) => {
  const uit = magVervolg(wat, { naam, richting, stand })
  return uit.ok ? 'ja' : uit.fout.regel
}

describe('wat de standaard toelaat', () => {
  it.each([
    ['niet_bezorgd', 'ja', 'OP080', 'OP080'],
    ['klaargezet', 'TR056', 'OP080', 'OP080'],
    ['wacht_op_antwoord', 'ja', 'OP080', 'OP080'],
    ['aangenomen', 'TR056', 'ja', 'ja'],
    ['afgekeurd', 'OP286', 'ja', 'OP286'],
    ['vervangen', 'TR056', 'TR056', 'TR056'],
  ] as const)('een toewijzing van ons, %s: opnieuw %s, verbeteren %s, intrekken %s', (stand, opnieuw, verbeteren, intrekken) => {
    expect(['opnieuw', 'verbeteren', 'intrekken'].map((wat) => mag(wat as Vervolg, 'WMO301', 'uit', stand))).toEqual([
      opnieuw,
      verbeteren,
      intrekken,
    ])
  })

  it.each([
    ['WMO306', 'verzonden', 'ja', 'OP065', 'OP065'],
    ['WMO325', 'niet_bezorgd', 'ja', 'TR323', 'TR323'],
    ['WMO325', 'verzonden', 'ja', 'TR323', 'TR323'],
    ['WMO319', 'afgekeurd', 'OP286', 'OP286', 'OP286'],
    ['WMO319', 'wacht_op_antwoord', 'ja', 'TR365', 'TR365'],
    ['WMO319', 'aangenomen', 'TR056', 'TR365', 'TR365'],
  ] as const)('%s van ons, %s', (naam, stand, opnieuw, verbeteren, intrekken) => {
    expect([mag('opnieuw', naam, 'uit', stand), mag('verbeteren', naam, 'uit', stand), mag('intrekken', naam, 'uit', stand)]).toEqual([
      opnieuw,
      verbeteren,
      intrekken,
    ])
  })

  it.each([
    ['WMO305', 'OP033'],
    ['WMO307', 'OP033'],
    ['WMO315', 'TR374'],
    ['WMO317', 'TR374'],
    ['WMO323', 'TR323'],
    ['WMO302', 'TR056'],
    [null, 'TR056'],
  ])('%s van de aanbieder verbetert of verwijdert alleen hij (%s)', (naam, regel) => {
    for (const stand of Object.keys(berichtstanden) as Berichtstand[])
      for (const wat of ['verbeteren', 'intrekken'] as const) expect(mag(wat, naam, 'in', stand)).toBe(regel)
    expect(mag('opnieuw', naam, 'in', 'afgekeurd')).toBe('TR056')
  })
})

const dag = (d: string) => d as Datum
const nu: Geldend = { nummer: 7, van: dag('2026-03-01'), tot: dag('2026-12-31'), omvang: { volume: 180, frequentie: '2' } }

describe('een toewijzing verbeteren onder hetzelfde nummer (OP033x1)', () => {
  it.each([
    ['de laatste dag van de indicatie', '2027-03-31', true],
    ['een dag later', '2027-04-01', false],
  ])('loopt niet langer dan haar indicatie: %s', (_, tot, mag) => {
    const uit = verbeter({ ...nu, uiterlijk: dag('2027-03-31') }, { nummer: 7, tot: dag(tot) })
    expect(uit.ok ? uit.value?.tot : uit.fout).toEqual(
      mag ? tot : { regel: null, tekst: expect.stringContaining('31 maart 2027'), watNu: expect.any(String) },
    )
  })
  it('die al langer liep dan haar indicatie mag wel korter worden, en met een ander totaal gelijk blijven', () => {
    const totaal = { ...nu, uiterlijk: dag('2026-09-30'), omvang: { volume: 80, frequentie: '6' } }
    expect(verbeter(totaal, { nummer: 7, tot: dag('2026-09-30') }).ok).toBe(true)
    expect(verbeter(totaal, { nummer: 7, volume: 100 }).ok).toBe(true)
  })
  it('een andere einddatum, met reden 14', () => {
    expect(verbeter(nu, { nummer: 7, tot: dag('2027-03-31') })).toEqual({
      ok: true,
      value: { nummer: 7, tot: '2027-03-31', redenWijziging: '14' },
    })
  })
  it('niets anders is geen wijziging', () => {
    expect(verbeter(nu, { nummer: 7, tot: dag('2026-12-31'), volume: 180 })).toEqual({ ok: true, value: null })
  })
  it('een ander volume alleen bij een totaal', () => {
    const totaal = { ...nu, omvang: { volume: 80, frequentie: '6' } }
    expect(verbeter(totaal, { nummer: 7, volume: 100 })).toEqual({ ok: true, value: { nummer: 7, volume: 100, redenWijziging: '14' } })
    expect(verbeter(nu, { nummer: 7, volume: 240 })).toMatchObject({ ok: false, fout: { regel: 'OP257' } })
  })
  it.each(['2026-03-01', '2026-02-28'])('een einde op %s is geen wijziging maar intrekken', (tot) => {
    expect(verbeter(nu, { nummer: 7, tot: dag(tot) })).toMatchObject({ ok: false, fout: { regel: 'OP033x1' } })
  })
  it('intrekken eindigt op de begindag met reden 13', () => {
    expect(trekIn(nu)).toEqual({ nummer: 7, tot: '2026-03-01', redenWijziging: '13' })
  })
})
