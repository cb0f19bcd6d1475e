/** De uitspraken van GV en GO die nu al te bewijzen zijn: het goede en het foute voorbeeld van het register, door de adviseur. */
import { describe, expect, it } from 'vitest'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { berekenOmvang } from '#core/indicatie/omvang.ts'
import { catalogus, codes, duur, groep, keuze, oordeel, product, vindProduct, voorGO, voorGV } from './regio-b.testhulp.ts'

describe('begeleiding groep belevingsgericht', () => {
  it('B-GV-01 goed: GV staat er als groepsproduct in dagdelen', () => {
    expect(product('GV')).toMatchObject({
      naam: 'Begeleiding groep belevingsgericht',
      familie: 'groep',
      eenheid: 'dagdeel',
      dagdeelUren: 4,
    })
  })

  it('B-GV-01 fout: GV is geen product van een andere bron', () => {
    expect(catalogus.producten.GB).toBeUndefined()
    expect(vindProduct('Groepsbegeleiding Basis')).toEqual([])
    expect(leesGeval(catalogus, { gemeente: 'Terneuzen', antwoorden: {} }).ok).toBe(false)
  })

  it('B-GV-02 goed: de inloop was niet genoeg', () => {
    const advies = groep({ ...voorGV, voorliggendVeldVolstaat: 'nee' })
    expect([advies.product, oordeel(advies, 'B-GV-02')]).toEqual(['GV', 'voldaan'])
  })

  it('B-GV-02 fout: is het voorliggend veld genoeg, dan komt er geen groep maar een verwijzing', () => {
    const advies = groep({ ...voorGV, voorliggendVeldVolstaat: 'ja' })
    expect([advies.uitkomst, advies.grond, oordeel(advies, 'B-GV-02')]).toEqual(['geen_product', 'VOORLIGGEND_VELD', 'niet_voldaan'])
    expect(catalogus.gronden.VOORLIGGEND_VELD?.vervolg).toContain('Verwijs')
  })

  it('B-GV-03 goed: ontwikkelgericht kan niet meer of is een stap te ver', () => {
    for (const ontwikkelgerichtHaalbaar of ['niet_meer_mogelijk', 'stap_te_ver']) {
      const advies = groep({ ...voorGV, ontwikkelgerichtHaalbaar })
      expect([advies.product, oordeel(advies, 'B-GV-03')]).toEqual(['GV', 'voldaan'])
    }
  })

  it('B-GV-03 fout: is ontwikkelgericht haalbaar, dan is het advies geen GV', () => {
    expect(groep({ ...voorGV, ontwikkelgerichtHaalbaar: 'ja' })).toMatchObject({ uitkomst: 'eerst_bespreken', product: null, rij: 'BG6' })
    expect(groep(voorGO).product).toBe('GO')
  })

  it('B-GV-04 goed: zonder blijvend verlies van regie past GV nog steeds', () => {
    expect(groep({ ...voorGV, onomkeerbaarRegieverlies: 'nee' }).product).toBe('GV')
  })

  it('B-GV-04 fout: het wordt niet geëist en vraagt geen motivering', () => {
    const advies = groep({ ...voorGV, onomkeerbaarRegieverlies: 'nee' })
    expect([codes(advies), oordeel(advies, 'B-GV-04')]).toEqual([[], undefined])
  })

  it('B-GV-05 goed: cognitieve beperkingen en de dag bijna niet meer kunnen indelen', () => {
    const advies = groep({ ...voorGV, beperktZelfredzaam: ['cognitief', 'ziekte'], kanDagstructuurVormgeven: 'nagenoeg_niet' })
    expect([advies.product, oordeel(advies, 'B-GV-05'), codes(advies)]).toEqual(['GV', 'voldaan', []])
  })

  it('B-GV-05 fout: de dag zelf kunnen indelen geeft een waarschuwing', () => {
    const advies = groep({ ...voorGV, kanDagstructuurVormgeven: 'ja' })
    expect([advies.product, codes(advies)]).toEqual(['GV', ['GV_KAN_DAGSTRUCTUUR_VORMGEVEN']])
  })

  it('B-GV-07 goed: een inwoner van 48 met beginnende dementie krijgt GV', () => {
    const jong = catalogus.vignetten?.find((v) => v.id === 'E-GV-01')
    expect(jong?.situatie).toContain('48')
    expect(groep(jong?.antwoorden ?? {}).product).toBe('GV')
  })

  it('B-GV-07 fout: niemand wordt geweigerd om zijn leeftijd', () => {
    expect(Object.keys(catalogus.vragen).filter((v) => /leeftijd/i.test(v))).toEqual([])
    expect(catalogus.instellingen?.minLeeftijd).toMatchObject({ standaard: 18 })
    expect(catalogus.instellingen?.leeftijdUitkomst).toMatchObject({ standaard: 'waarschuwen' })
  })

  it('B-GV-08 goed: de inwoner heeft dagactiviteiten nodig', () => {
    const advies = groep(voorGV)
    expect([advies.product, oordeel(advies, 'B-GV-08')]).toEqual(['GV', 'voldaan'])
  })

  it('B-GV-08 fout: zonder behoefte aan dagactiviteiten is er geen GV', () => {
    expect(groep({ ...voorGV, behoefteDagactiviteiten: 'nee' })).toMatchObject({ uitkomst: 'geen_product', grond: 'GEEN_DAGACTIVITEITEN' })
  })
})

describe('begeleiding groep ontwikkelgericht', () => {
  const schrijfwijzen = [
    'Begeleiding groep ontwikkelgericht',
    'Begeleiding groep ontwikkelingsgericht',
    'Begeleiding groep Ontwikkelings-gericht',
  ]

  it('B-GO-01 goed: de drie schrijfwijzen wijzen naar GO', () => {
    for (const naam of schrijfwijzen) expect(vindProduct(naam), naam).toEqual(['GO'])
  })

  it('B-GO-01 fout: het zijn geen twee producten', () => {
    expect(Object.values(catalogus.producten).filter((p) => /ontwikkel/i.test(p.naam))).toHaveLength(1)
    expect(Object.values(catalogus.producten).filter((p) => p.familie === 'groep')).toHaveLength(2)
  })

  it('B-GO-02 goed: de inwoner kan zich ontwikkelen', () => {
    const advies = groep(voorGO)
    expect([advies.product, oordeel(advies, 'B-GO-02')]).toEqual(['GO', 'voldaan'])
  })

  it('B-GO-02 fout: zonder ontwikkelpotentieel geen GO; onbekend is de eerste vraag van GO', () => {
    expect(groep({ ...voorGO, heeftOntwikkelpotentieel: 'nee' }).product).toBeNull()
    const open = groep({ wlzPassend: 'nee', voorliggendVeldVolstaat: 'nee', behoefteDagactiviteiten: 'ja' })
    expect([open.uitkomst, open.vraag]).toEqual(['eerst_vragen', 'heeftOntwikkelpotentieel'])
  })

  it('B-GO-03 goed: de inwoner kan nog niet werken of naar school', () => {
    expect(oordeel(groep(voorGO), 'B-GO-03')).toBe('voldaan')
  })

  it('B-GO-03 fout: wie al zelfstandig werkt krijgt geen GO maar een verwijzing', () => {
    const werkt = groep({ ...voorGO, kanZelfstandigWerkenOfNaarSchool: 'ja' })
    expect([werkt.product, werkt.grond, oordeel(werkt, 'B-GO-03')]).toEqual([null, 'WERK_OF_SCHOOL', 'niet_voldaan'])
  })

  it('B-GO-04 goed: later deels werken is genoeg', () => {
    expect(groep({ ...voorGO, uitstroomHaalbaar: 'ja' }).product).toBe('GO')
    expect(catalogus.vragen.uitstroomHaalbaar?.uitleg).toBe('Deels telt als ja.')
  })

  it('B-GO-04 fout: er wordt geen volledige baan geëist; zonder uitstroom geen GO', () => {
    expect(catalogus.vragen.uitstroomHaalbaar).toMatchObject({ soort: 'janee' })
    expect(catalogus.vragen.uitstroomHaalbaar?.tekst).toContain('geheel of deels')
    expect(groep({ ...voorGO, uitstroomHaalbaar: 'nee' }).product).toBeNull()
  })

  it('B-GO-05 goed: de groep is nodig om mee te doen', () => {
    const advies = groep({ ...voorGO, groepsbegeleidingNodigVoorParticipatie: 'ja' })
    expect([advies.product, oordeel(advies, 'B-GO-05'), codes(advies)]).toEqual(['GO', 'voldaan', []])
  })

  it('B-GO-05 fout: de vraag wordt gesteld en nee geeft een waarschuwing', () => {
    expect(groep(voorGO).openVragen).toContain('groepsbegeleidingNodigVoorParticipatie')
    expect(codes(groep({ ...voorGO, groepsbegeleidingNodigVoorParticipatie: 'nee' }))).toEqual(['GO_GROEP_NIET_NODIG'])
  })

  it('B-GO-08 goed: doelen lukken beter in een groep', () => {
    expect(oordeel(groep(voorGO), 'B-GO-08')).toBe('voldaan')
  })

  it('B-GO-08 fout: werkt een groep niet beter, dan geen GO maar een verwijzing naar individueel', () => {
    const advies = groep({ ...voorGO, groepBeterVoorDoelen: 'nee' })
    expect([advies.product, advies.grond]).toEqual([null, 'GROEP_HELPT_NIET'])
    expect(catalogus.gronden.GROEP_HELPT_NIET?.vervolg).toContain('begeleiding individueel')
  })

  it('B-GO-11 goed: 24 maanden is bij GO gewoon', () => {
    expect(duur('GO 2026-01-01 2027-12-31')).toEqual([])
  })

  it('B-GO-11 fout: de waarschuwing voor kortdurend hoort niet bij GO', () => {
    expect(duur('GO 2026-01-01 2029-12-31')).toEqual([])
    expect(product('GO').omvang?.maxMaanden).toBeUndefined()
    expect(duur('BX 2026-01-01 2027-12-31')).toHaveLength(1)
  })

  it('wat bij GO ontwikkelgericht niet haalbaar heet, vraagt een motivering', () => {
    expect(codes(groep({ ...voorGO, ontwikkelgerichtHaalbaar: 'stap_te_ver' }))).toEqual(['GO_ONTWIKKELGERICHT_NIET_HAALBAAR'])
  })
})

describe('omvang van de groepsproducten', () => {
  const dagdelen = (aantal: number, perEtmaal: number) =>
    berekenOmvang(catalogus, keuze(), { wijze: 'dagdelen', product: 'GV', dagdelen: aantal, perEtmaal, resultaten: ['behouden'] })

  it('twee dagdelen op een dag mag, een derde niet', () => {
    expect(dagdelen(2, 2).bezwaren).toEqual([])
    expect(dagdelen(3, 3).bezwaren).toMatchObject([{ code: 'MAX_2_DAGDELEN_PER_ETMAAL', eis: ['B-GRP-06'] }])
  })

  it('een groep gaat in dagdelen, niet in uren', () => {
    const regels = [{ activiteit: 'samen koken', minuten: 60, keer: { aantal: 1, per: 'week' as const }, soort: 'norm' as const }]
    const omvang = berekenOmvang(catalogus, keuze(), { wijze: 'regels', product: 'GO', regels })
    expect(omvang.bezwaren).toMatchObject([{ code: 'EENHEID_ONJUIST', eis: ['B-GRP-05'] }])
    expect(dagdelen(2, 1).totaal).toMatchObject({ dagdelenPerWeek: 2 })
  })
})
