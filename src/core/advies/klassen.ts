/**
 * Antwoordklassen: antwoorden op één vraag die voor alle regels hetzelfde betekenen.
 *
 * Een getal valt uiteen op de grenzen die de regels noemen, een lijst op de aantallen die de regels tellen. Zo heeft
 * ook "sinds hoeveel maanden" maar een paar klassen, en is "voor elke invulling" eindig en exact.
 */
import { invariant } from '#core/base/invariant.ts'
import type { Vraag } from '#core/catalogus/vorm.ts'
import { maakTekstindex } from '#core/advies/tekstindex.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'
import type { Antwoord } from '#core/advies/advies.ts'

/** Een toets op een vraag met ingevulde instellingen. */
export type VasteToets =
  | { readonly soort: 'waarde'; readonly waarden: readonly (string | number)[] }
  | { readonly soort: 'bereik'; readonly vanaf?: number; readonly tot?: number; readonly totEnMet?: number }
  | { readonly soort: 'aantal'; readonly minstens: number; readonly uit?: readonly string[] }

export type Klassen = {
  readonly aantal: number
  /** Klasse van een gecontroleerd antwoord. */
  van(antwoord: Antwoord): number
  /** Een antwoord uit de klasse. */
  readonly voorbeelden: readonly Antwoord[]
  /** Gewone woorden voor een groep klassen, bijvoorbeeld `3 of meer` of `ja`. */
  inWoorden(klassen: readonly number[]): string
}

/** Voldoet dit antwoord aan de toets? */
export function voldoet(toets: VasteToets, antwoord: Antwoord): boolean {
  if (toets.soort === 'waarde') {
    return Array.isArray(antwoord)
      ? toets.waarden.some((w) => antwoord.includes(String(w)))
      : toets.waarden.includes(antwoord as string | number)
  }
  if (toets.soort === 'bereik') {
    const n = antwoord as number
    return (
      (toets.vanaf === undefined || n >= toets.vanaf) &&
      (toets.tot === undefined || n < toets.tot) &&
      (toets.totEnMet === undefined || n <= toets.totEnMet)
    )
  }
  const gekozen = antwoord as readonly string[]
  const geteld = toets.uit ? gekozen.filter((g) => toets.uit?.includes(g)).length : gekozen.length
  return geteld >= toets.minstens
}

/** De klassen van een vraag onder deze toetsen. Zonder toetsen op een getal of lijst is er één klasse. */
export function maakKlassen(vraag: Vraag, toetsen: readonly VasteToets[]): Klassen {
  if (vraag.soort === 'getal') return getalKlassen(vraag, toetsen)
  if (vraag.soort === 'meerkeuze') return lijstKlassen(waardenVan(vraag.waarden), toetsen)
  const waarden = vraag.soort === 'janee' ? waardenVan(undefined) : waardenVan(vraag.waarden)
  return keuzeKlassen(waarden)
}

/** Klassen van een vaste rij waarden; ook voor afgeleide waarden die de consulent mag overschrijven. */
export function keuzeKlassen(waarden: readonly { id: string; tekst: string }[]): Klassen {
  const nummers = new Map(waarden.map((w, i) => [w.id, i]))
  return {
    aantal: waarden.length,
    van(antwoord) {
      const n = nummers.get(antwoord as string)
      invariant(n !== undefined, 'het antwoord is gecontroleerd voor het hier komt')
      return n
    },
    voorbeelden: waarden.map((w) => w.id),
    inWoorden: (klassen) => klassen.map((k) => waarden[k]?.tekst ?? '').join(' of '),
  }
}

const komma = (n: number): string => String(n).replace('.', ',')

/** Grenzen op het rooster van de vraag (hele eenheden van het kleinste decimaal), zodat `<` en `≤` exact zijn. */
function getalKlassen(vraag: Vraag & { soort: 'getal' }, toetsen: readonly VasteToets[]): Klassen {
  const schaal = 10 ** (vraag.decimalen ?? 0)
  const omhoog = (n: number): number => Math.ceil(Number((n * schaal).toFixed(6)))
  const grenzen = new Set<number>()
  for (const t of toetsen) {
    if (t.soort === 'waarde') {
      for (const w of t.waarden) {
        grenzen.add(omhoog(Number(w)))
        grenzen.add(omhoog(Number(w)) + 1)
      }
    } else if (t.soort === 'bereik') {
      if (t.vanaf !== undefined) grenzen.add(omhoog(t.vanaf))
      if (t.tot !== undefined) grenzen.add(omhoog(t.tot))
      if (t.totEnMet !== undefined) grenzen.add(Math.floor(Number((t.totEnMet * schaal).toFixed(6))) + 1)
    }
  }
  const laagste = omhoog(vraag.min)
  const hoogste = vraag.max === undefined ? Number.POSITIVE_INFINITY : omhoog(vraag.max)
  const begin = [laagste, ...[...grenzen].filter((g) => g > laagste && g <= hoogste).sort((a, b) => a - b)]
  return {
    aantal: begin.length,
    van(antwoord) {
      const n = Math.round((antwoord as number) * schaal)
      let klasse = begin.length - 1
      while (klasse > 0 && n < (begin[klasse] as number)) klasse--
      return klasse
    },
    voorbeelden: begin.map((b) => b / schaal),
    inWoorden(klassen) {
      const eerste = Math.min(...klassen)
      const na = begin[Math.max(...klassen) + 1]
      const van = komma((begin[eerste] as number) / schaal)
      if (eerste === 0) return na === undefined ? 'elk aantal' : `minder dan ${komma(na / schaal)}`
      return na === undefined ? `${van} of meer` : `${van} tot ${komma(na / schaal)}`
    },
  }
}

/** Waarden die in precies dezelfde toetsen meetellen vormen een blok; alleen het aantal per blok doet ertoe. */
function lijstKlassen(waarden: readonly { id: string; tekst: string }[], toetsen: readonly VasteToets[]): Klassen {
  const teltIn = (id: string): string =>
    toetsen
      .map((t) => (t.soort === 'aantal' ? !t.uit || t.uit.includes(id) : t.soort === 'waarde' && t.waarden.includes(id)))
      .map((b) => (b ? '1' : '0'))
      .join('')
  const blokken = new Map<string, string[]>()
  for (const w of waarden) blokken.set(teltIn(w.id), [...(blokken.get(teltIn(w.id)) ?? []), w.id])
  const blok = [...blokken.values()]
  const stappen: number[] = []
  let combinaties = 1
  for (const b of blok) {
    stappen.push(combinaties)
    combinaties *= b.length + 1
  }
  invariant(combinaties <= 100_000, 'een lijstvraag heeft niet meer dan honderdduizend betekenisvolle combinaties')
  const klasseVanCombinatie = new Int32Array(combinaties)
  const klasseVanBeeld = new Map<string, number>()
  const voorbeelden: string[][] = []
  for (let c = 0; c < combinaties; c++) {
    const gekozen = blok.flatMap((b, i) => b.slice(0, Math.floor(c / (stappen[i] as number)) % (b.length + 1)))
    const beeld = toetsen.map((t) => (voldoet(t, gekozen) ? '1' : '0')).join('')
    let klasse = klasseVanBeeld.get(beeld)
    if (klasse === undefined) {
      klasse = voorbeelden.push(gekozen) - 1
      klasseVanBeeld.set(beeld, klasse)
    }
    klasseVanCombinatie[c] = klasse
  }
  const nummer = maakTekstindex(waarden.map((w) => w.id))
  const stapVan = Int32Array.from(waarden, (w) => stappen[blok.findIndex((b) => b.includes(w.id))] as number)
  const tekstVan = new Map(waarden.map((w) => [w.id, w.tekst]))
  return {
    aantal: voorbeelden.length,
    van(antwoord) {
      const gekozen = antwoord as readonly string[]
      let c = 0
      for (let i = 0; i < gekozen.length; i++) c += stapVan[nummer(gekozen[i] as string)] as number
      return klasseVanCombinatie[c] as number
    },
    voorbeelden,
    inWoorden: (klassen) =>
      klassen
        .map((k) => voorbeelden[k] as string[])
        .map((v) => (v.length === 0 ? 'geen van deze' : v.map((id) => tekstVan.get(id)).join(' en ')))
        .join(', of '),
  }
}
