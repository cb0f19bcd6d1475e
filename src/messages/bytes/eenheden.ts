/**
 * Leest een bericht in de gewone schrijfwijze rechtstreeks uit bytes, eenheid voor eenheid: het begin van een klasse, het einde ervan,
 * of een waarde in haar geheel. Wat niet precies is wat de beschrijving hier toelaat, blijft liggen voor de gewone lezer. Zo kan deze
 * lezer alleen goedkeuren wat die ook goedkeurt, en komt elke melding van één plek.
 */
import type { Leesstand, Raam } from '../leesstand.ts'
import type { Klasseplan, Veldplan } from './plan.ts'
import { staatOp } from './vorm.ts'
import { leer, type Stap, zoekSprong } from './sprong.ts'
import { type Waardegeheugen, waardeVan } from './waarde.ts'

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

/** Waar een waarde eindigde, om van wat erna komt een sprong te maken. */
type Spoor = { readonly veld: Veldplan; readonly einde: number; readonly regel: number; readonly stappen: Stap[] }

/** Het hoofdelement staat open; de eerste byte die komt is de eerste erna. */
export function maakEenhedenlezer(stand: Leesstand, plan: Klasseplan, beginregel: number): Eenhedenlezer {
  let hier = plan
  let raam = stand.ramen.at(-1) as Raam
  let regel = beginregel
  let isGestrand = false
  let spoor: Spoor | null = null

  const zet = (stap: Stap): void => {
    if (stap === null) {
      stand.ramen.pop()
      stand.neemKlasse(raam)
      hier = hier.boven as Klasseplan
      raam = stand.ramen[stand.ramen.length - 1] as Raam
    } else {
      schuif(raam, stap.plek)
      hier = stap.klasse as Klasseplan
      raam = hier.raam as Raam
      stand.heropen(raam)
    }
  }
  const strand = (p: number): number => {
    isGestrand = true
    return p
  }

  /** Leest waarden vanaf de tekst van de eerste zolang er een sprong past; geeft het begin van de eenheid erna. */
  const leesWaarden = (eerste: Veldplan, b: Buffer, zicht: DataView, begin: number, grens: number): number => {
    let veld = eerste
    let q = begin
    for (;;) {
      const eind = eindVanTekst(b, q)
      const sprong = eind < grens ? zoekSprong(veld, zicht, eind) : null
      const isHeel = sprong !== null || staatOp(zicht, eind, veld.sluit)
      const waarde = isHeel ? waardeVan(veld.waarde as Waardegeheugen, b, q, eind) : null
      if (waarde === null) return strand(q - veld.open.lengte)
      schuif(raam, veld.plek)
      stand.bewaarIn(raam, veld.naam, veld.isVeel, waarde)
      if (sprong === null) {
        spoor = { veld, einde: eind, regel, stappen: [] }
        return eind + veld.sluit.lengte
      }
      for (let i = 0; i < sprong.stappen.length; i++) zet(sprong.stappen[i] as Stap)
      regel += sprong.regels
      veld = sprong.naar
      q = eind + sprong.lengte
    }
  }
  const leesEenheid = (b: Buffer, zicht: DataView, p: number, grens: number): number => {
    const q = naWit(b, zicht, p)
    const plek = b[q + 1] === SCHUIN ? -1 : zoekPlek(hier, raam, zicht, q)
    // Het hoofdelement zelf sluit de gewone lezer.
    if (plek < 0 && (hier.boven === null || !staatOp(zicht, q, hier.sluit) || !isCompleet(hier, raam))) return strand(p)
    regel += regelsIn(b, p, q)
    const veld = plek < 0 ? null : (hier.velden[plek] as Veldplan)
    const einde = q + (veld?.open ?? hier.sluit).lengte
    if (veld === null || veld.waarde === null) {
      spoor?.stappen.push(veld)
      zet(veld)
      return einde
    }
    if (spoor !== null) leer(spoor.veld, zicht, spoor.einde, einde, { regels: regel - spoor.regel, stappen: spoor.stappen, naar: veld })
    return leesWaarden(veld, b, zicht, einde, grens)
  }

  return {
    lees: (b, begin, grens) => {
      const zicht = new DataView(b.buffer, b.byteOffset, b.length)
      spoor = null
      let p = begin
      while (p < grens && !isGestrand) p = leesEenheid(b, zicht, p, grens)
      return p
    },
    get isGestrand() {
      return isGestrand
    },
    get regel() {
      return regel
    },
    tags: () => {
      const open: string[] = []
      for (let k = hier; k.boven !== null; k = k.boven) open.unshift(k.tag)
      return open
    },
  }
}

/** Voorbij het wit; een losse CR is niet gewoon. */
function naWit(b: Buffer, zicht: DataView, p: number): number {
  const tot = p + MEESTE_WIT
  let q = p
  while (q < tot) {
    const c = b[q]
    if (c === SPATIE) {
      q++
      while (q < tot && zicht.getInt32(q, true) === VIER_SPATIES) q += 4
    } else if (c === TAB || c === LF) q++
    else if (c === CR && b[q + 1] === LF) q += 2
    else break
  }
  return q
}

function regelsIn(b: Buffer, van: number, tot: number): number {
  let aantal = 0
  for (let i = van; i < tot; i++) if (b[i] === LF) aantal++
  return aantal
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
