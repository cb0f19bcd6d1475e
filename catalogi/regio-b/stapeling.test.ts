/** De stapelingsmatrix van regio-b, cel voor cel met de voorbeelden van het register. */
import { describe, expect, it } from 'vitest'
import { controleerCatalogus } from '#core/catalogus/controle/controleer.ts'
import { bestanden, catalogus, geladen, indicatie, laad, product, stapel } from './regio-b.testhulp.ts'

const { volgorde, matrix = {}, cellen = {} } = catalogus.stapeling
const alleCellen = volgorde.flatMap((rij) =>
  volgorde.map((kolom, i) => ({ rij, kolom, cel: matrix[rij]?.[i] as string, eis: cellen[rij]?.[i] as string })),
)
const ja = alleCellen.filter((c) => c.cel === 'Ja')
const dubbel = alleCellen.filter((c) => c.rij === c.kolom)
const nee = alleCellen.filter((c) => c.cel === 'Nee' && c.rij !== c.kolom)

/** Een wijziging van de matrix in het bestand zelf, en wat het laden ervan vindt. */
const metMatrix = (van: string, naar: string) =>
  laad(bestanden((pad, tekst) => (pad === 'stapeling.yaml' ? tekst.replace(van, naar) : tekst)))

describe('de matrix', () => {
  it('heeft 25 cellen: 12 Ja en 13 Nee, in de volgorde van de bron', () => {
    expect(volgorde).toEqual(['BI', 'BX', 'GV', 'GO', 'BT'])
    expect([ja.length, nee.length, dubbel.length]).toEqual([12, 8, 5])
    expect(alleCellen.map((c) => c.eis)).toEqual(Array.from({ length: 25 }, (_, i) => `B-ST-${String(i + 1).padStart(2, '0')}`))
  })
})

describe('cellen met Ja', () => {
  it.each(ja)('$eis goed: $kolom mag naast $rij', ({ rij, kolom }) => {
    const oordeel = stapel([`${rij} 2026-01-01 2026-12-31`, `${kolom} 2026-03-01 2026-08-31`])
    expect(oordeel).toEqual({ toegestaan: true, conflicten: [], waarschuwingen: [], info: [] })
  })

  it.each(ja)('$eis fout: $kolom naast $rij wordt niet geweigerd, ook niet in een andere volgorde', ({ rij, kolom }) => {
    const oordeel = stapel([`${kolom} 2026-03-01 2026-08-31`, `${rij} 2026-01-01 2026-12-31`])
    expect([oordeel.toegestaan, oordeel.conflicten]).toEqual([true, []])
  })
})

describe('cellen met Nee', () => {
  it.each(nee)('$eis goed: $kolom mag vanaf de dag na $rij', ({ rij, kolom }) => {
    expect(stapel([`${rij} 2026-01-01 2026-05-31`, `${kolom} 2026-06-01 2026-12-31`]).toegestaan).toBe(true)
  })

  it.each(nee)('$eis fout: $kolom naast $rij wordt geweigerd, met de eerste dag die wel kan', ({ rij, kolom, eis }) => {
    const oordeel = stapel([`${rij} 2026-01-01 2026-12-31`, `${kolom} 2026-06-01`])
    expect(oordeel.toegestaan).toBe(false)
    expect(oordeel.conflicten).toMatchObject([
      {
        code: 'STAPELING_NIET_TOEGESTAAN',
        producten: [rij, kolom],
        van: '2026-06-01',
        tot: '2026-12-31',
        eis: [eis, 'B-ST-27'],
        eersteMogelijkeDatum: '2027-01-01',
      },
    ])
  })
})

describe('twee keer hetzelfde product', () => {
  it.each(dubbel)('$eis goed: $rij na $rij mag', ({ rij }) => {
    expect(stapel([`${rij} 2026-01-01 2026-06-30`, `${rij} 2026-07-01 2026-12-31`]).toegestaan).toBe(true)
  })

  it.each(dubbel)('$eis fout: één gezamenlijke dag $rij en $rij wordt geweigerd, ook bij een andere aanbieder', ({ rij, eis }) => {
    for (const aanbieders of [[], ['Oost', 'West']]) {
      const eerste = indicatie(`${rij} 2026-01-01 2026-06-30`, aanbieders[0] ? { aanbieder: aanbieders[0] } : {})
      const tweede = indicatie(`${rij} 2026-06-30 2026-12-31`, aanbieders[1] ? { aanbieder: aanbieders[1] } : {})
      const oordeel = stapel([eerste, tweede])
      expect(oordeel.toegestaan).toBe(false)
      expect(oordeel.conflicten).toMatchObject([
        {
          code: 'STAPELING_NIET_TOEGESTAAN',
          van: '2026-06-30',
          tot: '2026-06-30',
          eis: [eis, 'B-ST-27'],
          eersteMogelijkeDatum: '2026-07-01',
        },
      ])
    }
  })
})

describe('wat er verder bij de matrix staat', () => {
  it('B-ST-26 goed: tien van de tien spiegelparen zijn gelijk', () => {
    const paren = alleCellen.flatMap((c) => {
      const spiegel = alleCellen.find((s) => s.rij === c.kolom && s.kolom === c.rij)
      return volgorde.indexOf(c.rij) < volgorde.indexOf(c.kolom) ? [c.cel === spiegel?.cel] : []
    })
    expect(paren).toEqual(Array.from({ length: 10 }, () => true))
    expect(controleerCatalogus(geladen)).toEqual([])
  })

  it('B-ST-26 fout: GV naast BT op Nee terwijl BT naast GV Ja blijft, wordt bij het laden gemeld', () => {
    const scheef = metMatrix('GV: [Ja, Ja, Nee, Nee, Ja]', 'GV: [Ja, Ja, Nee, Nee, Nee]')
    expect(controleerCatalogus(scheef)).toMatchObject([{ bestand: 'stapeling.yaml', code: 'MATRIX_NIET_SYMMETRISCH' }])
  })

  it('een gemeente kan de controle op symmetrie uitzetten', () => {
    const zonder = laad(
      bestanden((pad, tekst) => {
        if (pad === 'stapeling.yaml') return tekst.replace('GV: [Ja, Ja, Nee, Nee, Ja]', 'GV: [Ja, Ja, Nee, Nee, Nee]')
        return pad === 'instellingen.yaml' ? tekst.replace(/(matrixSymmetrisch:[\s\S]*?standaard: )'ja'/, "$1'nee'") : tekst
      }),
    )
    expect(controleerCatalogus(zonder)).toEqual([])
  })

  it('B-ST-27 goed: extra met de ontwikkelgerichte groep is één individueel en één groep', () => {
    expect(stapel(['BX 2026-01-01 2026-12-31', 'GO 2026-01-01 2026-12-31']).toegestaan).toBe(true)
  })

  it('B-ST-27 fout: twee groepen of twee individuele producten worden geweigerd', () => {
    const tweeGroepen = stapel([
      'BI 2026-01-01 2026-12-31',
      'GV 2026-01-01 2026-12-31',
      indicatie('GO 2026-04-01 2026-12-31', { nieuw: true }),
    ])
    expect(tweeGroepen.toegestaan).toBe(false)
    expect(tweeGroepen.conflicten).toMatchObject([{ producten: ['GV', 'GO'], eis: ['B-ST-14', 'B-ST-27'] }])
    const tweeIndividueel = stapel(['BT 2026-01-01 2026-12-31', 'BI 2026-02-01 2026-12-31', 'GV 2026-01-01 2026-12-31'])
    expect(tweeIndividueel.conflicten).toMatchObject([{ producten: ['BT', 'BI'], eis: ['B-ST-21', 'B-ST-27'] }])
  })

  it('B-ST-27 fout: ook als de matrix het paar zou toestaan, blijft het maximum gelden', () => {
    const ruim = metMatrix('GV: [Ja, Ja, Nee, Nee, Ja]', 'GV: [Ja, Ja, Nee, Ja, Ja]')
    const oordeel = stapel(['GV 2026-01-01 2026-12-31', 'GO 2026-02-01 2026-12-31'], {}, ruim.catalogus)
    expect(oordeel.conflicten).toMatchObject([{ code: 'MAX_1_INDIVIDUEEL_1_GROEP', eis: ['B-ST-27'] }])
  })

  it('B-ST-29 goed: beschermd thuis met een groep is één individueel en één groep', () => {
    expect(product('BT').familie).toBe('individueel')
    expect(stapel(['BT 2026-01-01', 'GV 2026-03-01']).toegestaan).toBe(true)
  })

  it('B-ST-29 fout: beschermd thuis met begeleiding individueel wordt geweigerd', () => {
    expect(stapel(['BT 2026-01-01', 'BI 2026-03-01']).conflicten).toMatchObject([{ eis: ['B-ST-21', 'B-ST-27'] }])
  })

  it('B-ST-30 goed: een groep met een vervoersvoorziening geeft alleen uitleg', () => {
    const oordeel = stapel(['GV 2026-01-01', 'vervoersvoorziening 2026-01-01'])
    expect(oordeel.info).toMatchObject([{ code: 'GEEN_MATRIXREGEL', producten: ['vervoersvoorziening'], eis: ['B-ST-30'] }])
  })

  it('B-ST-30 fout: zo’n voorziening wordt niet geweigerd en ook niet stilzwijgend goedgekeurd', () => {
    const oordeel = stapel(['GV 2026-01-01', 'vervoersvoorziening 2026-01-01'])
    expect([oordeel.toegestaan, oordeel.conflicten, oordeel.info.length]).toEqual([true, [], 1])
  })
})
