/** WMO301 Toewijzing en WMO302 Toewijzing retour. */
import { een, klasse, lijst, mag, sleutel, veel } from '../vorm.ts'
import * as t from './basistypen.ts'
import * as g from './groepen.ts'
import { heenbericht, retourbericht } from './bericht.ts'

export const contact = klasse({
  Soort: sleutel(een(t.adresSoort)),
  Adres: mag(g.adres),
  Organisatie: mag(t.organisatienaam),
  Telefoon: mag(g.telefoonnummers),
  Emailadres: mag(t.emailadres),
  Periode: mag(g.openPeriode),
})

export const relatie = klasse({
  Nummer: sleutel(een(t.persoonsid)),
  Volgorde: mag(t.relatieVolgorde),
  Soort: een(t.soortRelatie),
  Geboortedatum: mag(g.geboortedatum),
  Geslacht: mag(t.geslacht),
  Naam: een(g.volledigeNaam),
  Contact: een(contact),
})

export const toegewezenProduct = klasse({
  ToewijzingNummer: sleutel(een(t.nummer)),
  ReferentieAanbieder: mag(t.referentie),
  Product: mag(g.product),
  Toewijzingsdatum: een(t.datum),
  Toewijzingstijd: een(t.tijd),
  Ingangsdatum: een(t.datum),
  Einddatum: mag(t.datum),
  RedenWijziging: mag(t.redenWijziging),
  Omvang: mag(g.omvang),
  Budget: mag(t.budget),
  Commentaar: mag(t.commentaar),
})

const client = klasse({
  Bsn: sleutel(een(t.bsn)),
  Geboortedatum: een(g.geboortedatum),
  Geslacht: een(t.geslacht),
  Naam: een(g.volledigeNaam),
  Communicatie: mag(g.communicatie),
  JuridischeStatus: mag(t.juridischeStatus),
  WettelijkeVertegenwoordiging: mag(t.wettelijkeVertegenwoordiging),
  Commentaar: mag(t.commentaar),
  Relaties: mag(lijst({ Relatie: veel(relatie) })),
  Contactgegevens: een(lijst({ Contact: veel(contact) })),
  ToegewezenProducten: een(lijst({ ToegewezenProduct: veel(toegewezenProduct) })),
})

const inhoud = { Client: een(client) }
export const wmo301 = heenbericht({ naam: 'WMO301', code: '414', titel: 'Toewijzing', van: 'gemeente' }, inhoud)
export const wmo302 = retourbericht({ naam: 'WMO302', code: '415' }, wmo301, inhoud)
