/**
 * De envelop StUF-GGk 2.1 waarin een bericht door de keten gaat: Di01 (heen), Du01 (retour), en wat de ontvanger terugmeldt: Bv03
 * (goed ontvangen), Fo01 (later een fout) en Fo03 (meteen een fout).
 */
import { type Simpel, tekst } from '../vorm.ts'

export const GGK = 'http://www.stufstandaarden.nl/koppelvlak/ggk0210'
export const STUF = 'http://www.egem.nl/StUF/StUF0301'
export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'

export type Systeem = {
  /** Gemeentecode, AGB-code of een landelijke partij. In een fout of bevestiging mag hij ontbreken. */
  readonly organisatie?: string
  readonly applicatie: string
  readonly administratie?: string
  readonly gebruiker?: string
}
type Stuur = {
  readonly zender: Systeem
  readonly ontvanger: Systeem
  /** UUID versie 4 in kleine letters. */
  readonly referentienummer: string
  /** 8 tot 17 cijfers: jaar, maand, dag, en zoveel van de tijd als bekend. */
  readonly tijdstip: string
}
export type Versies = {
  readonly applicatieVersie: string
  readonly applicatieSubversie: string
  readonly functieVersie: string
  readonly functieSubversie: string
}
export type Lading =
  | { readonly soort: 'xml'; readonly inhoud: Uint8Array }
  | { readonly soort: 'tekst'; readonly bestandsnaam: string; readonly inhoud: Uint8Array }

export type Heen = Stuur & { readonly soort: 'Di01'; readonly functie: string; readonly versies: Versies; readonly lading: Lading }
export type Retour = Stuur & {
  readonly soort: 'Du01'
  /** Het referentienummer van de envelop waarop dit het antwoord is. */
  readonly crossRefnummer: string
  readonly functie: string
  readonly versies: Versies
  readonly lading: Lading
}
export type Fout = {
  readonly code: string
  readonly plek: 'client' | 'server'
  readonly omschrijving: string
  readonly details?: string
}
/** `detailsXML` lezen en schrijven wij niet: dat is het bericht zelf nog eens, met burgerservicenummers. */
export type Foutmelding = Stuur & { readonly soort: 'Fo01' | 'Fo03'; readonly crossRefnummer: string; readonly fout: Fout }
export type Bevestiging = Stuur & { readonly soort: 'Bv03'; readonly crossRefnummer: string }
export type Envelop = Heen | Retour | Foutmelding | Bevestiging
export type Envelopsoort = Envelop['soort']

/** Het hoofdelement per soort. */
export const wortels: Record<Envelopsoort, { readonly ruimte: string; readonly naam: string }> = {
  Di01: { ruimte: GGK, naam: 'envelopHeenbericht-ggk_Di01' },
  Du01: { ruimte: GGK, naam: 'envelopRetourbericht-ggk_Du01' },
  Fo01: { ruimte: STUF, naam: 'Fo01Bericht' },
  Fo03: { ruimte: STUF, naam: 'Fo03Bericht' },
  Bv03: { ruimte: STUF, naam: 'Bv03Bericht' },
}

/** De SOAP-actie bij wat er verstuurd wordt; Bv03 en Fo03 zijn het antwoord op hetzelfde verzoek en hebben er geen. */
export const soapActie: Record<'Di01' | 'Du01' | 'Fo01', string> = {
  Di01: `${GGK}/ggk_Di01`,
  Du01: `${GGK}/ggk_Du01`,
  Fo01: `${STUF}/Fo01`,
}

/** De hele envelop, met de inhoud in base64, is hooguit 25 MB. */
export const GRENS = 25 * 1024 * 1024
export const TE_GROOT = 'De envelop is groter dan 25 MB. Verdeel het bericht over meer enveloppen.'

const cijfers = (aantal: string) => {
  const past = new RegExp(`^[0-9]{${aantal}}$`)
  return { xsd: `[0-9]{${aantal}}`, past: (t: string) => past.test(t) }
}
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const typen = {
  organisatie: tekst('Organisatie', 'Gemeentecode, AGB-code of landelijke partij', { maxLengte: 200 }),
  applicatie: tekst('Applicatie', 'Naam van de applicatie zonder versie', { minLengte: 3, maxLengte: 50 }),
  administratie: tekst('Administratie', 'Naam van de gemeente of samenwerking', { maxLengte: 50 }),
  gebruiker: tekst('Gebruiker', 'Gebruiker', { maxLengte: 100 }),
  uuid: tekst('Refnummer', 'UUID versie 4 in kleine letters', {
    maxLengte: 40,
    patroon: { xsd: uuid.source.slice(1, -1), past: (t) => uuid.test(t) },
  }),
  /** In fouten en bevestigingen is een referentienummer vrije tekst. */
  refnummer: tekst('Refnummer', 'Referentienummer', { maxLengte: 40 }),
  tijdstip: tekst('Tijdstip', 'Acht tot zeventien cijfers', { patroon: cijfers('8,17') }),
  functie: tekst('Functie', 'Soort bericht, zoals WMO301', { maxLengte: 30 }),
  versie: tekst('Versienr', 'Vier cijfers', { minLengte: 4, maxLengte: 4, patroon: cijfers('4') }),
  bestandsnaam: tekst('Bestandsnaam', 'Letters, cijfers, punt, streepje en onderstreping', {
    minLengte: 4,
    maxLengte: 255,
    patroon: { xsd: '[A-Za-z0-9\\-\\._]+', past: (t) => /^[A-Za-z0-9\-._]+$/.test(t) },
  }),
  foutcode: tekst('Foutcode', 'Foutcode', { maxLengte: 7 }),
  foutplek: tekst('Foutplek', 'client of server', { patroon: { xsd: 'client|server', past: (t) => t === 'client' || t === 'server' } }),
  omschrijving: tekst('Foutomschrijving', 'Wat er mis is', { maxLengte: 200 }),
  details: tekst('Foutdetails', 'Waar het over gaat', { maxLengte: 1000 }),
} satisfies Record<string, Simpel<string>>
