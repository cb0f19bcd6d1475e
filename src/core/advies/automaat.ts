/**
 * De gecompileerde vorm van een diagram: een automaat die ook `onbekend` als antwoord leest.
 *
 * Een toestand is de verzameling knopen die bij de open vragen mogelijk zijn; onbekend gaat naar alle kinderen samen.
 * Wie de automaat afloopt, krijgt dus precies de eindpunten van alle invullingen, in zoveel stappen als er vragen zijn,
 * hoeveel er ook open staan. Toestanden ontstaan pas als ze voorkomen.
 */
import { type Diagram, isEind, type Klassevector, type Ref } from '#core/advies/diagram.ts'

export type Automaat = {
  /** Nummer van de verzameling eindpunten die bij deze antwoorden mogelijk is. */
  loop(bekend: Klassevector): number
  /** De eindpunten bij dat nummer, oplopend. */
  readonly verzamelingen: readonly (readonly number[])[]
}

/** Meer toestanden dan dit bewaren we niet: dan begint de automaat opnieuw. Gewone tabellen blijven onder duizend. */
const MAX_TOESTANDEN = 200_000

/** Automaat voor de functie `wortel`. */
export function maakAutomaat(d: Diagram, wortel: Ref): Automaat {
  const stap = Math.max(1, ...d.breedte) + 1
  const verzamelingen: number[][] = []
  const eindNummer = new Map<string, number>()
  let toestandNummer: Map<string, number>
  let toestanden: Ref[][]
  let niveaus: Int32Array
  let overgangen: Int32Array
  let begin: number

  function leeg(): void {
    toestandNummer = new Map()
    toestanden = [[]]
    niveaus = new Int32Array(64)
    overgangen = new Int32Array(64 * stap)
    begin = nummer([wortel])
  }

  /** Positief: een toestand. Negatief: `~n` is het nummer van een eindverzameling. 0 betekent: nog niet berekend. */
  function nummer(knopen: Ref[]): number {
    const sleutel = knopen.join(',')
    if (knopen.every(isEind)) {
      let n = eindNummer.get(sleutel)
      if (n === undefined) {
        n = verzamelingen.push(knopen.map((k) => ~k).sort((a, b) => a - b)) - 1
        eindNummer.set(sleutel, n)
      }
      return ~n
    }
    const bestaand = toestandNummer.get(sleutel)
    if (bestaand !== undefined) return bestaand
    const n = toestanden.push(knopen) - 1
    toestandNummer.set(sleutel, n)
    if (n >= niveaus.length) {
      niveaus = vergroot(niveaus)
      overgangen = vergroot(overgangen)
    }
    niveaus[n] = Math.min(...knopen.filter((k) => k >= 0).map((k) => d.niveaus[k] as number))
    return n
  }

  function bereken(toestand: number, klasse: number): number {
    const niveau = niveaus[toestand] as number
    const doel = nummer(stapVan(d, toestanden[toestand] as Ref[], niveau, klasse))
    overgangen[toestand * stap + klasse + 1] = doel
    return doel
  }

  function loop(bekend: Klassevector): number {
    if (toestanden.length > MAX_TOESTANDEN) leeg()
    let t = begin
    while (t > 0) {
      const klasse = bekend[niveaus[t] as number] as number
      t = (overgangen[t * stap + klasse + 1] as number) || bereken(t, klasse)
    }
    return ~t
  }

  leeg()
  return { loop, verzamelingen }
}

/** De knopen na het antwoord op één vraag, oplopend; bij onbekend (-1) alle kinderen samen. Andere knopen blijven staan. */
export function stapVan(d: Diagram, knopen: readonly Ref[], niveau: number, klasse: number): Ref[] {
  const volgende = new Set<Ref>()
  for (const k of knopen) {
    if (k < 0 || d.niveaus[k] !== niveau) volgende.add(k)
    else if (klasse < 0) for (const kind of d.kinderen[k] as readonly Ref[]) volgende.add(kind)
    else volgende.add(d.kinderen[k]?.[klasse] as Ref)
  }
  return [...volgende].sort((a, b) => a - b)
}

function vergroot(oud: Int32Array): Int32Array {
  const groter = new Int32Array(oud.length * 2)
  groter.set(oud)
  return groter
}
