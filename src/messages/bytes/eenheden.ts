/**
 * Leest een bericht in de gewone schrijfwijze rechtstreeks uit bytes, eenheid voor eenheid: het begin van een klasse, het einde ervan,
 * of een waarde in haar geheel. Wat niet precies is wat de beschrijving hier toelaat, blijft liggen voor de gewone lezer. Zo kan deze
 * lezer alleen goedkeuren wat die ook goedkeurt, en komt elke melding van één plek.
 */
import type { Leesstand, Raam } from '../leesstand.ts'
import type { Klasseplan, Veldplan } from './plan.ts'
import { staatOp } from './vorm.ts'
import { waardeVan } from './waarde.ts'

/** Zoveel bytes moeten er na het begin van een eenheid nog zijn: genoeg voor wit, begin, tekst en einde. */
export const GRENS_EENHEID = 4096
/** Meer is niet gewoon. Een begin of einde blijft onder de 128 bytes: zo lang zijn geen naam en voorvoegsel samen. */
const MEESTE_WIT = 1024
const MEESTE_TEKST = 2048

const TAB = 9
const LF = 10
const CR = 13
const SPATIE = 32
const SCHUIN = 47
const VIER_SPATIES = 0x20202020

export type Eenhedenlezer = {
  /** Leest vanaf `begin` eenheden die voor `grens` beginnen; geeft waar het ophield. */
  lees(b: Buffer, begin: number, grens: number): number
  /** Er ligt iets dat hier niet gelezen wordt: de gewone lezer moet verder. */
  readonly isGestrand: boolean
  /** De regel van de eerstvolgende byte. */
  readonly regel: number
  /** De elementen die binnen het hoofdelement open staan, zoals zij geschreven zijn. */
  tags(): string[]
}

/** Het hoofdelement staat open; de eerste byte die komt is de eerste erna. */
export function maakEenhedenlezer(stand: Leesstand, plan: Klasseplan, beginregel: number): Eenhedenlezer {
  const plannen: Klasseplan[] = [plan]
  let regel = beginregel
  let isGestrand = false

  const lees = (b: Buffer, begin: number, grens: number): number => {
    const zicht = new DataView(b.buffer, b.byteOffset, b.length)
    let hier = plannen.at(-1) as Klasseplan
    let raam = stand.ramen.at(-1) as Raam
    let p = begin
    while (p < grens) {
      let q = p
      let regels = 0
      const witTot = p + MEESTE_WIT
      while (q < witTot) {
        const c = b[q]
        if (c === SPATIE) {
          q++
          while (q < witTot && zicht.getInt32(q, true) === VIER_SPATIES) q += 4
        } else if (c === TAB) q++
        else if (c === LF) {
          regels++
          q++
        } else if (c === CR && b[q + 1] === LF) {
          regels++
          q += 2
        } else break
      }
      if (b[q + 1] === SCHUIN) {
        // Het hoofdelement zelf sluit de gewone lezer.
        if (plannen.length === 1 || !staatOp(zicht, q, hier.sluit) || !isCompleet(hier, raam)) break
        q += hier.sluit.lengte
        plannen.pop()
        stand.ramen.pop()
        stand.neemKlasse(raam)
        hier = plannen[plannen.length - 1] as Klasseplan
        raam = stand.ramen[plannen.length - 1] as Raam
      } else {
        const plek = zoekPlek(hier, raam, zicht, q)
        if (plek < 0) break
        const veld = hier.velden[plek] as Veldplan
        q += veld.open.lengte
        if (veld.waarde !== null) {
          const eind = eindVanTekst(b, q)
          if (!staatOp(zicht, eind, veld.sluit)) break
          const waarde = waardeVan(veld.waarde, b, q, eind)
          if (waarde === null) break
          schuif(raam, plek)
          stand.bewaarIn(raam, veld.naam, veld.isVeel, waarde)
          q = eind + veld.sluit.lengte
        } else {
          schuif(raam, plek)
          hier = veld.klasse as Klasseplan
          plannen.push(hier)
          raam = stand.openKlasse(veld.naam, veld.veld, hier.klasse, regel + regels)
        }
      }
      p = q
      regel += regels
    }
    isGestrand = p < grens
    return p
  }

  return {
    lees,
    get isGestrand() {
      return isGestrand
    },
    get regel() {
      return regel
    },
    tags: () => plannen.slice(1).map((k) => k.tag),
  }
}

/** Per byte of zij gewoon in tekst staat: geen stuurteken en geen `<`, `&` of `>`. */
const gewoneTekst = Uint8Array.from({ length: 256 }, (_, c) => (c < SPATIE || '<&>'.includes(String.fromCharCode(c)) ? 0 : 1))

/** Het einde van gewone tekst; een tekst die langer is dan een eenheid mag zijn eindigt eerder, en dan past er niets op. */
function eindVanTekst(b: Uint8Array, van: number): number {
  const tot = van + MEESTE_TEKST
  let p = van
  while (p < tot && gewoneTekst[b[p] as number] === 1) p++
  return p
}

/** De plek van het element dat hier begint, als de volgorde en de aantallen dat toelaten; anders -1. */
function zoekPlek({ velden }: Klasseplan, raam: Raam, zicht: DataView, p: number): number {
  for (let i = raam.plek; i < velden.length; i++) {
    const veld = velden[i] as Veldplan
    const isGezien = i === raam.plek && raam.aantal > 0
    if (isGezien && !veld.isVeel) continue
    if (staatOp(zicht, p, veld.open)) return i
    if (veld.isVerplicht && !isGezien) return -1
  }
  return -1
}

function schuif(raam: Raam, plek: number): void {
  raam.aantal = raam.plek === plek ? raam.aantal + 1 : 1
  raam.plek = plek
}

function isCompleet({ velden }: Klasseplan, raam: Raam): boolean {
  for (let i = raam.plek; i < velden.length; i++) if (velden[i]?.isVerplicht && !(i === raam.plek && raam.aantal > 0)) return false
  return true
}
