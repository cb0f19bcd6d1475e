/** Kleine, kloppende berichten om in een test één ding aan te veranderen. Alle gegevens zijn verzonnen. */
import type { Berichtnaam, Berichtwaarden, WMO301, WMO305, WMO307, WMO315, WMO317, WMO319, WMO323, WMO325 } from './iwmo-3-2/release.ts'

export const DAGTEKENING = '2026-02-10'
export const BSN = '999990019'
export const ANDER_BSN = '999990020'
const GEMEENTE = '9990'
const AANBIEDER = '98765432'
const versies = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' }
const kenmerk = { Identificatie: 'B-1', Dagtekening: DAGTEKENING }

const kop = <C extends string>(code: C, vanGemeente: boolean) => ({
  BerichtCode: code,
  BerichtVersie: 3 as const,
  BerichtSubversie: 2 as const,
  Afzender: vanGemeente ? GEMEENTE : AANBIEDER,
  Ontvanger: vanGemeente ? AANBIEDER : GEMEENTE,
  BerichtIdentificatie: { ...kenmerk },
  XsdVersie: { ...versies },
})

const persoon = () => ({
  Bsn: BSN,
  Geboortedatum: { Datum: '1950-05-17' } as WMO305['Client']['Geboortedatum'],
  Geslacht: '2' as const,
  Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld', Voorvoegsel: 'van' }, Voorletters: 'AB' },
})

export const contact = (soort: '01' | '02' | '03' | '04' = '01'): WMO301['Client']['Contactgegevens']['Contact'][number] => ({
  Soort: soort,
  Adres: {
    Huis: { Huisnummer: 12, Huisletter: 'b' },
    Postcode: '1234AB',
    Straatnaam: 'Dorpsstraat',
    Plaatsnaam: 'Nergens',
    LandCode: 'NL',
  },
})

export const toegewezen = (nummer = 1): WMO301['Client']['ToegewezenProducten']['ToegewezenProduct'][number] => ({
  ToewijzingNummer: nummer,
  Product: { Categorie: '02', Code: `02A0${nummer}` },
  Toewijzingsdatum: '2026-02-09',
  Toewijzingstijd: '09:30:00',
  Ingangsdatum: '2026-03-01',
  Einddatum: '2026-12-31',
  Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' },
})

export const relatie = (nummer = '1'): NonNullable<WMO301['Client']['Relaties']>['Relatie'][number] => ({
  Nummer: nummer,
  Soort: '12',
  Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld' }, NaamGebruik: '1' },
  Contact: { Soort: '02', Telefoon: { Telefoon01: { Telefoonnummer: '0101234567', Landnummer: '31' } } },
})

export const een301 = (): WMO301 => ({
  Header: kop('414', true),
  Client: {
    ...persoon(),
    Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld', Voorvoegsel: 'van' }, Voorletters: 'AB', NaamGebruik: '1' },
    Contactgegevens: { Contact: [contact()] },
    ToegewezenProducten: { ToegewezenProduct: [toegewezen()] },
  },
})

export const gestart = (): WMO305['Client']['StartProducten']['StartProduct'][number] => ({
  ToewijzingNummer: 1,
  Product: { Categorie: '02', Code: '02A01' },
  ToewijzingIngangsdatum: '2026-01-01',
  Begindatum: '2026-01-05',
  StatusAanlevering: '1',
})

export const een305 = (): WMO305 => ({ Header: kop('418', false), Client: { ...persoon(), StartProducten: { StartProduct: [gestart()] } } })

export const gestopt = (): WMO307['Client']['StopProducten']['StopProduct'][number] => ({
  ...gestart(),
  RedenBeeindiging: '19',
  Einddatum: '2026-02-01',
})

export const een307 = (): WMO307 => ({ Header: kop('420', false), Client: { ...persoon(), StopProducten: { StopProduct: [gestopt()] } } })

export const aangevraagd = (referentie = 'V-1'): WMO315['Client']['AangevraagdeProducten']['AangevraagdProduct'][number] => ({
  ReferentieAanbieder: referentie,
  Product: { Categorie: '02', Code: '02A01' },
  ToewijzingIngangsdatum: '2026-03-01',
  ToewijzingEinddatum: '2026-12-31',
  Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' },
  Verwijzer: { Type: '01' },
})

export const een315 = (): WMO315 => ({
  Header: kop('444', false),
  Client: { ...persoon(), AangevraagdeProducten: { AangevraagdProduct: [aangevraagd()] } },
})

type Verzoek = WMO317['Client']['Verzoek']
export const teWijzigen = (nummer = 2): NonNullable<Verzoek['TeWijzigenProducten']>['TeWijzigenProduct'][number] => ({
  ToewijzingNummer: nummer,
  GewensteIngangsdatum: '2026-03-01',
  Einddatum: '2026-12-31',
  Omvang: { Volume: 4, Eenheid: '04', Frequentie: '2' },
})
export const nieuw = (code = '02A03'): NonNullable<Verzoek['NieuweProducten']>['NieuwProduct'][number] => ({
  Product: { Categorie: '02', Code: code },
  GewensteIngangsdatum: '2026-03-01',
  Einddatum: '2026-12-31',
  Omvang: { Volume: 2, Eenheid: '16', Frequentie: '2' },
})

export const een317 = (): WMO317 => ({
  Header: kop('480', false),
  Client: {
    Bsn: BSN,
    Verzoek: {
      ReferentieAanbieder: 'V-2',
      RedenVerzoek: '1',
      OngewijzigdeProducten: { OngewijzigdProduct: [{ ToewijzingNummer: 1 }] },
      TeWijzigenProducten: { TeWijzigenProduct: [teWijzigen()] },
      NieuweProducten: { NieuwProduct: [nieuw()] },
    },
  },
})

export const een319 = (): WMO319 => ({
  Header: kop('482', true),
  Antwoord: { ReferentieAanbieder: 'V-2', VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '2' },
})

export const prestatie = (nummer = 'R1'): WMO323['Declaratie']['Clienten']['Client'][number]['Prestaties']['Prestatie'][number] => ({
  ProductReferentie: { ReferentieNummer: nummer },
  ToewijzingNummer: 1,
  ProductCategorie: '02',
  ProductCode: `02${nummer}`.slice(0, 5),
  ProductPeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' },
  GeleverdVolume: 4,
  Eenheid: '04',
  ProductTarief: 1250,
  IngediendBedrag: { Bedrag: 5000, DebetCredit: 'D' },
})

export const een323 = (): WMO323 => ({
  Header: kop('484', false),
  Declaratie: {
    DeclaratieNummer: 'D202601',
    DeclaratiePeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' },
    DeclaratieDagtekening: '2026-02-09',
    TotaalIngediendBedrag: { TotaalBedrag: 5000, DebetCredit: 'D' },
    Clienten: { Client: [{ Bsn: BSN, Prestaties: { Prestatie: [prestatie()] } }] },
  },
})

const codes = <C extends string>(code: C) => ({ RetourCodes: { RetourCode: [code] } })

/** Ingediend 1000,00; één regel van 50,00 afgewezen. */
export const een325 = (): WMO325 => ({
  Header: { ...kop('485', true), DeclaratieIdentificatie: { ...kenmerk }, XsdVersieDeclaratie: { ...versies }, ...codes('0200') },
  DeclaratieAntwoord: {
    DeclaratieNummer: 'D202601',
    TotaalIngediendBedrag: { TotaalBedrag: 100_000, DebetCredit: 'D' },
    TotaalToegekendBedrag: { TotaalBedrag: 95_000, DebetCredit: 'D' },
    Clienten: { Client: [{ Bsn: BSN, Prestaties: { Prestatie: [{ ...prestatie(), ...codes('9321') }] }, ...codes('0200') }] },
    ...codes('0200'),
  },
})

/** De heenberichten en de declaratie met haar antwoord; retourberichten kennen geen regels van niveau 2. */
export const voorbeelden = {
  WMO301: een301,
  WMO305: een305,
  WMO307: een307,
  WMO315: een315,
  WMO317: een317,
  WMO319: een319,
  WMO323: een323,
  WMO325: een325,
} satisfies { [N in Berichtnaam]?: () => Berichtwaarden[N] }
