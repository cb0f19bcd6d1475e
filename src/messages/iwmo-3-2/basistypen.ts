/** De simpele typen (LDT_) van het basisschema van iWmo 3.2: naam, betekenis en facetten. */
import { beperkt, type Codelijst, code, getal, type Patroon, type Simpel, tekst } from '../vorm.ts'
import * as lijsten from './codelijsten.ts'
import { landen } from './landen.ts'
import { retourcodes } from './retourcodes.ts'

const vorm = (xsd: string, past: RegExp): Patroon => ({ xsd, past: (t) => past.test(t) })

/** Minstens één teken dat geen wit is, op één regel. `.` is in XSD alles behalve de twee regeleinden, ook U+2028. */
const eenRegel: Patroon = { xsd: '.*[^\\s].*', past: (t) => /[^ \t\n\r]/.test(t) && !/[\n\r]/.test(t) }
/** De standaard nestelt hier herhalingen; zo gelezen zegt zij alleen: minstens één teken dat geen wit is. */
const nietLeeg: Patroon = { xsd: '([.\\s]*\\S+[.\\s]*)+', past: (t) => /[^ \t\n\r]/.test(t) }
const cijfers = (aantal: number) => vorm(`[0-9]{${aantal}}`, new RegExp(`^[0-9]{${aantal}}$`))

const regel = (naam: string, uitleg: string, maxLengte: number): Simpel<string> =>
  tekst(naam, uitleg, { minLengte: 1, maxLengte, patroon: eenRegel })

export const agbCode = tekst('LDT_AgbCode', 'AGB-code van een aanbieder of verwijzer: acht cijfers', {
  minLengte: 1,
  maxLengte: 8,
  patroon: cijfers(8),
})
export const bsn = tekst('LDT_BurgerServicenummer', 'Burgerservicenummer: negen cijfers; de elfproef is CS002', {
  minLengte: 1,
  maxLengte: 9,
  patroon: cijfers(9),
})
export const gemeente = tekst('LDT_Gemeente', 'Gemeentecode van het CBS: vier cijfers', { minLengte: 1, patroon: cijfers(4) })

export const berichtCode = tekst('LDT_BerichtCode', 'Code van het bericht; elk bericht heeft zijn eigen vaste code', {
  minLengte: 1,
  maxLengte: 3,
})
export const berichtVersie = getal('LDT_BerichtVersie', 'Versie van de standaard', 99)
export const berichtSubversie = getal('LDT_BerichtSubversie', 'Subversie van de standaard', 99)
export const versie = tekst('LDT_Versie', 'Versienummer van drie getallen met punten', {
  minLengte: 1,
  patroon: vorm('(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)', /^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)$/),
})
export const identificatieBericht = regel('LDT_IdentificatieBericht', 'Naam of nummer van het bericht, uniek voor de verzender', 12)
export const identificatieDeclaratie = tekst('LDT_IdentificatieDeclaratie', 'Nummer van de declaratie', { minLengte: 1, maxLengte: 12 })
/** CS319: in de declaratie zelf alleen letters en cijfers, aaneen. */
export const declaratieNummer = beperkt(identificatieDeclaratie, vorm('([a-zA-Z0-9])+', /^[a-zA-Z0-9]+$/))

export const datum: Simpel<string> = {
  soort: 'simpel',
  naam: 'LDT_Datum',
  uitleg: 'Kalenderdag zonder tijdzone',
  basis: 'date',
  patroon: vorm('[^:Z]*', /^[^:Z]*$/),
}
export const tijd: Simpel<string> = {
  soort: 'simpel',
  naam: 'LDT_Tijd',
  uitleg: 'Tijd zonder tijdzone',
  basis: 'time',
  // De standaard schrijft [^Z+-]+. libxml2 leest dat laatste streepje niet als teken en liet 10:00:00-01:00 door; met \\ ervoor leest elke validator hetzelfde.
  patroon: vorm('[^Z+\\-]+', /^[^Z+-]+$/),
}

export const bedrag = getal('LDT_Bedrag', 'Bedrag in eurocenten', 99_999_999)
export const budget = getal('LDT_Budget', 'Budget in eurocenten', 99_999_999)
export const totaalBedrag = getal('LDT_TotaalBedrag', 'Totaalbedrag in eurocenten', 999_999_999_999)
export const volume = getal('LDT_Volume', "Aantal eenheden; bij eenheid 83 (euro's) eurocenten", 99_999_999)
export const nummer = getal('LDT_Nummer', 'Nummer van een toewijzing of beschikking', 999_999_999)
export const huisnummer = getal('LDT_Huisnummer', 'Huisnummer', 99_999)
export const relatieVolgorde = getal('LDT_RelatieVolgorde', 'Volgorde waarin relaties benaderd worden', 99)

export const commentaar = tekst('LDT_Commentaar', 'Vrije tekst, mag meer regels beslaan', { minLengte: 1, patroon: nietLeeg })
export const emailadres = regel('LDT_Emailadres', 'E-mailadres', 80)
export const huisletter = regel('LDT_Huisletter', 'Letter bij het huisnummer', 1)
export const huisnummerToevoeging = regel('LDT_HuisnummerToevoeging', 'Toevoeging bij het huisnummer', 4)
export const landnummer = regel('LDT_Landnummer', 'Landnummer van een telefoonnummer', 4)
export const naam = regel('LDT_Naam', 'Naam of deel van een naam', 200)
export const naamVerwijzer = regel('LDT_NaamVerwijzer', 'Naam van de verwijzer', 64)
export const organisatienaam = regel('LDT_Organisatienaam', 'Naam van een organisatie', 35)
export const persoonsid = regel('LDT_Persoonsid', 'Nummer van een relatie', 20)
export const plaatsnaam = regel('LDT_Plaatsnaam', 'Plaatsnaam', 80)
export const postcode = regel('LDT_Postcode', 'Postcode; de Nederlandse vorm is CS089', 8)
export const productCode = regel('LDT_ProductCode', 'Productcode uit de afgesproken lijst', 5)
export const referentie = regel('LDT_Referentie', 'Kenmerk van de aanbieder', 36)
export const referentieNummer = tekst('LDT_ReferentieNummer', 'Nummer van een declaratieregel', { minLengte: 1, maxLengte: 20 })
export const straatnaam = regel('LDT_Straatnaam', 'Straatnaam', 24)
export const taal = regel('LDT_Taal', 'Taal voor de tolk', 25)
export const telefoonnummer = tekst('LDT_Telefoonnummer', 'Telefoonnummer: alleen cijfers', {
  minLengte: 1,
  maxLengte: 15,
  patroon: vorm('[0-9]*', /^[0-9]*$/),
})
export const voorletters = tekst('LDT_Voorletters', 'Voorletters aaneen, zonder punten', {
  minLengte: 1,
  maxLengte: 6,
  patroon: vorm('([a-zA-ZÀ-ỳ])+', /^[a-zA-Z\u00C0-\u1EF3]+$/),
})
export const voorvoegsel = regel('LDT_Voorvoegsel', 'Voorvoegsel bij een achternaam', 10)

const codetype = <C extends string>(type: string, lijst: Codelijst<C>, maxLengte: number) => code(`LDT_${type}`, lijst, maxLengte)

export const aanduidingWoonadres = codetype('AanduidingWoonadres', lijsten.aanduidingWoonadres, 2)
export const adresSoort = codetype('AdresSoort', lijsten.soortAdres, 2)
export const communicatievorm = codetype('Communicatievorm', lijsten.communicatievorm, 1)
export const datumGebruik = codetype('DatumGebruik', lijsten.datumGebruik, 1)
export const debetCredit = codetype('DebetCredit', lijsten.debetCredit, 1)
export const eenheid = codetype('Eenheid', lijsten.eenheid, 2)
export const frequentie = codetype('Frequentie', lijsten.frequentie, 1)
export const geslacht = codetype('Geslacht', lijsten.geslacht, 1)
export const jaNee = codetype('JaNee', lijsten.jaNee, 1)
export const juridischeStatus = codetype('JuridischeStatus', lijsten.juridischeStatus, 2)
export const landCode = codetype('LandCode', landen, 2)
export const naamGebruik = codetype('NaamGebruik', lijsten.naamGebruik, 1)
export const productCategorie = codetype('ProductCategorie', lijsten.productCategorie, 2)
export const redenAfwijzingVerzoek = codetype('RedenAfwijzingVerzoek', lijsten.redenAfwijzing, 2)
export const redenBeeindiging = codetype('RedenBeeindiging', lijsten.redenBeeindiging, 2)
export const redenVerzoek = codetype('RedenVerzoek', lijsten.redenVerzoek, 1)
export const redenWijziging = codetype('RedenWijziging', lijsten.redenWijziging, 2)
export const retourCode = codetype('RetourCode', retourcodes, 4)
export const soortRelatie = codetype('SoortRelatie', lijsten.soortRelatie, 2)
export const statusAanlevering = codetype('StatusAanlevering', lijsten.statusAanlevering, 1)
export const typeVerwijzer = codetype('TypeVerwijzer', lijsten.verwijzer, 2)
export const verzoekAntwoord = codetype('VerzoekAntwoord', lijsten.verzoekAntwoord, 1)
export const wettelijkeVertegenwoordiging = codetype('WettelijkeVertegenwoordiging', lijsten.wettelijkeVertegenwoordiging, 2)
