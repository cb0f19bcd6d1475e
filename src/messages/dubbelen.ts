/**
 * Of er in een rij sleutels twee gelijk zijn, als dat pas aan het eind bekend hoeft te zijn. Achteraan bijschrijven en aan het eind
 * alleen vergelijken wat een bit deelt kost een fractie van steeds opzoeken in een tabel die niet in de cache past.
 */
import { Uniek } from './uniek.ts'
import { BREEDTE, type Sleuteldeel, Vingerafdruk } from './vingerafdruk.ts'

export class Dubbelen {
  private afdrukken = new Int32Array(1024 * BREEDTE)
  private einde = 0
  private readonly afdruk = new Vingerafdruk()

  beginMet(delen: readonly Sleuteldeel[]): void {
    this.afdruk.beginMet(delen)
  }

  voegToe(delen: readonly Sleuteldeel[]): void {
    const { woorden } = this.afdruk
    this.afdruk.bereken(delen)
    if (this.einde === this.afdrukken.length) this.groei()
    for (let i = 0; i < BREEDTE; i++) this.afdrukken[this.einde + i] = woorden[i] as number
    this.einde += BREEDTE
  }

  /** Of een sleutel er twee keer in zit. */
  zijnEr(): boolean {
    const kaart = new Bitkaart(this.einde / BREEDTE)
    const twijfel = new Bitkaart(this.einde / BREEDTE)
    for (let van = 0; van < this.einde; van += BREEDTE)
      if (!kaart.zet(this.afdrukken[van] as number)) twijfel.zet(this.afdrukken[van] as number)
    // Van de weinige die een plek delen, beslist de hele afdruk.
    const gezien = new Uniek()
    for (let van = 0; van < this.einde; van += BREEDTE)
      if (twijfel.heeft(this.afdrukken[van] as number) && !gezien.neemAfdruk(this.afdrukken, van)) return true
    return false
  }

  /** Of een sleutel ook in de andere verzameling zit. */
  raken(ander: Uniek): boolean {
    if (ander.isLeeg) return false
    for (let van = 0; van < this.einde; van += BREEDTE) if (ander.heeftAfdruk(this.afdrukken, van)) return true
    return false
  }

  private groei(): void {
    const groter = new Int32Array(this.afdrukken.length * 2)
    groter.set(this.afdrukken)
    this.afdrukken = groter
  }
}

const BITS = 32

/** Van elk woord één bit, met zestien plekken per verwacht woord: ook voor honderdduizenden past zij in de cache. */
class Bitkaart {
  private readonly bits: Int32Array

  constructor(aantal: number) {
    this.bits = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(aantal, 2) * 16)) / BITS)
  }

  /** Zet het bit van dit woord; false als het er al stond. */
  zet(woord: number): boolean {
    if (this.heeft(woord)) return false
    const plek = this.plekVan(woord)
    this.bits[plek] = (this.bits[plek] as number) | (1 << (woord & (BITS - 1)))
    return true
  }

  heeft(woord: number): boolean {
    return ((this.bits[this.plekVan(woord)] as number) & (1 << (woord & (BITS - 1)))) !== 0
  }

  /** Het aantal is een macht van twee. */
  private plekVan(woord: number): number {
    return (woord >>> 5) & (this.bits.length - 1)
  }
}
