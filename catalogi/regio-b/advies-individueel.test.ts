/** De uitspraken van BI, BX en BT die nu al te bewijzen zijn: het goede en het foute voorbeeld van het register, door de adviseur. */
import { describe, expect, it } from 'vitest'
import { toetsDuur } from '#core/indicatie/duur.ts'
import {
  adviseer,
  catalogus,
  codes,
  indicatie,
  infocodes,
  keuze,
  oordeel,
  product,
  stapel,
  voorBI,
  voorBT,
  voorBX,
} from './regio-b.testhulp.ts'

const individueel = (antwoorden: Parameters<typeof adviseer>[1], instellingen?: Parameters<typeof adviseer>[2]) =>
  adviseer('individueel', antwoorden, instellingen)
const duur = (tekst: string) => toetsDuur(catalogus, keuze(), indicatie(tekst))

describe('begeleiding individueel', () => {
  it('B-BI-02 goed: drie uitspraken van inwoners staan bij BI', () => {
    expect(product('BI').herkenning?.map((h) => h.citaat)).toEqual([
      'Ik heb iemand nodig waar ik terecht kan als ik het even niet weet.',
      'Ik wil graag vasthouden wat ik heb bereikt.',
      'Het is voor mij niet duidelijk hoe lang ik hulp nodig heb.',
    ])
  })

  it('B-BI-02 fout: een citaat beslist niets, en een onbekende duur houdt BI niet tegen', () => {
    expect(product('BI').uitspraken.find((u) => u.eis === 'B-BI-02')?.als).toBeUndefined()
    expect(individueel(voorBI).redenen.map((r) => r.eis)).not.toContain('B-BI-02')
    expect(duur('BI 2026-01-01')).toEqual([])
  })

  it('B-BI-03 goed: beide beperkingen en twee leefgebieden passen bij BI', () => {
    const advies = individueel({ ...voorBI, beperkingZelfredzaamheid: 'ja', beperkingMeedoen: 'ja', aantalLeefgebieden: 2 })
    expect(advies.product).toBe('BI')
    expect(oordeel(advies, 'B-BI-03')).toBe('voldaan')
    expect(codes(advies)).toEqual([])
  })

  it('B-BI-03 fout: zes leefgebieden of één van beide beperkingen geeft een waarschuwing', () => {
    expect(codes(individueel({ ...voorBI, aantalLeefgebieden: 6 }))).toContain('BI_MEER_DAN_ENKELE_LEEFGEBIEDEN')
    expect(codes(individueel({ ...voorBI, aantalLeefgebieden: 3 }))).not.toContain('BI_MEER_DAN_ENKELE_LEEFGEBIEDEN')
    expect(codes(individueel({ ...voorBI, beperkingMeedoen: 'nee' }))).toContain('BI_ZELFREDZAAMHEID_EN_MEEDOEN')
  })

  it('B-BI-04 B-BX-04 goed: lichamelijk alleen mag bij BI, verslaving bij BX', () => {
    const bi = individueel({ ...voorBI, oorzaken: ['lichamelijk'] })
    expect([bi.product, oordeel(bi, 'B-BI-04'), codes(bi)]).toEqual(['BI', 'voldaan', []])
    const bx = individueel({ ...voorBX, oorzaken: ['verslaving'] })
    expect([bx.product, oordeel(bx, 'B-BX-04'), codes(bx)]).toEqual(['BX', 'voldaan', []])
  })

  it('B-BI-04 B-BX-04 fout: lichamelijk ontbreekt niet in de lijst, en geen oorzaak geeft een waarschuwing zonder ander product', () => {
    for (const code of ['BI', 'BX']) {
      const uitspraak = product(code).uitspraken.find((u) => u.eis === `B-${code}-04`)
      expect(uitspraak?.waarde).toEqual({ oorzaken: ['psychisch', 'psychosociaal', 'verstandelijk', 'lichamelijk', 'verslaving'] })
    }
    const zonder = individueel({ ...voorBI, oorzaken: [] })
    expect([zonder.product, codes(zonder)]).toEqual(['BI', ['BI_OORZAAK_ONTBREEKT']])
    expect(codes(individueel({ ...voorBX, oorzaken: [] }))).toEqual(['BX_OORZAAK_ONTBREEKT'])
  })

  it('B-BI-05 goed: stabiel, met stabiel medicijngebruik', () => {
    const advies = individueel({ ...voorBI, medicijngebruikStabiel: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BI-05'), codes(advies)]).toEqual(['BI', 'voldaan', []])
  })

  it('B-BI-05 fout: niet stabiel geeft geen BI, wisselend medicijngebruik een waarschuwing', () => {
    expect(individueel({ ...voorBI, problematiekStabiel: 'nee' }).product).toBe('BX')
    const medicijnen = individueel({ ...voorBI, medicijngebruikStabiel: 'nee' })
    expect([medicijnen.product, codes(medicijnen)]).toEqual(['BI', ['BI_MEDICIJNGEBRUIK_NIET_STABIEL']])
  })

  it('B-BI-06 goed: schommelingen zonder ingrijpen passen bij BI', () => {
    const advies = individueel({ ...voorBI, schommelingen: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BI-06')]).toEqual(['BI', 'voldaan'])
  })

  it('B-BI-06 fout: schommelingen alleen geven geen BX, en incidenteel ingrijpen geeft niet stilzwijgend BI', () => {
    expect(individueel({ ...voorBI, schommelingen: 'ja' }).kandidaten).toEqual(['BI'])
    const incidenteel = individueel({ ...voorBI, acuutIngrijpen: 'incidenteel' })
    expect([incidenteel.uitkomst, incidenteel.rij, incidenteel.kandidaten]).toEqual(['eerst_bespreken', 'B11', ['BI', 'BX']])
  })

  it('B-BI-07 goed: beginnende dementie die stabiel is, past bij BI, met een melding om vaker te evalueren', () => {
    const advies = individueel({ ...voorBI, verwachteVerslechtering: 'ja' })
    expect([advies.product, infocodes(advies)]).toEqual(['BI', ['BI_VERSLECHTERING_VERWACHT']])
  })

  it('B-BI-07 fout: verwachte achteruitgang telt niet als instabiel en geeft dus geen BX', () => {
    const advies = individueel({ ...voorBI, verwachteVerslechtering: 'ja', medicijngebruikStabiel: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BI-05'), codes(advies)]).toEqual(['BI', 'voldaan', []])
  })

  it('B-BI-09 goed: beseft de noodzaak en staat open', () => {
    const advies = individueel({ ...voorBI, beseftNoodzaak: 'ja', staatOpen: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BI-09'), codes(advies)]).toEqual(['BI', 'voldaan', []])
  })

  it('B-BI-09 fout: nee houdt de hulp niet tegen en gaat niet verloren', () => {
    for (const vraag of ['beseftNoodzaak', 'staatOpen']) {
      const advies = individueel({ ...voorBI, beseftNoodzaak: 'ja', staatOpen: 'ja', [vraag]: 'nee' })
      expect([advies.product, oordeel(advies, 'B-BI-09')]).toEqual(['BI', 'niet_voldaan'])
      expect(codes(advies)).toEqual(['BI_BESEFT_NIET_OF_STAAT_NIET_OPEN'])
      expect(infocodes(advies)).toEqual(['BX_NOEMT_BEPERKT_INZICHT'])
    }
  })

  it('hulp bij het formuleren geeft een aanbod en verandert niets aan het product', () => {
    const advies = individueel({ ...voorBI, hulpBijFormuleren: 'ja' })
    expect([advies.product, codes(advies), infocodes(advies)]).toEqual(['BI', [], ['BI_HULP_BIJ_FORMULEREN']])
  })

  it('B-BI-11 goed: leerbaar past bij BI', () => {
    const advies = individueel({ ...voorBI, leerbaarheid: 'leerbaar' })
    expect([advies.product, codes(advies), infocodes(advies)]).toEqual(['BI', [], []])
  })

  it('B-BI-11 fout: leerbaarheid is geen vraag met alleen ja en nee', () => {
    const vraag = catalogus.vragen.leerbaarheid
    expect(vraag?.soort === 'keuze' && Object.keys(vraag.waarden)).toEqual(['leerbaar', 'beperkt_leerbaar', 'niet_leerbaar'])
  })

  it('B-BI-12 goed: niet leerbaar past bij BI, met behouden als doel', () => {
    const advies = individueel({ ...voorBI, leerbaarheid: 'niet_leerbaar' })
    expect([advies.product, oordeel(advies, 'B-BI-12'), infocodes(advies)]).toEqual(['BI', 'voldaan', ['BI_DOEL_BEHOUDEN']])
    expect(product('BI').resultaten?.map((r) => r.code)).toContain('behouden')
  })

  it('B-BI-12 fout: niet of beperkt leerbaar sluit BI niet uit en vraagt geen motivering', () => {
    for (const leerbaarheid of ['beperkt_leerbaar', 'niet_leerbaar']) {
      const advies = individueel({ ...voorBI, leerbaarheid })
      expect([advies.product, codes(advies)]).toEqual(['BI', []])
    }
  })

  it('B-BI-14 goed: de acht manieren van werken staan bij BI', () => {
    const acht = product('BI')
      .bouwstenen?.filter((b) => b.eis === 'B-BI-14')
      .map((b) => b.code)
    expect(acht).toEqual([
      'activeren',
      'stimuleren',
      'samendoen',
      'oefenen',
      'structuur_bieden',
      'ventileren',
      'overvraging_voorkomen',
      'doorontwikkeling',
    ])
  })

  it('B-BI-14 fout: ventileren ontbreekt niet, en een tweede verlenging is niet te lang', () => {
    expect(product('BI').bouwstenen?.map((b) => b.code)).toContain('ventileren')
    const verlengingen = ['BI 2024-01-01 2025-12-31', 'BI 2026-01-01 2027-12-31', 'BI 2028-01-01 2029-12-31']
    expect(verlengingen.flatMap(duur)).toEqual([])
    expect(stapel(verlengingen).toegestaan).toBe(true)
  })

  it('B-BI-16 goed: de vraag kan wachten en is te voorspellen', () => {
    const advies = individueel({ ...voorBI, hulpvraagVoorspelbaar: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BI-16'), codes(advies)]).toEqual(['BI', 'voldaan', []])
  })

  it('B-BI-16 fout: kan niet wachten geeft geen BI, niet te voorspellen een waarschuwing', () => {
    expect(individueel({ ...voorBI, hulpvraagUitstelbaar: 'nee' }).product).toBe('BT')
    const onvoorspelbaar = individueel({ ...voorBI, hulpvraagVoorspelbaar: 'nee' })
    expect([onvoorspelbaar.product, onvoorspelbaar.rij, codes(onvoorspelbaar)]).toEqual(['BI', 'B9', ['BI_HULPVRAAG_ONVOORSPELBAAR']])
  })
})

describe('begeleiding individueel extra', () => {
  it('B-BX-01 goed: BX staat er als individueel product', () => {
    expect(product('BX')).toMatchObject({ naam: 'Begeleiding individueel extra', familie: 'individueel' })
  })

  it('B-BX-01 fout: BX is geen aanvulling op BI', () => {
    expect(stapel(['BI 2026-01-01 2026-12-31', 'BX 2026-03-01 2026-08-31']).toegestaan).toBe(false)
  })

  it('B-BX-02 B-BT-02 goed: de uitspraken van inwoners staan bij het eigen product', () => {
    expect(product('BX').herkenning?.map((h) => h.citaat)).toContain('Ik heb geen overzicht meer.')
    expect(product('BT').herkenning?.map((h) => h.citaat)).toContain('Ik kan mijn hulpvraag niet uitstellen.')
  })

  it('B-BX-02 B-BT-02 fout: ze staan niet bij een ander product en beslissen niets', () => {
    for (const [code, p] of Object.entries(catalogus.producten)) {
      for (const h of p.herkenning ?? []) expect(h.eis).toBe(`B-${code}-02`)
    }
    for (const code of ['BX', 'BT']) expect(product(code).uitspraken.find((u) => u.eis === `B-${code}-02`)?.als).toBeUndefined()
  })

  it('B-BX-03 B-BT-03 goed: één van de twee beperkingen is genoeg', () => {
    const beperking = { beperkingZelfredzaamheid: 'nee', beperkingMeedoen: 'ja' }
    const bx = individueel({ ...voorBX, ...beperking })
    expect([bx.product, oordeel(bx, 'B-BX-03'), codes(bx)]).toEqual(['BX', 'voldaan', []])
    const bt = individueel({ ...voorBT, ...beperking })
    expect([bt.product, oordeel(bt, 'B-BT-03'), codes(bt)]).toEqual(['BT', 'voldaan', []])
  })

  it('B-BX-03 B-BT-03 fout: ze worden niet allebei geëist; alleen zonder beide komt er een waarschuwing', () => {
    const een = { beperkingZelfredzaamheid: 'ja', beperkingMeedoen: 'nee' }
    const geen = { beperkingZelfredzaamheid: 'nee', beperkingMeedoen: 'nee' }
    expect(codes(individueel({ ...voorBX, ...een }))).toEqual([])
    expect(codes(individueel({ ...voorBX, ...geen }))).toEqual(['BX_GEEN_BEPERKING'])
    expect(codes(individueel({ ...voorBT, ...een }))).toEqual([])
    expect(codes(individueel({ ...voorBT, ...geen }))).toEqual(['BT_GEEN_BEPERKING'])
  })

  it('B-BX-05 goed: niet stabiel geeft BX', () => {
    const advies = individueel(voorBX)
    expect([advies.product, oordeel(advies, 'B-BX-05')]).toEqual(['BX', 'voldaan'])
  })

  it('B-BX-05 fout: stabiel geeft geen BX zonder motivering, en onbekend wordt eerst gevraagd', () => {
    expect(individueel({ ...voorBX, problematiekStabiel: 'ja' }).product).toBeNull()
    const opAantal = individueel({ ...voorBI, aantalLeefgebieden: 6 }, { biBxHoofdcriterium: 'aantal' })
    expect(opAantal.product).toBe('BX')
    expect(codes(opAantal)).toContain('BX_STABIEL')
    const { problematiekStabiel: _, ...onbekend } = voorBI
    expect(individueel(onbekend).vraag).toBe('problematiekStabiel')
  })

  it('B-BX-06 goed: af en toe ingrijpen past bij BX', () => {
    const advies = individueel({ ...voorBX, acuutIngrijpen: 'incidenteel' })
    expect([advies.product, oordeel(advies, 'B-BX-06'), codes(advies)]).toEqual(['BX', 'voldaan', []])
  })

  it('B-BX-06 fout: noodzakelijk ingrijpen wordt niet aangenomen zonder te vragen naar dag en nacht bereikbaar', () => {
    const { bereikbaarheid24x7Nodig: _, ...onbekend } = voorBX
    const advies = individueel({ ...onbekend, acuutIngrijpen: 'noodzakelijk' })
    expect([advies.uitkomst, advies.vraag]).toEqual(['eerst_vragen', 'bereikbaarheid24x7Nodig'])
    expect(codes(individueel({ ...voorBX, acuutIngrijpen: 'noodzakelijk' }))).toEqual(['BX_ACUUT_INGRIJPEN_NOODZAKELIJK'])
    expect(codes(individueel({ ...voorBX, acuutIngrijpen: 'nooit' }))).toEqual(['BX_GEEN_ACUUT_INGRIJPEN'])
  })

  it('is dag en nacht bereikbaar nodig, dan is het advies BT in plaats van BX', () => {
    expect(oordeel(individueel(voorBX), 'B-BX-07')).toBe('voldaan')
    expect(individueel({ ...voorBX, bereikbaarheid24x7Nodig: 'ja' }).product).toBe('BT')
  })

  it('B-BX-08 goed: drie leefgebieden tegelijk passen bij BX', () => {
    const advies = individueel({ ...voorBX, aantalLeefgebieden: 3 })
    expect([advies.product, advies.rij, oordeel(advies, 'B-BX-08'), codes(advies)]).toEqual(['BX', 'B7', 'voldaan', []])
  })

  it('B-BX-08 fout: één leefgebied of geen meerdere problemen geeft een waarschuwing', () => {
    expect(codes(individueel({ ...voorBX, aantalLeefgebieden: 1 }))).toEqual(['BX_MINDER_DAN_MEERDERE_LEEFGEBIEDEN'])
    const advies = individueel({ ...voorBX, multiproblematiek: 'nee' })
    expect([advies.product, advies.rij, codes(advies)]).toEqual(['BX', 'B8', ['BX_GEEN_MULTIPROBLEMATIEK']])
  })

  it('zonder kans op ernstige gevolgen komt er een waarschuwing bij BX', () => {
    expect(oordeel(individueel({ ...voorBX, kansErnstigeGevolgen: 'ja' }), 'B-BX-09')).toBe('voldaan')
    expect(codes(individueel({ ...voorBX, kansErnstigeGevolgen: 'nee' }))).toEqual(['BX_GEEN_ERNSTIGE_GEVOLGEN'])
  })

  it('B-BX-10 goed: beperkt inzicht past bij BX', () => {
    const advies = individueel({ ...voorBX, inzichtEigenProblematiek: 'beperkt' })
    expect([advies.product, oordeel(advies, 'B-BX-10'), infocodes(advies)]).toEqual(['BX', 'voldaan', []])
  })

  it('B-BX-10 fout: voldoende inzicht houdt BX niet tegen', () => {
    const advies = individueel({ ...voorBX, inzichtEigenProblematiek: 'voldoende' })
    expect([advies.product, codes(advies), infocodes(advies)]).toEqual(['BX', [], ['BX_INZICHT_VOLDOENDE']])
  })

  it('B-BX-11 goed: meestal gemotiveerd past bij BX', () => {
    const advies = individueel({ ...voorBX, gemotiveerd: 'meestal', staatOpen: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BX-11'), codes(advies)]).toEqual(['BX', 'voldaan', []])
  })

  it('B-BX-11 fout: niet gemotiveerd leidt niet tot weigeren maar tot een motivering', () => {
    const advies = individueel({ ...voorBX, gemotiveerd: 'nee' })
    expect([advies.product, codes(advies)]).toEqual(['BX', ['BX_NIET_GEMOTIVEERD']])
  })

  it('B-BX-13 goed: beperkt leerbaar past bij BX', () => {
    const advies = individueel({ ...voorBX, leerbaarheid: 'beperkt_leerbaar' })
    expect([advies.product, oordeel(advies, 'B-BX-13'), codes(advies)]).toEqual(['BX', 'voldaan', []])
  })

  it('B-BX-13 fout: niet leerbaar geeft bij BX een waarschuwing', () => {
    expect(codes(individueel({ ...voorBX, leerbaarheid: 'niet_leerbaar' }))).toEqual(['BX_NIET_LEERBAAR'])
  })

  it('B-BX-14 goed: een vraag die meestal kan wachten past bij BX', () => {
    const advies = individueel({ ...voorBX, hulpvraagUitstelbaar: 'meestal' })
    expect([advies.product, oordeel(advies, 'B-BX-14')]).toEqual(['BX', 'voldaan'])
  })

  it('B-BX-14 fout: een vraag die niet kan wachten geeft geen BX', () => {
    expect(individueel({ ...voorBX, hulpvraagUitstelbaar: 'nee' }).product).toBe('BT')
  })

  it('B-BX-29 goed: negen maanden is kortdurend', () => {
    expect(duur('BX 2026-01-01 2026-09-30')).toEqual([])
  })

  it('B-BX-29 fout: 24 maanden vraagt een motivering', () => {
    expect(duur('BX 2026-01-01 2027-12-31')).toMatchObject([{ ernst: 'waarschuwing', code: 'INDICATIE_TE_LANG', eis: ['B-BX-29'] }])
  })
})

describe('beschermd thuis', () => {
  const vindProduct = (naam: string) =>
    Object.entries(catalogus.producten).flatMap(([code, p]) => ([p.naam, ...(p.aliassen ?? [])].includes(naam) ? [code] : []))

  it('B-BT-01 goed: beide namen wijzen naar BT', () => {
    expect(vindProduct('Begeleiding individueel beschermd thuis')).toEqual(['BT'])
    expect(vindProduct('Beschermd Thuis')).toEqual(['BT'])
  })

  it('B-BT-01 fout: het zijn geen twee producten', () => {
    expect(Object.values(catalogus.producten).filter((p) => /beschermd thuis/i.test(p.naam))).toHaveLength(1)
  })

  it('B-BT-04 goed: lichamelijk samen met psychisch geeft geen waarschuwing', () => {
    const advies = individueel({ ...voorBT, oorzaken: ['lichamelijk', 'psychisch'] })
    expect([advies.product, oordeel(advies, 'B-BT-04'), codes(advies)]).toEqual(['BT', 'voldaan', []])
  })

  it('B-BT-04 fout: alleen lichamelijk geeft BT niet zonder waarschuwing', () => {
    const advies = individueel({ ...voorBT, oorzaken: ['lichamelijk'] })
    expect([advies.product, oordeel(advies, 'B-BT-04'), codes(advies)]).toEqual(['BT', 'niet_voldaan', ['BT_OORZAAK_LICHAMELIJK']])
  })

  it('B-BT-05 goed: stabiel, met pieken waarbij ingrijpen noodzakelijk is', () => {
    const advies = individueel({ ...voorBT, schommelingen: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BT-05'), codes(advies)]).toEqual(['BT', 'voldaan', []])
  })

  it('B-BT-05 fout: nooit ingrijpen zonder overgang of terugval geeft BT niet zonder waarschuwing', () => {
    const nooit = individueel({ ...voorBT, acuutIngrijpen: 'nooit' })
    expect([nooit.product, codes(nooit)]).toEqual(['BT', ['BT_GEEN_ACUUT_INGRIJPEN']])
    expect(codes(individueel({ ...voorBT, problematiekStabiel: 'nee' }))).toEqual(['BT_NIET_STABIEL'])
  })

  it('dag en nacht bereikbaar is iets anders dan de Wlz, en BT met nee vraagt om het na te gaan', () => {
    expect([individueel(voorBT).product, oordeel(individueel(voorBT), 'B-BT-06')]).toEqual(['BT', 'voldaan'])
    const { wlzPassend: _, ...wlzOnbekend } = voorBT
    expect(individueel(wlzOnbekend).vraag).toBe('wlzPassend')
    expect(codes(individueel({ ...voorBT, bereikbaarheid24x7Nodig: 'nee' }))).toEqual(['BT_24X7_BEVESTIGEN'])
  })

  it('B-BT-08 goed: zonder meerdere problemen is BT nog steeds mogelijk', () => {
    expect(individueel({ ...voorBT, multiproblematiek: 'nee' }).product).toBe('BT')
  })

  it('B-BT-08 fout: er is dan geen waarschuwing en geen weigering', () => {
    expect(codes(individueel({ ...voorBT, multiproblematiek: 'nee' }))).toEqual([])
  })

  const overgang = { ...voorBI, stapNaarZelfstandigWonenTeGroot: 'ja', nietPlanbareOndersteuningNodig: 'ja' }

  it('B-BT-09 goed: uit beschermd wonen, stabiel, en ’s nachts iemand nodig', () => {
    const nacht = individueel({ ...overgang, bereikbaarheid24x7Nodig: 'ja', hulpvraagUitstelbaar: 'nee' })
    expect([nacht.product, nacht.rij, oordeel(nacht, 'B-BT-09'), codes(nacht)]).toEqual(['BT', 'B4', 'voldaan', []])
    const zonderNacht = individueel(overgang)
    expect([zonderNacht.product, zonderNacht.rij, codes(zonderNacht)]).toEqual(['BT', 'B6', ['BT_24X7_BEVESTIGEN']])
  })

  it('B-BT-09 fout: stabiel zijn sluit BT niet uit; is alle hulp te plannen, dan wel een waarschuwing', () => {
    expect(individueel({ ...overgang, problematiekStabiel: 'ja' }).product).toBe('BT')
    const planbaar = individueel({ ...overgang, bereikbaarheid24x7Nodig: 'ja', nietPlanbareOndersteuningNodig: 'nee' })
    expect(codes(planbaar)).toContain('BT_OVERGANG_ZONDER_NIET_PLANBARE_HULP')
  })

  it('B-BT-10 goed: een terugval in verslaving geeft BT, ook als het niet stabiel is', () => {
    const terugval = { ...voorBI, behoudZelfstandigWonenBijTerugval: 'ja', nietPlanbareOndersteuningNodig: 'ja', oorzaken: ['verslaving'] }
    const advies = individueel(terugval)
    expect([advies.product, advies.rij, oordeel(advies, 'B-BT-10')]).toEqual(['BT', 'B6', 'voldaan'])
    const instabiel = individueel({ ...terugval, problematiekStabiel: 'nee' })
    expect([instabiel.product, codes(instabiel)]).toEqual(['BT', ['BT_NIET_STABIEL', 'BT_24X7_BEVESTIGEN']])
  })

  it('B-BT-10 fout: de reden ontbreekt niet; zonder haar is dezelfde situatie geen BT', () => {
    expect(catalogus.vragen.behoudZelfstandigWonenBijTerugval?.eisen).toEqual(['B-BT-10'])
    expect(individueel({ ...voorBI, nietPlanbareOndersteuningNodig: 'ja' }).product).toBe('BI')
  })

  it('kan de inwoner niet zelfstandig wonen, dan past geen product', () => {
    expect(individueel({ ...voorBT, kanZelfstandigWonen: 'nee' })).toMatchObject({
      uitkomst: 'geen_product',
      grond: 'BUITEN_CATALOGUS',
      rij: 'B2',
    })
  })

  it('B-BT-13 goed: kan niet wachten en kan grotendeels zelf om hulp vragen', () => {
    const advies = individueel({ ...voorBT, kanHulpvraagStellen: 'grotendeels' })
    expect([advies.product, oordeel(advies, 'B-BT-13'), codes(advies)]).toEqual(['BT', 'voldaan', []])
  })

  it('B-BT-13 fout: kan wachten zonder overgang of terugval geeft BT niet zonder waarschuwing', () => {
    const wacht = individueel({ ...voorBT, hulpvraagUitstelbaar: 'ja' })
    expect([wacht.product, oordeel(wacht, 'B-BT-13'), codes(wacht)]).toEqual(['BT', 'niet_voldaan', ['BT_HULPVRAAG_UITSTELBAAR']])
    expect(codes(individueel({ ...voorBT, kanHulpvraagStellen: 'nee' }))).toEqual(['BT_KAN_HULPVRAAG_NIET_STELLEN'])
  })

  it('B-BT-14 goed: gemotiveerd en staat open', () => {
    const advies = individueel({ ...voorBT, gemotiveerd: 'ja', staatOpen: 'ja' })
    expect([oordeel(advies, 'B-BT-14'), codes(advies)]).toEqual(['voldaan', []])
  })

  it('B-BT-14 fout: nee of meestal geeft bij BT een waarschuwing', () => {
    for (const gemotiveerd of ['nee', 'meestal']) expect(codes(individueel({ ...voorBT, gemotiveerd }))).toEqual(['BT_NIET_GEMOTIVEERD'])
  })

  it('B-BT-16 goed: leerbaar met genoeg verandercapaciteit', () => {
    const advies = individueel({ ...voorBT, leerbaarheid: 'leerbaar', verandercapaciteit: 'voldoende' })
    expect([oordeel(advies, 'B-BT-16'), codes(advies)]).toEqual(['voldaan', []])
  })

  it('B-BT-16 fout: niet leerbaar of te weinig verandercapaciteit geeft een waarschuwing', () => {
    const geenPatroon = { ...voorBT, hardnekkigePatronen: 'nee', onvoorspelbaarGedrag: 'nee' }
    expect(codes(individueel({ ...geenPatroon, leerbaarheid: 'niet_leerbaar' }))).toEqual(['BT_LEERBAARHEID'])
    expect(codes(individueel({ ...geenPatroon, leerbaarheid: 'leerbaar', verandercapaciteit: 'onvoldoende' }))).toEqual(['BT_LEERBAARHEID'])
  })

  it('B-BT-17 goed: beperkt leerbaar met hardnekkige patronen geeft geen waarschuwing', () => {
    const advies = individueel({ ...voorBT, leerbaarheid: 'beperkt_leerbaar', hardnekkigePatronen: 'ja' })
    expect([advies.product, oordeel(advies, 'B-BT-16'), codes(advies)]).toEqual(['BT', 'voldaan', []])
  })

  it('B-BT-17 fout: onvoorspelbaar gedrag sluit BT niet uit', () => {
    const advies = individueel({ ...voorBT, leerbaarheid: 'niet_leerbaar', onvoorspelbaarGedrag: 'ja' })
    expect([advies.product, codes(advies)]).toEqual(['BT', []])
  })

  it('B-BT-34 goed: twaalf maanden is kortdurend', () => {
    expect(duur('BT 2026-01-01 2026-12-31')).toEqual([])
  })

  it('B-BT-34 fout: dertig maanden vraagt een motivering', () => {
    expect(duur('BT 2026-01-01 2028-06-30')).toMatchObject([{ ernst: 'waarschuwing', code: 'INDICATIE_TE_LANG', eis: ['B-BT-34'] }])
  })

  it('woont de inwoner bij de start niet zelfstandig, dan komt er een waarschuwing', () => {
    expect(codes(individueel({ ...voorBT, woontZelfstandig: 'nee' }))).toEqual(['BT_WOONT_NOG_NIET_ZELFSTANDIG'])
    expect(codes(individueel({ ...voorBT, woontZelfstandig: 'ja' }))).toEqual([])
  })
})
