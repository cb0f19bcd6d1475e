import { describe, expect, it } from 'vitest'
import { maakAdviseur } from '#core/advies/adviseur.ts'
import { themasMetVragen } from '#web/probeer/afgeleid-plaats.ts'
import { proefcatalogus } from '#web/probeer/proefcatalogus.testhulp.ts'
import { aankondiging, korteUitkomst, openTerInfo, uitkomstzin } from '#core/advies/uitkomstzin.ts'
import { beoordeelVignet } from '#web/probeer/vignet-oordeel.ts'
import { metAntwoord, vergelijkAdvies } from '#web/probeer/wat-als.ts'
import { aantal, antwoordTekst, getalTekst, leesGetal, opsomming } from '#core/advies/woorden.ts'

const c = proefcatalogus()
const adviseur = maakAdviseur(c, {})
const advies = (antwoorden: Record<string, string | number | string[]>) => adviseur.adviseer('hoofd', { antwoorden })

describe('de uitkomst in woorden', () => {
  it('noemt het product met de zin van de rij', () =>
    expect(uitkomstzin(c, 'hoofd', advies({ hulp: 'ja', soorten: ['koken'] }))).toMatchObject({
      kop: 'Zachte hulp',
      zin: 'De last is licht.',
    }))
  it('zegt hoeveel vragen nog tellen en wat mogelijk is', () => {
    expect(uitkomstzin(c, 'hoofd', advies({ hulp: 'ja' }))).toMatchObject({
      kop: 'Nog één vraag maakt het verschil',
      zin: 'Mogelijk: Zachte hulp of Sterke hulp.',
    })
    const begin = uitkomstzin(c, 'hoofd', advies({}))
    expect(begin.kop).toBe('Nog 2 vragen die het verschil maken')
    expect(begin.zin).toContain('of geen product')
  })
  it('geeft bij geen product de grond en het vervolg', () =>
    expect(uitkomstzin(c, 'hoofd', advies({ hulp: 'nee' }))).toMatchObject({ kop: 'Geen product', vervolg: 'Wijs op het buurthuis.' }))
  it('kondigt aan wat er nu te vragen is', () =>
    expect(aankondiging(c, { hoofd: advies({}) })).toBe('Hulp. Nog 2 vragen die het verschil maken: hulp nodig.'))
  it('noemt wat open staat zonder de uitkomst te veranderen', () => {
    expect(openTerInfo(c, advies({ hulp: 'ja', soorten: [] }))).toContain('Hoe snel')
    expect(openTerInfo(c, advies({}))).toBeNull()
  })
  it('vat een uitkomst kort samen', () => {
    expect(korteUitkomst(c, advies({ hulp: 'nee' }))).toBe('geen product: Er is geen hulp nodig')
    expect(korteUitkomst(c, advies({}))).toContain('verder vragen: hulp nodig')
  })
})

describe('een voorbeeld', () => {
  const vignet = c.vignetten?.[0]
  it('klopt als de uitkomst is zoals verwacht', () => {
    if (!vignet) throw new Error('het voorbeeld bestaat')
    expect(beoordeelVignet(c, vignet, { hoofd: advies(vignet.antwoorden as Record<string, string>) })).toEqual([
      { tabel: 'hoofd', verwacht: 'Zachte hulp', klopt: true, afwijkend: [] },
    ])
    expect(beoordeelVignet(c, vignet, { hoofd: advies({ hulp: 'nee' }) })[0]).toMatchObject({
      klopt: false,
      afwijkend: ['uitkomst', 'product', 'rij'],
    })
  })
})

describe('wat als', () => {
  it('zegt wat er verandert en laat het geval met rust', () => {
    const geval = { antwoorden: { hulp: 'ja', soorten: ['koken'] } }
    const [v] = vergelijkAdvies(c, adviseur, geval, metAntwoord(c, geval, 'soorten', ['koken', 'buiten_lopen']))
    expect(v).toMatchObject({ nu: 'Zachte hulp', dan: 'Sterke hulp', verandert: true })
    expect(geval.antwoorden.soorten).toEqual(['koken'])
  })
  it('meldt waarschuwingen die erbij komen', () => {
    const geval = { antwoorden: { hulp: 'ja', soorten: ['koken'], tempo: 'langzaam' } }
    const [v] = vergelijkAdvies(c, adviseur, geval, metAntwoord(c, geval, 'tempo', 'heel_snel'))
    expect(v).toMatchObject({ verandert: false, erbij: ['Snel is niet altijd goed.'] })
  })
  it('laat vervallen wat uit het oude antwoord volgde', () =>
    expect(metAntwoord(c, { antwoorden: { maanden: 12, lang: 'ja' } }, 'maanden', 2).antwoorden).toEqual({ maanden: 2 }))
})

describe('indeling per thema', () => {
  const themas = themasMetVragen(c)
  it('volgt de thema’s van de catalogus en laat lege weg', () => expect(themas.map((t) => t.id)).toEqual(['duur', 'dag']))
  it('zet een afgeleide waarde bij de laatste vraag waar zij op rust', () => {
    expect(themas[0]?.afgeleid).toEqual([])
    expect(themas[1]?.afgeleid).toEqual(['zwaarte', 'breed'])
  })
})

describe('woorden', () => {
  it('somt op', () => expect([opsomming([]), opsomming(['a']), opsomming(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b en c']))
  it('telt', () => expect([aantal(1, 'vraag', 'vragen'), aantal(0, 'vraag', 'vragen')]).toEqual(['1 vraag', '0 vragen']))
  it('schrijft getallen met een komma', () =>
    expect([getalTekst(1.5), getalTekst(1234), getalTekst(12345)]).toEqual(['1,5', '1234', '12.345']))
  it('leest een antwoord voor', () => {
    const v = c.vragen
    expect(v.maanden && antwoordTekst(v.maanden, 1.5)).toBe('1,5 maanden')
    expect(v.soorten && antwoordTekst(v.soorten, ['koken', 'buiten_lopen'])).toBe('koken en buiten lopen')
    expect(v.soorten && antwoordTekst(v.soorten, [])).toBe('geen van deze')
    expect(v.tempo && antwoordTekst(v.tempo, 'heel_snel')).toBe('heel snel')
    expect(v.hulp && antwoordTekst(v.hulp, undefined)).toBe('nog niet bekend')
  })
  const maanden = { ...(c.vragen.maanden as Extract<(typeof c.vragen)[string], { soort: 'getal' }>), max: 100 }
  it.each([
    ['1,5', { getal: 1.5 }],
    [' 12 ', { getal: 12 }],
    ['3.0', { getal: 3 }],
    ['', { leeg: true }],
  ])('leest %j', (tekst, verwacht) => expect(leesGetal(maanden, tekst)).toEqual(verwacht))
  it.each(['veel', '-1', '1,55', '101', '1e3', '1,2,3'])('weigert %j met wat wel kan', (tekst) =>
    expect(leesGetal(maanden, tekst)).toHaveProperty('fout'),
  )
})
