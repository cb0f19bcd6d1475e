/** Van antwoorden naar klassen: per variabele één lezer, zodat een advies alleen leest wat het gebruikt. */
import type { Geval } from '#core/advies/advies.ts'
import type { Klassevector } from '#core/advies/diagram.ts'
import type { Variabele, Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import type { CatalogusInhoud } from '#core/catalogus/vorm.ts'

export type Lezer = {
  /** Schrijft de klassen van deze niveaus in de vector. */
  vul(geval: Geval, niveaus: readonly number[], uit: Klassevector): void
  /** Alle klassen in een nieuwe vector. */
  alles(geval: Geval): Klassevector
}

export function maakLezer(catalogus: CatalogusInhoud, boek: Voorwaardenboek): Lezer {
  const lezers = boek.variabelen.map((v) => maakVariabelelezer(catalogus, v))
  function vul(geval: Geval, niveaus: readonly number[], uit: Klassevector): void {
    for (let i = 0; i < niveaus.length; i++) {
      const niveau = niveaus[i] as number
      uit[niveau] = (lezers[niveau] as (g: Geval) => number)(geval)
    }
  }
  const alle = lezers.map((_, i) => i)
  return {
    vul,
    alles(geval) {
      const uit = new Int16Array(lezers.length)
      vul(geval, alle, uit)
      return uit
    },
  }
}

function maakVariabelelezer(catalogus: CatalogusInhoud, { id, soort, klassen }: Variabele): (g: Geval) => number {
  if (soort === 'overschrijving') {
    return ({ overschrijvingen }) => {
      const gekozen = overschrijvingen?.[id]
      return gekozen === undefined ? 0 : klassen.van(gekozen.waarde)
    }
  }
  const vraag = catalogus.vragen[id]
  if (vraag?.soort === 'janee') {
    const open = vraag.afwezig ? klassen.van(vraag.afwezig) : -1
    return ({ antwoorden }) => {
      const antwoord = antwoorden[id]
      return antwoord === undefined ? open : antwoord === 'ja' ? 0 : 1
    }
  }
  return ({ antwoorden }) => {
    const antwoord = antwoorden[id]
    return antwoord === undefined ? -1 : klassen.van(antwoord)
  }
}
