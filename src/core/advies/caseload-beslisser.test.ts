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

  it.each([1, 7, 8, 20])('een byte die geen waarde is telt als niet beantwoord, in een blok van %i', (aantal) => {
    const gevallen = Array.from({ length: aantal }, () => ({ hobby: ['koken'], tempo: 'langzaam', lang: 'nee' }))
    const b = maakCaseloadbeslisser(oud, {}, kolommen)
    const blok = pakBlok(kolommen, gevallen)
    const tempo = kolommen.findIndex((k) => k.vraag === 'tempo')
    const plaats = kolommen.slice(0, tempo).reduce((som, k) => som + k.breedte * aantal + Math.ceil(aantal / 8), 0)
    blok[plaats + aantal - 1] = 3
    const namen = [...(b.beslis(blok, aantal).hoofd as Int32Array).subarray(0, aantal)].map((n) => b.namen.hoofd?.[n])
    expect(namen).toEqual([...Array(aantal - 1).fill('geen_product NIETS'), 'eerst_vragen'])
  })

  it('een antwoord dat uit een getal volgt telt ook in de caseload', () => {
    expect(uitkomst(oud, { hobby: [], maanden: 6 })).toBe('RUST')
    expect(uitkomst(oud, { hobby: [], maanden: 5 })).toBe('geen_product NIETS')
  })
})
