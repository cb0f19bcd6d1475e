/** WMO319 Antwoord op een verzoek (VOT of VOW) en WMO320 Antwoord retour. */
import { een, klasse, mag, sleutel } from '../vorm.ts'
import * as t from './basistypen.ts'
import { heenbericht, retourbericht } from './bericht.ts'

export const antwoord = klasse({
  ReferentieAanbieder: sleutel(een(t.referentie)),
  VerzoekAntwoord: sleutel(een(t.verzoekAntwoord)),
  RedenAfwijzingVerzoek: mag(t.redenAfwijzingVerzoek),
})

const inhoud = { Antwoord: een(antwoord) }
export const wmo319 = heenbericht({ naam: 'WMO319', code: '482', titel: 'Antwoord op verzoek', van: 'gemeente' }, inhoud)
export const wmo320 = retourbericht({ naam: 'WMO320', code: '483' }, wmo319, inhoud)
