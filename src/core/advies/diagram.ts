/**
 * Beslisdiagrammen: een functie van antwoorden als gedeeld, geordend en gereduceerd diagram (MDD).
 *
 * Elke variabele heeft een niveau (haar plaats in de vraagvolgorde) en een vast aantal klassen. Een verwijzing
 * ≥ 0 is een knoop, een verwijzing < 0 een eindpunt: eindpunt e is `~e`. Twee gelijke functies hebben dezelfde
 * verwijzing; daarom is "kan deze vraag nog iets veranderen" een vergelijking en geen opsomming (ontwerp §4).
 */

export type Ref = number

/** De eindpunten van een voorwaarde. */
export const ONWAAR: Ref = ~0
export const WAAR: Ref = ~1

export const isEind = (ref: Ref): boolean => ref < 0
export const eind = (nummer: number): Ref => ~nummer
export const eindnummer = (ref: Ref): number => ~ref

export type Diagram = {
  /** Aantal klassen per niveau. */
  readonly breedte: readonly number[]
  readonly niveaus: readonly number[]
  readonly kinderen: readonly (readonly Ref[])[]
  /** Knoop met deze kinderen; zijn ze allemaal gelijk, dan doet de variabele er niet toe en is er geen knoop. */
  knoop(niveau: number, kinderen: readonly Ref[]): Ref
  /** Waar `als` waar is `dan`, anders `anders`. */
  kies(als: Ref, dan: Ref, anders: Ref): Ref
  /** Niveaus waar de functie van afhangt, oplopend. */
  steunVan(ref: Ref): readonly number[]
  /** Aantal knopen. */
  knopen(): number
}

/** De meeste knopen hebben twee kinderen; hun sleutel past dan in een getal, en dat zoekt sneller dan tekst. */
const MAX_REF = 2 ** 20
function knoopsleutel(niveau: number, kids: readonly Ref[]): number | string {
  const [a = 0, b = 0] = kids
  if (kids.length === 2 && a < MAX_REF && b < MAX_REF) return (niveau * 2 * MAX_REF + a + MAX_REF) * 2 * MAX_REF + b + MAX_REF
  return `${niveau}:${kids.join(',')}`
}

/** Een leeg diagram over variabelen met deze aantallen klassen, in volgorde van niveau. */
export function maakDiagram(breedte: readonly number[]): Diagram {
  const niveaus: number[] = []
  const kinderen: (readonly Ref[])[] = []
  const bekend = new Map<number | string, Ref>()
  const gekozen = new Map<string, Ref>()

  function knoop(niveau: number, kids: readonly Ref[]): Ref {
    const eerste = kids[0] as Ref
    if (kids.every((k) => k === eerste)) return eerste
    const sleutel = knoopsleutel(niveau, kids)
    const bestaand = bekend.get(sleutel)
    if (bestaand !== undefined) return bestaand
    const ref = niveaus.push(niveau) - 1
    kinderen.push(kids)
    bekend.set(sleutel, ref)
    return ref
  }

  const steunen: (readonly number[])[] = []
  function steunVan(ref: Ref): readonly number[] {
    if (ref < 0) return []
    let uit = steunen[ref]
    if (!uit) {
      uit = [...new Set([niveaus[ref] as number, ...(kinderen[ref] as readonly Ref[]).flatMap(steunVan)])].sort((a, b) => a - b)
      steunen[ref] = uit
    }
    return uit
  }

  const niveauVan = (ref: Ref): number => (ref < 0 ? Number.POSITIVE_INFINITY : (niveaus[ref] as number))
  const kindVan = (ref: Ref, niveau: number, klasse: number): Ref => (niveauVan(ref) === niveau ? (kinderen[ref]?.[klasse] as Ref) : ref)

  function kies(als: Ref, dan: Ref, anders: Ref): Ref {
    if (als === WAAR) return dan
    if (als === ONWAAR) return anders
    if (dan === anders) return dan
    const sleutel = `${als},${dan},${anders}`
    const eerder = gekozen.get(sleutel)
    if (eerder !== undefined) return eerder
    const niveau = Math.min(niveauVan(als), niveauVan(dan), niveauVan(anders))
    const kids: Ref[] = []
    for (let k = 0; k < (breedte[niveau] as number); k++) {
      kids.push(kies(kindVan(als, niveau, k), kindVan(dan, niveau, k), kindVan(anders, niveau, k)))
    }
    const ref = knoop(niveau, kids)
    gekozen.set(sleutel, ref)
    return ref
  }

  return { breedte, niveaus, kinderen, knoop, kies, steunVan, knopen: () => niveaus.length }
}

export const en = (d: Diagram, a: Ref, b: Ref): Ref => d.kies(a, b, ONWAAR)
export const of = (d: Diagram, a: Ref, b: Ref): Ref => d.kies(a, WAAR, b)
export const niet = (d: Diagram, a: Ref): Ref => d.kies(a, ONWAAR, WAAR)

/** Waar als minstens `n` van de voorwaarden waar zijn. */
export function minstens(d: Diagram, n: number, voorwaarden: readonly Ref[]): Ref {
  if (n <= 0) return WAAR
  if (n > voorwaarden.length) return ONWAAR
  const [eerste, ...rest] = voorwaarden
  return d.kies(eerste as Ref, minstens(d, n - 1, rest), minstens(d, n, rest))
}

/** Hetzelfde diagram met andere eindpunten, bijvoorbeeld rijen samengevoegd tot uitkomsten. */
export function metEindpunten(d: Diagram, ref: Ref, nieuw: (eindnummer: number) => number): Ref {
  const klaar = new Map<Ref, Ref>()
  const ga = (r: Ref): Ref => {
    if (isEind(r)) return eind(nieuw(eindnummer(r)))
    const eerder = klaar.get(r)
    if (eerder !== undefined) return eerder
    const uit = d.knoop(d.niveaus[r] as number, (d.kinderen[r] as readonly Ref[]).map(ga))
    klaar.set(r, uit)
    return uit
  }
  return ga(ref)
}

/** Antwoordklassen per niveau; -1 is onbekend. */
export type Klassevector = Int16Array

/** Alle eindpunten die een functie zonder voorkennis kan bereiken. */
export function eindpunten(d: Diagram, ref: Ref): Set<number> {
  const gezien = new Set<Ref>()
  const uit = new Set<number>()
  const ga = (r: Ref): void => {
    if (isEind(r)) {
      uit.add(eindnummer(r))
      return
    }
    if (gezien.has(r)) return
    gezien.add(r)
    for (const k of d.kinderen[r] as readonly Ref[]) ga(k)
  }
  ga(ref)
  return uit
}

/** Een pad naar een eindpunt: de klasse per niveau die ertoe doet. */
export function padNaar(d: Diagram, ref: Ref, gezocht: number): Map<number, number> | null {
  if (isEind(ref)) return eindnummer(ref) === gezocht ? new Map() : null
  const kids = d.kinderen[ref] as readonly Ref[]
  for (let klasse = 0; klasse < kids.length; klasse++) {
    if (!eindpunten(d, kids[klasse] as Ref).has(gezocht)) continue
    const pad = padNaar(d, kids[klasse] as Ref, gezocht)
    if (pad) return pad.set(d.niveaus[ref] as number, klasse)
  }
  return null
}
