/**
 * Leest een bericht in de gewone schrijfwijze rechtstreeks uit bytes, eenheid voor eenheid: het begin van een klasse, het einde ervan,
 * of een waarde in haar geheel. Wat niet precies is wat de beschrijving hier toelaat, blijft liggen voor de gewone lezer. Zo kan deze
 * lezer alleen goedkeuren wat die ook goedkeurt, en komt elke melding van één plek.
 */
import type { Leesstand, Raam } from '../leesstand.ts'
import type { Klasseplan, Veldplan } from './plan.ts'
import { waardeVan } from './waarde.ts'

/** Zoveel bytes moeten er na het begin van een eenheid nog zijn; een eenheid die langer is, is niet gewoon. */
export const GRENS_EENHEID = 4096

const [TAB, LF, CR, SPATIE, EN, SCHUIN, KLEINER, GROTER] = [9, 10, 13, 32, 38, 47, 60, 62]

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
    let hier = plannen.at(-1) as Klasseplan
    let raam = stand.ramen.at(-1) as Raam
    let p = begin
    while (p < grens) {
      let q = p
      let regels = 0
      for (;;) {
        const c = b[q]
        if (c === SPATIE || c === TAB) q++
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
        if (plannen.length === 1 || !begintMet(b, q, hier.sluit) || !isCompleet(hier, raam)) break
        q += hier.sluit.length
        plannen.pop()
        stand.ramen.pop()
        stand.neemKlasse(raam)
        hier = plannen[plannen.length - 1] as Klasseplan
        raam = stand.ramen[plannen.length - 1] as Raam
      } else {
        const plek = zoekPlek(hier, raam, b, q)
        if (plek < 0) break
        const veld = hier.velden[plek] as Veldplan
        q += veld.open.length
        if (veld.waarde !== null) {
          const eind = eindVanTekst(b, q)
          if (!begintMet(b, eind, veld.sluit)) break
          const waarde = waardeVan(veld.waarde, b, q, eind)
          if (waarde === null) break
          schuif(raam, plek)
          stand.bewaarIn(raam, veld.naam, veld.isVeel, waarde)
          q = eind + veld.sluit.length
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

function begintMet(b: Uint8Array, p: number, vorm: Uint8Array): boolean {
  for (let i = 0; i < vorm.length; i++) if (b[p + i] !== vorm[i]) return false
  return true
}

/** Het einde van gewone tekst: de eerste `<`, of wat er eerder niet gewoon is. */
function eindVanTekst(b: Uint8Array, van: number): number {
  let p = van
  for (;;) {
    const c = b[p] as number
    if (c === KLEINER || c < SPATIE || c === EN || c === GROTER || p - van > GRENS_EENHEID) return p
    p++
  }
}

/** De plek van het element dat hier begint, als de volgorde en de aantallen dat toelaten; anders -1. */
function zoekPlek({ velden }: Klasseplan, raam: Raam, b: Uint8Array, p: number): number {
  for (let i = raam.plek; i < velden.length; i++) {
    const veld = velden[i] as Veldplan
    const isGezien = i === raam.plek && raam.aantal > 0
    if (isGezien && !veld.isVeel) continue
    if (begintMet(b, p, veld.open)) return i
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
