import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draagtGegevens } from '#web/bewaren/gebruik-link.ts'
import { naarFragment, vanFragment } from '#web/probeer/link.ts'
import { legeSituatie, type Situatie } from '#web/probeer/situatie.ts'
import { bestandsnaam, naarBestand, vanBestand } from '#web/probeer/situatie-bestand.ts'
import { proefcatalogus } from '#web/probeer/proefcatalogus.testhulp.ts'

const c = proefcatalogus()
const vol: Situatie = {
  ...legeSituatie(c),
  gemeente: 'Zuidkaap',
  antwoorden: { hulp: 'ja', maanden: 1.5, soorten: ['koken', 'buiten_lopen'], tempo: 'heel_snel' },
  overschrijvingen: { zwaarte: { waarde: 'licht', motivering: 'Omdat & "daarom" = 100% é' } },
  instellingen: { grens: 3 },
}

const situatie = fc.record({
  gemeente: fc.constantFrom(null, 'Noordkaap', 'Zuidkaap'),
  antwoorden: fc.record(
    {
      hulp: fc.constantFrom('ja', 'nee'),
      maanden: fc.integer({ min: 0, max: 4000 }).map((n) => n / 10),
      soorten: fc.subarray(['koken', 'buiten_lopen']),
      tempo: fc.constantFrom('heel_snel', 'langzaam'),
    },
    { requiredKeys: [] },
  ),
  overschrijvingen: fc.oneof(
    fc.constant({}),
    fc.string({ minLength: 1 }).map((m) => ({ zwaarte: { waarde: 'zwaar', motivering: `x${m}` } })),
  ),
  instellingen: fc.constantFrom<Record<string, number>>({}, { grens: 1 }, { grens: 7 }),
})

describe('een situatie als link', () => {
  it('staat leesbaar in het fragment', () => {
    const f = naarFragment(c, vol)
    expect(f).toContain('@versie=2026-01&@gemeente=Zuidkaap&maanden=1.5&hulp=ja&soorten=koken,buiten_lopen&tempo=heel_snel')
    expect(f).toContain('lezing:grens=3')
    expect(f).not.toContain(' ')
  })
  it('heen en terug is dezelfde situatie', () => {
    fc.assert(
      fc.property(situatie, (deel) => {
        const s = { ...legeSituatie(c), ...deel } as Situatie
        expect(vanFragment(c, `#${naarFragment(c, s)}`)).toEqual({ ok: true, value: { situatie: s, versie: '2026-01' } })
      }),
      { seed: 1 },
    )
  })
  it('een lege lijst is een ander antwoord dan geen antwoord', () => {
    const r = vanFragment(c, '#soorten=')
    expect(r.ok && r.value.situatie.antwoorden).toEqual({ soorten: [] })
  })
  it('motiveringen bij waarschuwingen staan niet in de link', () => {
    expect(naarFragment(c, { ...vol, motiveringen: { 'hoofd.SNEL': 'Geheim verhaal' } })).not.toContain('Geheim')
  })
  it.each([
    ['#hulp=misschien', 'hulp'],
    ['#bestaatniet=ja', 'bestaatniet'],
    ['#maanden=veel', 'maanden'],
    ['#soorten=vliegen', 'soorten'],
    ['#@gemeente=Ergens', 'gemeente'],
    ['#lezing:grens="x"', 'grens'],
    ['#lezing:niets=1', 'niets'],
    ['#afwijking:zwaarte=enorm&reden:zwaarte=x', 'zwaarte'],
    ['#hulp=%E0%A4%A', 'hulp'],
    ['#=x&hulp=ja', '=x'],
    ['#__proto__=ja', '__proto__'],
    ['#lang=nee&maanden=12', 'lang'],
  ])('weigert %s en zegt waar het zit', (fragment, plaats) => {
    const r = vanFragment(c, fragment)
    expect(r.ok).toBe(false)
    if (!r.ok) expect(r.fout.map((f) => `${f.plaats} ${f.tekst}`).join()).toContain(plaats)
  })
  it('een gewoon anker is geen situatie', () => {
    expect(draagtGegevens('#thema-dag')).toBe(false)
    expect(draagtGegevens('')).toBe(false)
    expect(draagtGegevens('#hulp=ja')).toBe(true)
  })
})

describe('een situatie als bestand', () => {
  it('heen en terug is dezelfde situatie, met motiveringen en een onaffe afwijking', () => {
    const s: Situatie = {
      ...vol,
      motiveringen: { 'hoofd.SNEL': 'Want.' },
      overschrijvingen: { zwaarte: { waarde: 'zwaar', motivering: '' } },
    }
    expect(vanBestand(c, JSON.parse(naarBestand(c, s)))).toEqual({ ok: true, value: s })
  })
  it('noemt catalogus, versie en inhoud waarop zij is ingevuld', () => {
    expect(JSON.parse(naarBestand(c, vol))).toMatchObject({ catalogus: 'eiland', versie: '2026-01', hash: c.hash })
    expect(bestandsnaam(c, { ...vol, vignet: 'V01' })).toBe('situatie-eiland-v01.json')
  })
  it.each([
    ['een ander soort bestand', { soort: 'anders' }],
    ['een andere catalogus', { catalogus: 'vasteland' }],
    ['antwoorden die geen blok zijn', { antwoorden: [1] }],
    ['een vraag die niet bestaat', { antwoorden: { weg: 'ja' } }],
    ['motiveringen die geen tekst zijn', { motiveringen: { a: 1 } }],
    ['een lezing die niet bestaat', { instellingen: { weg: 1 } }],
  ])('weigert %s', (_, anders) => {
    expect(vanBestand(c, { ...JSON.parse(naarBestand(c, vol)), ...anders }).ok).toBe(false)
  })
  it('geeft elke fout in één keer', () => {
    const r = vanBestand(c, { ...JSON.parse(naarBestand(c, vol)), antwoorden: { weg: 'ja', hulp: 'soms' }, instellingen: { ook: 1 } })
    expect(r.ok || r.fout.length).toBe(3)
  })
})
