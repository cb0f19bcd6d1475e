/** Wat iemand kan doen in een stand waarin het programma zelf geen volgende gebeurtenis aanwijst. */
import type { Zaakgebeurtenissoort } from '#core/dossier/gebeurtenissoorten.ts'
import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'

export type Wachten = { readonly zin: string; readonly stappen: readonly Zaakgebeurtenissoort[] }

/** Null als er een volgende gebeurtenis is, of de zaak klaar is. De eerste stap is de eerste knop. */
export function wachtenBij(zaak: Pick<Zaakantwoord, 'nu' | 'stand' | 'wachtOp' | 'planTot'>): Wachten | null {
  if (!zaak.nu || zaak.nu.gebeurtenis !== null) return null
  if (zaak.wachtOp)
    return { zin: 'De termijn loopt intussen door. Is het er, leg dan vast dat u niet meer wacht.', stappen: ['wachten_voorbij'] }
  return perStand(zaak)[zaak.stand] ?? null
}

const perStand = ({ planTot }: Pick<Zaakantwoord, 'planTot'>): Readonly<Record<string, Wachten>> => ({
  bevestigd: {
    zin: `De inwoner kan tot en met ${schrijfDatum(planTot)} een persoonlijk plan inleveren. Leg vast dat het er is of dat er geen komt; daarna begint het onderzoek.`,
    stappen: ['plan_ontvangen', 'plan_afgezien'],
  },
  verslag_verzonden: {
    zin: 'De inwoner leest het verslag. Leg vast wat hij ervan vindt, of dat hij een aanvraag doet.',
    stappen: ['aanvraag_ontvangen', 'verslag_reactie'],
  },
  aanvraag: {
    zin: 'Ken hulp toe met een indicatie uit het onderzoek. Is het besluit genomen, sluit dan de zaak af.',
    stappen: ['zaak_afgesloten'],
  },
})
