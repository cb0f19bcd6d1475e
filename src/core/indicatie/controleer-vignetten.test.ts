import { describe, expect, it } from 'vitest'
import { laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { controleerStapelingsvignetten } from './controleer-vignetten.ts'

function fouten(stapeling: string) {
  const vignet = `vignetten: [{id: V1, titel: t, situatie: s, antwoorden: {}, stapeling: [${stapeling}], waarom: w, eisen: [Z-LI-01]}]`
  const geladen = laadMetPlaatsen(kleineBestanden('gronden:', `${vignet}\ngronden:`))
  if (!geladen.ok) throw new Error(JSON.stringify(geladen.fout))
  return controleerStapelingsvignetten(geladen.value)
}
const samen = (a: string, b: string) => `indicaties: [{product: ${a}, van: 2026-01-01}, {product: ${b}, van: 2026-02-01}]`

describe('controleerStapelingsvignetten', () => {
  it('laat toe wat klopt', () => {
    expect(fouten(`{${samen('LICHT', 'ZWAAR')}, toegestaan: true}`)).toEqual([])
    expect(fouten(`{${samen('LICHT', 'LICHT')}, toegestaan: false, codes: [STAPELING_NIET_TOEGESTAAN], eisen: [Z-LI-02]}`)).toEqual([])
  })

  it('noemt een oordeel, code of uitspraak die er niet uitkomt', () => {
    const teksten = fouten(`{${samen('LICHT', 'ZWAAR')}, toegestaan: false, codes: [STAPELING_NIET_TOEGESTAAN], eisen: [Z-LI-02]}`).map(
      (f) => f.tekst,
    )
    expect(teksten).toEqual([
      'Vignet V1, stapeling 1: het mag, verwacht is van niet.',
      'Vignet V1, stapeling 1: de code STAPELING_NIET_TOEGESTAAN ontbreekt.',
      'Vignet V1, stapeling 1: de uitspraak Z-LI-02 wordt niet genoemd.',
    ])
  })

  it('weigert een indicatie die niet te lezen is', () => {
    expect(fouten('{indicaties: [{product: LICHT, van: 2026-02-30}], toegestaan: true}')).toMatchObject([{ code: 'VIGNET_ONGELDIG' }])
  })
})
