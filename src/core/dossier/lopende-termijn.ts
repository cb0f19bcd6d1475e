/** Welke wettelijke termijn van een zaak nu loopt. Na het verslag is het onderzoek gedaan; tot de aanvraag loopt er dan geen. */
import { type Datum, LAATSTE_DATUM } from '#core/base/datum.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'
import type { Termijnsoort } from '#core/dossier/wettelijke-termijnen.ts'

export type Zaaktermijn = { readonly soort: Extract<Termijnsoort, 'onderzoek' | 'besluit'>; readonly uiterlijk: Datum }
type Feiten = {
  readonly stand: Zaakstand
  readonly onderzoekUiterlijk: Datum
  /** Twee weken na de aanvraag; leeg zolang er geen aanvraag is. */
  readonly besluitUiterlijk: Datum | null
}

export function lopendeTermijn({ stand, onderzoekUiterlijk, besluitUiterlijk }: Feiten): Zaaktermijn | null {
  if (stand === 'afgesloten' || stand === 'verslag_verzonden') return null
  if (stand === 'aanvraag' && besluitUiterlijk) return { soort: 'besluit', uiterlijk: besluitUiterlijk }
  return { soort: 'onderzoek', uiterlijk: onderzoekUiterlijk }
}

/** Wat een lijst sorteert: zonder termijn achteraan. */
export const sorteerdag = (feiten: Feiten): Datum => lopendeTermijn(feiten)?.uiterlijk ?? LAATSTE_DATUM

/** Voor een kop of bij een datum. */
export const termijnnamen: Record<Zaaktermijn['soort'], string> = { onderzoek: 'Onderzoek', besluit: 'Besluit' }
