/**
 * Van antwoorden naar klassen. Eén gang langs de antwoorden; de plaats van een vraag in het vorige geval is een goede gok
 * voor dit geval, want gevallen uit dezelfde bron hebben hun vragen in dezelfde volgorde.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Klassen } from '#core/advies/klassen.ts'
import { maakTekstindex } from '#core/advies/tekstindex.ts'
import type { Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'

/** Schrijft de klasse van elke variabele; -1 is onbekend. */
export type Lezer = (geval: Geval, uit: Klassevector) => void

/** Een vraag van een andere catalogus, of een die hier geen regel leest. */
const TELT_NIET = -1
/** Codes hieronder lezen het antwoord op een andere manier dan ja of nee; het niveau is `ANDERS - code`. */
const ANDERS = -2

/** Hoe het antwoord op een vraag te lezen is. `code`: niveau van een ja/nee-vraag, TELT_NIET, of ANDERS en lager. */
type Leeswijze = { readonly code: number; klasse(antwoord: Antwoord): number }

/** Per plaats in een eerder geval: welke vraag daar stond, en haar leeswijze. */
type Plaatsen = { readonly vraag: readonly string[]; readonly code: Int16Array; readonly wijze: readonly Leeswijze[] }

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
      v.soort === 'vraag' ? [[v.id, maakLeeswijze(catalogus.vragen[v.id], v.klassen, niveau, nodig)] as const] : [],
    ),
  )
  let plaatsen = leerPlaatsen(wijzen, [])
  let mis = GEDULD

  return (geval, uit) => {
    uit.set(zonderAntwoord)
    if (!leesOpPlaats(plaatsen, geval.antwoorden, uit)) {
      leesOpNaam(wijzen, geval.antwoorden, uit)
      if (++mis > GEDULD) plaatsen = leerPlaatsen(wijzen, Object.keys(geval.antwoorden))
      if (mis > GEDULD) mis = 0
    }
    if (geval.overschrijvingen === undefined) return
    for (const { id, klassen, niveau } of overschrijvingen) {
      const waarde = geval.overschrijvingen[id]?.waarde
      if (waarde !== undefined) uit[niveau] = klassen.van(waarde)
    }
  }
}

/** Onwaar zodra een vraag op een andere plaats staat dan gegokt. */
function leesOpPlaats({ vraag, code, wijze }: Plaatsen, antwoorden: Geval['antwoorden'], uit: Klassevector): boolean {
  let p = 0
  for (const id in antwoorden) {
    if (vraag[p] !== id) return false
    const c = code[p] as number
    // Vergelijken zonder vertakking: antwoorden zijn niet te voorspellen, en een misgegokte vertakking kost meer dan de vergelijking.
    if (c >= 0) uit[c] = Number(antwoorden[id] === 'nee')
    else if (c <= ANDERS) uit[ANDERS - c] = (wijze[p] as Leeswijze).klasse(antwoorden[id] as Antwoord)
    p++
  }
  return true
}

function leesOpNaam(wijzen: ReadonlyMap<string, Leeswijze>, antwoorden: Geval['antwoorden'], uit: Klassevector): void {
  for (const id in antwoorden) {
    const w = wijzen.get(id)
    if (w === undefined || w.code === TELT_NIET) continue
    uit[w.code >= 0 ? w.code : ANDERS - w.code] = w.klasse(antwoorden[id] as Antwoord)
  }
}

const ongelezen: Leeswijze = { code: TELT_NIET, klasse: () => -1 }

function leerPlaatsen(wijzen: ReadonlyMap<string, Leeswijze>, vraag: readonly string[]): Plaatsen {
  const wijze = vraag.map((id) => wijzen.get(id) ?? ongelezen)
  return { vraag, code: Int16Array.from(wijze, (w) => w.code), wijze }
}

function maakLeeswijze(vraag: Vraag | undefined, klassen: Klassen, niveau: number, nodig: ReadonlySet<number>): Leeswijze {
  if (!nodig.has(niveau)) return ongelezen
  if (vraag?.soort === 'janee') return { code: niveau, klasse: (antwoord) => Number(antwoord === 'nee') }
  if (vraag?.soort !== 'keuze') return { code: ANDERS - niveau, klasse: (antwoord) => klassen.van(antwoord) }
  const nummer = maakTekstindex(klassen.voorbeelden as readonly string[])
  return { code: ANDERS - niveau, klasse: (antwoord) => nummer(antwoord as string) }
}
