/** Een melding zoals zij binnenkomt. Iedereen mag melden (Wmo 2.3.2 lid 1); een melding is nog geen aanvraag. */
import { type Datum, datumVan } from '#core/base/datum.ts'
import { ok, type Invoerfout, type Result } from '#core/base/result.ts'
import { alinea, anders, datumTotEnMet, type Gelezen, keuze, type Lezer, leesVelden, mag, moet, uuid, weiger } from '#core/base/velden.ts'

export const zaaksoorten = {
  melding: 'Melding',
  herindicatie: 'Herindicatie',
  wijziging: 'Verzoek om wijziging',
  signaal: 'Signaal van een aanbieder of ander',
} as const
export type Zaaksoort = keyof typeof zaaksoorten

/** Hoe een melding binnenkwam; past achter "ontvangen". */
export const kanalen = {
  telefoon: 'per telefoon',
  balie: 'aan de balie',
  brief: 'per brief',
  email: 'per e-mail',
  website: 'via de website',
  huisbezoek: 'bij een huisbezoek',
  overdracht: 'van een andere gemeente',
} as const
export type Kanaal = keyof typeof kanalen

/** Wie meldde; past achter "van". */
export const melders = {
  inwoner: 'de inwoner zelf',
  vertegenwoordiger: 'de vertegenwoordiger',
  mantelzorger: 'een mantelzorger',
  familie: 'familie',
  huisarts: 'de huisarts',
  ziekenhuis: 'het ziekenhuis',
  wijkteam: 'het wijkteam',
  aanbieder: 'een aanbieder',
  politie: 'de politie',
  ander: 'iemand anders',
} as const
export type Melder = keyof typeof melders

/** Zo ver terug kan een melding nog vallen onder de wet waar dit programma voor is. */
const EERSTE_MELDING = datumVan(2015, 1, 1)

const ontvangst =
  (vandaag: Datum): Lezer<Datum> =>
  (ruw, plaats) => {
    const gelezen = datumTotEnMet(vandaag)(ruw, plaats)
    if (!gelezen.ok || gelezen.value >= EERSTE_MELDING) return gelezen
    return weiger('DATUM_TE_OUD', plaats, 'Deze dag ligt voor 2015. Kijk of het jaartal klopt.')
  }

const lezersOp = (vandaag: Datum) => ({
  inwoner: moet(uuid, 'Kies voor welke inwoner de melding is.'),
  soort: anders(keuze(zaaksoorten), 'melding'),
  kanaal: moet(keuze(kanalen), 'Kies hoe de melding binnenkwam.'),
  gemeldDoor: moet(keuze(melders), 'Kies wie de melding deed.'),
  ontvangenOp: moet(ontvangst(vandaag), 'Vul in op welke dag de melding binnenkwam. Vanaf die dag loopt de termijn.'),
  hulpvraag: moet(alinea(4000), 'Schrijf op wat de inwoner vraagt, in diens eigen woorden als het kan.'),
  behandelaar: mag(uuid),
  team: mag(uuid),
})
export type Melding = Gelezen<ReturnType<typeof lezersOp>>

export const leesMelding = (ruw: unknown, vandaag: Datum): Result<Melding, Invoerfout[]> => leesVelden(lezersOp(vandaag), ruw)

export type Zaakwijziging = { readonly hulpvraag: string }
/** Wat aan een zaak zelf te wijzigen is; al het andere verandert door een gebeurtenis. */
export function leesZaakwijziging(ruw: unknown): Result<Zaakwijziging, Invoerfout[]> {
  const gelezen = leesVelden({ hulpvraag: moet(alinea(4000), 'Schrijf op wat de inwoner vraagt.') }, ruw)
  return gelezen.ok ? ok(gelezen.value) : gelezen
}
