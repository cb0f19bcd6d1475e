/** WMO305 Start levering en WMO306 Start levering retour. */
import { een, klasse, lijst, mag, sleutel, veel } from '../vorm.ts'
import * as t from './basistypen.ts'
import * as g from './groepen.ts'
import { heenbericht, retourbericht } from './bericht.ts'

export const startProduct = klasse({
  ToewijzingNummer: sleutel(mag(t.nummer)),
  Product: sleutel(mag(g.product)),
  ToewijzingIngangsdatum: mag(t.datum),
  Begindatum: sleutel(een(t.datum)),
  StatusAanlevering: een(t.statusAanlevering),
})

const client = klasse({
  Bsn: sleutel(een(t.bsn)),
  Geboortedatum: een(g.geboortedatum),
  Geslacht: een(t.geslacht),
  Naam: een(g.verkorteNaam),
  StartProducten: een(lijst({ StartProduct: veel(startProduct) })),
})

const inhoud = { Client: een(client) }
export const wmo305 = heenbericht({ naam: 'WMO305', code: '418', titel: 'Start levering', van: 'aanbieder' }, inhoud)
export const wmo306 = retourbericht({ naam: 'WMO306', code: '419' }, wmo305, inhoud)
