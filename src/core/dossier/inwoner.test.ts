import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vulBsnAan } from '#core/base/bsn.ts'
import { type Datum, dagnummer, plusDagen, plusMaanden, vanDagnummer } from '#core/base/datum.ts'
import type { Invoerfout, Result } from '#core/base/result.ts'
import { normaliseerPostcode } from './adres.ts'
import { leeftijd, leesInwoner, leesInwonerwijziging, type Vastgelegd } from './inwoner.ts'

const d = (tekst: string) => tekst as Datum
const vandaag = d('2026-11-09')
const bsn = vulBsnAan(99_990_001)
const eenInwoner = (anders: object = {}) => ({ naam: { achternaam: 'Jansen' }, bsn, ...anders })
const codes = (r: Result<unknown, Invoerfout[]>) => (r.ok ? 'goed' : r.fout.map(({ code, plaats }) => `${plaats} ${code}`))

describe('leesInwoner', () => {
  it('maakt alles netjes', () => {
    const ruw = {
      naam: { achternaam: ' Jansen ', voorvoegsel: 'de', voornamen: 'Anna  Maria' },
      bsn: ` ${bsn?.slice(0, 4)}.${bsn?.slice(4)} `,
      geboortedatum: '1950-02-28',
      woonplaats: 'Voorbeeldstad',
      adres: { straat: 'Dorpsstraat', huisnummer: 12, toevoeging: 'bis', postcode: '1234ab' },
      telefoon: '06-12345678',
      email: 'anna@voorbeeld.nl',
      contactvoorkeur: 'telefoon',
      geslacht: 'vrouw',
      vertegenwoordiger: { naam: 'B. Jansen', rol: 'kind', sinds: '2026-01-01' },
      geheimAdres: true,
    }
    expect(leesInwoner(ruw, vandaag)).toEqual({
      ok: true,
      value: {
        naam: { achternaam: 'Jansen', voorvoegsel: 'de', voornamen: 'Anna Maria', voorletters: null },
        bsn,
        geenBsnReden: null,
        geboortedatum: '1950-02-28',
        woonplaats: 'Voorbeeldstad',
        adres: { straat: 'Dorpsstraat', huisnummer: '12', toevoeging: 'bis', postcode: '1234 AB' },
        telefoon: '06-12345678',
        email: 'anna@voorbeeld.nl',
        contactvoorkeur: 'telefoon',
        geslacht: 'vrouw',
        vertegenwoordiger: { naam: 'B. Jansen', rol: 'kind', telefoon: null, sinds: '2026-01-01' },
        geheimAdres: true,
        overledenOp: null,
        team: null,
      },
    })
  })

  it.each<[string, object, unknown]>([
    ['kortst mogelijk', {}, 'goed'],
    ['zonder BSN met reden', { bsn: null, geenBsnReden: 'spoed' }, 'goed'],
    ['zonder BSN en zonder reden', { bsn: '' }, ['/bsn BSN_ONTBREEKT']],
    ['met BSN en met reden', { geenBsnReden: 'spoed' }, ['/geenBsnReden BSN_EN_REDEN']],
    ['reden die niet bestaat', { bsn: null, geenBsnReden: 'vergeten' }, ['/geenBsnReden KEUZE_ONBEKEND']],
    ['elfproef', { bsn: '999990018' }, ['/bsn BSN_ELFPROEF']],
    ['zonder achternaam', { naam: { voornamen: 'Anna' } }, ['/naam/achternaam VELD_ONTBREEKT']],
    ['zonder naam', { naam: null }, ['/naam VELD_ONTBREEKT']],
    ['morgen geboren', { geboortedatum: '2026-11-10' }, ['/geboortedatum DATUM_TOEKOMST']],
    ['vandaag geboren', { geboortedatum: '2026-11-09' }, 'goed'],
    ['overleden voor geboorte', { geboortedatum: '1950-01-02', overledenOp: '1950-01-01' }, ['/overledenOp OVERLEDEN_VOOR_GEBOORTE']],
    ['overleden op de dag van geboorte', { geboortedatum: '1950-01-02', overledenOp: '1950-01-02' }, 'goed'],
    ['postcode', { adres: { postcode: '0123 AB' } }, ['/adres/postcode POSTCODE_ONGELDIG']],
    ['huisnummer met letter', { adres: { huisnummer: '12a' } }, ['/adres/huisnummer HUISNUMMER_ONGELDIG']],
    ['telefoon te kort', { telefoon: '112' }, ['/telefoon TELEFOON_ONGELDIG']],
    ['e-mail zonder punt', { email: 'anna@voorbeeld' }, ['/email EMAIL_ONGELDIG']],
    ['vertegenwoordiger zonder rol', { vertegenwoordiger: { naam: 'B.' } }, ['/vertegenwoordiger/rol VELD_ONTBREEKT']],
    ['geslacht', { geslacht: 'x' }, ['/geslacht KEUZE_ONBEKEND']],
    ['onbekend veld', { leeftijd: 70 }, ['/leeftijd VELD_ONBEKEND']],
  ])('%s', (_, anders, verwacht) => expect(codes(leesInwoner(eenInwoner(anders), vandaag))).toEqual(verwacht))

  it('herhaalt nooit een BSN, in welk vak het ook belandt', () => {
    const velden = ['naam', 'geboortedatum', 'woonplaats', 'adres', 'telefoon', 'email', 'contactvoorkeur', 'geheimAdres', 'team', 'bsn']
    for (const veld of velden)
      for (const nummer of ['999990018', bsn]) {
        const r = leesInwoner(eenInwoner({ [veld]: nummer, overledenOp: '2030-01-01' }), vandaag)
        expect(r.ok ? 'goed' : JSON.stringify(r.fout)).not.toContain(nummer)
      }
  })
})

describe('leesInwonerwijziging', () => {
  const met: Vastgelegd = { geboortedatum: d('1950-01-02'), overledenOp: null, heeftBsn: true }
  const zonder: Vastgelegd = { ...met, heeftBsn: false }
  it.each<[string, Vastgelegd, unknown, unknown]>([
    ['niets', met, {}, {}],
    ['alleen de woonplaats', met, { woonplaats: 'Elders' }, { woonplaats: 'Elders' }],
    ['telefoon leegmaken', met, { telefoon: null }, { telefoon: null }],
    ['BSN erbij haalt de reden weg', zonder, { bsn }, { bsn, geenBsnReden: null }],
    ['ander BSN', met, { bsn }, { bsn, geenBsnReden: null }],
    ['BSN weg met reden', met, { bsn: null, geenBsnReden: 'weigert' }, { bsn: null, geenBsnReden: 'weigert' }],
    ['BSN weg zonder reden', met, { bsn: null }, ['/bsn BSN_ONTBREEKT']],
    ['geen BSN blijft geen BSN', zonder, { bsn: null }, { bsn: null }],
    ['andere reden', zonder, { geenBsnReden: 'weigert' }, { geenBsnReden: 'weigert' }],
    ['reden weg zonder BSN', zonder, { geenBsnReden: null }, ['/bsn BSN_ONTBREEKT']],
    ['reden terwijl er een BSN is', met, { geenBsnReden: 'weigert' }, ['/geenBsnReden BSN_EN_REDEN']],
    ['achternaam leegmaken', met, { naam: { achternaam: '' } }, ['/naam/achternaam VELD_ONTBREEKT']],
    ['overleden voor de bekende geboortedatum', met, { overledenOp: '1949-01-01' }, ['/overledenOp OVERLEDEN_VOOR_GEBOORTE']],
  ])('%s', (_, huidig, ruw, verwacht) => {
    const r = leesInwonerwijziging(ruw, huidig, vandaag)
    expect(r.ok ? r.value : codes(r)).toEqual(verwacht)
  })

  it('na elke wijziging die mag, is er een BSN of een reden en niet allebei', () => {
    const iets = fc.record({ bsn: fc.constantFrom(bsn, null), geenBsnReden: fc.constantFrom('spoed', null) }, { requiredKeys: [] })
    fc.assert(
      fc.property(fc.boolean(), iets, (heeftBsn, ruw) => {
        const r = leesInwonerwijziging(ruw, { ...met, heeftBsn }, vandaag)
        if (!r.ok) return
        const daarna = { bsn: heeftBsn ? 'er' : null, geenBsnReden: heeftBsn ? null : 'spoed', ...r.value }
        expect((daarna.bsn !== null) !== (daarna.geenBsnReden !== null)).toBe(true)
      }),
      { seed: 1 },
    )
  })
})

it.each([
  ['1234aa', '1234 AA'],
  [' 1234  Ab ', '1234 AB'],
  ['9999XX', '9999 XX'],
  ['1234 SS', null],
  ['1234 sa', null],
  ['1234', null],
  ['1234 A', null],
  ['B-1234 AA', null],
])('postcode %s: %s', (ruw, verwacht) => expect(normaliseerPostcode(ruw)).toBe(verwacht))

describe('leeftijd', () => {
  it.each([
    ['1950-11-09', '2026-11-09', 76],
    ['1950-11-10', '2026-11-09', 75],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2004-02-29', '2028-02-29', 24],
    ['2026-11-09', '2026-11-09', 0],
    ['2026-11-10', '2026-11-09', null],
  ])('geboren %s is op %s %s', (geboren, op, jaren) => expect(leeftijd(d(geboren), d(op))).toBe(jaren))

  it('is onbekend zonder geboortedatum', () => expect(leeftijd(null, vandaag)).toBeNull())

  it('gaat precies op de verjaardag één omhoog', () => {
    const geboren = fc.integer({ min: dagnummer(d('1900-01-01')), max: dagnummer(d('2050-12-31')) }).map(vanDagnummer)
    fc.assert(
      fc.property(geboren, fc.integer({ min: 1, max: 120 }), (geboortedatum, jaren) => {
        const zelfdeDag = plusMaanden(geboortedatum, jaren * 12) ?? geboortedatum
        const verjaardag = zelfdeDag.slice(5) === geboortedatum.slice(5) ? zelfdeDag : plusDagen(zelfdeDag, 1)
        expect(leeftijd(geboortedatum, verjaardag)).toBe(jaren)
        expect(leeftijd(geboortedatum, plusDagen(verjaardag, -1))).toBe(jaren - 1)
      }),
      { seed: 1 },
    )
  })
})
