import { describe, expect, it } from 'vitest'
import { kolommenVan, pakBlok } from '#core/advies/caseload.ts'
import { maakCaseloadbeslisser } from '#core/advies/caseload-beslisser.ts'
import { laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'

const catalogus = (hobby: string, tempo: string) => {
  const geladen = laadMetPlaatsen([
    {
      pad: 'alles.yaml',
      tekst: `
producten: {DRUK: {familie: f, eenheid: uur, naam: Druk}, RUST: {familie: f, eenheid: uur, naam: Rust}}
vragen:
  hobby: {soort: meerkeuze, waarden: [${hobby}]}
  tempo: {soort: keuze, waarden: [${tempo}]}
  maanden: {soort: getal, min: 0}
  lang: {soort: janee, bepaaldDoor: {vraag: maanden, vanaf: 6}}
tabellen:
  hoofd:
    vraagvolgorde: [hobby, tempo, lang]
    rijen:
      - {rij: R1, als: {alle: [{hobby: {minstens: 1}}, {tempo: snel}]}, dan: {product: DRUK}}
      - {rij: R2, als: {lang: ja}, dan: {product: RUST}}
      - {rij: R3, dan: {geen: NIETS}}
`,
    },
  ])
  if (!geladen.ok) throw new Error(JSON.stringify(geladen.fout))
  return geladen.value.catalogus
}

describe('een caseload tegen een andere versie', () => {
  const oud = catalogus('lezen, koken, tuin', 'snel, langzaam, wisselend')
  const nieuw = catalogus('lezen, koken', 'snel, langzaam')
  const kolommen = kolommenVan(oud)
  const uitkomst = (c: typeof oud, antwoorden: Record<string, string | number | string[]>) => {
    const b = maakCaseloadbeslisser(c, {}, kolommen)
    return b.namen.hoofd?.[b.beslis(pakBlok(kolommen, [antwoorden]), 1).hoofd?.[0] as number]
  }

  it.each([
    ['een vervallen waarde in een lijst telt niet mee', { hobby: ['tuin'], tempo: 'snel', lang: 'nee' }, 'DRUK', 'geen_product NIETS'],
    ['een vervallen keuze is niet beantwoord', { hobby: ['koken'], tempo: 'wisselend', lang: 'nee' }, 'geen_product NIETS', 'eerst_vragen'],
    ['wat gebleven is betekent hetzelfde', { hobby: ['koken', 'tuin'], tempo: 'snel' }, 'DRUK', 'DRUK'],
  ])('%s', (_, antwoorden, was, is) => {
    expect([uitkomst(oud, antwoorden), uitkomst(nieuw, antwoorden)]).toEqual([was, is])
  })

  it('een antwoord dat uit een getal volgt telt ook in de caseload', () => {
    expect(uitkomst(oud, { hobby: [], maanden: 6 })).toBe('RUST')
    expect(uitkomst(oud, { hobby: [], maanden: 5 })).toBe('geen_product NIETS')
  })
})
