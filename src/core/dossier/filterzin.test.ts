import { describe, expect, it } from 'vitest'
import { type Filterkeuze, filterzin, leesFilterkeuze } from '#core/dossier/filterzin.ts'

const leeg: Filterkeuze = { behandelaar: null, soort: null, stand: null, binnenDagen: null, wacht: null }

describe('een filter leest als zin', () => {
  it.each<[Partial<Filterkeuze>, string]>([
    [{ behandelaar: 'ik' }, 'Zaken van mij'],
    [{ soort: 'melding', behandelaar: 'ik', binnenDagen: 7 }, 'Meldingen van mij die binnen 7 dagen aflopen'],
    [{ stand: 'onderzoek', behandelaar: 'team', binnenDagen: 0 }, 'Zaken van mijn team waarvan het onderzoek loopt en die vandaag aflopen'],
    [{ binnenDagen: 1 }, 'Zaken die vandaag of morgen aflopen'],
    [{ behandelaar: 'niemand', wacht: false }, 'Zaken zonder behandelaar die op niemand wachten'],
    [{ soort: 'signaal', wacht: true }, 'Signalen die op iemand wachten'],
  ])('%j', (keuze, zin) => {
    expect(filterzin({ ...leeg, ...keuze })).toBe(zin)
  })

  it('een filter zonder voorwaarde of met een onbekend veld wordt geweigerd', () => {
    expect(leesFilterkeuze({})).toMatchObject({ ok: false, fout: [{ code: 'FILTER_LEEG' }] })
    expect(leesFilterkeuze({ bsn: '999990019' }, '/keuze')).toMatchObject({
      ok: false,
      fout: [{ code: 'VELD_ONBEKEND', plaats: '/keuze/bsn' }],
    })
    expect(leesFilterkeuze({ binnenDagen: 400 })).toMatchObject({ ok: false, fout: [{ plaats: '/binnenDagen' }] })
  })

  it('een goed filter komt volledig terug', () => {
    expect(leesFilterkeuze({ behandelaar: 'ik', binnenDagen: 7 })).toEqual({
      ok: true,
      value: { ...leeg, behandelaar: 'ik', binnenDagen: 7 },
    })
  })
})
