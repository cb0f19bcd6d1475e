/**
 * Van antwoorden naar klassen. Eén gang langs de antwoorden; de plaats van een vraag in het vorige geval is een goede gok
 * voor dit geval, want gevallen uit dezelfde bron hebben hun vragen in dezelfde volgorde.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Klassen } from '#core/advies/klassen.ts'
import type { Variabele, Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import type { CatalogusInhoud, Vraag } from '#core/catalogus/vorm.ts'

/** Schrijft de klasse van elke variabele; -1 is onbekend. */
export type Lezer = (geval: Geval, uit: Klassevector) => void

const JANEE = 0
const KEUZE = 1
const ANDERS = 2
/** Een vraag van een andere catalogus, of een die hier geen regel toetst. */
const TELT_NIET = 3

/** Per plaats in het vorige geval: welke vraag daar stond en wat lezen ervan nodig heeft. */
type Plaatsen = {
  readonly vraag: readonly string[]
  readonly niveau: Int16Array
  readonly soort: Int8Array
  readonly tweede: readonly string[]
  readonly derde: readonly string[]
  readonly variabelen: readonly Variabele[]
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
function leesOpPlaats(plaatsen: Plaatsen, antwoorden: Geval['antwoorden'], uit: Klassevector): boolean {
  const { vraag, niveau, soort, tweede, derde, variabelen } = plaatsen
  let p = 0
  for (const id in antwoorden) {
    if (vraag[p] !== id) return false
    const antwoord = antwoorden[id] as Antwoord
    const s = soort[p] as number
    const n = niveau[p] as number
    // Vergelijken zonder vertakking: antwoorden zijn niet te voorspellen, en een misgegokte vertakking kost meer dan de vergelijking.
    if (s === JANEE) uit[n] = Number(antwoord === tweede[p])
    else if (s === KEUZE) uit[n] = Number(antwoord === tweede[p]) + 2 * Number(antwoord === derde[p])
    else if (s === ANDERS) uit[n] = (variabelen[n] as Variabele).klassen.van(antwoord)
    p++
  }
  return true
}

function leerPlaatsen(c: CatalogusInhoud, boek: Voorwaardenboek, nodig: ReadonlySet<number>, vraag: readonly string[]): Plaatsen {
  const { variabelen } = boek
  const niveau = vraag.map((id) => boek.niveauVan.get(id) ?? -1)
  const klassen = niveau.map((n) => variabelen[n]?.klassen)
  return {
    vraag,
    niveau: Int16Array.from(niveau),
    soort: Int8Array.from(niveau, (n, i) => (nodig.has(n) ? soortVan(c.vragen[vraag[i] as string], klassen[i] as Klassen) : TELT_NIET)),
    tweede: klassen.map((k) => alsSleutel(k?.voorbeelden[1])),
    derde: klassen.map((k) => alsSleutel(k?.voorbeelden[2])),
    variabelen,
  }
}

function soortVan(vraag: Vraag | undefined, klassen: Klassen): number {
  // Ja en nee apart: korte teksten vergelijkt de machine op adres, en één lange tekst op die plek bederft dat voor alle.
  if (vraag?.soort === 'janee') return JANEE
  return vraag?.soort === 'keuze' && klassen.aantal <= 3 ? KEUZE : ANDERS
}

/** Dezelfde tekst zoals de machine haar als sleutel bewaart: vergelijken is dan meestal één adres vergelijken. */
const alsSleutel = (w: Antwoord | undefined): string => (typeof w === 'string' ? (Object.keys({ [w]: 0 })[0] as string) : '')
