/** Een sleutel van een of meer waarden als vingerafdruk van 128 bits: vaste breedte, en er blijft geen tekst staan. */

export type Sleuteldeel = string | number | undefined

/** Zoveel gehele getallen van 32 bits. */
export const BREEDTE = 4
/** Wat een deel is, als het geen tekst is; van tekst staat er de lengte. Zo is elke rij delen op één manier te lezen. */
const GEEN = -1
const GETAL = -2

/** Elk proces begint ergens anders: zo valt uit een afdruk op schijf niets te zoeken. */
const BEGIN = crypto.getRandomValues(new Int32Array(BREEDTE))

/** Oneven vermenigvuldigers die bits goed verspreiden; zij zijn van de hash cyrb128. */
const MENG_A = 0x239b961b
const MENG_B = 0xab0e9789
const MENG_C = 0x38b34ae5
const MENG_D = 0xa1e38b93

/**
 * Rekent afdrukken uit. Bij toevallige sleutels is dezelfde afdruk voor twee ervan zo goed als uitgesloten (128 bits). Tegen wie er
 * expres een zoekt is dit niet bestand; die bereikt alleen dat zijn eigen bericht als dubbel wordt afgekeurd.
 */
export class Vingerafdruk {
  /** De laatst berekende. */
  readonly woorden = new Int32Array(BREEDTE)

  bereken(delen: readonly Sleuteldeel[]): void {
    const { woorden } = this
    meng(delen, woorden)
    const ruwA = woorden[0] as number
    const ruwB = woorden[1] as number
    const a = Math.imul((woorden[2] as number) ^ (ruwA >>> 18), MENG_A)
    const b = Math.imul((woorden[3] as number) ^ (ruwB >>> 22), MENG_B)
    const c = Math.imul(a ^ ((woorden[2] as number) >>> 17), MENG_C)
    const d = Math.imul(b ^ ((woorden[3] as number) >>> 19), MENG_D)
    // Nul in het eerste woord is een vrije plek.
    woorden[0] = a ^ b ^ c ^ d || 1
    woorden[1] = b ^ a
    woorden[2] = c ^ a
    woorden[3] = d ^ a
  }
}

/** Zet er vier keer 32 bits over alle delen in: een getal in twee woorden, van tekst per twee tekens een woord. */
function meng(delen: readonly Sleuteldeel[], woorden: Int32Array): void {
  let a = BEGIN[0] as number
  let b = BEGIN[1] as number
  let c = BEGIN[2] as number
  let d = BEGIN[3] as number
  for (let n = 0; n < delen.length; n++) {
    const deel = delen[n]
    const soort = deel === undefined ? GEEN : typeof deel === 'number' ? GETAL : deel.length
    const lengte = deel === undefined ? 0 : typeof deel === 'number' ? 4 : deel.length
    for (let i = -1; i < lengte; i += i < 0 ? 1 : 2) {
      const woord = i < 0 ? soort : typeof deel === 'number' ? getalwoord(deel, i) : tekstwoord(deel as string, i)
      a = b ^ Math.imul(a ^ woord, MENG_A)
      b = c ^ Math.imul(b ^ woord, MENG_B)
      c = d ^ Math.imul(c ^ woord, MENG_C)
      d = a ^ Math.imul(d ^ woord, MENG_D)
    }
  }
  woorden[0] = a
  woorden[1] = b
  woorden[2] = c
  woorden[3] = d
}

const getalwoord = (getal: number, i: number): number => (i === 0 ? getal | 0 : (getal / 2 ** 32) | 0)

/** Twee tekens; het tweede telt ook in de lage bits mee, want vermenigvuldigen mengt alleen naar boven. */
function tekstwoord(tekst: string, i: number): number {
  if (i + 1 === tekst.length) return tekst.charCodeAt(i)
  const tweede = tekst.charCodeAt(i + 1)
  return (tekst.charCodeAt(i) ^ tweede) | (tweede << 16)
}
