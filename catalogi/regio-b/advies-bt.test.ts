/** De uitspraken van BT die nu al te bewijzen zijn: het goede en het foute voorbeeld van het register, door de adviseur. */
import { describe, expect, it } from 'vitest'
import { catalogus, codes, duur, individueel, oordeel, vindProduct, voorBI, voorBT } from './regio-b.testhulp.ts'

describe('beschermd thuis', () => {
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
