/**
 * Van antwoorden naar klassen. Eén gang langs de antwoorden; de plaats van een vraag in het vorige geval is een goede gok
 * voor dit geval, want gevallen uit dezelfde bron hebben hun vragen in dezelfde volgorde.
 */
import type { Antwoord, Geval } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Klassen } from '#core/advies/klassen.ts'
import type { Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import type { CatalogusInhoud } from '#core/catalogus/vorm.ts'

/** Schrijft de klasse van elke variabele; -1 is onbekend. */
export type Lezer = (geval: Geval, uit: Klassevector) => void

const TWEE_KLASSEN = 0
const DRIE_KLASSEN = 1
const ANDERS = 2
const ONBEKEND = 3

/** Lezer voor de variabelen van dit boek. Antwoorden op andere vragen tellen niet mee. */
export function maakLezer(catalogus: CatalogusInhoud, boek: Voorwaardenboek): Lezer {
  const { variabelen, niveauVan } = boek
  const zonderAntwoord = Int16Array.from(variabelen, ({ id, soort, klassen }) => {
    const vraag = catalogus.vragen[id]
    if (soort === 'overschrijving') return 0
    return vraag?.soort === 'janee' && vraag.afwezig ? klassen.van(vraag.afwezig) : -1
  })
  const overschrijvingen = variabelen.flatMap((v, niveau) => (v.soort === 'overschrijving' ? [{ ...v, niveau }] : []))
  /** De vraag die het vorige geval op deze plaats had, met alles wat lezen nodig heeft. */
  const plaatsen: { vraag: string[]; niveau: number[]; soort: number[]; tweede: string[]; derde: string[] } = {
    vraag: [],
    niveau: [],
    soort: [],
    tweede: [],
    derde: [],
  }
  const { vraag, niveau, soort, tweede, derde } = plaatsen

  function leer(plaats: number, id: string): void {
    const n = niveauVan.get(id)
    const klassen = n === undefined ? undefined : variabelen[n]?.klassen
    vraag[plaats] = id
    niveau[plaats] = n ?? -1
    soort[plaats] = !klassen
      ? ONBEKEND
      : !isEnkel(catalogus, id) || klassen.aantal > 3
        ? ANDERS
        : klassen.aantal === 3
          ? DRIE_KLASSEN
          : TWEE_KLASSEN
    tweede[plaats] = alsSleutel(klassen?.voorbeelden[1])
    derde[plaats] = alsSleutel(klassen?.voorbeelden[2])
  }

  return ({ antwoorden, overschrijvingen: gekozen }, uit) => {
    uit.set(zonderAntwoord)
    let p = 0
    for (const id in antwoorden) {
      if (vraag[p] !== id) leer(p, id)
      const antwoord = antwoorden[id] as Antwoord
      const n = niveau[p] as number
      // Vergelijken zonder vertakking: antwoorden zijn niet te voorspellen, en een misgegokte vertakking kost meer dan de vergelijking.
      if (soort[p] === TWEE_KLASSEN) uit[n] = Number(antwoord === tweede[p])
      else if (soort[p] === DRIE_KLASSEN) uit[n] = Number(antwoord === tweede[p]) + 2 * Number(antwoord === derde[p])
      else if (soort[p] === ANDERS) uit[n] = (variabelen[n] as { klassen: Klassen }).klassen.van(antwoord)
      p++
    }
    if (gekozen !== undefined) {
      for (const { id, klassen, niveau: n } of overschrijvingen) {
        const waarde = gekozen[id]?.waarde
        if (waarde !== undefined) uit[n] = klassen.van(waarde)
      }
    }
  }
}

/** Vragen waarvan het antwoord één waarde is, elk met een eigen klasse. */
const isEnkel = (c: CatalogusInhoud, id: string): boolean => c.vragen[id]?.soort === 'janee' || c.vragen[id]?.soort === 'keuze'

/** Dezelfde tekst zoals de machine haar als sleutel bewaart: vergelijken is dan meestal één adres vergelijken. */
const alsSleutel = (w: Antwoord | undefined): string => (typeof w === 'string' ? (Object.keys({ [w]: 0 })[0] as string) : '')
