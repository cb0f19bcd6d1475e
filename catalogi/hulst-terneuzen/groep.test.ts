/** De groepsproducten (A-GRP, A-GB, A-GP): voorbeelden van het register tegen advies en omvang. */
import { describe, expect, it } from 'vitest'
import {
  adviseer,
  afgeleid,
  bezwaren,
  catalogus,
  codes,
  ernstigGedrag,
  groep,
  infocodes,
  lijst,
  matigGedrag,
  omvang,
  oordeel,
  product,
  resultaten,
  stapel,
  uitspraak,
  voorBP,
  voorGB,
  voorGP,
} from './hulst-terneuzen.testhulp.ts'

const dagdelen = (code: string, aantal: number, gekozen = ['sociaal_contact'], erbij = {}) =>
  omvang({ product: code, dagdelen: aantal, resultaten: gekozen, ...erbij })

describe('beide groepsproducten', () => {
  const inGroep = Object.entries(catalogus.producten).filter(([, p]) => p.familie === 'groep')
  it('A-GRP-01 goed: de familie groep heeft precies twee producten', () => {
    expect(inGroep.map(([code]) => code)).toEqual(['GB', 'GP'])
    expect(
      stapel([
        { product: 'GB', van: '2026-01-01' },
        { product: 'GP', van: '2026-01-01' },
      ]).waarschuwingen,
    ).toHaveLength(1)
  })
  it('A-GRP-01 fout: er is geen derde product dat alleen Groepsbegeleiding heet', () => {
    expect(Object.values(catalogus.producten).map((p) => p.naam)).not.toContain('Groepsbegeleiding')
  })
  it('A-GRP-04 goed: met één resultaat klopt de omvang', () => {
    for (const code of ['GB', 'GP']) expect(bezwaren(dagdelen(code, 4))).toEqual([])
    expect(oordeel(adviseer('groep', voorGB), 'A-GRP-04')).toBe('voldaan')
    expect(oordeel(adviseer('groep', voorGP), 'A-GRP-04')).toBe('voldaan')
  })
  it('A-GRP-04 fout: zonder resultaat wordt de omvang geweigerd en is er geen groepsproduct', () => {
    for (const code of ['GB', 'GP'])
      expect(dagdelen(code, 4, []).bezwaren).toEqual([expect.objectContaining({ code: 'GROEPSRESULTAAT_ONTBREEKT', eis: ['A-GRP-04'] })])
    const advies = adviseer('groep', { ...voorGB, groepsresultaten: [] })
    expect(advies).toMatchObject({ grond: 'GEEN_GROEPSPRODUCT', rij: 'AG7' })
  })
  for (const [eis, code] of [
    ['A-GRP-05', 'dagritme_participatie_zelfstandigheid'],
    ['A-GRP-06', 'sociaal_contact'],
    ['A-GRP-07', 'terugkeer_arbeid'],
    ['A-GRP-08', 'ontlasten_naasten'],
  ] as const) {
    it(`${eis} goed: ${code} is te kiezen bij Basis en bij Plus`, () => {
      expect(groep({ ...voorGB, groepsresultaten: [code] })).toBe('GB')
      expect(groep({ ...voorGP, groepsresultaten: [code] })).toBe('GP')
      for (const p of ['GB', 'GP']) expect(bezwaren(dagdelen(p, 2, [code]))).toEqual([])
    })
  }
  it('A-GRP-05 A-GRP-06 fout: het resultaat ontbreekt bij geen van de twee en heeft dezelfde tekst', () => {
    for (const code of ['dagritme_participatie_zelfstandigheid', 'sociaal_contact']) {
      const teksten = ['GB', 'GP'].map((p) => product(p).resultaten?.find((r) => r.code === code)?.tekst)
      expect(teksten[0]).toBeDefined()
      expect(teksten[1]).toBe(teksten[0])
    }
  })
  it('A-GRP-07 fout: onbetaald werk valt er niet buiten, en bij Plus staat er uitleg bij', () => {
    for (const p of ['GB', 'GP']) expect(product(p).resultaten?.find((r) => r.code === 'terugkeer_arbeid')?.tekst).toContain('(on)betaalde')
    expect(uitspraak('A-GRP-07').waarde).toMatchObject({ soortArbeid: ['betaald', 'onbetaald'] })
    expect(infocodes(adviseer('groep', { ...voorGP, groepsresultaten: ['terugkeer_arbeid'] }))).toContain('WERK_NAAST_STABIEL')
    expect(infocodes(adviseer('groep', { ...voorGB, groepsresultaten: ['terugkeer_arbeid'] }))).not.toContain('WERK_NAAST_STABIEL')
  })
  it('A-GRP-08 fout: alleen Basis zet stabiel houden klaar, en de huisgenoot hoort erbij', () => {
    const ontlasten = (p: string) => product(p).resultaten?.find((r) => r.code === 'ontlasten_naasten')
    expect([ontlasten('GB')?.beweging, ontlasten('GP')?.beweging]).toEqual(['stabiliseren', undefined])
    for (const p of ['GB', 'GP']) expect(ontlasten(p)?.tekst).toContain('huisgenoot')
    expect(uitspraak('A-GRP-08').waarde).toMatchObject({ wie: ['mantelzorger', 'partner', 'huisgenoot'] })
  })
  it('A-GRP-11 goed: vier dagdelen per week', () => {
    expect(dagdelen('GB', 4).totaal).toMatchObject({ dagdelenPerWeek: 4 })
    expect(bezwaren(dagdelen('GB', 4))).toEqual([])
  })
  it('A-GRP-11 fout: tweeënhalf dagdeel per week kan niet', () => {
    expect(dagdelen('GB', 2.5).bezwaren).toEqual([expect.objectContaining({ code: 'DAGDEEL_GEHEEL', eis: ['A-GRP-11'] })])
  })
})

describe('vervoer', () => {
  const vervoer = (gemeente: string, wie = voorGB) =>
    infocodes(adviseer('groep', { ...wie, vervoerNodig: 'ja' }, { gemeente })).filter((c) => c.startsWith('VERVOER'))
  it('A-GRP-12 goed: in Hulst komt er een apart product naast de groep', () => {
    expect([vervoer('Hulst'), vervoer('Hulst', voorGP), vervoer('0677')]).toEqual([
      ['VERVOER_APART_PRODUCT'],
      ['VERVOER_APART_PRODUCT'],
      ['VERVOER_APART_PRODUCT'],
    ])
  })
  it('A-GRP-12 fout: een inwoner van Hulst krijgt de tekst van Terneuzen niet', () => {
    expect(vervoer('Hulst')).not.toContain('VERVOER_WMO_VOORZIENING')
  })
  it('A-GRP-13 goed: in Terneuzen is het één product met een verwijzing', () => {
    expect(vervoer('Terneuzen')).toEqual(['VERVOER_WMO_VOORZIENING'])
    expect(groep({ ...voorGB, vervoerNodig: 'ja' }, { gemeente: 'Terneuzen' })).toBe('GB')
  })
  it('A-GRP-13 fout: in Terneuzen geen apart product en geen vervoer in het tarief', () => {
    expect(vervoer('Terneuzen')).not.toContain('VERVOER_APART_PRODUCT')
    expect(vervoer('Terneuzen')).not.toContain('VERVOER_IN_TARIEF')
  })
})

describe('Groepsbegeleiding Basis', () => {
  it('A-GB-01 goed: met behoefte aan daginvulling buiten de woning past Basis', () => {
    const advies = adviseer('groep', voorGB)
    expect([advies.product, oordeel(advies, 'A-GB-01')]).toEqual(['GB', 'voldaan'])
    expect(product('GB')).toMatchObject({ familie: 'groep', eenheid: 'dagdeel', dagdeelUren: 4 })
  })
  it('A-GB-01 fout: wie alleen hulp bij de administratie nodig heeft krijgt geen groep', () => {
    expect(groep({ ...voorGB, daginvullingBuitenWoningNodig: 'nee' })).toBe('GEEN_GROEPSPRODUCT')
  })
  it('A-GB-02 goed: herstel na verlies van werk en relatie is een resultaat van Basis, gericht op ontwikkelen', () => {
    expect(groep({ ...voorGB, groepsresultaten: ['zinvolle_daginvulling_herstel'] })).toBe('GB')
    expect(product('GB').resultaten?.[1]).toMatchObject({ code: 'zinvolle_daginvulling_herstel', beweging: 'ontwikkelen' })
  })
  it('A-GB-02 A-GP-03 fout: bij Plus is de tekst over herstel niet te kiezen', () => {
    expect(bezwaren(dagdelen('GP', 2, ['zinvolle_daginvulling_herstel']))).toContain('RESULTAAT_ANDER_PRODUCT')
    expect(product('GP').resultaten?.some((r) => /herstel/.test(r.tekst))).toBe(false)
    expect(groep({ ...voorGP, groepsresultaten: ['zinvolle_daginvulling_herstel'] })).toBe('bespreken GB of GP')
  })
  it('A-GB-03 goed: behoefte aan ontwikkeling, geen waarschuwing', () => {
    expect(codes(adviseer('groep', voorGB))).toEqual([])
  })
  it('A-GB-03 fout: zonder die behoefte een waarschuwing, ook bij ontlasten nooit een weigering', () => {
    const advies = adviseer('groep', { ...voorGB, ontwikkelgerichteBehoefte: 'nee', groepsresultaten: ['ontlasten_naasten'] })
    expect([advies.product, advies.rij, codes(advies)]).toEqual(['GB', 'AG6', ['GEEN_ONTWIKKELGERICHTE_BEHOEFTE']])
  })
  it('A-GB-06 goed: ontspanning en contact stimuleren zijn allebei te kiezen', () => {
    const bouwstenen = product('GB')
      .bouwstenen?.filter((b) => b.eis === 'A-GB-06')
      .map((b) => b.code)
    expect(bouwstenen).toEqual(['ontspanning', 'interactie_stimuleren'])
  })
  it('A-GB-06 fout: er zijn niet alleen bouwstenen die op werk lijken', () => {
    expect(product('GB').bouwstenen?.filter((b) => /werk|arbeid/.test(b.tekst))).toEqual([])
  })
  it('A-GB-07 goed: niet op de eerste grond, wel op de tweede', () => {
    const advies = adviseer('groep', {
      ...voorGB,
      arbeidsmatigeVorm: 'ja',
      nogNietActiefArbeidsmarkt: 'nee',
      veelBegeleidingTijdensWerk: 'ja',
    })
    expect([advies.product, oordeel(advies, 'A-GB-07'), codes(advies)]).toEqual(['GB', 'voldaan', []])
  })
  it('A-GB-07 fout: zonder een van de twee niet stilzwijgend arbeidsmatig, en bij Plus nooit', () => {
    expect(codes(adviseer('groep', { ...voorGB, arbeidsmatigeVorm: 'ja' }))).toContain('ARBEIDSMATIG_ZONDER_GROND')
    const plus = adviseer('groep', { ...voorGP, arbeidsmatigeVorm: 'ja', veelBegeleidingTijdensWerk: 'ja' })
    expect([plus.product, codes(plus)]).toEqual(['GP', ['ARBEIDSMATIG_ALLEEN_BIJ_BASIS']])
  })
  it('een bekende Wlz-behoefte beslist in de groep niets, maar waarschuwt (AMB-05)', () => {
    const wlz = { zorgbehoefteBlijvend: 'ja', zorgbehoefte24x7: 'ja', zorgInNabijheidNodig: 'ja' }
    for (const wie of [voorGB, voorGP]) expect(codes(adviseer('groep', { ...wie, ...wlz }))).toContain('WLZ_OVERBRUGGING')
  })
  it('Basis kent geen maximum aan dagdelen; een onwaarschijnlijk aantal vraagt uitleg (AMB-27)', () => {
    const drie = dagdelen('GB', 6, undefined, { perEtmaal: 3 })
    expect([bezwaren(drie), drie.waarschuwingen.map((w) => w.eis)]).toEqual([[], [['AMB-27']]])
    expect(bezwaren(dagdelen('GB', 6, undefined, { perEtmaal: 3, instellingen: { maxDagdelenPerEtmaalA: 2 } }))).toHaveLength(1)
  })
})

describe('Groepsbegeleiding Plus', () => {
  it('A-GP-02 goed: ernstige beperkingen en meedoen in de buurt lukt niet', () => {
    const advies = adviseer('groep', voorGP)
    expect([advies.product, oordeel(advies, 'A-GP-02')]).toEqual(['GP', 'voldaan'])
  })
  it('A-GP-02 fout: kan het buurthuis, dan is Plus niet het advies', () => {
    expect(groep({ ...voorGP, participatieBinnenAlgemeneVoorzieningMogelijk: 'ja' })).toBe('bespreken GB of GP')
    expect(groep({ ...voorGP, ernstigeBeperkingDagelijksFunctioneren: 'nee' })).toBe('bespreken GB of GP')
  })
  it('A-GP-03 goed: de korte zinvolle daginvulling is te kiezen bij Plus', () => {
    expect(groep({ ...voorGP, groepsresultaten: ['zinvolle_daginvulling'] })).toBe('GP')
    expect(resultaten('GB')).not.toContain('zinvolle_daginvulling')
  })
  const punten = [
    ['A-GP-04', 'GP-1', '7', 'beperkingSocialeRedzaamheid'],
    ['A-GP-05', 'GP-2', '8', 'beperkingBewegenSociaal'],
    ['A-GP-06', 'GP-3', '9', 'beperkingPsychisch'],
    ['A-GP-07', 'GP-4', '10', 'beperkingGeheugenOrientatie'],
    ['A-GP-09', 'GP-6', '12', 'beschermendeFactorenOntbreken'],
  ] as const
  for (const [eis, sleutel, nummer, id] of punten) {
    it(`${eis} goed: ${id} is ${sleutel}, met het nummer ${nummer} van de bron`, () => {
      expect(lijst('GP')).toContain(`${sleutel} ${nummer} ${eis}`)
      expect(lijst('GP')).toHaveLength(6)
      expect(oordeel(adviseer('groep', { ...voorGP, [id]: 'ja' }), eis)).toBe('voldaan')
    })
  }
  it('A-GP-04 A-GP-07 A-GP-09 fout: de sleutel hangt niet van het nummer af, geheugen heet geen 4, en er zijn geen twaalf punten', () => {
    expect(lijst('GP').map((l) => l.split(' ')[0])).toEqual(['GP-1', 'GP-2', 'GP-3', 'GP-4', 'GP-5', 'GP-6'])
    expect(
      lijst('GP')
        .find((l) => l.endsWith('A-GP-07'))
        ?.split(' ')[1],
    ).toBe('10')
    expect(lijst('GP')).not.toHaveLength(12)
  })
  it('A-GP-05 fout: bewegen zonder verband met contact telt niet', () => {
    expect(oordeel(adviseer('groep', { ...voorGP, beperkingMobiliteit: 'ja' }), 'A-GP-05')).toBe('niet_voldaan')
  })
  it('A-GP-06 fout: psychisch functioneren is dezelfde vraag als thuis', () => {
    const als = (p: string) => product(p).lijst?.find((l) => /psychisch/.test(l.tekst))?.als
    expect(als('GP')).toEqual(als('BR'))
  })
  it('A-GP-08 goed: ernstig gedrag telt', () => {
    const advies = adviseer('groep', { ...voorGP, significantePsychischeKwetsbaarheid: 'nee', ...ernstigGedrag })
    expect([advies.product, oordeel(advies, 'A-GP-08')]).toEqual(['GP', 'voldaan'])
    expect(lijst('GP')[4]).toBe('GP-5 11 A-GP-08')
  })
  it('A-GP-08 fout: matig gedrag telt niet', () => {
    const advies = adviseer('groep', { ...voorGP, significantePsychischeKwetsbaarheid: 'nee', ...matigGedrag })
    expect(advies.product).toBe('GB')
    expect(oordeel(adviseer('groep', { ...voorGP, ...matigGedrag }), 'A-GP-08')).toBe('niet_voldaan')
  })
  it('A-GP-10 goed: drie maanden met duidelijke gevolgen is ernstig, thuis en in de groep', () => {
    const gedrag = { ...ernstigGedrag, gedragDuurMaanden: 3 }
    expect(adviseer('individueel', { ...voorBP, ...gedrag }).product).toBe('BP')
    expect(groep({ ...voorGP, significantePsychischeKwetsbaarheid: 'nee', ...gedrag })).toBe('GP')
  })
  it('A-GP-10 fout: Plus thuis en Plus in de groep lezen dezelfde feiten nooit anders', () => {
    for (const gedragDuurMaanden of [2.9, 3]) {
      const gedrag = { ...ernstigGedrag, gedragDuurMaanden }
      const thuis = oordeel(adviseer('individueel', { ...voorBP, verhoogdEscalatierisico: 'ja', ...gedrag }), 'A-BP-15')
      expect(oordeel(adviseer('groep', { ...voorGP, ...gedrag }), 'A-GP-10')).toBe(thuis)
    }
  })
  it('A-GP-11 goed: alleen grote psychische kwetsbaarheid is genoeg', () => {
    expect(groep(voorGP)).toBe('GP')
    expect(oordeel(adviseer('groep', voorGP), 'A-GP-11')).toBe('voldaan')
  })
  it('A-GP-11 fout: zonder een van de drie is Plus niet het advies', () => {
    expect(groep({ ...voorGP, significantePsychischeKwetsbaarheid: 'nee' })).toBe('GB')
  })
  const aanwijzingen = (antwoorden: object) => afgeleid({ ...voorGP, ...antwoorden }).complexiteitGroep
  it('A-GP-14 goed: één van de drie is een aanwijzing', () => {
    expect(aanwijzingen({ prikkelarmeOmgevingNodig: 'ja' })).toBe('een')
    expect(infocodes(adviseer('groep', { ...voorGP, prikkelarmeOmgevingNodig: 'ja' }))).toContain('AANWIJZINGEN_COMPLEX')
  })
  it('A-GP-14 fout: drie van de drie is niet nodig', () => {
    expect([aanwijzingen({}), groep(voorGP)]).toEqual(['nul', 'GP'])
  })
  it('A-GP-15 goed: een verhoogd risico telt als aanwijzing en opent Plus niet', () => {
    const verhoogd = { ...voorGP, significantePsychischeKwetsbaarheid: 'nee', verhoogdEscalatierisico: 'ja' }
    expect(afgeleid(verhoogd)).toMatchObject({ complexiteitGroep: 'een', gpTrigger: 'nee' })
  })
  it('A-GP-15 fout: een verhoogd risico zonder bevestiging dat het hoog is geeft geen Plus', () => {
    const verhoogd = { ...voorGP, significantePsychischeKwetsbaarheid: 'nee', verhoogdEscalatierisico: 'ja' }
    expect(groep(verhoogd)).toBe('GB')
    expect(groep({ ...verhoogd, hoogEscalatierisico: undefined })).toBe('vraag hoogEscalatierisico')
  })
  it('A-GP-16 goed: psychisch met een ernstig effect op de dag telt', () => {
    expect(aanwijzingen({ ernstigEffectDagstructuur: 'ja' })).toBe('een')
    expect(oordeel(adviseer('groep', { ...voorGP, ernstigEffectDagstructuur: 'ja' }), 'A-GP-16')).toBe('voldaan')
  })
  it('A-GP-16 fout: verstandelijk zonder effect op de dag telt niet', () => {
    expect(aanwijzingen({ beperkingVerstandelijk: 'ja' })).toBe('nul')
  })
})
