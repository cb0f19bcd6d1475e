/** Mijn werk: elke open zaak staat in hoogstens één blok, met de volgende stap en de termijn in woorden. */
import type { Datum } from '#core/base/datum.ts'
import { resterendeDagen, restantInWoorden } from '#core/base/termijn.ts'
import type { Zaakgebeurtenissoort } from '#core/dossier/gebeurtenissoorten.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'
import { lopendeTermijn, type Zaaktermijn } from '#core/dossier/lopende-termijn.ts'
import type { Planstand } from '#core/dossier/zaak.ts'

/** Wat van een zaak nodig is om haar in te delen. */
export type Werkzaak = {
  readonly id: string
  readonly stand: Zaakstand
  readonly plan: Planstand
  readonly ontvangenOp: Datum
  readonly planTot: Datum
  readonly onderzoekUiterlijk: Datum
  readonly besluitUiterlijk: Datum | null
  /** De eerstvolgende afspraak. */
  readonly afspraakOp: Datum | null
  readonly wachtOp: string | null
  readonly behandelaar: string | null
}

export type Blok = 'vandaag' | 'bijnaTeLaat' | 'wachtOpIemand' | 'nieuw' | 'overig'
/** In de volgorde van het scherm. Wat geen aandacht vraagt, staat in `overig`. */
export const blokken: readonly Blok[] = ['vandaag', 'bijnaTeLaat', 'wachtOpIemand', 'nieuw', 'overig']

export type Werkregel<Z extends Werkzaak> = {
  readonly zaak: Z
  readonly blok: Blok
  /** Wat er nu moet gebeuren, als zin. */
  readonly stap: string
  /** De gebeurtenis die de stap vastlegt, voor de knop; leeg als er op iemand gewacht wordt. */
  readonly gebeurtenis: Zaakgebeurtenissoort | null
  readonly uiterlijk: Datum | null
  /** Waarvoor: de zes weken van het onderzoek, of de twee weken van het besluit. */
  readonly termijnsoort: Zaaktermijn['soort'] | null
  /** "nog 3 dagen, tot 14 december"; leeg als er nu geen termijn loopt. */
  readonly termijn: string | null
  readonly dringend: 'te_laat' | 'vandaag' | 'bijna' | 'ruim'
}
export type Werkvoorraad<Z extends Werkzaak> = { readonly [B in Blok]: readonly Werkregel<Z>[] }

/** Zoveel dagen voor het eind heet een termijn bijna te laat, tenzij iemand anders kiest. */
export const BIJNA_DAGEN = 7

/** Verdeelt zaken over de blokken. Een afgesloten zaak is geen werk. De volgorde hangt alleen van de zaken af. */
export function deelIn<Z extends Werkzaak>(zaken: readonly Z[], vandaag: Datum, bijnaDagen = BIJNA_DAGEN): Werkvoorraad<Z> {
  const regels = zaken.flatMap((zaak) => werkregel(zaak, vandaag, bijnaDagen) ?? []).sort(opTermijn)
  const per = (blok: Blok) => regels.filter((regel) => regel.blok === blok)
  return {
    vandaag: per('vandaag'),
    bijnaTeLaat: per('bijnaTeLaat'),
    wachtOpIemand: per('wachtOpIemand'),
    nieuw: per('nieuw'),
    overig: per('overig'),
  }
}

/** Eén zaak als regel; null als zij is afgesloten. */
export function werkregel<Z extends Werkzaak>(zaak: Z, vandaag: Datum, bijnaDagen = BIJNA_DAGEN): Werkregel<Z> | null {
  if (zaak.stand === 'afgesloten') return null
  const lopend = lopendeTermijn(zaak)
  const uiterlijk = lopend?.uiterlijk ?? null
  const over = uiterlijk === null ? Number.POSITIVE_INFINITY : resterendeDagen(vandaag, uiterlijk)
  const dringend = over < 0 ? 'te_laat' : over === 0 ? 'vandaag' : over <= bijnaDagen ? 'bijna' : 'ruim'
  const wacht = wachtOp(zaak, vandaag)
  const afspraak = zaak.afspraakOp === vandaag
  return {
    zaak,
    blok: blokVan(zaak, { dringend, afspraak, wacht: wacht !== null }),
    stap: afspraak ? 'Afspraak vandaag' : (wacht ?? stappen[zaak.stand].stap),
    gebeurtenis: wacht === null ? stappen[zaak.stand].gebeurtenis : null,
    uiterlijk,
    termijnsoort: lopend?.soort ?? null,
    termijn: uiterlijk === null ? null : restantInWoorden(vandaag, uiterlijk),
    dringend,
  }
}

type Indruk = { dringend: Werkregel<Werkzaak>['dringend']; afspraak: boolean; wacht: boolean }

/** De eerste regel die past. Wachten houdt een wettelijke termijn niet tegen, dus de termijn gaat voor. */
function blokVan(zaak: Werkzaak, { dringend, afspraak, wacht }: Indruk): Blok {
  if (afspraak || dringend === 'te_laat' || dringend === 'vandaag') return 'vandaag'
  if (dringend === 'bijna') return 'bijnaTeLaat'
  if (wacht) return 'wachtOpIemand'
  return zaak.stand === 'ontvangen' || zaak.behandelaar === null ? 'nieuw' : 'overig'
}

function wachtOp(zaak: Werkzaak, vandaag: Datum): string | null {
  if (zaak.wachtOp) return `Wacht op ${zaak.wachtOp}`
  if (zaak.stand === 'verslag_verzonden') return 'Wacht op een reactie van de inwoner op het verslag'
  if (zaak.stand === 'bevestigd' && zaak.plan === 'open' && vandaag <= zaak.planTot) return 'Wacht op het persoonlijk plan'
  return null
}

const stappen: Record<Exclude<Zaakstand, 'afgesloten'>, { stap: string; gebeurtenis: Zaakgebeurtenissoort | null }> = {
  ontvangen: { stap: 'Bevestig de ontvangst van de melding', gebeurtenis: 'melding_bevestigd' },
  bevestigd: { stap: 'Start het onderzoek', gebeurtenis: 'onderzoek_gestart' },
  onderzoek: { stap: 'Rond het onderzoek af en verstuur het verslag', gebeurtenis: 'verslag_verzonden' },
  verslag_verzonden: { stap: 'Leg de aanvraag vast of sluit de zaak af', gebeurtenis: 'aanvraag_ontvangen' },
  aanvraag: { stap: 'Neem een besluit op de aanvraag', gebeurtenis: null },
}

/** Eerst wat het eerst afloopt, zonder termijn achteraan; dan de oudste melding, dan de id. */
function opTermijn(a: Werkregel<Werkzaak>, b: Werkregel<Werkzaak>): number {
  const sleutel = ({ uiterlijk, zaak }: Werkregel<Werkzaak>) => `${uiterlijk ?? '9999-12-31'} ${zaak.ontvangenOp} ${zaak.id}`
  return sleutel(a) < sleutel(b) ? -1 : sleutel(a) > sleutel(b) ? 1 : 0
}
