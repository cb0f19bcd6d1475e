/** De samengestelde typen (CDT_) van het basisschema van iWmo 3.2. */
import { een, groep, mag } from '../vorm.ts'
import * as t from './basistypen.ts'

export const achternaam = groep('CDT_Achternaam', { Achternaam: een(t.naam), Voorvoegsel: mag(t.voorvoegsel) })
export const huis = groep('CDT_Huis', {
  Huisnummer: een(t.huisnummer),
  Huisletter: mag(t.huisletter),
  HuisnummerToevoeging: mag(t.huisnummerToevoeging),
  AanduidingWoonadres: mag(t.aanduidingWoonadres),
})
export const adres = groep('CDT_Adres', {
  Huis: mag(huis),
  Postcode: mag(t.postcode),
  Straatnaam: mag(t.straatnaam),
  Plaatsnaam: mag(t.plaatsnaam),
  LandCode: mag(t.landCode),
})
export const bedragMetDC = groep('CDT_BedragMetDC', { Bedrag: een(t.bedrag), DebetCredit: een(t.debetCredit) })
export const totaalBedragMetDC = groep('CDT_TotaalBedragMetDC', { TotaalBedrag: een(t.totaalBedrag), DebetCredit: een(t.debetCredit) })
export const berichtIdentificatie = groep('CDT_BerichtIdentificatie', {
  Identificatie: een(t.identificatieBericht),
  Dagtekening: een(t.datum),
})
export const communicatie = groep('CDT_Communicatie', { Vorm: een(t.communicatievorm), Taal: mag(t.taal) })
export const geboortedatum = groep('CDT_Geboortedatum', { Datum: een(t.datum), DatumGebruik: mag(t.datumGebruik) })
export const geslotenPeriode = groep('CDT_GeslotenPeriode', { Begindatum: een(t.datum), Einddatum: een(t.datum) })
export const openPeriode = groep('CDT_OpenPeriode', { Begindatum: mag(t.datum), Einddatum: mag(t.datum) })
export const omvang = groep('CDT_Omvang', { Volume: een(t.volume), Eenheid: een(t.eenheid), Frequentie: een(t.frequentie) })
export const product = groep('CDT_Product', { Categorie: een(t.productCategorie), Code: mag(t.productCode) })
export const referentie = groep('CDT_Referentie', {
  ReferentieNummer: een(t.referentieNummer),
  VorigReferentieNummer: mag(t.referentieNummer),
})
export const telefoon = groep('CDT_Telefoon', { Telefoonnummer: een(t.telefoonnummer), Landnummer: een(t.landnummer) })
export const telefoonnummers = groep('CDT_Telefoonnummers', { Telefoon01: een(telefoon), Telefoon02: mag(telefoon) })
export const verkorteNaam = groep('CDT_VerkorteNaam', {
  Geslachtsnaam: een(achternaam),
  Voornamen: mag(t.naam),
  Voorletters: mag(t.voorletters),
})
export const volledigeNaam = groep('CDT_VolledigeNaam', {
  Geslachtsnaam: een(achternaam),
  Partnernaam: mag(achternaam),
  Voornamen: mag(t.naam),
  Voorletters: mag(t.voorletters),
  NaamGebruik: een(t.naamGebruik),
})
export const verwijzer = groep('CDT_Verwijzer', {
  Type: een(t.typeVerwijzer),
  Naam: mag(t.naamVerwijzer),
  ZorgverlenerCode: mag(t.agbCode),
})
export const xsdVersie = groep('CDT_XsdVersie', { BasisschemaXsdVersie: een(t.versie), BerichtXsdVersie: een(t.versie) })
