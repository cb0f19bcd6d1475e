/**
 * Van antwoorden naar klassen. Eén gang langs de antwoorden; de plaats van een vraag in het vorige geval is een goede gok
 * voor dit geval, want gevallen uit dezelfde bron hebben hun vragen in dezelfde volgorde.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Klassen } from '#core/advies/klassen.ts'
import type { Variabele, Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import type { CatalogusInhoud } from '#core/catalogus/vorm.ts'

/** Schrijft de klasse van elke variabele; -1 is onbekend. */
export type Lezer = (geval: Geval, uit: Klassevector) => void

const JANEE = 0
const KEUZE = 1
const ANDERS = 2
/** Een vraag van een andere catalogus, of een die geen enkele regel toetst. */
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

/** Lezer voor de variabelen van dit boek. Antwoorden op andere vragen tellen niet mee. */
export function maakLezer(catalogus: CatalogusInhoud, boek: Voorwaardenboek): Lezer {
  const { variabelen } = boek
  const zonderAntwoord = Int16Array.from(variabelen, ({ id, soort, klassen }) => {
    const vraag = catalogus.vragen[id]
    if (soort === 'overschrijving') return 0
    return vraag?.soort === 'janee' && vraag.afwezig ? klassen.van(vraag.afwezig) : -1
  })
  const overschrijvingen = variabelen.flatMap((v, niveau) => (v.soort === 'overschrijving' ? [{ ...v, niveau }] : []))
  let plaatsen = leerPlaatsen(catalogus, boek, [])
  return (geval, uit) => {
    uit.set(zonderAntwoord)
    if (!leesOpPlaats(plaatsen, geval.antwoorden, uit)) {
      plaatsen = leerPlaatsen(catalogus, boek, Object.keys(geval.antwoorden))
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

function leerPlaatsen(c: CatalogusInhoud, { variabelen, niveauVan }: Voorwaardenboek, vraag: readonly string[]): Plaatsen {
  const klassen = vraag.map((id) => variabelen[niveauVan.get(id) ?? -1]?.klassen)
  return {
    vraag,
    niveau: Int16Array.from(vraag, (id) => niveauVan.get(id) ?? -1),
    soort: Int8Array.from(klassen, (k, i) => soortVan(c, vraag[i] as string, k)),
    tweede: klassen.map((k) => alsSleutel(k?.voorbeelden[1])),
    derde: klassen.map((k) => alsSleutel(k?.voorbeelden[2])),
    variabelen,
  }
}

function soortVan(c: CatalogusInhoud, id: string, klassen: Klassen | undefined): number {
  if (!klassen || klassen.aantal === 1) return TELT_NIET
  // Ja en nee apart: korte teksten vergelijkt de machine op adres, en één lange tekst op die plek bederft dat voor alle.
  if (c.vragen[id]?.soort === 'janee') return JANEE
  return c.vragen[id]?.soort === 'keuze' && klassen.aantal <= 3 ? KEUZE : ANDERS
}

/** Dezelfde tekst zoals de machine haar als sleutel bewaart: vergelijken is dan meestal één adres vergelijken. */
const alsSleutel = (w: Antwoord | undefined): string => (typeof w === 'string' ? (Object.keys({ [w]: 0 })[0] as string) : '')
