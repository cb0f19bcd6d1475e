/** Wat een gebeurtenis bij een zaak nog vraagt, naast de dag. Wat hier niet staat, vraagt niets. */
import type { Zaakgebeurtenissoort } from '#core/dossier/gebeurtenissoorten.ts'
import { afsluitredenen, wlzstanden } from '#core/dossier/gebeurteniswoorden.ts'

export type Stapveld = {
  readonly naam: string
  readonly label: string
  readonly soort: 'regel' | 'alinea' | 'vinkje' | 'keuze' | 'datum'
  readonly optioneel?: boolean
  readonly uitleg?: string
  readonly opties?: Readonly<Record<string, string>>
  readonly hoogstens?: number
}

const reden: Stapveld = { naam: 'reden', label: 'Waarom', soort: 'regel', hoogstens: 300 }
const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1)

export const stapvelden: Partial<Record<Zaakgebeurtenissoort, readonly Stapveld[]>> = {
  melding_bevestigd: [
    {
      naam: 'clientondersteuningGenoemd',
      label: 'Gewezen op gratis cliëntondersteuning',
      soort: 'vinkje',
      uitleg: 'Dat hoort voor het onderzoek te gebeuren (Wmo 2.3.2 lid 3).',
    },
  ],
  verslag_reactie: [{ naam: 'opmerking', label: 'Opmerkingen van de inwoner', soort: 'alinea', optioneel: true, hoogstens: 4000 }],
  onderzoek_hervat: [reden],
  zaak_heropend: [reden],
  wachten_begonnen: [
    { naam: 'waarop', label: 'Op wie of wat wacht u', soort: 'regel', uitleg: 'Bijvoorbeeld: de huisarts', hoogstens: 100 },
    { naam: 'tot', label: 'Tot wanneer', soort: 'datum', optioneel: true },
  ],
  wlz_vastgelegd: [
    {
      naam: 'stand',
      label: 'Hoe staat het met de Wlz',
      soort: 'keuze',
      opties: Object.fromEntries(Object.entries(wlzstanden).map(([code, tekst]) => [code, hoofdletter(tekst)])),
    },
    { naam: 'van', label: 'Vanaf welke dag toegekend', soort: 'datum', optioneel: true, uitleg: 'Leeg: vanaf de dag van het besluit.' },
    { naam: 'tot', label: 'Tot en met', soort: 'datum', optioneel: true, uitleg: 'Alleen bij een toekenning die eindigt.' },
  ],
  zaak_afgesloten: [
    {
      naam: 'reden',
      label: 'Waarom is de zaak klaar',
      soort: 'keuze',
      opties: Object.fromEntries(Object.entries(afsluitredenen).map(([code, tekst]) => [code, hoofdletter(tekst)])),
    },
    { naam: 'toelichting', label: 'Toelichting', soort: 'alinea', optioneel: true, hoogstens: 2000 },
  ],
}

/** De knop bij een soort: wat er dan gebeurt. */
export const stapknop: Partial<Record<string, string>> = {
  melding_bevestigd: 'Ontvangst bevestigen',
  plan_ontvangen: 'Persoonlijk plan ontvangen',
  plan_afgezien: 'Inwoner levert geen plan in',
  onderzoek_gestart: 'Onderzoek starten',
  verslag_verzonden: 'Verslag verzonden',
  verslag_reactie: 'Reactie op het verslag',
  onderzoek_hervat: 'Onderzoek hervatten',
  aanvraag_ontvangen: 'Aanvraag ontvangen',
  wachten_begonnen: 'Wacht op iemand',
  wachten_voorbij: 'Wacht niet meer',
  wlz_vastgelegd: 'Wlz-aanvraag of -besluit vastleggen',
  zaak_afgesloten: 'Zaak afsluiten',
  zaak_heropend: 'Zaak heropenen',
}
