/** Sleutels als vingerafdrukken achter elkaar. Wordt het te veel om vast te houden, dan gaan zij naar een overloop. */
import { BREEDTE, type Sleuteldeel, Vingerafdruk } from './vingerafdruk.ts'

/** Waar afdrukken heen gaan die niet in het geheugen blijven; zij worden na elkaar geschreven en een paar keer gelezen. */
export type Overloop = {
  /** Zoveel afdrukken van een soort blijven in het geheugen. */
  readonly meest: number
  /** Schrijft achteraan, en geeft de plek om van te lezen. */
  schrijf(woorden: Int32Array): number
  lees(plek: number, naar: Int32Array): void
}

const EERSTE = 1024
const PER_KEER = 2 ** 14

/** Zonder overloop blijft alles in het geheugen. */
export class Afdrukken {
  private woorden: Int32Array
  private einde = 0
  /** Waar elk weggeschreven blok begint; alle zijn even lang. */
  private readonly weg: number[] = []
  private readonly afdruk = new Vingerafdruk()
  private readonly overloop: Overloop | undefined
  private readonly blok: number

  constructor(overloop?: Overloop) {
    this.overloop = overloop
    this.blok = overloop === undefined ? Number.POSITIVE_INFINITY : overloop.meest * BREEDTE
    this.woorden = new Int32Array(Math.min(EERSTE * BREEDTE, this.blok))
  }

  get aantal(): number {
    return (this.isWeggeschreven ? (this.weg.length * this.blok) / BREEDTE : 0) + this.einde / BREEDTE
  }

  get isWeggeschreven(): boolean {
    return this.weg.length > 0
  }

  voegToe(delen: readonly Sleuteldeel[]): void {
    const { woorden } = this.afdruk
    this.afdruk.bereken(delen)
    if (this.einde === this.woorden.length) this.maakRuimte()
    for (let i = 0; i < BREEDTE; i++) this.woorden[this.einde + i] = woorden[i] as number
    this.einde += BREEDTE
  }

  leeg(): void {
    this.weg.length = 0
    this.einde = 0
  }

  /** Alle afdrukken in de volgorde waarin zij kwamen; een stuk geldt tot het volgende. */
  *stukken(): Generator<Int32Array> {
    if (this.overloop !== undefined) yield* this.leesTerug(this.overloop)
    yield this.woorden.subarray(0, this.einde)
  }

  /** Of er van wat niet is weggeschreven twee gelijk zijn, door elk paar te vergelijken: maakt niets aan, voor wie het heel vaak vraagt. */
  heeftPaar(): boolean {
    for (let een = 0; een < this.einde; een += BREEDTE)
      for (let ander = een + BREEDTE; ander < this.einde; ander += BREEDTE) if (this.zijnGelijk(een, ander)) return true
    return false
  }

  private zijnGelijk(een: number, ander: number): boolean {
    for (let i = 0; i < BREEDTE; i++) if (this.woorden[een + i] !== this.woorden[ander + i]) return false
    return true
  }

  private *leesTerug(overloop: Overloop): Generator<Int32Array> {
    if (!this.isWeggeschreven) return
    const stuk = new Int32Array(Math.min(PER_KEER * BREEDTE, this.blok))
    for (const plek of this.weg)
      for (let van = 0; van < this.blok; van += stuk.length) {
        const deel = stuk.subarray(0, this.blok - van)
        overloop.lees(plek + van * Int32Array.BYTES_PER_ELEMENT, deel)
        yield deel
      }
  }

  private maakRuimte(): void {
    if (this.overloop !== undefined && this.einde === this.blok) {
      this.weg.push(this.overloop.schrijf(this.woorden))
      this.einde = 0
      return
    }
    const groter = new Int32Array(Math.min(this.woorden.length * 2, this.blok))
    groter.set(this.woorden)
    this.woorden = groter
  }
}
