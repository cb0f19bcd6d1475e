import { describe, expect, it } from 'vitest'
import type { Antwoordbeeld } from './beeld.ts'
import {
  aantalOpen,
  beginWachtrij,
  bewaard,
  geefAntwoord,
  geweigerd,
  losOp,
  mislukt,
  type Opgave,
  teBewaren,
  teVersturen,
  verouderd,
  verstuur,
  zichtbaar,
} from './wachtrij.ts'

const opgave = (vraag: string, waarde: Opgave['waarde'], rest: Partial<Opgave> = {}): Opgave => ({
  soort: 'antwoord',
  vraag,
  waarde,
  datum: '2026-11-25',
  ...rest,
})
const rij = (vraag: string, waarde: Opgave['waarde'], versie: number, naam = 'Sem'): Antwoordbeeld => ({
  id: `${vraag}-${versie}`,
  volgnummer: versie,
  versie,
  soort: 'antwoord',
  vraag,
  waarde,
  toelichting: null,
  bron: null,
  datum: '2026-11-25',
  bezoek: null,
  vervangt: null,
  gegevenOp: '2026-11-25T13:02:00.000Z',
  gegevenDoor: { id: naam, naam },
})
const begin = (...antwoorden: Antwoordbeeld[]) => beginWachtrij('Noor', { versie: 2, antwoorden })
const waarden = (r: ReturnType<typeof begin>) => Object.fromEntries(Object.values(zichtbaar(r)).map((a) => [a.vraag, a.waarde]))

describe('bewaren', () => {
  it('een antwoord staat meteen op het scherm, gaat één keer mee, en wat er intussen bij komt wacht', () => {
    const verstuurd = verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1')
    const meer = geefAntwoord(geefAntwoord(verstuurd, opgave('a', 'nee')), opgave('b', 'ja'))
    expect(waarden(meer)).toEqual({ a: 'nee', b: 'ja' })
    expect(teVersturen(meer)).toEqual([])
    const aan = bewaard(meer, { versie: 3, bewaardOp: 'nu', antwoorden: [rij('a', 'ja', 3)] })
    expect([aan.versie, waarden(aan), teVersturen(aan).map((o) => o.vraag)]).toEqual([3, { a: 'nee', b: 'ja' }, ['a', 'b']])
  })

  it('wie terugzet wat de server al heeft, hoeft niets te bewaren; ook een vraag die nooit beantwoord was', () => {
    const terug = geefAntwoord(geefAntwoord(begin(rij('a', 'ja', 1)), opgave('a', 'nee')), opgave('a', 'ja'))
    expect(aantalOpen(terug)).toBe(0)
    expect(aantalOpen(geefAntwoord(geefAntwoord(begin(), opgave('b', 'ja')), opgave('b', null)))).toBe(0)
  })

  it('terugzetten terwijl het oude antwoord onderweg is, wordt wel bewaard', () => {
    const onderweg = verstuur(geefAntwoord(begin(rij('a', 'ja', 1)), opgave('a', 'nee')), 's1')
    expect(teBewaren(geefAntwoord(onderweg, opgave('a', 'ja')))?.wacht).toMatchObject({ 'antwoord:a': { waarde: 'ja' } })
  })

  it('zonder verbinding blijft alles in de rij, en een nieuwer antwoord gaat voor', () => {
    const weg = mislukt(geefAntwoord(verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1'), opgave('a', 'nee')))
    expect([teVersturen(weg).map((o) => o.waarde), weg.onderweg]).toEqual([['nee'], null])
  })

  it('een geweigerd antwoord houdt de rest niet tegen, en gaat weer mee als het verandert', () => {
    const r = geweigerd(verstuur(geefAntwoord(geefAntwoord(begin(), opgave('a', 'ja')), opgave('b', 'x')), 's1'), [
      { plaats: '/antwoorden/1/waarde', tekst: 'Kan niet.' },
    ])
    expect([teVersturen(r).map((o) => o.vraag), r.geweigerd]).toEqual([['a'], { 'antwoord:b': 'Kan niet.' }])
    expect(teVersturen(geefAntwoord(r, opgave('b', 'nee'))).map((o) => o.vraag)).toEqual(['a', 'b'])
  })
})

describe('een collega was eerder', () => {
  const huidig = (...sinds: Antwoordbeeld[]) => ({
    wie: 'Sem',
    wanneer: '2026-11-25T13:02:00.000Z',
    huidig: { versie: 5, antwoorden: sinds, sindsUwVersie: sinds },
  })

  it('andere vragen gaan vanzelf samen, op de nieuwe versie', () => {
    const r = verouderd(verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1'), huidig(rij('b', 'nee', 5)))
    expect([r.conflict, r.versie, waarden(r), teVersturen(r).map((o) => o.vraag)]).toEqual([null, 5, { a: 'ja', b: 'nee' }, ['a']])
  })

  it('hetzelfde antwoord is geen conflict en hoeft niet nog eens', () => {
    const r = verouderd(verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1'), huidig(rij('a', 'ja', 5)))
    expect([r.conflict, aantalOpen(r)]).toEqual([null, 0])
  })

  it('dezelfde vraag is een keuze: er gaat niets weg, de rest wordt bewaard, en de keuze telt', () => {
    const mijn = geefAntwoord(geefAntwoord(begin(rij('a', null, 1)), opgave('a', 'ja')), opgave('b', 'ja'))
    const r = verouderd(verstuur(mijn, 's1'), huidig(rij('a', 'nee', 5)))
    expect(r.conflict).toMatchObject({ wie: 'Sem', vragen: { 'antwoord:a': { waarde: 'nee' } } })
    expect([waarden(r).a, teVersturen(r).map((o) => o.vraag)]).toEqual(['ja', ['b']])
    expect(teVersturen(losOp(r, { 'antwoord:a': 'mijn' })).map((o) => o.vraag)).toEqual(['a', 'b'])
    const hun = losOp(r, { 'antwoord:a': 'hun' })
    expect([waarden(hun).a, teVersturen(hun).map((o) => o.vraag)]).toEqual(['nee', ['b']])
  })

  it('een eigen toelichting bij hetzelfde antwoord gaat niet verloren; twee verschillende zijn een keuze', () => {
    const met = (toelichting: string) => verstuur(geefAntwoord(begin(), opgave('a', 'ja', { toelichting })), 's1')
    const zonder = verouderd(met('Gezien.'), huidig(rij('a', 'ja', 5)))
    expect([zonder.conflict, teVersturen(zonder).map((o) => o.toelichting)]).toEqual([null, ['Gezien.']])
    const beide = verouderd(met('Gezien.'), huidig({ ...rij('a', 'ja', 5), toelichting: 'Gehoord.' }))
    expect(Object.keys(beide.conflict?.vragen ?? {})).toEqual(['antwoord:a'])
  })

  it('kwam het eigen vorige antwoord toch aan, dan gaat het nieuwe gewoon voor', () => {
    const r = verouderd(
      geefAntwoord(verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1'), opgave('a', 'nee')),
      huidig(rij('a', 'ja', 5, 'Noor')),
    )
    expect([r.conflict, teVersturen(r).map((o) => o.waarde)]).toEqual([null, ['nee']])
  })

  it('na herladen staat wat niet bewaard was er nog, ook wat onderweg was; wijzigde een collega het intussen, dan is het een keuze', () => {
    const r = geefAntwoord(verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1'), opgave('b', 'nee'))
    const plank = teBewaren(r)
    expect(waarden(beginWachtrij('Noor', { versie: 2, antwoorden: [] }, plank))).toEqual({ a: 'ja', b: 'nee' })
    const later = beginWachtrij('Noor', { versie: 3, antwoorden: [rij('b', 'ja', 3)] }, plank)
    expect([Object.keys(later.conflict?.vragen ?? {}), teVersturen(later).map((o) => o.vraag)]).toEqual([['antwoord:b'], ['a']])
    // Kwam wat onderweg was toch aan, dan staat hetzelfde op de server en is er niets meer te doen.
    expect(aantalOpen(beginWachtrij('Noor', { versie: 3, antwoorden: [rij('a', 'ja', 3), rij('b', 'nee', 3)] }, plank))).toBe(0)
  })

  it('wie herlaadt met een keuze open, krijgt die keuze weer: het eigen antwoord gaat niet vanzelf over dat van de collega', () => {
    const r = verouderd(verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1'), huidig(rij('a', 'nee', 5)))
    const stand = { versie: 5, antwoorden: [rij('a', 'nee', 5)] }
    const terug = beginWachtrij('Noor', stand, JSON.parse(JSON.stringify(teBewaren(r))))
    expect([terug.conflict, teVersturen(terug)]).toEqual([r.conflict, []])
    expect(teVersturen(losOp(terug, { 'antwoord:a': 'mijn' })).map((o) => o.waarde)).toEqual(['ja'])
  })

  it('wie zelf alsnog antwoordt wat de collega gaf, hoeft niet meer te kiezen', () => {
    const r = verouderd(verstuur(geefAntwoord(begin(), opgave('a', 'ja')), 's1'), huidig(rij('a', 'nee', 5)))
    const zelfde = geefAntwoord(r, opgave('a', 'nee'))
    expect([zelfde.conflict, aantalOpen(zelfde)]).toEqual([null, 0])
  })
})
