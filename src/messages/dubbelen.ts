/**
 * Of er in een rij sleutels twee gelijk zijn, als dat pas aan het eind bekend hoeft te zijn. Achteraan bijschrijven en één keer sorteren
 * kost bij honderdduizenden sleutels een fractie van steeds opzoeken in een tabel die niet in de cache past.
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
    // Zonder twee gelijke helften zijn er geen twee gelijke afdrukken; zijn ze er wel, dan beslist de hele afdruk.
    if (!this.heeftGelijkeHelften()) return false
    const gezien = new Uniek()
    for (let van = 0; van < this.einde; van += BREEDTE) if (!gezien.neemAfdruk(this.afdrukken, van)) return true
    return false
  }

  /** Of een sleutel ook in de andere verzameling zit. */
  raken(ander: Uniek): boolean {
    if (ander.isLeeg) return false
    for (let van = 0; van < this.einde; van += BREEDTE) if (ander.heeftAfdruk(this.afdrukken, van)) return true
    return false
  }

  private heeftGelijkeHelften(): boolean {
    const helften = new Int32Array(this.einde / 2)
    for (let van = 0, naar = 0; van < this.einde; van += BREEDTE, naar += 2) {
      helften[naar] = this.afdrukken[van] as number
      helften[naar + 1] = this.afdrukken[van + 1] as number
    }
    new BigInt64Array(helften.buffer).sort()
    for (let i = 2; i < helften.length; i += 2) if (helften[i] === helften[i - 2] && helften[i + 1] === helften[i - 1]) return true
    return false
  }

  private groei(): void {
    const groter = new Int32Array(this.afdrukken.length * 2)
    groter.set(this.afdrukken)
    this.afdrukken = groter
  }
}
