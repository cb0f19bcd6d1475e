import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { type Aanleiding, besluitToewijzing, type Lopend, type Wens } from './besluit.ts'

const d = (tekst: string) => tekst as Datum
const product = { categorie: '02', code: '02A03' }
const perWeek = (volume: number) => ({ volume, eenheid: '01', frequentie: '2' })
const totaal = (volume: number) => ({ volume, eenheid: '01', frequentie: '6' })
const lopend = (anders: Partial<Lopend> = {}): Lopend => ({
  nummer: 667899,
  product,
  van: d('2026-01-01'),
  tot: d('2026-06-30'),
  omvang: perWeek(180),
  ...anders,
})
const wens = (anders: Partial<Wens> = {}): Wens => ({
  product,
  catalogusproduct: 'lopen',
  van: d('2026-01-01'),
  tot: d('2026-12-31'),
  omvang: perWeek(180),
  ...anders,
})
const besluit = (w: Wens, l: Lopend[], a?: Aanleiding) => {
  const uit = besluitToewijzing(w, l, a)
  return uit.ok ? uit.value : uit.fout
}

describe('een nieuw nummer of hetzelfde nummer', () => {
  it('er loopt niets: een nieuw nummer (IV066)', () => {
    expect(besluit(wens(), [])).toEqual({ gewijzigd: [], nieuw: wens() })
  })
  it('een ander product naast het lopende: een nieuw nummer, het lopende blijft', () => {
    const ander = wens({ product: { categorie: '07', code: '07A12' } })
    expect(besluit(ander, [lopend()])).toEqual({ gewijzigd: [], nieuw: ander })
  })
  it.each([
    ['langer, zelfde omvang: hetzelfde nummer met een latere einddatum (OP380)', wens(), { tot: '2026-12-31', redenWijziging: '04' }],
    ['langer, aansluitend: ook hetzelfde nummer', wens({ van: d('2026-07-01') }), { tot: '2026-12-31', redenWijziging: '04' }],
    ['korter: hetzelfde nummer', wens({ tot: d('2026-03-31') }), { tot: '2026-03-31', redenWijziging: '05' }],
  ])('%s', (_, w, verwacht) => {
    expect(besluit(w, [lopend()])).toEqual({ gewijzigd: [{ nummer: 667899, ...verwacht }], nieuw: null })
  })
  it('op verzoek van de aanbieder (VOW) is de reden 12 (IV093)', () => {
    expect(besluit(wens(), [lopend()], 'VOW')).toMatchObject({ gewijzigd: [{ redenWijziging: '12' }], nieuw: null })
  })
  it('meer per week: het oude nummer eindigt de dag ervoor, en een nieuw nummer begint (OP257)', () => {
    const w = wens({ van: d('2026-03-01'), omvang: perWeek(300) })
    expect(besluit(w, [lopend()])).toEqual({ gewijzigd: [{ nummer: 667899, tot: '2026-02-28', redenWijziging: '05' }], nieuw: w })
  })
  it('meer per week vanaf de eerste dag: het oude nummer wordt verwijderd (13)', () => {
    const w = wens({ omvang: perWeek(300) })
    expect(besluit(w, [lopend()])).toEqual({ gewijzigd: [{ nummer: 667899, tot: '2026-01-01', redenWijziging: '13' }], nieuw: w })
  })
  it('een ander totaal: hetzelfde nummer met een ander volume (OP033x1)', () => {
    const w = wens({ tot: d('2026-06-30'), omvang: totaal(6000) })
    expect(besluit(w, [lopend({ omvang: totaal(4800) })])).toEqual({
      gewijzigd: [{ nummer: 667899, tot: '2026-06-30', volume: 6000, redenWijziging: '14' }],
      nieuw: null,
    })
  })
  it('een andere frequentie is een ander nummer', () => {
    expect(besluit(wens({ van: d('2026-03-01'), omvang: totaal(180) }), [lopend()])).toMatchObject({ nieuw: { van: '2026-03-01' } })
  })
  it('met een gat ertussen: een nieuw nummer, het oude blijft', () => {
    const w = wens({ van: d('2026-08-01') })
    expect(besluit(w, [lopend()])).toEqual({ gewijzigd: [], nieuw: w })
  })
  it('precies wat er al is: er valt niets te sturen', () => {
    expect(besluit(wens({ tot: d('2026-06-30') }), [lopend()])).toEqual({ code: 'TOEWIJZING_ONGEWIJZIGD', nummer: 667899 })
  })
  it('een toewijzing zonder einddatum die er een krijgt, is korter', () => {
    const { tot: _, ...open } = lopend()
    expect(besluit(wens(), [open])).toMatchObject({ gewijzigd: [{ redenWijziging: '05' }] })
  })
})

describe('een code voor meer producten, en meer codes voor een product', () => {
  const code = (c: string, categorie = '02') => ({ categorie, code: c })
  it('TR302: draagt de code in die dagen al een ander product, dan kan het er niet bij; het andere wordt niet stil beëindigd', () => {
    expect(besluit(wens(), [lopend({ catalogusproduct: 'fietsen' })])).toEqual({
      code: 'CODE_BEZET',
      nummer: 667899,
      catalogusproduct: 'fietsen',
    })
  })
  it('TR302: na het einde van het andere kan de code wel, met een nieuw nummer', () => {
    const w = wens({ van: d('2026-07-01') })
    expect(besluit(w, [lopend({ catalogusproduct: 'fietsen' })])).toEqual({ gewijzigd: [], nieuw: w })
  })
  it.each(['11', '12', '13', '14'])('TR302: in categorie %s mag hetzelfde product tegelijk', (categorie) => {
    const w = wens({ product: code('11001', categorie) })
    const naast = lopend({ product: code('11001', categorie), catalogusproduct: 'fietsen' })
    expect(besluit(w, [naast])).toEqual({ gewijzigd: [], nieuw: w })
  })
  it('OP257: hetzelfde product onder een andere code: de oude code eindigt de dag ervoor, de nieuwe begint', () => {
    const w = wens({ product: code('02A05'), van: d('2026-03-01') })
    expect(besluit(w, [lopend({ catalogusproduct: 'lopen' })])).toEqual({
      gewijzigd: [{ nummer: 667899, tot: '2026-02-28', redenWijziging: '05' }],
      nieuw: w,
      oudeCode: '02A03',
    })
  })
  it('een oude code die al eindigt voor de nieuwe begint, blijft zoals zij is', () => {
    const w = wens({ product: code('02A05'), van: d('2026-07-01') })
    expect(besluit(w, [lopend({ catalogusproduct: 'lopen' })])).toEqual({ gewijzigd: [], nieuw: w })
  })
  it('hetzelfde product onder dezelfde code: hetzelfde nummer', () => {
    expect(besluit(wens(), [lopend({ catalogusproduct: 'lopen' })])).toMatchObject({ gewijzigd: [{ nummer: 667899 }], nieuw: null })
  })
})
