/** Onthoudt wat er al was, in vaste breedte: van elke sleutel een vingerafdruk van 128 bits, geen tekst. */

const EERSTE_PLEKKEN = 1024
/** Een sleutel die niet voorkomt in XML: zo is "geen waarde" nooit gelijk aan een waarde. */
const GEEN = '\u0001'

/**
 * Een verzameling sleutels. Twee verschillende sleutels met dezelfde vingerafdruk komen in de praktijk niet voor (kans bij tien
 * miljoen sleutels kleiner dan 1 op 10^24); een declaratie van honderdduizenden regels past zo in een paar megabyte.
 */
export class Uniek {
  private plekken = new Uint32Array(EERSTE_PLEKKEN * 4)
  private aantal = 0
  private readonly afdruk = new Uint32Array(4)

  /** Onthoudt de sleutel; true als hij nieuw is. */
  neem(...delen: readonly (string | number | undefined)[]): boolean {
    this.reken(delen)
    const plek = this.zoek(this.plekken)
    if (this.isBezet(plek)) return false
    this.plekken.set(this.afdruk, plek)
    this.aantal++
    if (this.aantal * 8 > this.plekken.length) this.groei()
    return true
  }

  heeft(...delen: readonly (string | number | undefined)[]): boolean {
    this.reken(delen)
    return this.isBezet(this.zoek(this.plekken))
  }

  private isBezet = (plek: number): boolean => this.plekken[plek] !== 0

  /** De plek van deze vingerafdruk, of de vrije plek waar hij hoort. */
  private zoek(plekken: Uint32Array): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.afdruk
    const eind = plekken.length
    for (let plek = (b * 4) % eind; ; plek = (plek + 4) % eind)
      if (plekken[plek] === 0 || (plekken[plek] === a && plekken[plek + 1] === b && plekken[plek + 2] === c && plekken[plek + 3] === d))
        return plek
  }

  private groei(): void {
    const oud = this.plekken
    this.plekken = new Uint32Array(oud.length * 2)
    for (let plek = 0; plek < oud.length; plek += 4) {
      if (oud[plek] === 0) continue
      this.afdruk.set(oud.subarray(plek, plek + 4))
      this.plekken.set(this.afdruk, this.zoek(this.plekken))
    }
  }

  /** Vier keer 32 bits over alle tekens, met 0 als scheiding: dat teken bestaat in XML niet. */
  private reken(delen: readonly (string | number | undefined)[]): void {
    let [a, b, c, d] = [0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c]
    for (const deel of delen) {
      const tekst = deel === undefined ? GEEN : String(deel)
      for (let i = 0; i <= tekst.length; i++) {
        const teken = i === tekst.length ? 0 : tekst.charCodeAt(i)
        a = b ^ Math.imul(a ^ teken, 597399067)
        b = c ^ Math.imul(b ^ teken, 2869860233)
        c = d ^ Math.imul(c ^ teken, 951274213)
        d = a ^ Math.imul(d ^ teken, 2716044179)
      }
    }
    a = Math.imul(c ^ (a >>> 18), 597399067)
    b = Math.imul(d ^ (b >>> 22), 2869860233)
    c = Math.imul(a ^ (c >>> 17), 951274213)
    d = Math.imul(b ^ (d >>> 19), 2716044179)
    // Nul in het eerste vak betekent een vrije plek.
    this.afdruk[0] = (a ^ b ^ c ^ d) >>> 0 || 1
    this.afdruk[1] = b ^ a
    this.afdruk[2] = c ^ a
    this.afdruk[3] = d ^ a
  }
}
