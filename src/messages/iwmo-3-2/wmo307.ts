/** WMO307 Stop levering en WMO308 Stop levering retour. */
import { een, klasse, lijst, mag, sleutel, veel } from '../vorm.ts'
import * as t from './basistypen.ts'
import * as g from './groepen.ts'
import { heenbericht, retourbericht } from './bericht.ts'

export const stopProduct = klasse({
  ToewijzingNummer: sleutel(mag(t.nummer)),
  Product: sleutel(mag(g.product)),
  ToewijzingIngangsdatum: mag(t.datum),
  Begindatum: sleutel(een(t.datum)),
  RedenBeeindiging: sleutel(een(t.redenBeeindiging)),
  Einddatum: sleutel(een(t.datum)),
  StatusAanlevering: een(t.statusAanlevering),
})

const client = klasse({
  Bsn: sleutel(een(t.bsn)),
  Geboortedatum: een(g.geboortedatum),
  Geslacht: een(t.geslacht),
  Naam: een(g.verkorteNaam),
  StopProducten: een(lijst({ StopProduct: veel(stopProduct) })),
})

const inhoud = { Client: een(client) }
export const wmo307 = heenbericht({ naam: 'WMO307', code: '420', titel: 'Stop levering', van: 'aanbieder' }, inhoud)
export const wmo308 = retourbericht({ naam: 'WMO308', code: '421' }, wmo307, inhoud)
