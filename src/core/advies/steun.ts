/**
 * Welke open vragen een functie nog kunnen veranderen bij wat al bekend is. Een vraag telt als voor minstens één invulling
 * van de andere open vragen twee van haar waarden iets anders geven (eisen §6): precies de niveaus in het gereduceerde
 * diagram na invullen.
 *
 * Het deel van het diagram onder één knoop staat hier in platte rijen, kinderen voor ouders, met een eigen nummering. Wat
 * onder een knoop geen bekend antwoord raakt, verandert niet door invullen en wordt overgeslagen; hoe meer er open staat,
 * hoe meer dat scheelt.
 */
import { type Diagram, isEind, type Klassevector, type Ref } from '#core/advies/diagram.ts'

/** Geeft de niveaus van de open vragen die nog iets kunnen veranderen, oplopend in vraagvolgorde. */
export type Steunlezer = (bekend: Klassevector) => number[]

type Deel = {
  /** De niveaus van het diagram die in dit deel voorkomen, oplopend; een vraag is hier haar plaats in deze rij. */
  readonly niveaus: readonly number[]
  readonly vraag: Int32Array
  /** Kinderen van knoop i: `kinderen[eerste[i]]` tot `kinderen[eerste[i + 1]]`. Negatief is een eindpunt. */
  readonly eerste: Int32Array
  readonly kinderen: Int32Array
  /** Vragen onder elke knoop, als bits in `woorden` getallen per knoop. */
  readonly woorden: number
  readonly onder: Int32Array
}

/** Lezer voor de functie `wortel`. */
export function maakSteunlezer(d: Diagram, wortel: Ref): Steunlezer {
  if (isEind(wortel)) return () => []
  const deel = maakDeel(d, wortel)
  const { niveaus, vraag, eerste, kinderen, woorden, onder } = deel
  const top = vraag.length - 1
  const bekendeVragen = new Int32Array(woorden)
  const gevonden = new Int32Array(woorden)
  // Per knoop: in welke ronde we er kwamen, en de knoop die na invullen hetzelfde doet. Vanaf `vraag.length`: een knoop die er niet al was.
  const ronde = new Int32Array(vraag.length)
  const gelijk = new Int32Array(vraag.length)
  const geraakt = new Int32Array(vraag.length)
  const zoek = maakZoeker(deel, gelijk)
  let nu = 0

  /** Loopt van boven naar beneden langs de knopen die nog bereikbaar zijn. Geeft het aantal dat een bekend antwoord raakt. */
  function daal(bekend: Klassevector): number {
    let aantal = 0
    ronde[top] = ++nu
    for (let i = top; i >= 0; i--) {
      if (ronde[i] !== nu) continue
      gelijk[i] = i
      if (!raakt(onder, bekendeVragen, woorden, i)) continue
      geraakt[aantal++] = i
      const klasse = bekend[niveaus[vraag[i] as number] as number] as number
      const van = (eerste[i] as number) + Math.max(klasse, 0)
      const tot = klasse < 0 ? (eerste[i + 1] as number) : van + 1
      for (let k = van; k < tot; k++) if ((kinderen[k] as number) >= 0) ronde[kinderen[k] as number] = nu
    }
    return aantal
  }

  /** Vult in wat bekend is, van onder naar boven. */
  function vulIn(bekend: Klassevector, aantal: number): void {
    for (let n = aantal - 1; n >= 0; n--) {
      const i = geraakt[n] as number
      const klasse = bekend[niveaus[vraag[i] as number] as number] as number
      const van = eerste[i] as number
      const kind = na(gelijk, kinderen[van + Math.max(klasse, 0)] as number)
      gelijk[i] = klasse >= 0 || allesGelijk(van, eerste[i + 1] as number, kind) ? kind : zoek(i, nu)
    }
  }

  function allesGelijk(van: number, tot: number, kind: number): boolean {
    for (let k = van + 1; k < tot; k++) if (na(gelijk, kinderen[k] as number) !== kind) return false
    return true
  }

  /** Verzamelt de vragen onder deze knoop. Nieuwe knopen hebben een nummer boven die van hun kinderen, dus één keer dalen is genoeg. */
  function verzamel(bovenste: number): void {
    gevonden.fill(0)
    nu++
    merk(bovenste)
    for (let i = bovenste - vraag.length; i >= 0; i--) {
      if (ronde[i] !== nu) continue
      const v = vraag[i] as number
      gevonden[v >> 5] = (gevonden[v >> 5] as number) | (1 << (v & 31))
      for (let k = eerste[i] as number; k < (eerste[i + 1] as number); k++) merk(na(gelijk, kinderen[k] as number))
    }
  }

  function merk(knoop: number): void {
    if (knoop >= vraag.length) ronde[knoop - vraag.length] = nu
    else if (knoop >= 0) for (let w = 0; w < woorden; w++) gevonden[w] = (gevonden[w] as number) | (onder[knoop * woorden + w] as number)
  }

  return (bekend) => {
    bekendeVragen.fill(0)
    for (let v = 0; v < niveaus.length; v++) {
      if ((bekend[niveaus[v] as number] as number) >= 0) bekendeVragen[v >> 5] = (bekendeVragen[v >> 5] as number) | (1 << (v & 31))
    }
    vulIn(bekend, daal(bekend))
    verzamel(gelijk[top] as number)
    const uit: number[] = []
    for (let v = 0; v < niveaus.length; v++) if (((gevonden[v >> 5] as number) >> (v & 31)) & 1) uit.push(niveaus[v] as number)
    return uit
  }
}

/** Wat een kind na invullen is; een eindpunt blijft een eindpunt. */
const na = (gelijk: Int32Array, kind: number): number => (kind < 0 ? kind : (gelijk[kind] as number))

function raakt(onder: Int32Array, vragen: Int32Array, woorden: number, knoop: number): boolean {
  for (let w = 0; w < woorden; w++) if (((onder[knoop * woorden + w] as number) & (vragen[w] as number)) !== 0) return true
  return false
}

/** Zoekt de knoop met dezelfde vraag en dezelfde kinderen na invullen: een die er al was, of anders een nieuwe van deze ronde. */
function maakZoeker({ vraag, eerste, kinderen }: Deel, gelijk: Int32Array): (knoop: number, ronde: number) => number {
  const omvang = 2 ** Math.ceil(Math.log2(4 * vraag.length))
  const oud = new Int32Array(omvang).fill(-1)
  const nieuw = new Int32Array(omvang)
  const nieuwInRonde = new Int32Array(omvang)
  const volgende = (plaats: number): number => (plaats + 1) & (omvang - 1)

  function begin(knoop: number, ingevuld: boolean): number {
    let h = vraag[knoop] as number
    for (let k = eerste[knoop] as number; k < (eerste[knoop + 1] as number); k++) {
      const kind = kinderen[k] as number
      h = Math.imul(h, 0x01000193) ^ (ingevuld ? na(gelijk, kind) : kind)
    }
    return (h ^ (h >>> 15)) & (omvang - 1)
  }

  /** Doet `ander`, al dan niet ingevuld, hetzelfde als `knoop` na invullen? */
  function isHetzelfde(knoop: number, ander: number, ingevuld: boolean): boolean {
    if (vraag[knoop] !== vraag[ander]) return false
    const verschil = (eerste[ander] as number) - (eerste[knoop] as number)
    for (let k = eerste[knoop] as number; k < (eerste[knoop + 1] as number); k++) {
      const kind = kinderen[k + verschil] as number
      if (na(gelijk, kinderen[k] as number) !== (ingevuld ? na(gelijk, kind) : kind)) return false
    }
    return true
  }

  for (let i = 0; i < vraag.length; i++) {
    let plaats = begin(i, false)
    while ((oud[plaats] as number) >= 0) plaats = volgende(plaats)
    oud[plaats] = i
  }
  return (knoop, ronde) => {
    const h = begin(knoop, true)
    for (let p = h; (oud[p] as number) >= 0; p = volgende(p)) if (isHetzelfde(knoop, oud[p] as number, false)) return oud[p] as number
    let p = h
    for (; nieuwInRonde[p] === ronde; p = volgende(p))
      if (isHetzelfde(knoop, nieuw[p] as number, true)) return vraag.length + (nieuw[p] as number)
    nieuw[p] = knoop
    nieuwInRonde[p] = ronde
    return vraag.length + knoop
  }
}

function maakDeel(d: Diagram, wortel: Ref): Deel {
  const refs: Ref[] = []
  const gezien = new Set<Ref>()
  const ga = (ref: Ref): void => {
    if (isEind(ref) || gezien.has(ref)) return
    gezien.add(ref)
    for (const kind of d.kinderen[ref] as readonly Ref[]) ga(kind)
    refs.push(ref)
  }
  ga(wortel)
  const niveaus = d.steunVan(wortel)
  const vraagVan = new Map(niveaus.map((niveau, v) => [niveau, v]))
  const nummer = new Map(refs.map((ref, i) => [ref, i]))
  const woorden = Math.ceil(niveaus.length / 32)
  const onder = new Int32Array(refs.length * woorden)
  refs.forEach((ref, i) => {
    for (const niveau of d.steunVan(ref)) {
      const v = vraagVan.get(niveau) as number
      const plaats = i * woorden + (v >> 5)
      onder[plaats] = (onder[plaats] as number) | (1 << (v & 31))
    }
  })
  let aantal = 0
  return {
    niveaus,
    vraag: Int32Array.from(refs, (ref) => vraagVan.get(d.niveaus[ref] as number) as number),
    eerste: Int32Array.from([0, ...refs.map((ref) => (aantal += (d.kinderen[ref] as readonly Ref[]).length))]),
    kinderen: Int32Array.from(refs.flatMap((ref) => (d.kinderen[ref] as readonly Ref[]).map((kind) => nummer.get(kind) ?? kind))),
    woorden,
    onder,
  }
}
