/** De uitspraken van BI die nu al te bewijzen zijn: het goede en het foute voorbeeld van het register, door de adviseur. */
import { describe, expect, it } from 'vitest'
import { catalogus, codes, duur, individueel, infocodes, oordeel, product, stapel, voorBI, voorBX } from './regio-b.testhulp.ts'

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
    expect(verlengingen.flatMap((v) => duur(v))).toEqual([])
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
