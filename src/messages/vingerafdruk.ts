/** Een sleutel van een of meer waarden als vingerafdruk van 128 bits: vaste breedte, en er blijft geen tekst staan. */

export type Sleuteldeel = string | number | undefined

/** Zoveel gehele getallen van 32 bits. */
export const BREEDTE = 4
/** Wat een deel is, als het geen tekst is; van tekst staat er de lengte. Zo is elke rij delen op één manier te lezen. */
const GEEN = -1
const GETAL = -2

/**
 * Rekent afdrukken uit. Twee verschillende sleutels met dezelfde afdruk komen in de praktijk niet voor: de kans bij tien miljoen
 * sleutels is kleiner dan 1 op 10^24.
 */
export class Vingerafdruk {
  /** De laatst berekende. */
  readonly woorden = new Int32Array(BREEDTE)
  private readonly begin = new Int32Array(BREEDTE)

  constructor() {
    this.beginMet([])
  }

  /** Zet wat elke volgende sleutel gemeen heeft voorop, zodat dat niet steeds opnieuw gelezen wordt. */
  beginMet(delen: readonly Sleuteldeel[]): void {
    this.begin.set([0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c])
    meng(delen, this.begin, this.begin)
  }

  bereken(delen: readonly Sleuteldeel[]): void {
    const { woorden } = this
    meng(delen, this.begin, woorden)
    const ruwA = woorden[0] as number
    const ruwB = woorden[1] as number
    const a = Math.imul((woorden[2] as number) ^ (ruwA >>> 18), 597399067)
    const b = Math.imul((woorden[3] as number) ^ (ruwB >>> 22), 2869860233)
    const c = Math.imul(a ^ ((woorden[2] as number) >>> 17), 951274213)
    const d = Math.imul(b ^ ((woorden[3] as number) >>> 19), 2716044179)
    // Nul in het eerste woord is een vrije plek.
    woorden[0] = a ^ b ^ c ^ d || 1
    woorden[1] = b ^ a
    woorden[2] = c ^ a
    woorden[3] = d ^ a
  }
}

/** Vier keer 32 bits over alle delen: een getal in twee woorden, van tekst per twee tekens een woord. */
function meng(delen: readonly Sleuteldeel[], van: Int32Array, naar: Int32Array): void {
  let a = van[0] as number
  let b = van[1] as number
  let c = van[2] as number
  let d = van[3] as number
  for (let n = 0; n < delen.length; n++) {
    const deel = delen[n]
    const soort = deel === undefined ? GEEN : typeof deel === 'number' ? GETAL : deel.length
    const lengte = deel === undefined ? 0 : typeof deel === 'number' ? 4 : deel.length
    for (let i = -1; i < lengte; i += i < 0 ? 1 : 2) {
      const woord = i < 0 ? soort : typeof deel === 'number' ? getalwoord(deel, i) : tekstwoord(deel as string, i)
      a = b ^ Math.imul(a ^ woord, 597399067)
      b = c ^ Math.imul(b ^ woord, 2869860233)
      c = d ^ Math.imul(c ^ woord, 951274213)
      d = a ^ Math.imul(d ^ woord, 2716044179)
    }
  }
  naar[0] = a
  naar[1] = b
  naar[2] = c
  naar[3] = d
}

const getalwoord = (getal: number, i: number): number => (i === 0 ? getal | 0 : (getal / 2 ** 32) | 0)

/** Twee tekens; het tweede telt ook in de lage bits mee, want vermenigvuldigen mengt alleen naar boven. */
function tekstwoord(tekst: string, i: number): number {
  if (i + 1 === tekst.length) return tekst.charCodeAt(i)
  const tweede = tekst.charCodeAt(i + 1)
  return (tekst.charCodeAt(i) ^ tweede) | (tweede << 16)
}
