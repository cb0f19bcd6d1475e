import { describe, expect, it } from 'vitest'
import { herstelRegel, type Tariefregel, vergelijkRegels, voegRegelToe } from './contractregels.ts'

const regel = (anders: Partial<Tariefregel> = {}): Tariefregel => ({
  code: '02A03',
  categorie: '02',
  eenheid: '04',
  tarief: 6250,
  van: '2026-01-01',
  tot: null,
  catalogusproduct: 'lopen',
  naam: null,
  ...anders,
})
const voeg = (regels: Tariefregel[], nieuw: Tariefregel, vervangt?: Tariefregel) => {
  const uit = voegRegelToe(regels, nieuw, vervangt)
  return uit.ok ? uit.value.map((r) => [r.eenheid, r.tarief, r.van, r.tot]) : uit.fout
}

describe('een regel toevoegen', () => {
  it('een nieuw tarief eindigt het oude de dag ervoor', () => {
    expect(voeg([regel()], regel({ tarief: 6500, van: '2027-01-01' }))).toEqual([
      ['04', 6250, '2026-01-01', '2026-12-31'],
      ['04', 6500, '2027-01-01', null],
    ])
  })
  it('een andere eenheid of code staat ernaast', () => {
    expect(voeg([regel()], regel({ eenheid: '16', tarief: 4800 }))).toEqual([
      ['04', 6250, '2026-01-01', null],
      ['16', 4800, '2026-01-01', null],
    ])
  })
  it('wat al eindigde blijft zoals het was', () => {
    expect(voeg([regel({ tot: '2026-03-31' })], regel({ tarief: 6500, van: '2026-06-01' }))).toEqual([
      ['04', 6250, '2026-01-01', '2026-03-31'],
      ['04', 6500, '2026-06-01', null],
    ])
  })
  it.each([
    ['op dezelfde dag', { van: '2026-01-01' }],
    ['over een latere heen', { van: '2025-06-01' }],
  ])('%s: geweigerd, want dan gelden er twee tarieven', (_, anders) => {
    expect(voeg([regel()], regel(anders))).toEqual({ code: 'REGEL_OVERLAPT', van: '2026-01-01', tot: null })
  })
  it.each([
    ['voor een ander product van de catalogus', { catalogusproduct: 'zwemmen' }],
    ['met een andere naam', { naam: 'nacht' }],
  ])('onder dezelfde code %s: staat ernaast', (_, anders) => {
    const er = regel({ naam: 'dag' })
    expect(voeg([er], regel({ naam: 'dag', tarief: 6500, van: '2027-01-01', ...anders }))).toEqual([
      ['04', 6250, '2026-01-01', null],
      ['04', 6500, '2027-01-01', null],
    ])
  })
  it.each([
    ['geen product, naast een regel die er wel een noemt', { catalogusproduct: null }],
    ['een naam, naast een regel zonder', { naam: 'avond' }],
  ])('%s: geweigerd, want dan is niet te zeggen welk tarief geldt', (_, anders) => {
    expect(voeg([regel()], regel({ van: '2026-03-01', ...anders }))).toMatchObject({ code: 'REGEL_OVERLAPT' })
  })
  it('een regel wijzigen eindigt precies die, ook als zij een ander product krijgt', () => {
    const [lopen, fietsen] = [regel(), regel({ catalogusproduct: 'fietsen', tarief: 5000 })]
    expect(voeg([lopen, fietsen], regel({ catalogusproduct: 'zwemmen', tarief: 6500, van: '2027-01-01' }), lopen)).toEqual([
      ['04', 5000, '2026-01-01', null],
      ['04', 6250, '2026-01-01', '2026-12-31'],
      ['04', 6500, '2027-01-01', null],
    ])
    expect(voeg([lopen, fietsen], regel({ tarief: 1 }), lopen)).toMatchObject({ code: 'REGEL_OVERLAPT' })
    expect(voeg([regel({ tot: '2026-03-31' })], regel({ van: '2026-06-01' }), regel({ tot: '2026-03-31' }))).toEqual([
      ['04', 6250, '2026-01-01', '2026-03-31'],
      ['04', 6250, '2026-06-01', null],
    ])
  })
  it('vóór een latere, met een einde: kan', () => {
    expect(voeg([regel()], regel({ van: '2025-06-01', tot: '2025-12-31' }))).toHaveLength(2)
  })
})

describe('een fout in een regel verbeteren', () => {
  it('op haar eigen dagen, en alleen die regel', () => {
    const [fout, ander] = [regel({ catalogusproduct: null }), regel({ code: '02A04' })]
    expect(herstelRegel([fout, ander], fout, regel())).toEqual({ ok: true, value: [regel(), ander] })
  })
  it('geweigerd als een andere regel dan hetzelfde noemt', () => {
    const [fout, fietsen] = [regel(), regel({ catalogusproduct: 'fietsen' })]
    expect(herstelRegel([fout, fietsen], fout, regel({ catalogusproduct: 'fietsen' }))).toMatchObject({ ok: false })
  })
})

it('vergelijken: erbij, weg, anders en gelijk', () => {
  const oud = [regel(), regel({ code: '02A04' }), regel({ code: '02A05' }), regel({ code: '02A06' })]
  const nieuw = [
    regel({ tot: '2026-12-31' }),
    regel({ tarief: 6500, van: '2027-01-01' }),
    regel({ code: '02A04', catalogusproduct: null }),
    regel({ code: '02A06' }),
  ]
  const { erbij, weg, gewijzigd, gelijk } = vergelijkRegels(oud, nieuw)
  expect(erbij.map((r) => [r.code, r.van])).toEqual([['02A03', '2027-01-01']])
  expect(weg.map((r) => r.code)).toEqual(['02A05'])
  expect(gewijzigd.map((g) => g.wordt.code)).toEqual(['02A03', '02A04'])
  expect(gelijk).toBe(1)
})

it('vergelijken: een code met meer producten; alleen wat echt anders is, verandert', () => {
  const [lopen, fietsen] = [regel(), regel({ catalogusproduct: 'fietsen' })]
  const er = vergelijkRegels([lopen, fietsen], [{ ...fietsen, tarief: 7000 }, { ...lopen }, regel({ catalogusproduct: 'zwemmen' })])
  expect(er.erbij.map((r) => r.catalogusproduct)).toEqual(['zwemmen'])
  expect(er.weg).toEqual([])
  expect(er.gewijzigd.map((g) => [g.was.tarief, g.wordt.tarief])).toEqual([[6250, 7000]])
  expect(er.gelijk).toBe(1)
  const ander = vergelijkRegels([lopen, fietsen], [regel({ catalogusproduct: 'zwemmen' }), regel({ catalogusproduct: 'roeien' })])
  expect([ander.weg.length, ander.erbij.length, ander.gewijzigd.length]).toEqual([2, 2, 0])
})
