import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { type Codevraag, type Contractregel, codesVoor, kiesCode } from './contractcode.ts'

const vraag = (anders: Partial<Codevraag> = {}): Codevraag => ({
  product: 'lopen',
  code: null,
  eenheid: '01',
  dag: '2026-06-01' as Datum,
  ...anders,
})
const regel = (anders: Partial<Contractregel> = {}): Contractregel => ({
  code: '02A03',
  categorie: '02',
  catalogusproduct: 'lopen',
  naam: null,
  eenheid: '04',
  van: '2026-01-01',
  tot: null,
  ...anders,
})
const uit = (v: Codevraag, ...regels: Contractregel[]) => {
  const codes = codesVoor(v, regels)
  if (!codes.ok) return codes.fout
  const code = kiesCode(codes.value)
  return code.ok ? code.value : code.fout
}
const alle = (v: Codevraag, ...regels: Contractregel[]) => {
  const codes = codesVoor(v, regels)
  return codes.ok ? codes.value : codes.fout
}
const gevonden = { categorie: '02', code: '02A03' }

describe('de code van een product bij een aanbieder', () => {
  it('komt uit de contractregel die het product noemt', () => {
    expect(uit(vraag(), regel({ catalogusproduct: 'fietsen', code: '02A04' }), regel())).toEqual(gevonden)
  })
  it('komt uit de catalogus als het contract het product niet noemt; de categorie uit het contract', () => {
    expect(uit(vraag({ code: '02A03' }), regel({ catalogusproduct: null }))).toEqual(gevonden)
  })
  it('mag in allebei staan, als zij gelijk is', () => {
    expect(uit(vraag({ code: '02A03' }), regel())).toEqual(gevonden)
    expect(uit(vraag({ code: '02A09' }), regel())).toEqual({ code: 'IWMO_CODE_VERSCHILT', catalogus: '02A09', contract: ['02A03'] })
  })
  it('in geen van beide: nooit geraden, ook niet als er maar één code in het contract staat', () => {
    expect(uit(vraag(), regel({ catalogusproduct: null }))).toEqual({ code: 'IWMO_CODE_ONTBREEKT' })
    expect(uit(vraag())).toEqual({ code: 'IWMO_CODE_ONTBREEKT' })
  })
  it('van een ander product is zij niet te lenen', () => {
    expect(uit(vraag({ code: '02A03' }), regel({ catalogusproduct: 'fietsen' }))).toEqual({
      code: 'CONTRACT_ONTBREEKT',
      productcode: '02A03',
    })
  })
  it.each([
    ['de eerste dag', '2026-01-01', '2026-06-30', gevonden],
    ['de laatste dag', '2026-01-01', '2026-06-01', gevonden],
    ['een dag te vroeg', '2026-06-02', null, { code: 'CONTRACT_ONTBREEKT', productcode: '02A03' }],
    ['een dag te laat', '2026-01-01', '2026-05-31', { code: 'CONTRACT_ONTBREEKT', productcode: '02A03' }],
  ])('geldt op de eerste dag van de toewijzing: %s', (_, van, tot, verwacht) => {
    expect(uit(vraag(), regel({ van, tot }))).toEqual(verwacht)
  })
  it('een nieuwe code per datum: de regel van die dag', () => {
    const regels = [regel({ tot: '2026-05-31' }), regel({ code: '02B01', van: '2026-06-01' })]
    expect(uit(vraag(), ...regels)).toEqual({ categorie: '02', code: '02B01' })
    expect(uit(vraag({ dag: '2026-05-31' as Datum }), ...regels)).toEqual(gevonden)
  })
  it('een eenheid die het contract niet kent is niet te declareren', () => {
    expect(uit(vraag({ eenheid: '16' }), regel())).toEqual({ code: 'EENHEID_PAST_NIET', productcodes: ['02A03'], eenheden: ['04'] })
    expect(uit(vraag({ eenheid: '16' }), regel(), regel({ eenheid: '16' }))).toEqual(gevonden)
    expect(uit(vraag(), regel({ eenheid: '01' }))).toEqual(gevonden)
  })
})

describe('een code voor meer producten, en meer codes voor een product', () => {
  const gedeeld = [regel(), regel({ catalogusproduct: 'fietsen' })]
  it.each(['lopen', 'fietsen'])('dezelfde code dient elk product dat erbij genoemd is: %s', (product) => {
    expect(uit(vraag({ product }), ...gedeeld)).toEqual(gevonden)
  })
  const [basis, plus] = [regel({ code: '02A03', naam: 'basis' }), regel({ code: '02A05', naam: 'plus' })]
  const keuzes = [
    { ...gevonden, namen: ['basis'] },
    { categorie: '02', code: '02A05', namen: ['plus'] },
  ]
  it('meer codes: allemaal te kiezen, met hun naam, en nooit zelf gekozen', () => {
    expect(alle(vraag(), plus, basis)).toEqual(keuzes)
    expect(uit(vraag(), plus, basis)).toEqual({ code: 'IWMO_CODE_KIEZEN', keuzes })
  })
  it.each([
    ['02A05', { ok: true, value: { categorie: '02', code: '02A05' } }],
    ['02A99', { ok: false, fout: { code: 'IWMO_CODE_PAST_NIET', keuzes } }],
  ])('de gekozen code geldt als zij past: %s', (code, verwacht) => {
    expect(kiesCode(keuzes, code)).toEqual(verwacht)
  })
  it('ook van één code die past mag een mens de naam noemen, en een andere niet', () => {
    expect(kiesCode(keuzes.slice(0, 1), '02A03').ok).toBe(true)
    expect(kiesCode(keuzes.slice(0, 1), '02A05')).toMatchObject({ fout: { code: 'IWMO_CODE_PAST_NIET' } })
  })
  it('noemt de catalogus er een van, dan is het die', () => {
    expect(uit(vraag({ code: '02A05' }), basis, plus)).toEqual({ categorie: '02', code: '02A05' })
    expect(uit(vraag({ code: '02A09' }), basis, plus)).toMatchObject({ code: 'IWMO_CODE_VERSCHILT', contract: ['02A03', '02A05'] })
  })
  it('alleen codes met een eenheid die past; past er geen, dan noemt de weigering ze allemaal', () => {
    expect(uit(vraag({ eenheid: '16' }), basis, regel({ code: '02A05', eenheid: '16' }))).toEqual({ categorie: '02', code: '02A05' })
    expect(uit(vraag({ eenheid: '16' }), basis, plus)).toMatchObject({ code: 'EENHEID_PAST_NIET', productcodes: ['02A03', '02A05'] })
  })
  it('twee tarieven onder één code zijn één keuze met twee namen', () => {
    expect(alle(vraag(), basis, regel({ naam: 'avond' }))).toEqual([{ ...gevonden, namen: ['basis', 'avond'] }])
  })
})
