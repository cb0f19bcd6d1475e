import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import {
  type Antwoordrij,
  bekendeWaarden,
  beoordeelVerbeteringen,
  geschiedenis,
  leesAntwoorden,
  leesBezoek,
  type NieuwAntwoord,
  standVan,
  type Waarde,
} from './onderzoek.ts'

const vandaag = '2026-11-09' as Datum
const rij = (volgnummer: number, vraag: string, waarde: Waarde, anders: Partial<Antwoordrij> = {}): Antwoordrij => ({
  id: `a${volgnummer}`,
  volgnummer,
  soort: 'antwoord',
  vraag,
  waarde,
  toelichting: null,
  bron: null,
  datum: vandaag,
  bezoek: null,
  vervangt: null,
  ...anders,
})
const bekend = (...rijen: Antwoordrij[]) => bekendeWaarden(standVan(rijen).antwoorden)

describe('standVan', () => {
  it.each<[string, Antwoordrij[], object]>([
    ['niets', [], {}],
    ['het laatste antwoord geldt', [rij(1, 'x', 'ja'), rij(2, 'x', 'nee')], { x: 'nee' }],
    ['weer onbekend', [rij(1, 'x', 'ja'), rij(2, 'x', null)], {}],
    ['en weer bekend', [rij(1, 'x', 'ja'), rij(2, 'x', null), rij(3, 'x', 'ja')], { x: 'ja' }],
    ['verbetering van het laatste', [rij(1, 'x', 'ja'), rij(2, 'x', 'nee', { vervangt: 'a1' })], { x: 'nee' }],
    [
      'verbetering van een oud antwoord haalt een later niet in',
      [rij(1, 'x', 'ja'), rij(2, 'x', 'nee'), rij(3, 'x', 'ja', { vervangt: 'a1' })],
      { x: 'nee' },
    ],
    ['verbetering van een verbetering', [rij(1, 'x', 1), rij(2, 'x', 2, { vervangt: 'a1' }), rij(3, 'x', 3, { vervangt: 'a2' })], { x: 3 }],
    [
      'twee verbeteringen van dezelfde rij: de laatste',
      [rij(1, 'x', 1), rij(2, 'x', 2, { vervangt: 'a1' }), rij(3, 'x', 3, { vervangt: 'a1' })],
      { x: 3 },
    ],
    ['ingetrokken door verbetering', [rij(1, 'x', 'ja'), rij(2, 'x', null, { vervangt: 'a1' })], {}],
    ['een lege lijst is een antwoord', [rij(1, 'x', [])], { x: [] }],
    ['nul is een antwoord', [rij(1, 'x', 0)], { x: 0 }],
    ['vragen staan los van elkaar', [rij(1, 'y', 'ja'), rij(2, 'x', 'nee')], { x: 'nee', y: 'ja' }],
  ])('%s', (_, rijen, verwacht) => expect(bekend(...rijen)).toEqual(verwacht))

  it('houdt een overschrijving apart van een antwoord', () => {
    const stand = standVan([rij(1, 'x', 'ja'), rij(2, 'x', 'nee', { soort: 'overschrijving', toelichting: 'omdat' })])
    expect([stand.antwoorden.get('x')?.waarde, stand.overschrijvingen.get('x')?.waarde]).toEqual(['ja', 'nee'])
  })

  it('geeft de stand van toen', () => {
    const rijen = [rij(1, 'x', 'ja'), rij(2, 'x', 'nee')]
    expect(bekendeWaarden(standVan(rijen, 1).antwoorden)).toEqual({ x: 'ja' })
  })

  it('bewaart de toelichting ook als het antwoord onbekend werd', () => {
    expect(standVan([rij(1, 'x', null, { toelichting: 'wil er niet over praten' })]).antwoorden.get('x')?.toelichting).toMatch(/praten/)
  })
})

/** Rijen met af en toe een verbetering van een eerdere rij over dezelfde vraag. */
const rijen = fc
  .array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.option(fc.nat(5)), fc.option(fc.nat(20), { freq: 2 })), { maxLength: 20 })
  .map((delen) =>
    delen.map(([vraag, waarde, oud], i) => {
      const eerder = oud === null || oud >= i ? undefined : delen[oud]
      return rij(i + 1, vraag, waarde, { vervangt: eerder?.[0] === vraag ? `a${(oud ?? 0) + 1}` : null })
    }),
  )

describe('eigenschappen van de stand', () => {
  it('hangt niet van de volgorde van de rijen af', () => {
    fc.assert(
      fc.property(rijen, (alle) => {
        expect(JSON.stringify(bekend(...[...alle].reverse()))).toBe(JSON.stringify(bekend(...alle)))
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('een nieuw antwoord zonder verbetering geldt meteen, en raakt andere vragen niet', () => {
    fc.assert(
      fc.property(rijen, fc.constantFrom('x', 'y'), (alle, vraag) => {
        const voor = standVan(alle)
        const na = standVan([...alle, rij(99, vraag, 7)])
        expect(na.antwoorden.get(vraag)?.volgnummer).toBe(99)
        for (const ander of ['x', 'y', 'z']) if (ander !== vraag) expect(na.antwoorden.get(ander)).toBe(voor.antwoorden.get(ander))
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('later werk verandert de stand van toen niet', () => {
    fc.assert(
      fc.property(rijen, fc.nat(20), (alle, toen) => {
        const tot = alle.filter(({ volgnummer }) => volgnummer <= toen)
        expect(standVan(alle, toen)).toEqual(standVan(tot))
      }),
      { seed: 3, numRuns: 500 },
    )
  })

  it('de geschiedenis heeft alle rijen van de vraag, en precies één die geldt', () => {
    fc.assert(
      fc.property(rijen, fc.constantFrom('x', 'y'), (alle, vraag) => {
        const lijst = geschiedenis(alle, vraag)
        expect(lijst.map(({ rij: r }) => r.volgnummer)).toEqual(
          alle
            .filter((r) => r.vraag === vraag)
            .map((r) => r.volgnummer)
            .reverse(),
        )
        expect(lijst.filter(({ geldt }) => geldt)).toHaveLength(lijst.length === 0 ? 0 : 1)
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})

describe('leesAntwoorden', () => {
  const lees = (...antwoorden: unknown[]) => {
    const r = leesAntwoorden({ antwoorden }, vandaag)
    return r.ok ? r.value : r.fout.map(({ plaats, code }) => `${plaats} ${code}`)
  }
  it('vult aan wat vanzelf spreekt', () => {
    expect(lees({ vraag: 'x', waarde: ['a', 'b'] })).toEqual([
      { soort: 'antwoord', vraag: 'x', waarde: ['a', 'b'], toelichting: null, bron: null, datum: vandaag, bezoek: null, vervangt: null },
    ])
  })

  it.each<[string, object, unknown]>([
    ['onbekend als woord', { vraag: 'x', waarde: 'onbekend' }, null],
    ['onbekend als null', { vraag: 'x', waarde: null }, null],
    ['getal', { vraag: 'x', waarde: 1.5 }, 1.5],
    ['lege lijst', { vraag: 'x', waarde: [] }, []],
  ])('%s', (_, ruw, verwacht) => expect((lees(ruw) as NieuwAntwoord[])[0]?.waarde).toEqual(verwacht))

  it.each<[string, unknown[], string[]]>([
    ['geen antwoorden', [], ['/antwoorden LIJST_LEEG']],
    ['zonder waarde', [{ vraag: 'x' }], ['/antwoorden/0/waarde ANTWOORD_ONGELDIG']],
    ['waar is geen antwoord', [{ vraag: 'x', waarde: true }], ['/antwoorden/0/waarde ANTWOORD_ONGELDIG']],
    ['oneindig', [{ vraag: 'x', waarde: Number.POSITIVE_INFINITY }], ['/antwoorden/0/waarde ANTWOORD_ONGELDIG']],
    ['lijst met iets anders', [{ vraag: 'x', waarde: [1] }], ['/antwoorden/0/waarde/0 TEKST_ONGELDIG']],
    ['morgen', [{ vraag: 'x', waarde: 'ja', datum: '2026-11-10' }], ['/antwoorden/0/datum DATUM_TOEKOMST']],
    [
      'tweede is fout',
      [
        { vraag: 'x', waarde: 'ja' },
        { vraag: '', waarde: 'ja' },
      ],
      ['/antwoorden/1/vraag VELD_ONTBREEKT'],
    ],
    [
      'afwijken zonder motivering',
      [{ soort: 'overschrijving', vraag: 'x', waarde: 'ja' }],
      ['/antwoorden/0/toelichting MOTIVERING_ONTBREEKT'],
    ],
    ['te veel', Array.from({ length: 201 }, () => ({ vraag: 'x', waarde: 'ja' })), ['/antwoorden LIJST_TE_LANG']],
  ])('weigert: %s', (_, ruw, verwacht) => expect(lees(...ruw)).toEqual(verwacht))

  it('een afwijking intrekken vraagt geen motivering', () => {
    expect((lees({ soort: 'overschrijving', vraag: 'x', waarde: null }) as NieuwAntwoord[])[0]?.waarde).toBeNull()
  })
})

it.each<[string, Partial<NieuwAntwoord>, number]>([
  ['zonder verbetering', {}, 0],
  ['dezelfde vraag', { vervangt: 'a1' }, 0],
  ['andere vraag', { vervangt: 'a1', vraag: 'y' }, 1],
  ['ander soort', { vervangt: 'a1', soort: 'overschrijving' }, 1],
  ['rij die er niet is', { vervangt: 'a9' }, 1],
])('verbetering: %s', (_, anders, aantal) => {
  const nieuw = {
    soort: 'antwoord',
    vraag: 'x',
    waarde: 'nee',
    toelichting: null,
    bron: null,
    datum: vandaag,
    bezoek: null,
    vervangt: null,
    ...anders,
  } as const
  const fouten = beoordeelVerbeteringen([rij(1, 'x', 'ja')], [nieuw])
  expect(fouten.map(({ plaats }) => plaats)).toEqual(Array(aantal).fill('/antwoorden/0/vervangt'))
})

it('leest een bezoek, ook een afspraak die nog komt', () => {
  expect(leesBezoek({ soort: 'huisbezoek', datum: '2026-12-01', aanwezig: 'dochter' }, vandaag)).toEqual({
    ok: true,
    value: { datum: '2026-12-01', soort: 'huisbezoek', aanwezig: 'dochter', verslag: null },
  })
  expect(leesBezoek({ soort: 'skypen' }, vandaag)).toMatchObject({ ok: false, fout: [{ plaats: '/soort' }] })
})
