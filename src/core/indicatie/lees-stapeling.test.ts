import { describe, expect, it } from 'vitest'
import { leesStapeling } from './lees-stapeling.ts'
import { eenCatalogus } from './verzonnen-catalogus.testhulp.ts'

describe('leesStapeling', () => {
  const lees = (ruw: unknown) => leesStapeling(eenCatalogus(), ruw)
  const fouten = (ruw: unknown) => {
    const gelezen = lees(ruw)
    return gelezen.ok ? [] : gelezen.fout.map((f) => `${f.code} ${f.plaats}`)
  }

  it('leest alle velden, en null als einde zonder datum', () => {
    const ruw = { product: 'TUIN', van: '2026-01-01', tot: '2026-06-30', nieuw: true, aanbieder: 'Els', pgb: false, id: 'a' }
    expect(
      lees({ catalogus: 'waterland', gemeente: '9999', indicaties: [ruw, { product: 'ZANG', van: '2026-01-01', tot: null }] }),
    ).toEqual({
      ok: true,
      value: { keuze: { gemeente: 'Waterland' }, indicaties: [ruw, { product: 'ZANG', van: '2026-01-01' }] },
    })
    expect(lees({ indicaties: [] })).toMatchObject({ ok: true })
  })

  it.each([
    [[], ['INVOER_ONGELDIG ']],
    [null, ['INVOER_ONGELDIG ']],
    [{}, ['INDICATIES_ONTBREKEN /indicaties']],
    [{ indicaties: [{ product: 'TUIN', van: '2026-02-30' }] }, ['DATUM_ONGELDIG /indicaties/0/van']],
    [{ indicaties: [{ product: 'TUIN', van: '2026-03-01', tot: '2026-02-01' }] }, ['EINDE_VOOR_BEGIN /indicaties/0/tot']],
    [
      { indicaties: [{ product: 'TUIN' }, { van: '2026-03-01' }] },
      ['DATUM_ONTBREEKT /indicaties/0/van', 'PRODUCT_ONTBREEKT /indicaties/1'],
    ],
    [
      { indicaties: [{ product: '', van: '2026-03-01', nieuw: 'ja' }] },
      ['TEKST_ONGELDIG /indicaties/0/product', 'JA_NEE_ONGELDIG /indicaties/0/nieuw'],
    ],
    [{ indicaties: [7] }, ['INDICATIE_ONGELDIG /indicaties/0']],
    [{ indicaties: [{ product: 'TUIN', van: '2026-03-01', tott: '2026-02-01' }] }, ['VELD_ONBEKEND /indicaties/0/tott']],
    [{ indicaties: [], gemeente: 'Elders' }, ['GEMEENTE_ONBEKEND /gemeente']],
    [{ indicaties: [], catalogus: 'bergland' }, ['ANDERE_CATALOGUS /catalogus']],
  ])('weigert %j met de plaats', (ruw, verwacht) => expect(fouten(ruw)).toEqual(verwacht))

  it('weigert meer dan duizend indicaties', () => {
    expect(fouten({ indicaties: Array(1001).fill({}) })).toEqual(['TE_VEEL_INDICATIES /indicaties'])
  })

  it('zegt wat er staat en wat er moet staan', () => {
    const gelezen = lees({ indicaties: [{ product: 'TUIN', van: '2026-02-30', tott: null }] })
    expect(gelezen.ok ? [] : gelezen.fout.map((f) => f.tekst)).toEqual([
      'Het veld "tott" bestaat hier niet. Bedoelde u "tot"? Dit kan wel: product, van, tot, nieuw, aanbieder, pgb, id.',
      '"2026-02-30" is geen datum. Schrijf een dag die bestaat als JJJJ-MM-DD, bijvoorbeeld 2026-03-01 (jaar 1900 tot en met 2199).',
    ])
  })
})
