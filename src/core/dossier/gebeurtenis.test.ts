import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { beoordeelGebeurtenis, type Gebeurtenis, geldend, leesGebeurtenis, maakGebeurtenis, speelAf, standOp } from './gebeurtenis.ts'
import { labelVan } from './gebeurtenislabel.ts'
import { idVan, type Kort, rijenVan } from './gebeurtenis.testhulp.ts'
import { indicatiegebeurtenissen, type Indicatiegebeurtenissoort, zaakgebeurtenissen } from './gebeurtenissoorten.ts'

const d = (tekst: string) => tekst as Datum
const vandaag = d('2026-11-09')

describe('leesGebeurtenis', () => {
  it.each<[string, 'zaak' | 'indicatie', object, string]>([
    [
      'melding',
      'zaak',
      { soort: 'melding_ontvangen', gegevens: { kanaal: 'telefoon', gemeldDoor: 'huisarts' } },
      'Melding ontvangen per telefoon, van de huisarts.',
    ],
    [
      'bevestigd',
      'zaak',
      { soort: 'melding_bevestigd', gegevens: { clientondersteuningGenoemd: true } },
      'Ontvangst van de melding bevestigd en gewezen op gratis cliëntondersteuning.',
    ],
    ['bevestigd zonder meer', 'zaak', { soort: 'melding_bevestigd' }, 'Ontvangst van de melding bevestigd.'],
    [
      'wachten',
      'zaak',
      { soort: 'wachten_begonnen', gegevens: { waarop: 'de huisarts', tot: '2026-12-01' } },
      'Wacht op de huisarts, tot 1 december 2026.',
    ],
    [
      'overdracht',
      'zaak',
      { soort: 'zaak_overgedragen', gegevens: { aan: 'team Noord', reden: 'vakantie' } },
      'Overgedragen aan team Noord: vakantie.',
    ],
    ['afgesloten', 'zaak', { soort: 'zaak_afgesloten', gegevens: { reden: 'andere_wet' } }, 'Afgesloten: een andere wet gaat voor.'],
    [
      'einde in de toekomst',
      'indicatie',
      { soort: 'beeindigd', datum: '2027-01-31', gegevens: { reden: 'doel_bereikt' } },
      'Laatste dag van de hulp: het doel is bereikt.',
    ],
    [
      'intrekking',
      'indicatie',
      { soort: 'ingetrokken', gegevens: { grond: 'b', motivering: 'Verhuisd naar de dochter.' } },
      'Ingetrokken vanaf deze dag: de voorziening is niet meer nodig.',
    ],
    [
      'vervallen',
      'indicatie',
      { soort: 'vervallen', vervangt: idVan(1), gegevens: { reden: 'Verkeerde inwoner!' } },
      'Vervallen: Verkeerde inwoner!',
    ],
  ])('%s in een zin', (_, over, ruw, zin) => {
    const r = leesGebeurtenis({ datum: '2026-11-02', ...ruw }, over, vandaag)
    expect(r.ok ? r.value.zin : r.fout).toBe(zin)
  })

  it.each<[string, 'zaak' | 'indicatie', object, string[]]>([
    ['soort van een ander', 'zaak', { soort: 'gestart' }, ['/soort KEUZE_ONBEKEND']],
    ['een zaak kent geen morgen', 'zaak', { soort: 'plan_ontvangen', datum: '2026-11-10' }, ['/datum DATUM_TOEKOMST']],
    [
      'gegeven ontbreekt',
      'indicatie',
      { soort: 'ingetrokken', gegevens: { grond: 'f' } },
      ['/gegevens/grond KEUZE_ONBEKEND', '/gegevens/motivering VELD_ONTBREEKT'],
    ],
    ['gegeven te veel', 'indicatie', { soort: 'gestart', gegevens: { bsn: '1' } }, ['/gegevens/bsn VELD_ONBEKEND']],
    ['geen blok', 'indicatie', { soort: 'gestart', gegevens: 7 }, ['/gegevens INVOER_ONGELDIG']],
  ])('weigert: %s', (_, over, ruw, verwacht) => {
    const r = leesGebeurtenis({ datum: '2026-11-02', ...ruw }, over, vandaag)
    expect(r.ok ? 'goed' : r.fout.map(({ plaats, code }) => `${plaats} ${code}`)).toEqual(verwacht)
  })

  it('wat het programma zelf vastlegt heeft dezelfde zin', () => {
    expect(maakGebeurtenis('melding_ontvangen', vandaag, { kanaal: 'balie', gemeldDoor: 'inwoner' })).toEqual({
      soort: 'melding_ontvangen',
      datum: vandaag,
      gegevens: { kanaal: 'balie', gemeldDoor: 'inwoner' },
      vervangt: null,
      zin: 'Melding ontvangen aan de balie, van de inwoner zelf.',
    })
    expect(labelVan('beeindigd')).toBe('Beëindigd')
  })
})

const normaal: Kort[] = [
  ['vastgesteld', '2026-05-14'],
  ['gestart', '2026-06-01'],
  ['beeindigd', '2026-11-30'],
]

describe('standOp', () => {
  it.each([
    ['2026-05-13', null],
    ['2026-05-14', { stand: 'vastgesteld', sinds: '2026-05-14' }],
    ['2026-05-31', { stand: 'vastgesteld', sinds: '2026-05-14' }],
    ['2026-06-01', { stand: 'gestart', sinds: '2026-06-01' }],
    ['2026-12-31', { stand: 'beeindigd', sinds: '2026-11-30' }],
  ])('op %s', (dag, verwacht) => expect(standOp('indicatie', rijenVan(...normaal), d(dag))).toEqual(verwacht))

  it('een wijziging verandert de stand niet, en "sinds" ook niet', () => {
    const rijen = rijenVan(['vastgesteld', '2026-05-14'], ['gestart', '2026-06-01'], ['gewijzigd', '2026-07-01'])
    expect(standOp('indicatie', rijen, vandaag)).toEqual({ stand: 'gestart', sinds: '2026-06-01' })
  })

  it('een verbetering neemt de plaats in van de oude rij', () => {
    const rijen = rijenVan(...normaal, ['gestart', '2026-06-15', 2])
    expect(standOp('indicatie', rijen, d('2026-06-01'))?.stand).toBe('vastgesteld')
    expect(standOp('indicatie', rijen, d('2026-06-15'))).toEqual({ stand: 'gestart', sinds: '2026-06-15' })
  })

  it('een vervallen rij is er niet geweest', () => {
    const rijen = rijenVan(...normaal, ['vervallen', '2026-11-30', 3])
    expect(standOp('indicatie', rijen, d('2027-01-01'))?.stand).toBe('gestart')
    expect(geldend(rijen).map(({ soort }) => soort)).toEqual(['vastgesteld', 'gestart'])
  })

  it('op dezelfde dag telt de volgorde van vastleggen, ook na een verbetering', () => {
    const rijen = rijenVan(['vastgesteld', '2026-06-01'], ['gestart', '2026-06-01'], ['vastgesteld', '2026-06-01', 1])
    expect(standOp('indicatie', rijen, d('2026-06-01'))?.stand).toBe('gestart')
  })

  it.each([
    ['2026-04-30', null],
    ['2026-05-01', { stand: 'gestart', sinds: '2026-05-01' }],
    ['2026-05-14', { stand: 'gestart', sinds: '2026-05-01' }],
    ['2026-06-10', { stand: 'onderbroken', sinds: '2026-06-10' }],
  ])('hulp die begon voor het besluit, op %s', (dag, verwacht) => {
    const rijen = rijenVan(['vastgesteld', '2026-05-14'], ['gestart', '2026-05-01'], ['onderbroken', '2026-06-10'])
    expect(standOp('indicatie', rijen, d(dag))).toEqual(verwacht)
  })

  it('een rij die niet had mogen bestaan is een fout in het programma', () => {
    expect(() => standOp('indicatie', rijenVan(['gestart', '2026-06-01']), vandaag)).toThrow(/bij het vastleggen beoordeeld/)
  })
})

describe('beoordeelGebeurtenis', () => {
  const erbij = (bestaand: Kort[], nieuw: Kort) => {
    const rijen = rijenVan(...bestaand, nieuw)
    const r = beoordeelGebeurtenis('indicatie', rijen.slice(0, -1), rijen.at(-1) as Gebeurtenis)
    return r.ok ? 'goed' : r.fout.code
  }
  it.each<[string, Kort[], Kort, string]>([
    ['starten na vaststellen', normaal.slice(0, 1), ['gestart', '2026-06-01'], 'goed'],
    ['starten voor de dag van vaststellen', normaal.slice(0, 1), ['gestart', '2026-05-01'], 'goed'],
    [
      'eindigen voor de dag van vaststellen, na een start',
      [normaal[0] as Kort, ['gestart', '2026-05-01']],
      ['beeindigd', '2026-05-10'],
      'goed',
    ],
    [
      'eindigen voor de start blijft onmogelijk',
      [normaal[0] as Kort, ['gestart', '2026-05-10']],
      ['beeindigd', '2026-05-01'],
      'GEBEURTENIS_VOLGORDE',
    ],
    ['twee keer vaststellen', normaal.slice(0, 1), ['vastgesteld', '2026-05-01'], 'GEBEURTENIS_VOLGORDE'],
    ['twee keer starten', normaal.slice(0, 2), ['gestart', '2026-07-01'], 'GEBEURTENIS_VOLGORDE'],
    ['starten na het einde', normaal, ['gestart', '2027-01-01'], 'GEBEURTENIS_VOLGORDE'],
    ['hervatten zonder onderbreking', normaal.slice(0, 2), ['hervat', '2026-07-01'], 'GEBEURTENIS_VOLGORDE'],
    ['intrekken voor de start', normaal.slice(0, 1), ['ingetrokken', '2026-05-20'], 'goed'],
    ['beëindigen voor de start', normaal.slice(0, 1), ['beeindigd', '2026-05-20'], 'GEBEURTENIS_VOLGORDE'],
    ['verbeteren naar een andere dag', normaal, ['beeindigd', '2026-12-31', 3], 'goed'],
    ['verbeteren zodat een latere rij niet meer kan', normaal, ['gestart', '2026-12-01', 2], 'GEBEURTENIS_VOLGORDE'],
    ['laten vervallen waar een latere rij op rust', normaal, ['vervallen', '2026-11-09', 2], 'GEBEURTENIS_VOLGORDE'],
    ['het einde laten vervallen', normaal, ['vervallen', '2026-11-09', 3], 'goed'],
    ['vervallen zonder te zeggen wat', normaal, ['vervallen', '2026-11-09'], 'GEBEURTENIS_ZONDER_RIJ'],
    ['een rij van een ander verbeteren', normaal, ['gestart', '2026-06-01', 99], 'GEBEURTENIS_ONBEKEND'],
    [
      'twee keer dezelfde rij verbeteren',
      [...normaal, ['beeindigd', '2026-12-31', 3]],
      ['beeindigd', '2026-12-15', 3],
      'GEBEURTENIS_AL_VERVANGEN',
    ],
    ['de verbetering verbeteren', [...normaal, ['beeindigd', '2026-12-31', 3]], ['beeindigd', '2026-12-15', 4], 'goed'],
    ['herstellen wat vervallen was', [...normaal, ['vervallen', '2026-11-09', 3]], ['beeindigd', '2026-11-30', 4], 'goed'],
  ])('%s', (_, bestaand, nieuw, verwacht) => expect(erbij(bestaand, nieuw)).toBe(verwacht))
})

const soort = fc.constantFrom(...(Object.keys(indicatiegebeurtenissen) as Indicatiegebeurtenissoort[]), 'vervallen' as const)
/** Willekeurige pogingen, meestal vooruit in de tijd; alleen wat mag komt erbij, zoals in het echt. */
const verloop = fc
  .array(fc.tuple(soort, fc.integer({ min: -3, max: 6 }), fc.option(fc.nat(6), { freq: 2 })), { minLength: 5, maxLength: 50 })
  .map((pogingen) => {
    const rijen: Gebeurtenis[] = []
    for (const [i, [welke, plus, oud]] of pogingen.entries()) {
      const datum = plusDagen(d('2026-01-01'), i + plus)
      const nieuw = { id: idVan(i), soort: welke, datum, gegevens: {}, vervangt: oud === null ? null : (rijen[oud]?.id ?? null) }
      if (beoordeelGebeurtenis('indicatie', rijen, nieuw).ok) rijen.push(nieuw)
    }
    return rijen
  })

describe('eigenschappen', () => {
  it('wat is toegelaten speelt altijd af, en elke stap staat in de tabel', () => {
    fc.assert(
      fc.property(verloop, (rijen) => {
        const r = speelAf('indicatie', rijen)
        expect(r.ok).toBe(true)
        for (const { rij, voor, na } of r.ok ? r.value : []) {
          const regels = indicatiegebeurtenissen[rij.soort as Indicatiegebeurtenissoort]
          expect(regels.vanuit).toContain(voor)
          expect(na).toBe(regels.naar ?? voor)
        }
      }),
      { seed: 8, numRuns: 500 },
    )
  })

  it('de volgorde waarin rijen uit de opslag komen doet er niet toe', () => {
    fc.assert(
      fc.property(verloop, fc.nat(40), (rijen, plus) => {
        const dag = plusDagen(d('2026-01-01'), plus)
        expect(standOp('indicatie', [...rijen].reverse(), dag)).toEqual(standOp('indicatie', rijen, dag))
      }),
      { seed: 8, numRuns: 500 },
    )
  })

  it('elke rij geldt, is vervangen, of is zelf vervallen; nooit twee daarvan', () => {
    fc.assert(
      fc.property(verloop, (rijen) => {
        const nu = new Set(geldend(rijen).map(({ id }) => id))
        for (const rij of rijen) {
          const vervangen = rijen.some(({ vervangt }) => vervangt === rij.id)
          expect([nu.has(rij.id), vervangen || rij.soort === 'vervallen'].filter(Boolean)).toHaveLength(1)
        }
      }),
      { seed: 8, numRuns: 500 },
    )
  })

  it('de proef komt ook echt aan einden, onderbrekingen en verbeteringen toe', () => {
    const gezien = new Set(
      fc.sample(verloop, { seed: 8, numRuns: 500 }).flatMap((rijen) => rijen.map((r) => (r.vervangt ? 'verbetering' : r.soort))),
    )
    expect([...gezien]).toEqual(expect.arrayContaining(['verbetering', 'onderbroken', 'hervat', 'beeindigd', 'ingetrokken']))
  })
})

it('elke soort van een zaak of indicatie is te bereiken en noemt alleen standen die er zijn', () => {
  for (const tabel of [zaakgebeurtenissen, indicatiegebeurtenissen]) {
    const regels = Object.values(tabel) as { vanuit: readonly (string | null)[]; naar: string | null }[]
    const bereikbaar = new Set<string | null>([null, ...regels.flatMap(({ naar }) => (naar && naar !== 'vorige' ? [naar] : []))])
    for (const { vanuit } of regels) expect(vanuit.every((stand) => bereikbaar.has(stand))).toBe(true)
  }
})
