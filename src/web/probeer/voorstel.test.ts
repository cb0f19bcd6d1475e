import { describe, expect, it } from 'vitest'
import type { Vraag } from '#core/catalogus/vorm.ts'
import { proefcatalogus } from './proefcatalogus.testhulp.ts'
import { voorstelVoor } from './voorstel.ts'

const catalogus = proefcatalogus()
const erg: Vraag = { soort: 'janee', thema: 'dag', tekst: 'Is het erg?', eisen: ['E-ZA-01'], voorstelUit: 'hulp' }

describe('een voorstel uit een andere vraag', () => {
  it.each([
    ['ja', 'Voorstel: ja, net als bij “hulp nodig”. Telt pas na bevestiging.'],
    ['nee', 'Voorstel: nee, net als bij “hulp nodig”. Telt pas na bevestiging.'],
  ] as const)('neemt het antwoord %s over in een zin die zegt dat het nog niet telt', (antwoord, zin) => {
    expect(voorstelVoor(catalogus, erg, { hulp: antwoord })).toEqual({ antwoord, zin })
  })

  it('stelt niets voor zolang die andere vraag open is', () => {
    expect(voorstelVoor(catalogus, erg, {})?.antwoord).toBeNull()
  })

  it('is er niet bij een vraag waar de catalogus er geen noemt', () => {
    expect(Object.values(catalogus.vragen).map((v) => voorstelVoor(catalogus, v, { hulp: 'ja' }))).toEqual(
      Object.values(catalogus.vragen).map(() => null),
    )
  })
})
