/** De uitspraken van BX die nu al te bewijzen zijn: het goede en het foute voorbeeld van het register, door de adviseur. */
import { describe, expect, it } from 'vitest'
import { catalogus, codes, duur, individueel, infocodes, oordeel, product, stapel, voorBI, voorBT, voorBX } from './regio-b.testhulp.ts'

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
