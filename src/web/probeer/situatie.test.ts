import { describe, expect, it } from 'vitest'
import { alsGeval, beantwoord, isAangepast, isLeeg, kiesLezing, legeSituatie, motiveer, overschrijf } from '#web/probeer/situatie.ts'
import { proefcatalogus } from '#web/probeer/proefcatalogus.testhulp.ts'

const c = proefcatalogus()
const leeg = legeSituatie(c)

describe('een situatie invullen', () => {
  it('begint zonder antwoorden en kiest alleen een gemeente als er maar één is', () => {
    expect(isLeeg(leeg)).toBe(true)
    expect(leeg.gemeente).toBeNull()
    expect(legeSituatie({ ...c, gemeenten: [{ naam: 'Enig', code: null }] }).gemeente).toBe('Enig')
  })
  it('een antwoord komt erbij, "weet ik niet" haalt het weg', () => {
    const s = beantwoord(leeg, c, 'hulp', 'ja')
    expect(s.antwoorden).toEqual({ hulp: 'ja' })
    expect(beantwoord(s, c, 'hulp', null).antwoorden).toEqual({})
  })
  it('wie de duur invult, geeft daarmee het antwoord dat eruit volgt', () => {
    const s = beantwoord(beantwoord(leeg, c, 'lang', 'nee'), c, 'maanden', 12)
    expect(s.antwoorden).toEqual({ maanden: 12 })
  })
  it('een ander antwoord maakt van een voorbeeld een aangepaste situatie', () => {
    const vignet = c.vignetten?.[0]
    if (!vignet) throw new Error('het voorbeeld bestaat')
    const s = { ...leeg, antwoorden: vignet.antwoorden, vignet: vignet.id }
    expect(isAangepast(s, vignet)).toBe(false)
    expect(isAangepast(beantwoord(s, c, 'hulp', 'nee'), vignet)).toBe(true)
    expect(isAangepast(kiesLezing(s, c, 'grens', 1), vignet)).toBe(true)
    expect(beantwoord(s, c, 'hulp', 'nee').vignet).toBe('V01')
  })
  it('afwijken telt pas met een motivering', () => {
    const s = overschrijf(leeg, 'zwaarte', { waarde: 'zwaar', motivering: ' ' })
    expect(alsGeval(s).overschrijvingen).toBeUndefined()
    const met = overschrijf(s, 'zwaarte', { waarde: 'zwaar', motivering: 'Gezien bij huisbezoek.' })
    expect(alsGeval(met).overschrijvingen).toEqual({ zwaarte: { waarde: 'zwaar', motivering: 'Gezien bij huisbezoek.' } })
    expect(overschrijf(met, 'zwaarte', null).overschrijvingen).toEqual({})
  })
  it('de standaardlezing kiezen is hetzelfde als niets kiezen', () => {
    const s = kiesLezing(leeg, c, 'grens', 1)
    expect(s.instellingen).toEqual({ grens: 1 })
    expect(kiesLezing(s, c, 'grens', 2).instellingen).toEqual({})
  })
  it('een lege motivering blijft niet staan', () => {
    expect(motiveer(motiveer(leeg, 'hoofd.SNEL', 'Want.'), 'hoofd.SNEL', '').motiveringen).toEqual({})
  })
})
