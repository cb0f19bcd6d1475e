/** Minuten per week uit normregels: exacte breuken, met bij elke regel de berekening zoals een mens haar narekent. */
import { type Afrondwijze, afrondwijzen, type Breuk, breuk, maal, NUL, plus, tegengestelde, tekst, vanDecimaal } from '#core/base/breuk.ts'
import { invariant } from '#core/base/invariant.ts'

export const regelsoorten = ['norm', 'aftrek', 'afwijking'] as const
/** Hoe vaak per week, exact. Een jaar telt 52 weken, 12 maanden en 4 kwartalen. */
const perWeek = {
  dag: { factor: breuk(7), woord: 'dag', uitleg: ' (7 per week)' },
  week: { factor: breuk(1), woord: 'week', uitleg: '' },
  '2weken': { factor: breuk(1, 2), woord: '2 weken', uitleg: '' },
  '4weken': { factor: breuk(1, 4), woord: '4 weken', uitleg: '' },
  maand: { factor: breuk(12, 52), woord: 'maand', uitleg: ' (12/52 per week)' },
  kwartaal: { factor: breuk(4, 52), woord: 'kwartaal', uitleg: ' (4/52 per week)' },
} as const
export type Per = keyof typeof perWeek
export const pers = Object.keys(perWeek) as Per[]
/** `2 weken`, voor achter "1 keer per". */
export const perInWoorden = (per: Per): string => perWeek[per].woord
export type Keer = { readonly aantal: number; readonly per: Per }

export type Normregel = {
  readonly activiteit: string
  /** Per keer. Alleen een afwijking mag onder nul. */
  readonly minuten: number
  readonly keer: Keer
  readonly soort: (typeof regelsoorten)[number]
  /** Zwaarte uit het normenkader waar deze minuten bij horen. */
  readonly zwaarte?: string
  /** Het beoogde resultaat waar deze regel voor is. */
  readonly resultaat?: string
  readonly reden?: string
  readonly motivering?: string
}

export type Regeluitkomst = {
  readonly activiteit: string
  readonly soort: Normregel['soort']
  /** Exact, bijvoorbeeld "45/2"; een aftrek is negatief. */
  readonly minutenPerWeek: string
  readonly berekening: string
}

export type Afronding = { readonly op: number; readonly wijze: Afrondwijze }
/** Onze eigen afspraak zolang de catalogus niets kiest; geen uitspraak van een bron. */
export const standaardAfronding: Afronding = { op: 5, wijze: 'dichtstbij' }

export function isAfronding(ruw: unknown): ruw is Afronding {
  if (typeof ruw !== 'object' || ruw === null) return false
  const { op, wijze } = ruw as Record<string, unknown>
  return Number.isInteger(op) && (op as number) >= 1 && (op as number) <= 1440 && afrondwijzen.includes(wijze as Afrondwijze)
}

export function keerPerWeek({ aantal, per }: Keer): Breuk {
  const exact = vanDecimaal(aantal)
  invariant(exact, 'een aantal keer heeft hoogstens vier decimalen')
  return maal(exact, perWeek[per].factor)
}

export function minutenPerWeek(regel: Normregel): Breuk {
  const minuten = maal(breuk(regel.minuten), keerPerWeek(regel.keer))
  return regel.soort === 'aftrek' ? tegengestelde(minuten) : minuten
}

export const somPerWeek = (regels: readonly Normregel[]): Breuk => regels.map(minutenPerWeek).reduce(plus, NUL)

export function rekenRegel(regel: Normregel): Regeluitkomst {
  const uitkomst = minutenPerWeek(regel)
  const { woord, uitleg } = perWeek[regel.keer.per]
  const voor = regel.soort === 'aftrek' ? 'aftrek: ' : regel.soort === 'afwijking' ? 'afwijking: ' : ''
  const keer = `× ${String(regel.keer.aantal).replace('.', ',')} per ${woord}${uitleg}`
  return {
    activiteit: regel.activiteit,
    soort: regel.soort,
    minutenPerWeek: tekst(uitkomst),
    berekening: `${voor}${metMinteken(String(regel.minuten))} ${minuutwoord(regel.minuten)} ${keer} = ${metMinteken(tekst(uitkomst))} minuten per week`,
  }
}

const metMinteken = (getal: string): string => getal.replace(/^-/, '−')
const minuutwoord = (aantal: number): string => (Math.abs(aantal) === 1 ? 'minuut' : 'minuten')

/** "2 uur en 45 minuten per week" */
export function minutenInWoorden(minuten: number): string {
  const positief = Math.max(0, minuten)
  const [uren, rest] = [Math.floor(positief / 60), positief % 60]
  const delen = [uren > 0 ? `${uren} uur` : null, rest > 0 || uren === 0 ? `${rest} ${minuutwoord(rest)}` : null]
  return `${delen.filter((deel) => deel !== null).join(' en ')} per week`
}
