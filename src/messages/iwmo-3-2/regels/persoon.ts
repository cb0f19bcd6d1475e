/** Regels over de cliënt, relaties en contactgegevens. */
import { eerder, later, meerJarenVoor } from '../../dagen.ts'
import { regel, regelMetGeheugen } from '../../regel.ts'
import type { WaardeVan } from '../../vorm.ts'
import type * as g from '../groepen.ts'
import type { contact } from '../wmo301.ts'

type Contact = WaardeVan<typeof contact>
type Geboortedatum = WaardeVan<typeof g.geboortedatum>
type VolledigeNaam = WaardeVan<typeof g.volledigeNaam>
type Communicatie = WaardeVan<typeof g.communicatie>
type Adres = WaardeVan<typeof g.adres>
type OpenPeriode = WaardeVan<typeof g.openPeriode>

const metPersoon = ['WMO301', 'WMO305', 'WMO307', 'WMO315']
const is301 = ['WMO301']
const ONBEKEND = '1900-01-01'

/** De elfproef over negen cijfers; de laatste telt min één keer. */
export function isElfproef(bsn: string): boolean {
  let som = -Number(bsn[8])
  for (let i = 0; i < 8; i++) som += Number(bsn[i]) * (9 - i)
  return som % 11 === 0
}

/** Wat er bij een onbekende dag, maand of datum ingevuld hoort (IV009). */
const bijGebruik: Record<NonNullable<Geboortedatum['DatumGebruik']>, (datum: string) => boolean> = {
  '1': (d) => d.endsWith('-01'),
  '2': (d) => d.endsWith('-01-01'),
  '3': (d) => d === ONBEKEND,
}

export const persoonsregels = [
  regel('TR002', metPersoon, 'De geboortedatum ligt niet meer dan 120 jaar voor de dagtekening, of is onbekend.', {
    Geboortedatum: (g: Geboortedatum, o) => (g.DatumGebruik === '3' && g.Datum === ONBEKEND) || !meerJarenVoor(g.Datum, o.dagtekening, 120),
  }),
  regel('CS002', [...metPersoon, 'WMO317', 'WMO323', 'WMO325'], 'Het BSN voldoet aan de elfproef.', {
    Client: (c: { Bsn: string }) => isElfproef(c.Bsn),
  }),
  regel('CS139', metPersoon, 'Geboortedatum en DatumGebruik passen bij elkaar.', {
    Geboortedatum: (g: Geboortedatum) => g.DatumGebruik === undefined || bijGebruik[g.DatumGebruik](g.Datum),
  }),
  regel('CS050', is301, 'NaamGebruik is 1, 2, 3 of 4 met een partnernaam, en anders 1 of 6.', {
    Naam: (n: VolledigeNaam) => (n.Partnernaam ? ['1', '2', '3', '4'] : ['1', '6']).includes(n.NaamGebruik),
  }),
  regel('CS318', is301, 'NaamGebruik 6 (geen natuurlijk persoon) mag niet bij de cliënt.', {
    'Client/Naam': (n: VolledigeNaam) => n.NaamGebruik !== '6',
  }),
  regel('CD007', is301, 'Taal staat er precies dan als er een tolk voor een taal nodig is (Vorm 1).', {
    Communicatie: (c: Communicatie) => (c.Vorm === '1') === (c.Taal !== undefined),
  }),
]

export const contactregels = [
  regel('TR006', is301, 'Elk contact heeft een telefoonnummer, of een adres met huisnummer en postcode.', {
    Contact: (c: Contact) => c.Telefoon !== undefined || (c.Adres?.Huis !== undefined && c.Adres.Postcode !== undefined),
  }),
  regelMetGeheugen('TR061', is301, 'De cliënt heeft een contact van soort 01, 02 of 03; alleen een tijdelijk adres is te weinig.', () => {
    let gezien = false
    return {
      'Contactgegevens/Contact': (c: Contact) => {
        gezien ||= c.Soort !== '04'
        return true
      },
      Contactgegevens: () => gezien,
    }
  }),
  regel('CD005', is301, 'LandCode staat er precies dan als de postcode er staat.', {
    Adres: (a: Adres) => (a.Postcode !== undefined) === (a.LandCode !== undefined),
  }),
  regel('CD009', is301, 'Periode mag alleen bij een tijdelijk adres (soort 04).', {
    Contact: (c: Contact) => c.Periode === undefined || c.Soort === '04',
  }),
  regel('CD025', is301, 'Een adres in Nederland heeft een huisnummer.', {
    Adres: (a: Adres) => a.LandCode !== 'NL' || a.Huis !== undefined,
  }),
  regel('CD034', is301, 'Een BRP-adres of verblijfadres (soort 01, 03) heeft een postcode.', {
    Contact: (c: Contact) => (c.Soort !== '01' && c.Soort !== '03') || c.Adres?.Postcode !== undefined,
  }),
  regel('CS089', is301, 'Een postcode in Nederland is vier cijfers en twee hoofdletters, zonder spatie.', {
    Adres: (a: Adres) => a.LandCode !== 'NL' || a.Postcode === undefined || /^[1-9][0-9]{3}[A-Z]{2}$/.test(a.Postcode),
  }),
  regel('CS003', is301, 'De einddatum ligt niet voor de begindatum.', {
    'Contact/Periode': (p: OpenPeriode) => p.Begindatum === undefined || p.Einddatum === undefined || !eerder(p.Einddatum, p.Begindatum),
  }),
  regel(
    'TR134',
    metPersoon,
    'Geboortedatum, begindatums en de dagtekening van de declaratie liggen niet na de dagtekening van het bericht.',
    {
      Geboortedatum: (g: Geboortedatum, o) => !later(g.Datum, o.dagtekening),
    },
  ),
]
