import { describe, expect, it } from 'vitest'
import { laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { controleerTabellen } from './controleer-tabellen.ts'
import { controleerVignetten } from './controleer-vignetten.ts'

function geladen(van = '', door = '') {
  const uit = laadMetPlaatsen(kleineBestanden(van, door))
  if (!uit.ok) throw new Error(JSON.stringify(uit.fout))
  return uit.value
}

describe('controleerTabellen', () => {
  it('vindt niets in een tabel die klopt', () => {
    expect(controleerTabellen(geladen())).toEqual([])
  })

  it('vindt een rij die nooit aan de beurt komt', () => {
    const fouten = controleerTabellen(
      geladen('als: {zwaar: ja}, dan: {product', 'als: {alle: [{zwaar: ja}, {hulpNodig: nee}]}, dan: {product'),
    )
    expect(fouten).toMatchObject([{ code: 'RIJ_ONBEREIKBAAR', bestand: 'alles.yaml' }])
    expect(fouten[0]?.tekst).toContain('De rij R2')
  })

  it('noemt een rij bereikbaar als ze dat bij één lezing van een instelling is', () => {
    const alleenUit = 'als: {alle: [{zwaar: ja}, {instelling: {modus: nee}}]}, dan: {product'
    expect(controleerTabellen(geladen('als: {zwaar: ja}, dan: {product', alleenUit))).toEqual([])
    const nooit = 'als: {alle: [{zwaar: ja}, {instelling: {modus: ja}}, {instelling: {modus: nee}}]}, dan: {product'
    expect(controleerTabellen(geladen('als: {zwaar: ja}, dan: {product', nooit))).toMatchObject([{ code: 'RIJ_ONBEREIKBAAR' }])
  })

  it('vindt een combinatie zonder uitkomst en geeft er een voorbeeld van', () => {
    const fouten = controleerTabellen(geladen('{rij: R3, dan', '{rij: R3, als: {last: {vanaf: 1}}, dan'))
    expect(fouten).toMatchObject([{ code: 'COMBINATIE_ZONDER_UITKOMST' }])
    expect(fouten[0]?.tekst).toBe('Bij deze antwoorden geldt geen enkele rij: hulpNodig = ja, last = 0.')
  })

  it('vindt een combinatie zonder uitkomst die alleen bij een andere lezing ontstaat', () => {
    const fouten = controleerTabellen(geladen('{rij: R3, dan', '{rij: R3, als: {instelling: {modus: ja}}, dan'))
    expect(fouten.map((f) => f.code)).toEqual(['COMBINATIE_ZONDER_UITKOMST'])
    expect(fouten[0]?.tekst).toContain('(bij modus "nee")')
  })

  it('vindt een vraag die de uitkomst verandert maar niet in de vraagvolgorde staat', () => {
    expect(controleerTabellen(geladen('[hulpNodig, last]', '[hulpNodig]'))).toMatchObject([
      { code: 'VRAAG_NIET_IN_VOLGORDE', tekst: 'De vraag last kan de uitkomst veranderen, maar staat niet in de vraagvolgorde.' },
    ])
  })
})

describe('controleerVignetten', () => {
  const vignet = (antwoorden: string, verwacht: string) =>
    geladen(
      'gronden:',
      `vignetten: [{id: V1, titel: t, situatie: s, antwoorden: ${antwoorden}, verwacht: {hoofd: ${verwacht}}, waarom: w, eisen: [Z-LI-01]}]\ngronden:`,
    )

  it('laat een vignet toe dat uitkomt', () => {
    expect(controleerVignetten(vignet('{hulpNodig: ja, last: 2}', '{uitkomst: product, product: LICHT, rij: R3}'))).toEqual([])
  })

  it('noemt wat er anders uitkomt', () => {
    const fouten = controleerVignetten(vignet('{hulpNodig: ja}', '{uitkomst: product, product: LICHT}'))
    expect(fouten.map((f) => f.tekst)).toEqual([
      'Vignet V1, tabel hoofd: uitkomst is eerst_vragen, verwacht product.',
      'Vignet V1, tabel hoofd: product is leeg, verwacht LICHT.',
    ])
  })

  it('weigert een vignet met een antwoord dat niet kan', () => {
    expect(controleerVignetten(vignet('{hulpNodg: ja}', '{uitkomst: eerst_vragen}'))).toMatchObject([{ code: 'VIGNET_ONGELDIG' }])
  })
})
