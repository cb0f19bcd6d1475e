/** Hoe ver een verzonnen zaak is, en wat er onderweg gebeurde: echte gebeurtenissen met een dag en een zin. */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import type { Blok } from '#core/base/invoer.ts'
import { maakGebeurtenis, type NieuweGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import type { Zaakgebeurtenissoort } from '#core/dossier/gebeurtenissoorten.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'

type Stap = { readonly na: number; readonly soort: Zaakgebeurtenissoort; readonly gegevens?: Blok }
export type Verloop = {
  readonly stand: Zaakstand
  /** Hoeveel dagen geleden de melding binnenkwam: van, tot. */
  readonly geleden: readonly [number, number]
  readonly gewicht: number
  readonly wachtOp?: string
  readonly heeftOnderzoek: boolean
  readonly stappen: readonly Stap[]
}

const ontvangen: Stap = { na: 0, soort: 'melding_ontvangen' }
const bevestigd: Stap = { na: 1, soort: 'melding_bevestigd', gegevens: { clientondersteuningGenoemd: true } }
const zonderPlan: Stap = { na: 2, soort: 'plan_afgezien' }
const gestart: Stap = { na: 3, soort: 'onderzoek_gestart' }
const verslag: Stap = { na: 30, soort: 'verslag_verzonden' }
const aanvraag: Stap = { na: 36, soort: 'aanvraag_ontvangen' }
const sluit = (reden: string, na: number): Stap => ({ na, soort: 'zaak_afgesloten', gegevens: { reden } })
const tot = (...stappen: Stap[]): readonly Stap[] => [ontvangen, bevestigd, zonderPlan, gestart, ...stappen]

/** Met wie klaar is en een indicatie kreeg het vaakst; de rest verdeeld over het werk van nu. */
export const verlopen: readonly Verloop[] = [
  { stand: 'afgesloten', geleden: [60, 700], gewicht: 55, heeftOnderzoek: true, stappen: tot(verslag, aanvraag, sluit('besloten', 45)) },
  { stand: 'afgesloten', geleden: [40, 500], gewicht: 8, heeftOnderzoek: true, stappen: tot(verslag, sluit('algemene_voorziening', 34)) },
  { stand: 'ontvangen', geleden: [0, 3], gewicht: 6, heeftOnderzoek: false, stappen: [ontvangen] },
  { stand: 'bevestigd', geleden: [2, 8], gewicht: 5, heeftOnderzoek: false, stappen: [ontvangen, bevestigd] },
  { stand: 'onderzoek', geleden: [6, 30], gewicht: 10, heeftOnderzoek: true, stappen: tot() },
  { stand: 'onderzoek', geleden: [36, 43], gewicht: 5, heeftOnderzoek: true, stappen: tot() },
  {
    stand: 'onderzoek',
    geleden: [20, 38],
    gewicht: 5,
    heeftOnderzoek: true,
    wachtOp: 'bericht van de huisarts',
    stappen: tot({ na: 12, soort: 'wachten_begonnen', gegevens: { waarop: 'bericht van de huisarts' } }),
  },
  { stand: 'verslag_verzonden', geleden: [31, 40], gewicht: 4, heeftOnderzoek: true, stappen: tot(verslag) },
  { stand: 'aanvraag', geleden: [37, 48], gewicht: 2, heeftOnderzoek: true, stappen: tot(verslag, aanvraag) },
]
const totaal = verlopen.reduce((s, v) => s + v.gewicht, 0)

/** `trekking` in [0, 1). */
export function kiesVerloop(trekking: number): Verloop {
  let over = trekking * totaal
  return verlopen.find((v) => (over -= v.gewicht) < 0) ?? (verlopen[0] as Verloop)
}

/** De gebeurtenissen van een verloop dat op `ontvangenOp` begon; wat nog niet gebeurd kan zijn valt op vandaag. */
export function gebeurtenissenVan(v: Verloop, ontvangenOp: Datum, vandaag: Datum, melding: Blok): NieuweGebeurtenis[] {
  return v.stappen.map(({ na, soort, gegevens }) => {
    const dag = plusDagen(ontvangenOp, na)
    return maakGebeurtenis(soort, dag < vandaag ? dag : vandaag, soort === 'melding_ontvangen' ? melding : (gegevens ?? {}))
  })
}
