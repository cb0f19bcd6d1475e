/** Regels van niveau 3 en 4: tegen eerdere berichten en bronnen van buiten. Elke regel heeft haar eigen retourcode op de klasse. */
export type Ketenregel = {
  /** Null als er geen retourbericht is om de code in te zetten (WMO325). */
  readonly code: string | null
  readonly niveau: 3 | 4
  readonly berichten: readonly string[]
  readonly tekst: string
}

/** Een klasse in een bericht die niet aan een regel voldoet. */
export type Bevinding<Id extends string = string> = {
  readonly regel: Id
  /** De naam van de klasse in het retourbericht. */
  readonly klasse: string
  /** Welke van die klasse: haar sleutel in woorden. */
  readonly sleutel: string
  /** De klasse zelf, zodat de code in het retourbericht op haar plek komt. */
  readonly op: object
}

/** Een regel met haar toets; false is een bevinding. */
export type Toets<Id extends string, K, C> = readonly [id: Id, voldoet: (klasse: K, context: C) => boolean]

/** Of een klasse aan elke toets voldoet. Een grote declaratie vraagt dit honderdduizenden keren, en meestal is er niets te melden. */
export function voldoet<Id extends string, K, C>(toetsen: readonly Toets<Id, K, C>[], op: K, context: C): boolean {
  for (let i = 0; i < toetsen.length; i++) if (!(toetsen[i] as Toets<Id, K, C>)[1](op, context)) return false
  return true
}

/** Legt een klasse langs een rij toetsen, en meldt waar zij niet aan voldoet. */
export function toets<Id extends string, K extends object, C>(
  toetsen: readonly Toets<Id, K, C>[],
  waar: { readonly klasse: string; readonly sleutel: string; readonly op: K },
  context: C,
): Bevinding<Id>[] {
  const bevonden: Bevinding<Id>[] = []
  for (const t of toetsen) if (!t[1](waar.op, context)) bevonden.push({ regel: t[0], ...waar })
  return bevonden
}
