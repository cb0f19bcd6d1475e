/** Welke gebeurtenis nu kan, en wat er dan in te vullen is; volgt de standenmachine van de kern. */
import { type Indicatiegebeurtenissoort, indicatiegebeurtenissen, vanHetProgramma } from '#core/dossier/gebeurtenissoorten.ts'
import { beeindigredenen, type Indicatiestand, intrekkingsgronden } from '#core/dossier/gebeurteniswoorden.ts'

export type Gegevensveld =
  | {
      readonly naam: string
      readonly label: string
      readonly soort: 'keuze'
      readonly opties: readonly { waarde: string; tekst: string }[]
    }
  | { readonly naam: string; readonly label: string; readonly soort: 'regel' | 'tekst'; readonly optioneel?: boolean }

const opties = (tabel: Readonly<Record<string, string>>) => Object.entries(tabel).map(([waarde, tekst]) => ({ waarde, tekst }))
const reden: Gegevensveld = { naam: 'reden', label: 'Waarom', soort: 'regel' }

const velden: Record<Exclude<Indicatiegebeurtenissoort, (typeof vanHetProgramma)[number]> | 'vervallen', readonly Gegevensveld[]> = {
  gestart: [],
  gewijzigd: [{ naam: 'wat', label: 'Wat er wijzigde', soort: 'regel' }],
  onderbroken: [reden],
  hervat: [],
  beeindigd: [
    { naam: 'reden', label: 'Waarom de hulp stopt', soort: 'keuze', opties: opties(beeindigredenen) },
    { naam: 'toelichting', label: 'Toelichting', soort: 'tekst', optioneel: true },
  ],
  ingetrokken: [
    { naam: 'grond', label: 'Grond (Wmo 2.3.10)', soort: 'keuze', opties: opties(intrekkingsgronden) },
    { naam: 'motivering', label: 'Motivering', soort: 'tekst' },
  ],
  vervallen: [reden],
}
export type Vastsoort = keyof typeof velden

export const veldenVan = (soort: string): readonly Gegevensveld[] => velden[soort as Vastsoort] ?? []
export const isVastsoort = (soort: string | null): soort is Vastsoort => soort !== null && Object.hasOwn(velden, soort)

/** Vastleggen gaat dan ergens anders; laten vervallen mag van een opdracht buiten het berichtenverkeer. */
export const isVanHetProgramma = (soort: string): boolean => (vanHetProgramma as readonly string[]).includes(soort)
export const magVervallen = (soort: string): boolean => soort === 'opdracht_buitenom' || !isVanHetProgramma(soort)

/** Wat vanuit deze stand kan, met de naam voor op het scherm. */
export const mogelijk = (stand: Indicatiestand | null): { waarde: string; tekst: string }[] =>
  Object.entries(indicatiegebeurtenissen)
    .filter(([soort, { vanuit }]) => !isVanHetProgramma(soort) && (vanuit as readonly (Indicatiestand | null)[]).includes(stand))
    .map(([waarde, { label }]) => ({ waarde, tekst: label }))

/** Onder het veld voor de dag: wat die dag hier betekent. */
export const daguitleg = (soort: string): string =>
  soort === 'beeindigd'
    ? 'De laatste dag van de hulp.'
    : soort === 'ingetrokken'
      ? 'De eerste dag waarop de indicatie niet meer geldt.'
      : soort === 'vervallen'
        ? 'De dag waarop u dit vaststelt.'
        : 'De dag waarop dit gebeurde.'
