import { describe, expect, it } from 'vitest'
import type { WMO301 } from './iwmo-3-2/release.ts'
import { eerste, goed, mis, overtreden } from './regels.testhulp.ts'
import { contact, een301, relatie, voorbeelden } from './voorbeelden.testhulp.ts'

type Adres = NonNullable<ReturnType<typeof contact>['Adres']>
const adres = (m: WMO301): Adres => eerste(m.Client.Contactgegevens.Contact).Adres as Adres
const clientcontact = (m: WMO301) => eerste(m.Client.Contactgegevens.Contact)

describe('de voorbeelden', () => {
  it.each(Object.keys(voorbeelden) as (keyof typeof voorbeelden)[])('%s voldoet aan elke regel', (naam) => {
    expect(overtreden(naam, () => undefined)).toEqual([])
  })
})

const metPersoon = ['WMO301', 'WMO305', 'WMO307', 'WMO315'] as const

describe('geboortedatum', () => {
  for (const naam of metPersoon) {
    goed('TR002', naam, 'precies 120 jaar voor de dagtekening', (m) => (m.Client.Geboortedatum = { Datum: '1906-02-10' }))
    mis('TR002', naam, 'een dag meer dan 120 jaar', (m) => (m.Client.Geboortedatum = { Datum: '1906-02-09' }))
    goed('TR134', naam, 'geboren op de dag van het bericht', (m) => (m.Client.Geboortedatum = { Datum: '2026-02-10' }))
    mis('TR134', naam, 'geboren na de dagtekening', (m) => (m.Client.Geboortedatum = { Datum: '2026-02-11' }))
    goed('CS139', naam, 'alleen het jaar bekend: 1 januari', (m) => (m.Client.Geboortedatum = { Datum: '1953-01-01', DatumGebruik: '2' }))
    mis('CS139', naam, 'dag onbekend, maar dag 17 ingevuld', (m) => (m.Client.Geboortedatum = { Datum: '1953-05-17', DatumGebruik: '1' }))
  }
  goed(
    'TR002',
    'WMO301',
    '1900-01-01 als de datum onbekend is',
    (m) => (m.Client.Geboortedatum = { Datum: '1900-01-01', DatumGebruik: '3' }),
  )
  mis('TR002', 'WMO301', '1900-01-01 zonder te zeggen dat de datum onbekend is', (m) => (m.Client.Geboortedatum = { Datum: '1900-01-01' }))
  mis('TR002', 'WMO301', 'een relatie van meer dan 120 jaar', (m) => {
    m.Client.Relaties = { Relatie: [{ ...relatie(), Geboortedatum: { Datum: '1880-01-01' } }] }
  })
  mis('TR134', 'WMO301', 'een relatie uit de toekomst', (m) => {
    m.Client.Relaties = { Relatie: [{ ...relatie(), Geboortedatum: { Datum: '2027-01-01' } }] }
  })
  goed(
    'CS139',
    'WMO301',
    'dag onbekend: de eerste van de maand',
    (m) => (m.Client.Geboortedatum = { Datum: '1949-09-01', DatumGebruik: '1' }),
  )
  mis(
    'CS139',
    'WMO301',
    'alleen het jaar bekend, maar een maand ingevuld',
    (m) => (m.Client.Geboortedatum = { Datum: '1949-09-01', DatumGebruik: '2' }),
  )
  mis('CS139', 'WMO301', 'onbekend, maar een datum ingevuld', (m) => (m.Client.Geboortedatum = { Datum: '1950-01-01', DatumGebruik: '3' }))
})

describe('burgerservicenummer', () => {
  for (const naam of [...metPersoon, 'WMO317'] as const) {
    goed('CS002', naam, 'voldoet aan de elfproef', (m) => (m.Client.Bsn = '999990032'))
    mis('CS002', naam, 'voldoet niet aan de elfproef', (m) => (m.Client.Bsn = '999990033'))
  }
  goed('CS002', 'WMO323', 'voldoet aan de elfproef')
  mis('CS002', 'WMO323', 'voldoet niet aan de elfproef', (m) => (eerste(m.Declaratie.Clienten.Client).Bsn = '999990018'))
  goed('CS002', 'WMO325', 'voldoet aan de elfproef')
  mis('CS002', 'WMO325', 'voldoet niet aan de elfproef', (m) => (eerste(m.DeclaratieAntwoord?.Clienten?.Client).Bsn = '999990018'))
})

describe('namen en communicatie', () => {
  goed('CS050', 'WMO301', 'eigen naam, zonder partner')
  goed('CS050', 'WMO301', 'partnernaam met naamgebruik 3', (m) => {
    m.Client.Naam = { ...m.Client.Naam, Partnernaam: { Achternaam: 'Ander' }, NaamGebruik: '3' }
  })
  mis('CS050', 'WMO301', 'naamgebruik 2 zonder partnernaam', (m) => (m.Client.Naam.NaamGebruik = '2'))
  mis('CS050', 'WMO301', 'pseudoniem (5) mag nooit', (m) => (m.Client.Naam.NaamGebruik = '5'))
  mis('CS050', 'WMO301', 'een relatie met partnernaam en naamgebruik 6', (m) => {
    const r = relatie()
    m.Client.Relaties = { Relatie: [{ ...r, Naam: { ...r.Naam, Partnernaam: { Achternaam: 'X' }, NaamGebruik: '6' } }] }
  })
  goed('CS318', 'WMO301', 'een relatie mag een organisatie zijn', (m) => {
    const r = relatie()
    m.Client.Relaties = { Relatie: [{ ...r, Naam: { ...r.Naam, NaamGebruik: '6' } }] }
  })
  mis('CS318', 'WMO301', 'de cliënt is geen natuurlijk persoon', (m) => (m.Client.Naam.NaamGebruik = '6'))
  goed('CD007', 'WMO301', 'tolk met taal', (m) => (m.Client.Communicatie = { Vorm: '1', Taal: 'Fries' }))
  mis('CD007', 'WMO301', 'tolk zonder taal', (m) => (m.Client.Communicatie = { Vorm: '1' }))
  mis('CD007', 'WMO301', 'doventolk met taal', (m) => (m.Client.Communicatie = { Vorm: '2', Taal: 'Fries' }))
})

describe('contact en adres', () => {
  goed('TR006', 'WMO301', 'alleen telefoon', (m) => (m.Client.Relaties = { Relatie: [relatie()] }))
  mis(
    'TR006',
    'WMO301',
    'alleen e-mail',
    (m) => (m.Client.Relaties = { Relatie: [{ ...relatie(), Contact: { Soort: '02', Emailadres: 'a@b.nl' } }] }),
  )
  mis('TR006', 'WMO301', 'postcode zonder huisnummer', (m) => (adres(m).Huis = undefined))
  goed('TR061', 'WMO301', 'een verblijfadres', (m) => (clientcontact(m).Soort = '03'))
  mis('TR061', 'WMO301', 'alleen een tijdelijk adres', (m) => {
    clientcontact(m).Soort = '04'
    m.Client.Relaties = { Relatie: [relatie()] }
  })
  goed('CD005', 'WMO301', 'postcode met land')
  mis('CD005', 'WMO301', 'postcode zonder land', (m) => (adres(m).LandCode = undefined))
  mis('CD005', 'WMO301', 'land zonder postcode', (m) => (adres(m).Postcode = undefined))
  goed('CD009', 'WMO301', 'tijdelijk adres met periode', (m) =>
    m.Client.Contactgegevens.Contact.push({ ...contact('04'), Periode: { Begindatum: '2026-01-01' } }),
  )
  mis('CD009', 'WMO301', 'BRP-adres met periode', (m) => (clientcontact(m).Periode = { Begindatum: '2026-01-01' }))
  goed('CD025', 'WMO301', 'buitenland zonder huisnummer', (m) => {
    const a = adres(m)
    a.Huis = undefined
    a.LandCode = 'BE'
  })
  mis('CD025', 'WMO301', 'Nederland zonder huisnummer', (m) => (adres(m).Huis = undefined))
  goed('CD034', 'WMO301', 'correspondentieadres zonder postcode', (m) => (m.Client.Relaties = { Relatie: [relatie()] }))
  mis('CD034', 'WMO301', 'verblijfadres zonder postcode', (m) => {
    m.Client.Contactgegevens.Contact.push({ ...contact('03'), Adres: { Plaatsnaam: 'Nergens' } })
  })
  mis('CD034', 'WMO301', 'BRP-contact zonder adres', (m) => {
    const c = clientcontact(m)
    c.Adres = undefined
    c.Telefoon = relatie().Contact.Telefoon
  })
  goed('CS089', 'WMO301', 'buitenlandse postcode', (m) => {
    const a = adres(m)
    a.Postcode = 'B-9000'
    a.LandCode = 'BE'
  })
  mis('CS089', 'WMO301', 'postcode met spatie', (m) => (adres(m).Postcode = '1234 AB'))
  mis('CS089', 'WMO301', 'postcode die met nul begint', (m) => (adres(m).Postcode = '0234AB'))
  goed('CS003', 'WMO301', 'tijdelijk adres van één dag', (m) =>
    m.Client.Contactgegevens.Contact.push({ ...contact('04'), Periode: { Begindatum: '2026-01-01', Einddatum: '2026-01-01' } }),
  )
  mis('CS003', 'WMO301', 'tijdelijk adres dat eindigt voor het begint', (m) =>
    m.Client.Contactgegevens.Contact.push({ ...contact('04'), Periode: { Begindatum: '2026-01-02', Einddatum: '2026-01-01' } }),
  )
})

describe('dubbele gegevens', () => {
  goed('TR101', 'WMO301', 'twee soorten adres', (m) => m.Client.Contactgegevens.Contact.push(contact('02')))
  mis('TR101', 'WMO301', 'twee keer dezelfde soort adres', (m) => m.Client.Contactgegevens.Contact.push(contact('01')))
  goed('TR101', 'WMO301', 'relaties met dezelfde soort contact', (m) => (m.Client.Relaties = { Relatie: [relatie('1'), relatie('2')] }))
  mis('TR101', 'WMO301', 'twee relaties met hetzelfde nummer', (m) => (m.Client.Relaties = { Relatie: [relatie('1'), relatie('1')] }))
  it('TR101 goed: het voorbeeld heeft overal eigen sleutels', () => expect(overtreden('WMO301', () => undefined)).toEqual([]))
  it('een voorbeeld is steeds nieuw', () => expect(een301()).not.toBe(een301()))
})
