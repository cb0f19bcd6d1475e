/** WMO317 Verzoek om wijziging (VOW) en WMO318 Verzoek om wijziging retour. */
import { een, klasse, lijst, mag, sleutel, veel } from '../vorm.ts'
import * as t from './basistypen.ts'
import * as g from './groepen.ts'
import { heenbericht, retourbericht } from './bericht.ts'

export const ongewijzigdProduct = klasse({ ToewijzingNummer: sleutel(een(t.nummer)) })

export const teWijzigenProduct = klasse({
  ToewijzingNummer: sleutel(een(t.nummer)),
  GewensteIngangsdatum: een(t.datum),
  Einddatum: mag(t.datum),
  Omvang: mag(g.omvang),
  Budget: mag(t.budget),
})

export const nieuwProduct = klasse({
  Product: sleutel(mag(g.product)),
  GewensteIngangsdatum: sleutel(een(t.datum)),
  Einddatum: mag(t.datum),
  Omvang: mag(g.omvang),
  Budget: mag(t.budget),
})

export const verzoek = klasse({
  ReferentieAanbieder: sleutel(een(t.referentie)),
  RedenVerzoek: een(t.redenVerzoek),
  OngewijzigdeProducten: mag(lijst({ OngewijzigdProduct: veel(ongewijzigdProduct) })),
  TeWijzigenProducten: mag(lijst({ TeWijzigenProduct: veel(teWijzigenProduct) })),
  NieuweProducten: mag(lijst({ NieuwProduct: veel(nieuwProduct) })),
})

const inhoud = { Client: een(klasse({ Bsn: sleutel(een(t.bsn)), Verzoek: een(verzoek) })) }
export const wmo317 = heenbericht({ naam: 'WMO317', code: '480', titel: 'Verzoek om wijziging', van: 'aanbieder' }, inhoud)
export const wmo318 = retourbericht({ naam: 'WMO318', code: '481' }, wmo317, inhoud)
