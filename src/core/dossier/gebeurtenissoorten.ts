/**
 * Wat er met een zaak of een indicatie kan gebeuren: vanuit welke stand, naar welke stand, met welke gegevens en in welke
 * zin. Dit is de hele standenmachine; wat er niet in staat, kan niet.
 */
import { type Datum, inWoorden } from '#core/base/datum.ts'
import { alinea, anders, datum, type Gelezen, jaNee, keuze, type Lezers, mag, moet, regel } from '#core/base/velden.ts'
import {
  afsluitredenen,
  beeindigredenen,
  buitenomredenen,
  type Indicatiestand,
  intrekkingsgronden,
  opdrachtwijzen,
  wlzstanden,
  type Zaakstand,
} from '#core/dossier/gebeurteniswoorden.ts'
import { kanalen, melders } from '#core/dossier/melding.ts'

type Beschrijving<S extends string, L extends Lezers> = {
  readonly label: string
  /** `null`: er is nog niets gebeurd. */
  readonly vanuit: readonly (S | null)[]
  /** `null`: de stand blijft. `vorige`: de stand van voor de huidige. */
  readonly naar: S | 'vorige' | null
  readonly velden: L
  zin(gegevens: Gelezen<L>): string
}
const bij =
  <S extends string>() =>
  <L extends Lezers>(beschrijving: Beschrijving<S, L>) =>
    beschrijving
const bijZaak = bij<Zaakstand>()
const bijIndicatie = bij<Indicatiestand>()

const open = ['ontvangen', 'bevestigd', 'onderzoek', 'verslag_verzonden', 'aanvraag'] as const
const reden = moet(regel(300), 'Schrijf kort op waarom.')
// Los van de tabel, zodat het type van elk veld bekend blijft.
const kanaal = moet(keuze(kanalen), 'Kies hoe de melding binnenkwam.')
const gemeldDoor = moet(keuze(melders), 'Kies wie de melding deed.')
const waarop = moet(regel(100), 'Schrijf op wie of wat u wacht.')
const wachtTot = mag(datum)
const overgedragenAan = moet(regel(120), 'Kies aan wie.')
const overdrachtreden = mag(regel(300))
const opmerking = mag(alinea(4000))
const toelichting = mag(alinea(2000))
const afsluitreden = moet(keuze(afsluitredenen), 'Kies waarom de zaak klaar is.')
const beeindigreden = moet(keuze(beeindigredenen), 'Kies waarom de hulp stopt.')
const wlzstand = moet(keuze(wlzstanden), 'Kies hoe het met de Wlz staat.')
const wlzVan = mag(datum)
const wlzTot = mag(datum)
const wat = moet(regel(300), 'Schrijf op wat er wijzigde.')
const motivering = moet(alinea(4000), 'Schrijf op waarom de indicatie wordt ingetrokken.')
const grond = moet(keuze(intrekkingsgronden), 'Kies de grond.')
const opdrachtnemer = moet(regel(120), 'Vul in welke aanbieder de opdracht kreeg.')
const wijze = moet(keuze(opdrachtwijzen), 'Kies hoe de opdracht gegeven is.')
const buitenomreden = moet(keuze(buitenomredenen), 'Kies waarom het buiten het berichtenverkeer gaat.')
const nummer = moet(regel(9), 'Het nummer van de toewijzing hoort erbij.')
const laatsteDag = moet(datum, 'De laatste dag van de toewijzing hoort erbij.')
const punt = (tekst: string): string => (/[.!?]$/.test(tekst) ? tekst : `${tekst}.`)

const wlzPeriode = ({ van, tot }: { van: Datum | null; tot: Datum | null }): string =>
  `${van ? ` vanaf ${inWoorden(van)}` : ''}${tot ? ` tot en met ${inWoorden(tot)}` : ''}`

export const zaakgebeurtenissen = {
  melding_ontvangen: bijZaak({
    label: 'Melding ontvangen',
    vanuit: [null],
    naar: 'ontvangen',
    velden: { kanaal, gemeldDoor },
    zin: (g) => `Melding ontvangen ${kanalen[g.kanaal]}, van ${melders[g.gemeldDoor]}.`,
  }),
  melding_bevestigd: bijZaak({
    label: 'Melding bevestigd',
    vanuit: ['ontvangen'],
    naar: 'bevestigd',
    velden: { clientondersteuningGenoemd: anders(jaNee, false) },
    zin: ({ clientondersteuningGenoemd }) =>
      `Ontvangst van de melding bevestigd${clientondersteuningGenoemd ? ' en gewezen op gratis cliëntondersteuning' : ''}.`,
  }),
  plan_ontvangen: bijZaak({
    label: 'Persoonlijk plan ontvangen',
    vanuit: ['ontvangen', 'bevestigd', 'onderzoek'],
    naar: null,
    velden: {},
    zin: () => 'Persoonlijk plan ontvangen.',
  }),
  plan_afgezien: bijZaak({
    label: 'Geen persoonlijk plan',
    vanuit: ['ontvangen', 'bevestigd', 'onderzoek'],
    naar: null,
    velden: {},
    zin: () => 'De inwoner levert geen persoonlijk plan in.',
  }),
  onderzoek_gestart: bijZaak({
    label: 'Onderzoek gestart',
    vanuit: ['bevestigd'],
    naar: 'onderzoek',
    velden: {},
    zin: () => 'Onderzoek gestart.',
  }),
  verslag_verzonden: bijZaak({
    label: 'Verslag verzonden',
    vanuit: ['onderzoek'],
    naar: 'verslag_verzonden',
    velden: {},
    zin: () => 'Verslag van het onderzoek verzonden.',
  }),
  verslag_reactie: bijZaak({
    label: 'Reactie op het verslag',
    vanuit: ['verslag_verzonden', 'aanvraag'],
    naar: null,
    velden: { opmerking },
    zin: (g) => (g.opmerking ? 'Reactie op het verslag ontvangen, met opmerkingen.' : 'Reactie op het verslag ontvangen.'),
  }),
  onderzoek_hervat: bijZaak({
    label: 'Onderzoek hervat',
    vanuit: ['verslag_verzonden'],
    naar: 'onderzoek',
    velden: { reden },
    zin: (g) => `Onderzoek hervat: ${punt(g.reden)}`,
  }),
  aanvraag_ontvangen: bijZaak({
    label: 'Aanvraag ontvangen',
    vanuit: ['ontvangen', 'bevestigd', 'onderzoek', 'verslag_verzonden'],
    naar: 'aanvraag',
    velden: {},
    zin: () => 'Aanvraag ontvangen.',
  }),
  wachten_begonnen: bijZaak({
    label: 'Wacht op iemand',
    vanuit: open,
    naar: null,
    velden: { waarop, tot: wachtTot },
    zin: (g) => `Wacht op ${g.waarop}${g.tot ? `, tot ${inWoorden(g.tot)}` : ''}.`,
  }),
  wachten_voorbij: bijZaak({ label: 'Wacht niet meer', vanuit: open, naar: null, velden: {}, zin: () => 'Wacht niet meer.' }),
  wlz_vastgelegd: bijZaak({
    label: 'Aanvraag of besluit voor de Wlz',
    // Ook na het afsluiten: de hulp loopt dan vaak nog jaren, en de Wlz gaat over de inwoner, niet over deze zaak.
    vanuit: [...open, 'afgesloten'],
    naar: null,
    velden: { stand: wlzstand, van: wlzVan, tot: wlzTot },
    zin: (g) => `Wlz ${wlzstanden[g.stand]}${g.stand === 'toegekend' ? wlzPeriode(g) : ''}.`,
  }),
  zaak_overgedragen: bijZaak({
    label: 'Overgedragen',
    vanuit: open,
    naar: null,
    velden: { aan: overgedragenAan, reden: overdrachtreden },
    zin: (g) => (g.reden ? `Overgedragen aan ${g.aan}: ${punt(g.reden)}` : `Overgedragen aan ${punt(g.aan)}`),
  }),
  zaak_afgesloten: bijZaak({
    label: 'Afgesloten',
    vanuit: open,
    naar: 'afgesloten',
    velden: { reden: afsluitreden, toelichting },
    zin: (g) => `Afgesloten: ${afsluitredenen[g.reden]}.`,
  }),
  zaak_heropend: bijZaak({
    label: 'Heropend',
    vanuit: ['afgesloten'],
    naar: 'vorige',
    velden: { reden },
    zin: (g) => `Heropend: ${punt(g.reden)}`,
  }),
} as const

const lopend = ['vastgesteld', 'gestart', 'onderbroken'] as const
/** Ook als de indicatie al voorbij is, is er soms nog iets recht te zetten. */
const ooit = [...lopend, 'beeindigd', 'ingetrokken'] as const

export const indicatiegebeurtenissen = {
  vastgesteld: bijIndicatie({ label: 'Vastgesteld', vanuit: [null], naar: 'vastgesteld', velden: {}, zin: () => 'Indicatie vastgesteld.' }),
  gestart: bijIndicatie({ label: 'Gestart', vanuit: ['vastgesteld'], naar: 'gestart', velden: {}, zin: () => 'De hulp is gestart.' }),
  gewijzigd: bijIndicatie({
    label: 'Gewijzigd',
    vanuit: lopend,
    naar: null,
    velden: { wat },
    zin: (g) => `Gewijzigd: ${punt(g.wat)}`,
  }),
  toegewezen: bijIndicatie({
    label: 'Toegewezen',
    vanuit: lopend,
    naar: null,
    velden: { aanbieder: opdrachtnemer, nummer },
    zin: (g) => `Toegewezen aan ${g.aanbieder}, toewijzing ${g.nummer}.`,
  }),
  toewijzing_gewijzigd: bijIndicatie({
    label: 'Toewijzing gewijzigd',
    vanuit: ooit,
    naar: null,
    velden: { aanbieder: opdrachtnemer, nummer, laatsteDag },
    zin: (g) => `Toewijzing ${g.nummer} aan ${g.aanbieder} loopt nu tot en met ${inWoorden(g.laatsteDag)}.`,
  }),
  toewijzing_ingetrokken: bijIndicatie({
    label: 'Toewijzing ingetrokken',
    vanuit: ooit,
    naar: null,
    velden: { aanbieder: opdrachtnemer, nummer, reden },
    zin: (g) => `Toewijzing ${g.nummer} aan ${g.aanbieder} ingetrokken: ${punt(g.reden)}`,
  }),
  opdracht_buitenom: bijIndicatie({
    label: 'Opdracht buiten het berichtenverkeer',
    vanuit: lopend,
    naar: null,
    velden: { aanbieder: opdrachtnemer, wijze, reden: buitenomreden, toelichting },
    zin: (g) => `Opdracht ${opdrachtwijzen[g.wijze]} aan ${g.aanbieder}, buiten het berichtenverkeer: ${buitenomredenen[g.reden]}.`,
  }),
  onderbroken: bijIndicatie({
    label: 'Onderbroken',
    vanuit: ['gestart'],
    naar: 'onderbroken',
    velden: { reden },
    zin: (g) => `Tijdelijk onderbroken: ${punt(g.reden)}`,
  }),
  hervat: bijIndicatie({ label: 'Hervat', vanuit: ['onderbroken'], naar: 'gestart', velden: {}, zin: () => 'De hulp is hervat.' }),
  beeindigd: bijIndicatie({
    label: 'Beëindigd',
    vanuit: ['gestart', 'onderbroken'],
    naar: 'beeindigd',
    velden: { reden: beeindigreden, toelichting },
    zin: (g) => `Laatste dag van de hulp: ${beeindigredenen[g.reden]}.`,
  }),
  ingetrokken: bijIndicatie({
    label: 'Ingetrokken',
    vanuit: lopend,
    naar: 'ingetrokken',
    velden: { grond, motivering },
    zin: (g) => `Ingetrokken vanaf deze dag: ${intrekkingsgronden[g.grond]}.`,
  }),
} as const

/** Het besluit waar al het andere op rust, ook wat op een eerdere dag gebeurde. */
export const besluit = 'vastgesteld' satisfies keyof typeof indicatiegebeurtenissen

/** Wat niemand los vastlegt: het hoort bij het vaststellen of het toewijzen zelf. */
export const vanHetProgramma = [
  besluit,
  'toegewezen',
  'toewijzing_gewijzigd',
  'toewijzing_ingetrokken',
  'opdracht_buitenom',
] as const satisfies readonly (keyof typeof indicatiegebeurtenissen)[]

/** Laat een eerdere rij vervallen alsof zij er niet was; kan bij een zaak en bij een indicatie. */
export const vervallen = { label: 'Vervallen', velden: { reden }, zin: (g: { reden: string }) => `Vervallen: ${punt(g.reden)}` } as const

export type Zaakgebeurtenissoort = keyof typeof zaakgebeurtenissen
export type Indicatiegebeurtenissoort = keyof typeof indicatiegebeurtenissen
export type Gebeurtenissoort = Zaakgebeurtenissoort | Indicatiegebeurtenissoort | 'vervallen'
export type Over = 'zaak' | 'indicatie'
export type Standvan = { zaak: Zaakstand; indicatie: Indicatiestand }
