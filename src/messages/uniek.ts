/** Onthoudt wat er al was, in vaste breedte: van elke sleutel een vingerafdruk van 128 bits, geen tekst. */

const EERSTE_PLEKKEN = 1024
const BREEDTE = 4
/** Een sleutel die niet voorkomt in XML: zo is "geen waarde" nooit gelijk aan een waarde. */
const GEEN = '\u0001'
export type Sleuteldeel = string | number | undefined

/**
 * Een verzameling sleutels. Twee verschillende sleutels met dezelfde vingerafdruk komen in de praktijk niet voor (kans bij tien
 * miljoen sleutels kleiner dan 1 op 10^24); een declaratie van honderdduizenden regels past zo in een paar megabyte.
 */
export class Uniek {
  private plekken = new Uint32Array(EERSTE_PLEKKEN * BREEDTE)
  private aantal = 0
  private readonly afdruk = new Uint32Array(BREEDTE)
  private readonly begin = new Uint32Array(BREEDTE)

  constructor() {
    this.beginMet([])
  }

  /** Zet wat elke volgende sleutel gemeen heeft voorop, zodat dat niet steeds opnieuw gelezen wordt. */
  beginMet(delen: readonly Sleuteldeel[]): void {
    this.begin.set([0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c])
    this.meng(delen, this.begin)
  }

  /** Onthoudt de sleutel; true als hij nieuw is. */
  neem(delen: readonly Sleuteldeel[]): boolean {
    this.reken(delen)
    const { plekken, afdruk } = this
    const plek = zoek(plekken, afdruk)
    if (plekken[plek] !== 0) return false
    for (let i = 0; i < BREEDTE; i++) plekken[plek + i] = afdruk[i] as number
    this.aantal++
    if (this.aantal * 2 * BREEDTE > plekken.length) this.groei()
    return true
  }

  heeft(delen: readonly Sleuteldeel[]): boolean {
    if (this.aantal === 0) return false
    this.reken(delen)
    return this.plekken[zoek(this.plekken, this.afdruk)] !== 0
  }

  private groei(): void {
    const oud = this.plekken
    const nieuw = new Uint32Array(oud.length * 2)
    const { afdruk } = this
    for (let plek = 0; plek < oud.length; plek += BREEDTE) {
      if (oud[plek] === 0) continue
      for (let i = 0; i < BREEDTE; i++) afdruk[i] = oud[plek + i] as number
      const naar = zoek(nieuw, afdruk)
      for (let i = 0; i < BREEDTE; i++) nieuw[naar + i] = afdruk[i] as number
    }
    this.plekken = nieuw
  }

  private reken(delen: readonly Sleuteldeel[]): void {
    const { afdruk, begin } = this
    for (let i = 0; i < BREEDTE; i++) afdruk[i] = begin[i] as number
    this.meng(delen, afdruk)
    const [ruwA, ruwB, ruwC, ruwD] = [afdruk[0] as number, afdruk[1] as number, afdruk[2] as number, afdruk[3] as number]
    const a = Math.imul(ruwC ^ (ruwA >>> 18), 597399067)
    const b = Math.imul(ruwD ^ (ruwB >>> 22), 2869860233)
    const c = Math.imul(a ^ (ruwC >>> 17), 951274213)
    const d = Math.imul(b ^ (ruwD >>> 19), 2716044179)
    // Nul in het eerste vak betekent een vrije plek.
    afdruk[0] = (a ^ b ^ c ^ d) >>> 0 || 1
    afdruk[1] = b ^ a
    afdruk[2] = c ^ a
    afdruk[3] = d ^ a
  }

  /** Vier keer 32 bits over alle tekens, met 0 als scheiding: dat teken bestaat in XML niet. */
  private meng(delen: readonly Sleuteldeel[], doel: Uint32Array): void {
    let a = doel[0] as number
    let b = doel[1] as number
    let c = doel[2] as number
    let d = doel[3] as number
    for (let n = 0; n < delen.length; n++) {
      const deel = delen[n]
      const tekst = deel === undefined ? GEEN : typeof deel === 'string' ? deel : String(deel)
      for (let i = 0; i <= tekst.length; i++) {
        const teken = i === tekst.length ? 0 : tekst.charCodeAt(i)
        a = b ^ Math.imul(a ^ teken, 597399067)
        b = c ^ Math.imul(b ^ teken, 2869860233)
        c = d ^ Math.imul(c ^ teken, 951274213)
        d = a ^ Math.imul(d ^ teken, 2716044179)
      }
    }
    doel[0] = a
    doel[1] = b
    doel[2] = c
    doel[3] = d
  }
}

/** De plek van deze vingerafdruk, of de vrije plek waar hij hoort. */
function zoek(plekken: Uint32Array, afdruk: Uint32Array): number {
  const [a, b, c, d] = [afdruk[0], afdruk[1] as number, afdruk[2], afdruk[3]]
  const eind = plekken.length
  for (let plek = (b * BREEDTE) % eind; ; plek = (plek + BREEDTE) % eind)
    if (plekken[plek] === 0 || (plekken[plek] === a && plekken[plek + 1] === b && plekken[plek + 2] === c && plekken[plek + 3] === d))
      return plek
}
