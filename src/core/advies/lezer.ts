/**
 * Van antwoorden naar klassen. Eén gang langs de antwoorden; de plaats van een vraag in het vorige geval is een goede gok
 * voor dit geval, want gevallen uit dezelfde bron hebben hun vragen in dezelfde volgorde.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Klassen } from '#core/advies/klassen.ts'
import type { Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'

/** Schrijft de klasse van elke variabele; -1 is onbekend. */
export type Lezer = (geval: Geval, uit: Klassevector) => void

/** Een vraag van een andere catalogus, of een die hier geen regel leest. */
const TELT_NIET = -1
/** Codes hieronder lezen het antwoord op een andere manier dan ja of nee; het niveau is `ANDERS - code`. */
const ANDERS = -2

/** Per plaats in het vorige geval: welke vraag daar stond en hoe haar antwoord te lezen is. */
type Plaatsen = {
  readonly vraag: readonly string[]
  /** Niveau van een ja/nee-vraag, TELT_NIET, of ANDERS en lager. */
  readonly code: Int16Array
  readonly klassen: readonly (((antwoord: Antwoord) => number) | undefined)[]
}

/** Lezer voor deze niveaus van het boek; wat niet nodig is, blijft onbekend. Antwoorden op andere vragen tellen niet mee. */
export function maakLezer(catalogus: CatalogusInhoud, boek: Voorwaardenboek, nodig: ReadonlySet<number>): Lezer {
  const { variabelen } = boek
  const zonderAntwoord = Int16Array.from(variabelen, ({ id, soort, klassen }) => {
    const vraag = catalogus.vragen[id]
    if (soort === 'overschrijving') return 0
    return vraag?.soort === 'janee' && vraag.afwezig ? klassen.van(vraag.afwezig) : -1
  })
  const overschrijvingen = variabelen.flatMap((v, niveau) => (v.soort === 'overschrijving' ? [{ ...v, niveau }] : []))
  let plaatsen = leerPlaatsen(catalogus, boek, nodig, [])
  return (geval, uit) => {
    uit.set(zonderAntwoord)
    if (!leesOpPlaats(plaatsen, geval.antwoorden, uit)) {
      plaatsen = leerPlaatsen(catalogus, boek, nodig, Object.keys(geval.antwoorden))
      leesOpPlaats(plaatsen, geval.antwoorden, uit)
    }
    if (geval.overschrijvingen === undefined) return
    for (const { id, klassen, niveau } of overschrijvingen) {
      const waarde = geval.overschrijvingen[id]?.waarde
      if (waarde !== undefined) uit[niveau] = klassen.van(waarde)
    }
  }
}

/** Onwaar zodra een vraag op een andere plaats staat dan in het vorige geval. */
function leesOpPlaats({ vraag, code, klassen }: Plaatsen, antwoorden: Geval['antwoorden'], uit: Klassevector): boolean {
  let p = 0
  for (const id in antwoorden) {
    if (vraag[p] !== id) return false
    const c = code[p] as number
    // Vergelijken zonder vertakking: antwoorden zijn niet te voorspellen, en een misgegokte vertakking kost meer dan de vergelijking.
    if (c >= 0) uit[c] = Number(antwoorden[id] === 'nee')
    else if (c <= ANDERS) uit[ANDERS - c] = (klassen[p] as (antwoord: Antwoord) => number)(antwoorden[id] as Antwoord)
    p++
  }
  return true
}

function leerPlaatsen(c: CatalogusInhoud, boek: Voorwaardenboek, nodig: ReadonlySet<number>, vraag: readonly string[]): Plaatsen {
  const niveaus = vraag.map((id) => boek.niveauVan.get(id) ?? -1)
  return {
    vraag,
    code: Int16Array.from(niveaus, (n, i) =>
      !nodig.has(n) ? TELT_NIET : c.vragen[vraag[i] as string]?.soort === 'janee' ? n : ANDERS - n,
    ),
    klassen: niveaus.map((n, i) => klasselezer(c.vragen[vraag[i] as string], boek.variabelen[n]?.klassen)),
  }
}

/** Verschillen de waarden van een keuze allemaal in lengte, dan zegt de lengte genoeg: het antwoord is al gecontroleerd. */
function klasselezer(vraag: Vraag | undefined, klassen: Klassen | undefined): ((antwoord: Antwoord) => number) | undefined {
  if (!klassen) return undefined
  const waarden = vraag?.soort === 'keuze' ? (klassen.voorbeelden as readonly string[]) : []
  if (waarden.length === 0 || new Set(waarden.map((w) => w.length)).size < waarden.length) return (antwoord) => klassen.van(antwoord)
  const bijLengte = new Int16Array(Math.max(...waarden.map((w) => w.length)) + 1)
  waarden.forEach((w, klasse) => {
    bijLengte[w.length] = klasse
  })
  return (antwoord) => bijLengte[(antwoord as string).length] as number
}
