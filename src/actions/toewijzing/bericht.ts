/** Het toewijzingsbericht (WMO301) over één inwoner: wie hij is, waar hij te bereiken is, en alle toewijzingen bij deze aanbieder. */
import type { Bsn } from '#core/base/bsn.ts'
import { maakKop } from '#messages/iwmo-3-2/nieuwe-kop.ts'
import type { WMO301 } from '#messages/iwmo-3-2/release.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import type { Contactrij } from '#storage/inwoners.ts'

type Client = WMO301['Client']
type Contact = Client['Contactgegevens']['Contact'][number]
export type Persoon = {
  readonly achternaam: string
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
  readonly geboortedatum: string | null
  readonly woonplaats: string | null
}

export type Opgave = {
  readonly gemeente: string
  readonly aanbieder: string
  readonly identificatie: string
  readonly dagtekening: string
  readonly bsn: Bsn
  readonly persoon: Persoon
  readonly geslacht: string | null
  readonly contact: Contact
  readonly toewijzingen: readonly Toewijzing[]
}

export function maakToewijzingsbericht(o: Opgave): WMO301 {
  const { gemeente: van, aanbieder: naar, identificatie, dagtekening } = o
  return {
    Header: maakKop({ code: '414', van, naar, identificatie, dagtekening }),
    Client: {
      Bsn: o.bsn,
      Geboortedatum: geboren(o.persoon.geboortedatum),
      Geslacht: codeVanGeslacht[o.geslacht ?? ''] ?? '0',
      Naam: naamVan(o.persoon),
      Contactgegevens: { Contact: [o.contact] },
      ToegewezenProducten: { ToegewezenProduct: o.toewijzingen.map(alsProduct) },
    },
  }
}

/** COD046; wat niet bekend is gaat als onbekend. */
const codeVanGeslacht: Readonly<Record<string, '1' | '2'>> = { man: '1', vrouw: '2' }

/** Onbekend is 1 januari 1900 met gebruik 3 (IV009). */
const geboren = (datum: string | null): Client['Geboortedatum'] =>
  datum === null ? { Datum: '1900-01-01', DatumGebruik: '3' } : { Datum: datum }

function naamVan({ achternaam, voorvoegsel, voornamen, voorletters }: Persoon): Client['Naam'] {
  const letters = (voorletters ?? '').replace(/[^a-zA-Z\u00C0-\u1EF3]/g, '').slice(0, 6)
  return {
    Geslachtsnaam: { Achternaam: achternaam, ...(voorvoegsel && voorvoegsel.length <= 10 && { Voorvoegsel: voorvoegsel }) },
    ...(voornamen && { Voornamen: voornamen }),
    ...(letters !== '' && { Voorletters: letters }),
    NaamGebruik: '1',
  }
}

const alsProduct = (t: Toewijzing): Client['ToegewezenProducten']['ToegewezenProduct'][number] =>
  ({
    ToewijzingNummer: t.nummer,
    ReferentieAanbieder: t.referentieAanbieder,
    Product: t.product,
    Toewijzingsdatum: t.toewijzingsdatum,
    Toewijzingstijd: t.toewijzingstijd,
    Ingangsdatum: t.ingangsdatum,
    Einddatum: t.einddatum,
    RedenWijziging: t.redenWijziging,
    Omvang: t.omvang,
    Budget: t.budget,
  }) as Client['ToegewezenProducten']['ToegewezenProduct'][number]

/** CS089: zo zien postcodes eruit die bestaan. */
const POSTCODE = /^[1-9]\d{3}[A-Z]{2}$/

/** Het adres als het volledig is, anders een telefoonnummer (TR006, CD034); null als er geen van beide is. */
export function contactVan(c: Contactrij | null, woonplaats: string | null): Contact | null {
  if (c === null) return null
  const postcode = c.postcode?.replace(/\s/g, '')
  const huisnummer = Number(c.huisnummer)
  if (postcode && POSTCODE.test(postcode) && Number.isInteger(huisnummer) && huisnummer > 0)
    return {
      Soort: '01',
      Adres: {
        Huis: { Huisnummer: huisnummer, ...toevoegingVan(c.toevoeging) },
        Postcode: postcode,
        ...(c.straat && c.straat.length <= 24 && { Straatnaam: c.straat }),
        ...(woonplaats && { Plaatsnaam: woonplaats }),
        LandCode: 'NL',
      },
    }
  const telefoon = nummerVan(c.telefoon)
  return telefoon && { Soort: '02', Telefoon: { Telefoon01: telefoon } }
}

function toevoegingVan(toevoeging: string | null): { Huisletter?: string; HuisnummerToevoeging?: string } {
  const tekst = toevoeging?.trim() ?? ''
  if (/^[A-Za-z]$/.test(tekst)) return { Huisletter: tekst }
  return tekst !== '' && tekst.length <= 4 ? { HuisnummerToevoeging: tekst } : {}
}

/** Landnummer en nummer los; zonder landnummer is het Nederlands. */
function nummerVan(telefoon: string | null): { Telefoonnummer: string; Landnummer: string } | null {
  const tekst = (telefoon ?? '').replace(/[^\d+]/g, '')
  const [, land, rest] = /^\+(\d{2})(\d{6,13})$/.exec(tekst) ?? []
  if (land && rest) return { Landnummer: land, Telefoonnummer: rest }
  return /^0\d{9}$/.test(tekst) ? { Landnummer: '31', Telefoonnummer: tekst } : null
}
