/** WMO315 Verzoek om toewijzing (VOT) en WMO316 Verzoek om toewijzing retour. */
import { een, klasse, lijst, mag, sleutel, veel } from '../vorm.ts'
import * as t from './basistypen.ts'
import * as g from './groepen.ts'
import { heenbericht, retourbericht } from './bericht.ts'

export const aangevraagdProduct = klasse({
  ReferentieAanbieder: sleutel(een(t.referentie)),
  BeschikkingNummer: mag(t.nummer),
  Product: mag(g.product),
  BeschikkingIngangsdatum: mag(t.datum),
  ToewijzingIngangsdatum: een(t.datum),
  ToewijzingEinddatum: mag(t.datum),
  Omvang: mag(g.omvang),
  Budget: mag(t.budget),
  Verwijzer: een(g.verwijzer),
  Raamcontract: mag(t.jaNee),
  Commentaar: mag(t.commentaar),
})

const client = klasse({
  Bsn: sleutel(een(t.bsn)),
  Geboortedatum: een(g.geboortedatum),
  Geslacht: een(t.geslacht),
  Naam: een(g.verkorteNaam),
  Commentaar: mag(t.commentaar),
  AangevraagdeProducten: een(lijst({ AangevraagdProduct: veel(aangevraagdProduct) })),
})

const inhoud = { Client: een(client) }
export const wmo315 = heenbericht({ naam: 'WMO315', code: '444', titel: 'Verzoek om toewijzing', van: 'aanbieder' }, inhoud)
export const wmo316 = retourbericht({ naam: 'WMO316', code: '445' }, wmo315, inhoud)
