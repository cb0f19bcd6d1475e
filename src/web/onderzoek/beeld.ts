/** Wat de server over een onderzoek vertelt (GET /onderzoeken/{id}). */
import type { Json, Keuze } from '#core/catalogus/instellingen.ts'
import type { Wlz } from '#core/indicatie/voorliggend.ts'
import type { Indicatiebeeld } from '../indicatie/beeld.ts'

export type Wie = { readonly id: string; readonly naam: string }
export type Inwonerkop = Wie & {
  readonly geboortedatum: string | null
  readonly woonplaats: string | null
  readonly overledenOp: string | null
}
export type Bezoekversie = {
  readonly versie: number
  readonly datum: string
  readonly soort: string
  readonly aanwezig: string | null
  readonly verslag: string | null
  /** Waarom het bezoek is ingetrokken; null: het geldt. */
  readonly ingetrokken: string | null
  readonly gemaaktDoor: Wie
  readonly gemaaktOp: string
}
/** Wat nu geldt; `eerdere` is wat er stond voordat het verbeterd werd. */
export type Bezoek = Bezoekversie & { readonly id: string; readonly eerdere: readonly Bezoekversie[] }
export type Antwoordsoort = 'antwoord' | 'overschrijving'
export type Antwoordbeeld = {
  readonly id: string
  readonly volgnummer: number
  readonly versie: number
  readonly soort: Antwoordsoort
  readonly vraag: string
  readonly waarde: Json
  readonly toelichting: string | null
  readonly bron: string | null
  readonly datum: string
  readonly bezoek: string | null
  readonly vervangt: string | null
  readonly gegevenOp: string
  readonly gegevenDoor: Wie
}
export type Onderzoek = {
  readonly id: string
  readonly versie: number
  readonly inwoner: Inwonerkop
  readonly zaak: {
    readonly id: string
    readonly nummer: string
    readonly hulpvraag: string | null
    readonly onderzoekUiterlijk: string
  } | null
  readonly catalogus: { readonly id: string; readonly versie: string; readonly naam: string; readonly hash: string }
  readonly keuze: Keuze
  readonly gestartOp: string
  readonly gestartDoor: Wie
  readonly afgerondOp: string | null
  readonly gewijzigdOp: string
  readonly gewijzigdDoor: Wie
  /** Of u nu antwoorden mag geven; anders staat erbij waarom niet. */
  readonly magWijzigen: boolean
  readonly waaromNiet: string | null
  readonly bezoeken: readonly Bezoek[]
  readonly antwoorden: readonly Antwoordbeeld[]
  readonly indicaties: readonly Indicatiebeeld[]
  readonly wlz: Wlz
}

export const onderzoekadres = (inwoner: string, onderzoek: string, ...verder: string[]): string =>
  ['', 'inwoners', inwoner, 'onderzoek', onderzoek, ...verder].join('/')

/** De twee delen van de onderbouwing van een omvang, zoals zij boven hun veld staan. */
export const onderbouwingkop = (deel: string): string => (deel === 'capaciteiten' ? 'Wat iemand zelf kan' : 'Hoe de situatie is')
