/**
 * Welke indicaties op welke dagen samen niet mogen, of alleen met een motivering. Eén keer sorteren op begindag en dan
 * van voor naar achter lopen: alleen indicaties die nog lopen worden met elkaar vergeleken.
 */
import { begindag, einddag, OPEN_EINDE, overlapt } from '#core/base/datum.ts'
import type { Indicatie } from './indicatie.ts'
import type { Familiemaximum, Paarregel, Stapelingsregels } from './stapelingsregels.ts'

/** Een indicatie die meetelt, met dagnummers. `plek` is haar plaats in de vaste volgorde. */
export type Stuk = { readonly indicatie: Indicatie; readonly product: number; readonly van: number; readonly tot: number; plek: number }

/** Indicaties die van dag `van` tot en met `tot` botsen; bij een paar eerst de rij, dan de kolom. */
export type Botsing = { readonly regel: Paarregel; readonly stukken: readonly Stuk[]; readonly van: number; readonly tot: number }

/** De indicaties die de regels dekken, in een volgorde die niet van de invoer afhangt. */
export function maakStukken(regels: Stapelingsregels, indicaties: readonly Indicatie[]): Stuk[] {
  const stukken: Stuk[] = []
  for (const indicatie of indicaties) {
    const product = regels.volgnummer.get(indicatie.product)
    if (product === undefined || (indicatie.pgb && !regels.pgbTeltMee)) continue
    stukken.push({ indicatie, product, van: begindag(indicatie), tot: einddag(indicatie), plek: 0 })
  }
  stukken.sort(vasteVolgorde)
  stukken.forEach((stuk, plek) => {
    stuk.plek = plek
  })
  return stukken
}

/** Eerder begin, dan matrixvolgorde, dan einde, aanbieder en id; de nieuwe als laatste, want zij schuift. */
function vasteVolgorde(a: Stuk, b: Stuk): number {
  return (
    a.van - b.van ||
    a.product - b.product ||
    a.tot - b.tot ||
    opTekst(a.indicatie.aanbieder, b.indicatie.aanbieder) ||
    opTekst(a.indicatie.id, b.indicatie.id) ||
    Number(a.indicatie.pgb ?? false) - Number(b.indicatie.pgb ?? false) ||
    Number(a.indicatie.nieuw ?? false) - Number(b.indicatie.nieuw ?? false)
  )
}

function opTekst(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Alle botsingen, op begindag en dan op matrixvolgorde. */
export function vindBotsingen(regels: Stapelingsregels, stukken: readonly Stuk[]): Botsing[] {
  const botsingen = paarbotsingen(regels, stukken)
  for (const maximum of regels.maxima) botsingen.push(...telbotsingen(regels, maximum, stukken))
  if (botsingen.length < 2) return botsingen
  return botsingen.sort((a, b) => a.van - b.van || opProducten(a.stukken, b.stukken) || a.tot - b.tot || opPlek(a.stukken, b.stukken))
}

function paarbotsingen(regels: Stapelingsregels, stukken: readonly Stuk[]): Botsing[] {
  const botsingen: Botsing[] = []
  const lopend: Stuk[] = []
  let aantal = 0
  for (const kolom of stukken) {
    let over = 0
    for (let i = 0; i < aantal; i++) {
      const rij = lopend[i] as Stuk
      if (rij.tot < kolom.van) continue
      lopend[over++] = rij
      const regel = regels.paren[rij.product * regels.codes.length + kolom.product]
      if (!regel) continue
      const tot = Math.min(rij.tot, kolom.tot)
      if (tot - kolom.van + 1 > wisseldagen(regels, rij, kolom)) botsingen.push({ regel, stukken: [rij, kolom], van: kolom.van, tot })
    }
    lopend[over] = kolom
    aantal = over + 1
  }
  return botsingen
}

/** Zoveel dagen overlap blijft zonder gevolg: alleen bij hetzelfde product van twee verschillende aanbieders (AMB-59). */
export function wisseldagen(regels: Stapelingsregels, a: Stuk, b: Stuk): number {
  return a.product === b.product && andereAanbieder(a.indicatie, b.indicatie) ? regels.wisseldagen : 0
}

const andereAanbieder = (a: Indicatie, b: Indicatie): boolean =>
  a.aanbieder !== undefined && b.aanbieder !== undefined && a.aanbieder !== b.aanbieder

/** Aaneengesloten dagen met dezelfde indicaties, waarop het maximum van een familie (2 of meer) overschreden is. */
function telbotsingen(regels: Stapelingsregels, maximum: Familiemaximum, stukken: readonly Stuk[]): Botsing[] {
  const leden = stukken.filter((stuk) => maximum.lid[stuk.product])
  const botsingen: Botsing[] = []
  for (const { van, tot, actief } of vakken(leden)) {
    if (tel(regels, actief) > maximum.maximum) {
      botsingen.push({ regel: maximum.regel, stukken: [...actief].sort((a, b) => a.plek - b.plek), van, tot })
    }
  }
  return botsingen
}

/** De dagen waarop `nieuw` erbij het maximum zou overschrijden. */
export function volleDagen(regels: Stapelingsregels, maximum: Familiemaximum, nieuw: Stuk, anderen: readonly Stuk[]): [number, number][] {
  if (!maximum.lid[nieuw.product]) return []
  const vol: [number, number][] = []
  for (const { van, tot, actief } of vakken(anderen.filter((stuk) => maximum.lid[stuk.product]))) {
    if (tel(regels, actief, nieuw) > maximum.maximum) vol.push([van, tot])
  }
  return vol
}

/** Knipt de kalender op de dagen waar iets begint of net geëindigd is; per vak wie er lopen. `actief` verandert per stap. */
function* vakken(stukken: readonly Stuk[]): Generator<{ van: number; tot: number; actief: ReadonlySet<Stuk> }> {
  const grenzen = [...new Set(stukken.flatMap((stuk) => [stuk.van, stuk.tot + 1]))].sort((a, b) => a - b)
  const opEinde = [...stukken].sort((a, b) => a.tot - b.tot)
  const actief = new Set<Stuk>()
  let begonnen = 0
  let geeindigd = 0
  for (const [i, van] of grenzen.entries()) {
    for (let stuk = stukken[begonnen]; stuk && stuk.van <= van; stuk = stukken[++begonnen]) actief.add(stuk)
    for (let stuk = opEinde[geeindigd]; stuk && stuk.tot < van; stuk = opEinde[++geeindigd]) actief.delete(stuk)
    const volgende = grenzen[i + 1]
    if (volgende !== undefined && actief.size > 0) yield { van, tot: volgende - 1, actief }
  }
}

/** Hetzelfde product bij twee aanbieders telt voor één als dat altijd mag; een wissel van een paar dagen telt hier voor twee. */
function tel(regels: Stapelingsregels, actief: ReadonlySet<Stuk>, erbij?: Stuk): number {
  if (regels.wisseldagen !== Number.POSITIVE_INFINITY) return actief.size + (erbij ? 1 : 0)
  const perAanbieder = new Map<string, number>()
  const hoogste = new Map<number, number>()
  let zonderAanbieder = 0
  for (const { product, indicatie } of erbij ? [...actief, erbij] : actief) {
    if (indicatie.aanbieder === undefined) {
      zonderAanbieder++
      continue
    }
    const sleutel = `${product} ${indicatie.aanbieder}`
    const aantal = (perAanbieder.get(sleutel) ?? 0) + 1
    perAanbieder.set(sleutel, aantal)
    hoogste.set(product, Math.max(aantal, hoogste.get(product) ?? 0))
  }
  return [...hoogste.values()].reduce((som, aantal) => som + aantal, zonderAanbieder)
}

function opProducten(a: readonly Stuk[], b: readonly Stuk[]): number {
  return eersteVerschil(a, b, (stuk) => stuk.product)
}

function opPlek(a: readonly Stuk[], b: readonly Stuk[]): number {
  return eersteVerschil(a, b, (stuk) => stuk.plek)
}

function eersteVerschil(a: readonly Stuk[], b: readonly Stuk[], waarde: (stuk: Stuk) => number): number {
  const samen = Math.min(a.length, b.length)
  for (let i = 0; i < samen; i++) {
    const verschil = waarde(a[i] as Stuk) - waarde(b[i] as Stuk)
    if (verschil !== 0) return verschil
  }
  return a.length - b.length
}

export const isOpen = (dag: number): boolean => dag >= OPEN_EINDE

/** Boven dit aantal is sorteren en lopen sneller dan elk paar langs. */
const PAREN_TOT = 16

/**
 * Alleen het oordeel: mag dit samen? Zonder volgorde, dagnummers of uitleg, want zo wordt een heel bestand doorgerekend.
 * Geeft hetzelfde antwoord als `vindBotsingen` zonder een botsing die blokkeert.
 */
export function magSamen(regels: Stapelingsregels, indicaties: readonly Indicatie[]): boolean {
  if (indicaties.length > PAREN_TOT || regels.maxima.length > 0) {
    return !vindBotsingen(regels, maakStukken(regels, indicaties)).some((botsing) => botsing.regel.uitkomst === 'blokkeren')
  }
  for (let i = 1; i < indicaties.length; i++) {
    const a = indicaties[i] as Indicatie
    const product = regels.volgnummer.get(a.product)
    if (product === undefined || (a.pgb && !regels.pgbTeltMee)) continue
    for (let j = 0; j < i; j++) {
      const b = indicaties[j] as Indicatie
      if (overlapt(a, b) && blokkeertPaar(regels, a, product, b)) return false
    }
  }
  return true
}

function blokkeertPaar(regels: Stapelingsregels, a: Indicatie, product: number, b: Indicatie): boolean {
  const ander = regels.volgnummer.get(b.product)
  if (ander === undefined || (b.pgb && !regels.pgbTeltMee)) return false
  const aEerst = regels.symmetrisch || a.van < b.van || (a.van === b.van && product < ander)
  const cel = aEerst ? product * regels.codes.length + ander : ander * regels.codes.length + product
  if (regels.blokkeert[cel] !== 1) return false
  if (product !== ander || regels.wisseldagen === 0 || !andereAanbieder(a, b)) return true
  return Math.min(einddag(a), einddag(b)) - Math.max(begindag(a), begindag(b)) + 1 > regels.wisseldagen
}
