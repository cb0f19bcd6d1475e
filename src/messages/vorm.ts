/**
 * De taal waarin een bericht beschreven staat: simpele typen, klassen, velden en berichten.
 * Uit één beschrijving komen het schema, de lezer, de schrijver, de typen van TypeScript en de leesbare weergave.
 */

import type { Regel } from './regel.ts'

/** Of een tekst past op een patroon, naast de schrijfwijze van XSD. De twee zeggen hetzelfde; de schematoets bewaakt dat. */
export type Patroon = { readonly xsd: string; past(tekst: string): boolean }

export type Codelijst<C extends string = string> = {
  readonly naam: string
  readonly titel: string
  readonly codes: Readonly<Record<C, string>>
}

export type Basis = 'string' | 'integer' | 'date' | 'time'

declare const waarde: unique symbol
/** Een type zonder kinderen, met de facetten van XSD. `W` is de waarde in TypeScript. */
export type Simpel<W = unknown> = {
  readonly soort: 'simpel'
  readonly naam: string
  readonly uitleg: string
  readonly basis: Basis
  readonly minLengte?: number
  readonly maxLengte?: number
  readonly min?: number
  readonly max?: number
  readonly patroon?: Patroon
  readonly codes?: Codelijst
  /** Verder beperkt op deze ene plek in een bericht, bijvoorbeeld tot één vaste waarde. */
  readonly beperking?: Patroon
  readonly [waarde]?: W
}

/** `lijst` is een omhulsel om herhaalde klassen, `groep` een samengesteld type uit het basisschema. */
export type Klassesoort = 'klasse' | 'lijst' | 'groep'
export type Klasse<V extends Velden = Velden, S extends Klassesoort = Klassesoort> = {
  readonly soort: S
  /** Naam van het samengestelde type; klassen van een bericht heten naar hun element. */
  readonly naam?: string
  readonly velden: V
}

export type Inhoud = Simpel | Klasse
export type Aantal = '1' | '0..1' | '1..n'
export type Veld<I extends Inhoud = Inhoud, A extends Aantal = Aantal> = {
  readonly inhoud: I
  readonly aantal: A
  /** Deel van de logische sleutel van zijn klasse (TR101). */
  readonly sleutel: boolean
}
/** De volgorde van de velden is de volgorde in het bericht. */
export type Velden = { readonly [naam: string]: Veld }

// biome-ignore lint/suspicious/noExplicitAny: alleen om een type te herkennen, niet om het te gebruiken
type Willekeurig = any
export type WaardeVan<I> =
  I extends Simpel<infer W> ? W : I extends { readonly soort: Klassesoort; readonly velden: infer V } ? KlasseWaarde<V> : never
type VeldWaarde<F> = F extends Veld<infer I, infer A> ? (A extends '1..n' ? WaardeVan<I>[] : WaardeVan<I>) : never
type Optioneel<V> = { [K in keyof V]: V[K] extends Veld<Willekeurig, '0..1'> ? K : never }[keyof V]
type KlasseWaarde<V> = { [K in Exclude<keyof V, Optioneel<V>>]: VeldWaarde<V[K]> } & { [K in Optioneel<V>]?: VeldWaarde<V[K]> }

export type Partij = 'gemeente' | 'aanbieder'
export type Bericht<V extends Velden = Velden> = {
  /** Naam van het bericht, zoals WMO301. */
  readonly naam: string
  /** Vektis-code van het bericht. */
  readonly code: string
  readonly titel: string
  readonly van: Partij
  readonly naar: Partij
  /** Het heenbericht waarop dit het antwoord is. */
  readonly retourOp?: string
  readonly velden: V
}

/** Een gedateerde uitgave van de standaard. Een nieuwe uitgave staat ernaast, met eigen naamruimten. */
export type Release = {
  readonly standaard: string
  readonly versie: string
  readonly geldigVanaf: string
  /** De laatste dag waarop zij gebruikt mag worden; zonder is er nog geen opvolger. */
  readonly geldigTot?: string
  /** Naam van de map met schema's. */
  readonly map: string
  readonly basisruimte: string
  readonly xsdVersie: string
  berichtruimte(naam: string): string
  readonly typen: readonly Simpel[]
  readonly groepen: readonly Klasse[]
  readonly berichten: readonly Bericht[]
  /** De regels binnen één bericht (niveau 2). */
  readonly regels: readonly Regel[]
}

export const tekst = <W = string>(
  naam: string,
  uitleg: string,
  facetten: { minLengte?: number; maxLengte?: number; patroon?: Patroon },
): Simpel<W> => ({ soort: 'simpel', naam, uitleg, basis: 'string', ...facetten })

export const getal = (naam: string, uitleg: string, max: number): Simpel<number> => ({
  soort: 'simpel',
  naam,
  uitleg,
  basis: 'integer',
  min: 0,
  max,
})

/** Een codelijst als type: de waarde is een van de codes, letterlijk. */
export const code = <C extends string>(naam: string, lijst: Codelijst<C>, maxLengte: number): Simpel<C> => ({
  soort: 'simpel',
  naam,
  uitleg: `${lijst.titel} (codelijst ${lijst.naam})`,
  basis: 'string',
  maxLengte,
  codes: lijst,
})

/** TypeScript leest de sleutel `1` als getal; in het bericht is elke code tekst. */
export const codelijst = <const C extends Record<string, string>>(
  naam: string,
  titel: string,
  codes: C,
): Codelijst<`${keyof C & (string | number)}`> => ({ naam, titel, codes: codes as Record<`${keyof C & (string | number)}`, string> })

/** De codes op volgorde; JavaScript zet sleutels die op een getal lijken anders voorop. */
export const codesVan = (lijst: Codelijst): string[] => Object.keys(lijst.codes).sort()

/** Eén vaste waarde op deze plek; op de schrijfwijze, dus `03` is geen `3`. */
export const vast = <const W extends string | number>(type: Simpel<W extends number ? number : string>, waarde: W): Simpel<W> =>
  ({ ...type, beperking: { xsd: String(waarde), past: (t: string) => t === String(waarde) } }) as Simpel as Simpel<W>

export const beperkt = <W>(type: Simpel<W>, beperking: Patroon): Simpel<W> => ({ ...type, beperking })

export const klasse = <V extends Velden>(velden: V): Klasse<V, 'klasse'> => ({ soort: 'klasse', velden })
export const lijst = <V extends Velden>(velden: V): Klasse<V, 'lijst'> => ({ soort: 'lijst', velden })
export const groep = <V extends Velden>(naam: string, velden: V): Klasse<V, 'groep'> => ({ soort: 'groep', naam, velden })

export const een = <I extends Inhoud>(inhoud: I): Veld<I, '1'> => ({ inhoud, aantal: '1', sleutel: false })
export const mag = <I extends Inhoud>(inhoud: I): Veld<I, '0..1'> => ({ inhoud, aantal: '0..1', sleutel: false })
export const veel = <I extends Inhoud>(inhoud: I): Veld<I, '1..n'> => ({ inhoud, aantal: '1..n', sleutel: false })
/** Maakt een veld deel van de logische sleutel. */
export const sleutel = <I extends Inhoud, A extends Aantal>(veld: Veld<I, A>): Veld<I, A> => ({ ...veld, sleutel: true })
