import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { zaakstanden, type Zaakstand } from './gebeurteniswoorden.ts'
import { blokken, deelIn, type Werkzaak, werkregel } from './werkvoorraad.ts'
import { zaaktermijnen } from './wettelijke-termijnen.ts'

const d = (tekst: string) => tekst as Datum
const eenZaak = (anders: Partial<Werkzaak> = {}): Werkzaak => {
  const ontvangenOp = anders.ontvangenOp ?? d('2026-11-02')
  return {
    id: 'z1',
    stand: 'onderzoek',
    plan: 'afgezien',
    ontvangenOp,
    ...zaaktermijnen(ontvangenOp), // plan tot 9 november, onderzoek uiterlijk 14 december
    besluitUiterlijk: null,
    afspraakOp: null,
    wachtOp: null,
    behandelaar: 'm1',
    ...anders,
  }
}

describe('één zaak', () => {
  it.each<[string, string, Partial<Werkzaak>, string, string, string | null]>([
    [
      'net binnen',
      '2026-11-03',
      { stand: 'ontvangen', plan: 'open' },
      'nieuw',
      'Bevestig de ontvangst van de melding',
      'nog 41 dagen, tot 14 december',
    ],
    [
      'zonder behandelaar',
      '2026-11-20',
      { behandelaar: null },
      'nieuw',
      'Rond het onderzoek af en verstuur het verslag',
      'nog 24 dagen, tot 14 december',
    ],
    [
      'plan kan nog komen',
      '2026-11-09',
      { stand: 'bevestigd', plan: 'open' },
      'wachtOpIemand',
      'Wacht op het persoonlijk plan',
      'nog 35 dagen, tot 14 december',
    ],
    [
      'plan kan niet meer komen',
      '2026-11-10',
      { stand: 'bevestigd', plan: 'open' },
      'overig',
      'Start het onderzoek',
      'nog 34 dagen, tot 14 december',
    ],
    ['acht dagen', '2026-12-06', {}, 'overig', 'Rond het onderzoek af en verstuur het verslag', 'nog 8 dagen, tot 14 december'],
    ['zeven dagen', '2026-12-07', {}, 'bijnaTeLaat', 'Rond het onderzoek af en verstuur het verslag', 'nog 7 dagen, tot 14 december'],
    [
      'zeven dagen en wachten',
      '2026-12-07',
      { wachtOp: 'de huisarts' },
      'bijnaTeLaat',
      'Wacht op de huisarts',
      'nog 7 dagen, tot 14 december',
    ],
    ['ruim en wachten', '2026-11-20', { wachtOp: 'de huisarts' }, 'wachtOpIemand', 'Wacht op de huisarts', 'nog 24 dagen, tot 14 december'],
    ['laatste dag', '2026-12-14', {}, 'vandaag', 'Rond het onderzoek af en verstuur het verslag', 'vandaag'],
    ['te laat', '2026-12-16', {}, 'vandaag', 'Rond het onderzoek af en verstuur het verslag', '2 dagen te laat'],
    [
      'afspraak vandaag',
      '2026-11-20',
      { afspraakOp: d('2026-11-20'), wachtOp: 'de huisarts' },
      'vandaag',
      'Afspraak vandaag',
      'nog 24 dagen, tot 14 december',
    ],
    [
      'afspraak morgen',
      '2026-11-20',
      { afspraakOp: d('2026-11-21') },
      'overig',
      'Rond het onderzoek af en verstuur het verslag',
      'nog 24 dagen, tot 14 december',
    ],
    [
      'verslag weg',
      '2026-12-20',
      { stand: 'verslag_verzonden' },
      'wachtOpIemand',
      'Wacht op een reactie van de inwoner op het verslag',
      null,
    ],
    [
      'aanvraag',
      '2026-12-11',
      { stand: 'aanvraag', besluitUiterlijk: d('2026-12-28') },
      'overig',
      'Neem een besluit op de aanvraag',
      'nog 17 dagen, tot 28 december',
    ],
    [
      'aanvraag bijna',
      '2026-12-22',
      { stand: 'aanvraag', besluitUiterlijk: d('2026-12-28') },
      'bijnaTeLaat',
      'Neem een besluit op de aanvraag',
      'nog 6 dagen, tot 28 december',
    ],
  ])('%s', (_, vandaag, anders, blok, stap, termijn) => {
    expect(werkregel(eenZaak(anders), d(vandaag))).toMatchObject({ blok, stap, termijn })
  })

  it('is geen werk meer als zij is afgesloten', () => expect(werkregel(eenZaak({ stand: 'afgesloten' }), d('2026-12-16'))).toBeNull())

  it('heeft een knop, behalve als er op iemand gewacht wordt', () => {
    expect(werkregel(eenZaak(), d('2026-11-20'))?.gebeurtenis).toBe('verslag_verzonden')
    expect(werkregel(eenZaak({ wachtOp: 'de huisarts' }), d('2026-11-20'))?.gebeurtenis).toBeNull()
  })

  it('kent een eigen grens voor bijna', () => {
    expect(werkregel(eenZaak(), d('2026-11-30'), 14)?.blok).toBe('bijnaTeLaat')
  })
})

const vandaag = d('2026-11-20')
const zaak: fc.Arbitrary<Werkzaak> = fc
  .record({
    id: fc.uuid(),
    stand: fc.constantFrom(...(Object.keys(zaakstanden) as Zaakstand[])),
    plan: fc.constantFrom('open', 'ontvangen', 'afgezien'),
    dagenGeleden: fc.integer({ min: 0, max: 60 }),
    besluitOver: fc.option(fc.integer({ min: -5, max: 20 })),
    afspraakOver: fc.option(fc.integer({ min: -2, max: 2 })),
    wachtOp: fc.option(fc.constant('de huisarts')),
    behandelaar: fc.option(fc.constant('m1')),
  })
  .map(({ dagenGeleden, besluitOver, afspraakOver, ...rest }) =>
    eenZaak({
      ...(rest as Partial<Werkzaak>),
      ontvangenOp: plusDagen(vandaag, -dagenGeleden),
      besluitUiterlijk: besluitOver === null ? null : plusDagen(vandaag, besluitOver),
      afspraakOp: afspraakOver === null ? null : plusDagen(vandaag, afspraakOver),
    }),
  )
const zaken = fc.uniqueArray(zaak, { selector: ({ id }) => id, maxLength: 30 })

describe('deelIn', () => {
  it('zet elke open zaak in precies één blok en een afgesloten zaak in geen', () => {
    fc.assert(
      fc.property(zaken, (alle) => {
        const ids = blokken.flatMap((blok) => deelIn(alle, vandaag)[blok].map((regel) => regel.zaak.id))
        expect([...ids].sort()).toEqual(
          alle
            .filter(({ stand }) => stand !== 'afgesloten')
            .map(({ id }) => id)
            .sort(),
        )
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('hangt niet van de volgorde van de zaken af', () => {
    fc.assert(
      fc.property(zaken, (alle) => {
        expect(deelIn([...alle].reverse(), vandaag)).toEqual(deelIn(alle, vandaag))
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('zet in elk blok bovenaan wat het eerst afloopt', () => {
    fc.assert(
      fc.property(zaken, (alle) => {
        for (const blok of blokken) {
          const dagen = deelIn(alle, vandaag)[blok].map(({ uiterlijk }) => uiterlijk ?? '9999')
          expect(dagen).toEqual([...dagen].sort())
        }
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('een zaak die te laat is staat altijd bij vandaag', () => {
    fc.assert(
      fc.property(zaken, (alle) => {
        const voorraad = deelIn(alle, vandaag)
        for (const blok of blokken)
          for (const { dringend } of voorraad[blok]) if (dringend === 'te_laat' || dringend === 'vandaag') expect(blok).toBe('vandaag')
      }),
      { seed: 2, numRuns: 300 },
    )
  })
})
