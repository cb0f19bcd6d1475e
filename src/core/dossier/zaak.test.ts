import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import type { Gebeurtenis } from './gebeurtenis.ts'
import { idVan, type Kort, rijenVan } from './gebeurtenis.testhulp.ts'
import { type Zaakgebeurtenissoort, zaakgebeurtenissen } from './gebeurtenissoorten.ts'
import { zaakstanden, type Zaakstand } from './gebeurteniswoorden.ts'
import { zaaktermijnen } from './wettelijke-termijnen.ts'
import { beoordeelZaakgebeurtenis, magZaakwerk, mogelijkeStappen, planstand } from './zaak.ts'

const d = (tekst: string) => tekst as Datum
const termijnen = zaaktermijnen(d('2026-11-02')) // plan tot 9 november, onderzoek uiterlijk 14 december
const melding: Kort = ['melding_ontvangen', '2026-11-02']
const bevestigd: Kort = ['melding_bevestigd', '2026-11-03']
const gestart: Kort[] = [melding, bevestigd, ['plan_afgezien', '2026-11-03'], ['onderzoek_gestart', '2026-11-04']]
const verslag: Kort[] = [...gestart, ['verslag_verzonden', '2026-12-01']]

const uitkomst = (bestaand: Kort[], nieuw: Kort) => {
  const rijen = rijenVan(...bestaand, nieuw)
  const r = beoordeelZaakgebeurtenis(rijen.slice(0, -1), rijen.at(-1) as Gebeurtenis, termijnen)
  return r.ok ? r.value : r.fout.code
}

describe('de standen van een zaak', () => {
  it.each<[string, Kort[], Kort, string]>([
    ['melding', [], melding, 'ontvangen'],
    ['bevestigen', [melding], bevestigd, 'bevestigd'],
    ['bevestigen voor de ontvangst', [melding], ['melding_bevestigd', '2026-11-01'], 'GEBEURTENIS_VOLGORDE'],
    ['onderzoek zonder bevestiging', [melding], ['onderzoek_gestart', '2026-11-12'], 'GEBEURTENIS_VOLGORDE'],
    ['onderzoek op de laatste dag van het plan', [melding, bevestigd], ['onderzoek_gestart', '2026-11-09'], 'ZAAK_PLAN_LOOPT'],
    ['onderzoek de dag erna', [melding, bevestigd], ['onderzoek_gestart', '2026-11-10'], 'onderzoek'],
    [
      'onderzoek eerder, met plan',
      [melding, bevestigd, ['plan_ontvangen', '2026-11-04']],
      ['onderzoek_gestart', '2026-11-04'],
      'onderzoek',
    ],
    ['onderzoek eerder, zonder plan', gestart.slice(0, 3), ['onderzoek_gestart', '2026-11-03'], 'onderzoek'],
    ['het plan waarop het onderzoek rust laten vervallen', gestart, ['vervallen', '2026-11-05', 3], 'ZAAK_PLAN_LOOPT'],
    ['nog een keer dat er geen plan komt', gestart.slice(0, 3), ['plan_afgezien', '2026-11-04'], 'ZAAK_PLAN_BEKEND'],
    ['toch een plan', gestart.slice(0, 3), ['plan_ontvangen', '2026-11-04'], 'bevestigd'],
    ['verslag', gestart, ['verslag_verzonden', '2026-12-01'], 'verslag_verzonden'],
    ['aanvraag na het verslag', verslag, ['aanvraag_ontvangen', '2026-12-02'], 'aanvraag'],
    ['aanvraag tijdens het onderzoek', gestart, ['aanvraag_ontvangen', '2026-12-14'], 'ZAAK_AANVRAAG_TE_VROEG'],
    ['aanvraag na zes weken zonder verslag', gestart, ['aanvraag_ontvangen', '2026-12-15'], 'aanvraag'],
    ['aanvraag na zes weken zonder onderzoek', [melding], ['aanvraag_ontvangen', '2026-12-15'], 'aanvraag'],
    ['onderzoek hervatten', verslag, ['onderzoek_hervat', '2026-12-02'], 'onderzoek'],
    ['afsluiten zonder aanvraag', verslag, ['zaak_afgesloten', '2026-12-02'], 'afgesloten'],
    ['twee keer afsluiten', [...verslag, ['zaak_afgesloten', '2026-12-02']], ['zaak_afgesloten', '2026-12-03'], 'GEBEURTENIS_VOLGORDE'],
    [
      'heropenen gaat terug naar waar het was',
      [...verslag, ['zaak_afgesloten', '2026-12-02']],
      ['zaak_heropend', '2026-12-03'],
      'verslag_verzonden',
    ],
    ['heropenen van een open zaak', verslag, ['zaak_heropend', '2026-12-03'], 'GEBEURTENIS_VOLGORDE'],
    ['wachten verandert de stand niet', gestart, ['wachten_begonnen', '2026-11-20'], 'onderzoek'],
    ['overdragen ook niet', gestart, ['zaak_overgedragen', '2026-11-20'], 'onderzoek'],
    ['de melding laten vervallen', [melding], ['vervallen', '2026-11-03', 1], 'ZAAK_STAND'],
    ['de dag van ontvangst verbeteren', [melding, bevestigd], ['melding_ontvangen', '2026-11-01', 1], 'bevestigd'],
    ['een soort van een indicatie', gestart, ['gestart', '2026-11-20'], 'GEBEURTENIS_VOLGORDE'],
  ])('%s', (_, bestaand, nieuw, verwacht) => expect(uitkomst(bestaand, nieuw)).toBe(verwacht))

  it('noemt de dag en wat te doen', () => {
    const rijen = rijenVan(melding, bevestigd, ['onderzoek_gestart', '2026-11-05'])
    expect(beoordeelZaakgebeurtenis(rijen.slice(0, 2), rijen[2] as Gebeurtenis, termijnen)).toMatchObject({
      fout: { tekst: expect.stringContaining('9 november 2026'), watNu: expect.stringContaining('geen inlevert') },
    })
  })
})

it.each<[string, Kort[], string]>([
  ['nog niets', [melding], 'open'],
  ['ontvangen', [melding, ['plan_ontvangen', '2026-11-04']], 'ontvangen'],
  ['eerst niet, toch wel', [melding, ['plan_afgezien', '2026-11-03'], ['plan_ontvangen', '2026-11-04']], 'ontvangen'],
  ['bij vergissing', [melding, ['plan_ontvangen', '2026-11-04'], ['vervallen', '2026-11-04', 2]], 'open'],
])('persoonlijk plan: %s', (_, rijen, verwacht) => expect(planstand(rijenVan(...rijen))).toBe(verwacht))

describe('magZaakwerk', () => {
  it.each([
    ['antwoorden', ['onderzoek']],
    ['onderzoek_openen', ['bevestigd', 'onderzoek']],
    ['indicatie', ['onderzoek', 'verslag_verzonden', 'aanvraag']],
    ['wijzigen', ['ontvangen', 'bevestigd', 'onderzoek', 'verslag_verzonden', 'aanvraag']],
  ] as const)('%s kan bij %j en anders niet', (wat, standen) => {
    const kan = (Object.keys(zaakstanden) as Zaakstand[]).filter((stand) => magZaakwerk(stand, wat).ok)
    expect(kan).toEqual(standen)
  })

  it('A-IND-06 goed: hoe het met de Wlz staat kan er ook bij als de zaak is afgesloten; voor de melding niet', () => {
    const dicht: Kort[] = [...verslag, ['zaak_afgesloten', '2026-12-02']]
    expect(uitkomst(dicht, ['wlz_vastgelegd', '2027-03-01'])).toBe('afgesloten')
    expect(uitkomst(dicht, ['wlz_vastgelegd', '2026-10-01'])).toBe('GEBEURTENIS_VOLGORDE')
  })

  it('zegt bij een afgesloten zaak hoe het wel kan', () => {
    expect(magZaakwerk('afgesloten', 'antwoorden')).toEqual({
      ok: false,
      fout: {
        code: 'ZAAK_STAND',
        tekst: 'U kunt nu niet antwoorden vastleggen: de stand van de zaak is “Afgesloten”.',
        watNu: 'Heropen eerst de zaak, met een reden.',
      },
    })
  })
})

describe('mogelijkeStappen', () => {
  it('geeft bij een bevestigde melding het onderzoek, met de reden waarom het nog niet kan', () => {
    const stappen = mogelijkeStappen(rijenVan(melding, bevestigd), termijnen, d('2026-11-04'))
    expect(stappen.map(({ soort, weigering }) => `${soort} ${weigering?.code ?? 'kan'}`)).toEqual([
      'plan_ontvangen kan',
      'plan_afgezien kan',
      'onderzoek_gestart ZAAK_PLAN_LOOPT',
      'aanvraag_ontvangen ZAAK_AANVRAAG_TE_VROEG',
      'wachten_begonnen kan',
      'wachten_voorbij kan',
      'wlz_vastgelegd kan',
      'zaak_overgedragen kan',
      'zaak_afgesloten kan',
    ])
  })

  it('biedt niet nog eens aan wat over het persoonlijk plan al vastligt', () => {
    const knoppen = (plan: Kort) =>
      mogelijkeStappen(rijenVan(melding, bevestigd, plan), termijnen, d('2026-11-05'))
        .map(({ soort }) => soort)
        .filter((soort) => soort.startsWith('plan_'))
    expect(knoppen(['plan_afgezien', '2026-11-04'])).toEqual(['plan_ontvangen'])
    expect(knoppen(['plan_ontvangen', '2026-11-04'])).toEqual(['plan_afgezien'])
  })

  const soorten = Object.keys(zaakgebeurtenissen) as Zaakgebeurtenissoort[]
  /** Steeds een van de soorten die dan echt mogen, een paar dagen later. */
  const verloop = fc.array(fc.tuple(fc.noBias(fc.nat(1000)), fc.nat(8)), { maxLength: 20, size: 'max' }).map((keuzes) => {
    const rijen: Gebeurtenis[] = []
    let dag = d('2026-11-02')
    for (const [i, [keuze, plus]] of keuzes.entries()) {
      dag = plusDagen(dag, i === 0 ? 0 : plus)
      const kandidaten = soorten.map((soort) => ({ id: idVan(i), soort, datum: dag, gegevens: {}, vervangt: null }))
      const toegelaten = kandidaten.filter((nieuw) => beoordeelZaakgebeurtenis(rijen, nieuw, termijnen).ok)
      rijen.push(toegelaten[keuze % toegelaten.length] as Gebeurtenis)
    }
    return rijen
  })

  it('de proef komt ook echt in elke stand', () => {
    const gezien = new Set(fc.sample(verloop, { seed: 6, numRuns: 200 }).flatMap((rijen) => rijen.map(({ soort }) => soort)))
    expect([...gezien].sort()).toEqual([...soorten].sort())
  })

  it('belooft precies wat daarna ook echt mag', () => {
    fc.assert(
      fc.property(verloop, fc.nat(60), (rijen, plus) => {
        const vandaag = plusDagen(rijen.at(-1)?.datum ?? d('2026-11-02'), plus)
        const beloofd = mogelijkeStappen(rijen, termijnen, vandaag).filter(({ weigering }) => weigering === null)
        const echt = soorten.filter((soort) => {
          const nieuw = { id: idVan(999), soort, datum: vandaag, gegevens: {}, vervangt: null }
          return beoordeelZaakgebeurtenis(rijen, nieuw, termijnen).ok
        })
        expect(beloofd.map(({ soort }) => soort)).toEqual(echt)
      }),
      { seed: 6, numRuns: 200 },
    )
  })

  it('uit elke open zaak is er een weg naar afgesloten, en uit een afgesloten zaak terug', () => {
    fc.assert(
      fc.property(verloop, (rijen) => {
        if (rijen.length === 0) return
        const vandaag = rijen.at(-1)?.datum ?? d('2026-11-02')
        const kan = mogelijkeStappen(rijen, termijnen, vandaag).filter(({ weigering }) => weigering === null)
        expect(kan.some(({ soort }) => soort === 'zaak_afgesloten' || soort === 'zaak_heropend')).toBe(true)
      }),
      { seed: 6, numRuns: 200 },
    )
  })
})
