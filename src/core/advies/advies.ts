/**
 * Wat een advies is: de vormen die de rekenkern oplevert en die CLI, scherm en (later) dossier tonen en bewaren.
 * Betekenis van elk veld: `docs/cli.md`; bron: ontwerp §4 en eisen §6.
 */

/** Een beantwoorde vraag: één waarde, een getal, of een lijst gekozen waarden. Een vraag die ontbreekt is `onbekend`. */
export type Antwoord = string | number | readonly string[]
export type Antwoorden = Readonly<Record<string, Antwoord>>

/** De consulent wijkt af van een afgeleide waarde, bijvoorbeeld `gedragsErnst` (AMB-11). */
export type Overschrijving = { readonly waarde: string; readonly motivering: string }

/** Een situatie om over te adviseren, gecontroleerd door `leesGeval`. */
export type Geval = {
  readonly gemeente?: string
  readonly antwoorden: Antwoorden
  readonly overschrijvingen?: Readonly<Record<string, Overschrijving>>
}

export type Oordeel = 'voldaan' | 'niet_voldaan' | 'ontbreekt'
/** Oordeel over één uitspraak; `vraag` is de vraag waar het op rust, bij `ontbreekt` de eerste die nog open staat. */
export type Reden = { readonly eis: string; readonly vraag: string | null; readonly oordeel: Oordeel }
export type Melding = { readonly code: string; readonly eis: string; readonly tekst: string }

export type Advies = {
  readonly uitkomst: 'product' | 'eerst_vragen' | 'eerst_bespreken' | 'geen_product'
  readonly product: string | null
  /** Producten die bij een invulling van de open vragen uitkomst kunnen zijn (of te bespreken), in catalogusvolgorde. */
  readonly kandidaten: readonly string[]
  readonly vraag: string | null
  readonly grond: string | null
  /** De beslissende rij; null bij `eerst_vragen`. */
  readonly rij: string | null
  /** Alle rijen die bij een invulling van de open vragen beslissen. */
  readonly rijen: readonly string[]
  readonly redenen: readonly Reden[]
  /** Vragen een motivering. */
  readonly waarschuwingen: readonly Melding[]
  /** Alleen uitleg. */
  readonly info: readonly Melding[]
  /** `eerst_vragen`: vragen die de uitkomst kunnen veranderen, in vraagvolgorde. Anders: wat nog open staat, ter informatie. */
  readonly openVragen: readonly string[]
}

/** Eén ander antwoord. `van` is null als de vraag nog open stond; `naar` is een leesbare waarde of grens, `voorbeeld` een antwoord daaruit. */
export type Wijziging = { readonly vraag: string; readonly van: Antwoord | null; readonly naar: string; readonly voorbeeld: Antwoord }

/** Waarom een ander product niet, en de kleinste wijziging van antwoorden waarmee het wel past. */
export type WaaromNiet = {
  readonly product: string
  readonly redenen: readonly Reden[]
  /** null: met deze tabel komt het product nooit uit. */
  readonly wijzigingen: readonly Wijziging[] | null
}

/** Wat elk mogelijk antwoord op één vraag met de uitkomst doet. `voorbeeld` is een antwoord uit die klasse. */
export type Gevolg = {
  readonly antwoord: string
  readonly voorbeeld: Antwoord
  readonly uitkomst: string
  readonly kandidaten: readonly string[]
}
