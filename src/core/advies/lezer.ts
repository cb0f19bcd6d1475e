/**
 * Van antwoorden naar klassen. Eén gang langs de antwoorden; de plaats van een vraag in het vorige geval is een goede gok
 * voor dit geval, want gevallen uit dezelfde bron hebben hun vragen in dezelfde volgorde.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Klassen } from '#core/advies/klassen.ts'
import { maakTeksttabel, type Teksttabel, zoekTekst } from '#core/advies/tekstindex.ts'
import type { Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'

export type Lezer = {
  /** De klasse van elke variabele; -1 is onbekend. De rij is geldig tot de volgende aanroep. */
  lees(geval: Geval): Klassevector
  /** Zeker is dat bij het laatste geval alles wat nodig is bekend was. */
  volledig(): boolean
}

/** Hoe het antwoord op een vraag te lezen is: een ja/nee-vraag zonder meer, een keuze in haar `tabel`, de rest met haar klassen. */
type Leeswijze = { readonly niveau: number; readonly janee: boolean; readonly tabel: Teksttabel | null; readonly klassen: Klassen }

/** Een vraag van een andere catalogus, of een die hier geen regel leest. */
const TELT_NIET = -1
const NIET_JANEE = -2
const OP_LENGTE = -3

/**
 * Per plaats in een eerder geval: welke vraag daar stond, en haar leeswijze. `code`: het niveau van een ja/nee-vraag, of een van de
 * codes hierboven. Zegt de lengte van een keuze genoeg, dan staat haar klasse in `klasse` op `begin + (lengte & masker)`.
 */
type Plaatsen = {
  readonly vraag: readonly string[]
  readonly code: readonly number[]
  readonly wijze: readonly (Leeswijze | undefined)[]
  readonly niveau: readonly number[]
  readonly begin: readonly number[]
  readonly masker: readonly number[]
  readonly klasse: Int16Array
  /** Elke vraag die nodig is heeft een plaats. */
  readonly volledig: boolean
}

/** Na zoveel gevallen met een andere volgorde is die volgorde de nieuwe gok. */
const GEDULD = 8

/** Lezer voor deze niveaus van het boek; wat niet nodig is, blijft onbekend. Antwoorden op andere vragen tellen niet mee. */
export function maakLezer(catalogus: CatalogusInhoud, boek: Voorwaardenboek, nodig: ReadonlySet<number>): Lezer {
  const { variabelen } = boek
  const zonderAntwoord = Int16Array.from(variabelen, ({ id, soort, klassen }) => {
    const vraag = catalogus.vragen[id]
    if (soort === 'overschrijving') return 0
    return vraag?.soort === 'janee' && vraag.afwezig ? klassen.van(vraag.afwezig) : -1
  })
  const overschrijvingen = variabelen.flatMap((v, niveau) => (v.soort === 'overschrijving' ? [{ ...v, niveau }] : []))
  const wijzen = new Map(
    variabelen.flatMap((v, niveau) =>
      v.soort === 'vraag' && nodig.has(niveau) ? [[v.id, maakLeeswijze(catalogus.vragen[v.id], v.klassen, niveau)] as const] : [],
    ),
  )
  const uit = zonderAntwoord.slice()
  // Wat de plaatsen niet schrijven, staat na een geval op zijn plaats nog op `zonderAntwoord`.
  let schoon = true
  let plaatsen = leerPlaatsen(wijzen, [])
  let mis = GEDULD

  function lees(geval: Geval): Klassevector {
    if (!schoon) uit.set(zonderAntwoord)
    schoon = geval.overschrijvingen === undefined && leesOpPlaats(plaatsen, geval.antwoorden, uit)
    if (schoon) return uit
    uit.set(zonderAntwoord)
    leesOpNaam(wijzen, geval.antwoorden, uit)
    if (mis++ === GEDULD) {
      plaatsen = leerPlaatsen(wijzen, Object.keys(geval.antwoorden))
      mis = 0
    }
    if (geval.overschrijvingen === undefined) return uit
    for (const { id, klassen, niveau } of overschrijvingen) {
      const waarde = geval.overschrijvingen[id]?.waarde
      if (waarde !== undefined) uit[niveau] = klassen.van(waarde)
    }
    return uit
  }
  return { lees, volledig: () => schoon && plaatsen.volledig }
}

/** Onwaar als de vragen niet precies op hun plaats staan. */
function leesOpPlaats(plaatsen: Plaatsen, antwoorden: Geval['antwoorden'], uit: Klassevector): boolean {
  const { vraag, code, wijze, niveau, begin, masker, klasse } = plaatsen
  let p = 0
  for (const id in antwoorden) {
    if (p === vraag.length || vraag[p] !== id) return false
    const c = code[p] as number
    // Vergelijken zonder vertakking: antwoorden zijn niet te voorspellen, en een misgegokte vertakking kost meer dan de vergelijking.
    if (c >= 0) uit[c] = Number(antwoorden[id] === 'nee')
    else if (c === OP_LENGTE) {
      const { length } = antwoorden[id] as string
      uit[niveau[p] as number] = klasse[(begin[p] as number) + (length & (masker[p] as number))] as number
    } else if (c === NIET_JANEE) {
      const w = wijze[p] as Leeswijze
      uit[w.niveau] = leesAnders(w, antwoorden[id] as Antwoord)
    }
    p++
  }
  return p === vraag.length
}

function leesOpNaam(wijzen: ReadonlyMap<string, Leeswijze>, antwoorden: Geval['antwoorden'], uit: Klassevector): void {
  for (const id in antwoorden) {
    const w = wijzen.get(id)
    if (w === undefined) continue
    const antwoord = antwoorden[id] as Antwoord
    uit[w.niveau] = w.janee ? Number(antwoord === 'nee') : leesAnders(w, antwoord)
  }
}

const leesAnders = ({ tabel, klassen }: Leeswijze, antwoord: Antwoord): number =>
  tabel ? zoekTekst(tabel, antwoord as string) : klassen.van(antwoord)

function leerPlaatsen(wijzen: ReadonlyMap<string, Leeswijze>, vraag: readonly string[]): Plaatsen {
  const wijze = vraag.map((id) => wijzen.get(id))
  const volledig = [...wijzen.keys()].every((id) => vraag.includes(id))
  const opLengte = wijze.map((w) => (w?.tabel?.factor === 0 ? w.tabel.nummers : new Int16Array()))
  let plek = 0
  return {
    vraag,
    wijze,
    volledig,
    code: wijze.map((w) => (w === undefined ? TELT_NIET : w.janee ? w.niveau : w.tabel?.factor === 0 ? OP_LENGTE : NIET_JANEE)),
    niveau: wijze.map((w) => w?.niveau ?? 0),
    begin: opLengte.map((n) => (plek += n.length) - n.length),
    masker: opLengte.map((n) => n.length - 1),
    klasse: Int16Array.from(opLengte.flatMap((n) => [...n])),
  }
}

function maakLeeswijze(vraag: Vraag | undefined, klassen: Klassen, niveau: number): Leeswijze {
  const tabel = vraag?.soort === 'keuze' ? maakTeksttabel(klassen.voorbeelden as readonly string[]) : null
  return { niveau, janee: vraag?.soort === 'janee', tabel, klassen }
}
