/** Onthoudt wat er al was, als vingerafdrukken; wie het pas aan het eind hoeft te weten, neemt `Afdrukken`. */
import { BREEDTE, type Sleuteldeel, Vingerafdruk } from './vingerafdruk.ts'

const EERSTE_PLEKKEN = 1024

/** Een verzameling sleutels; honderdduizenden passen in een paar megabyte. */
export class Uniek {
  private plekken = new Int32Array(EERSTE_PLEKKEN * BREEDTE)
  private aantal = 0
  private readonly afdruk = new Vingerafdruk()

  /** Onthoudt de sleutel; true als hij nieuw is. */
  neem(delen: readonly Sleuteldeel[]): boolean {
    this.afdruk.bereken(delen)
    return this.neemAfdruk(this.afdruk.woorden, 0)
  }

  /** De afdruk die op `van` begint. */
  heeftAfdruk(afdrukken: Int32Array, van: number): boolean {
    return this.plekken[zoek(this.plekken, afdrukken, van)] !== 0
  }

  neemAfdruk(afdrukken: Int32Array, van: number): boolean {
    const plek = zoek(this.plekken, afdrukken, van)
    if (this.plekken[plek] !== 0) return false
    zet(this.plekken, plek, afdrukken, van)
    this.aantal++
    if (this.aantal * 2 * BREEDTE > this.plekken.length) this.groei()
    return true
  }

  private groei(): void {
    const oud = this.plekken
    const nieuw = new Int32Array(oud.length * 2)
    for (let van = 0; van < oud.length; van += BREEDTE) if (oud[van] !== 0) zet(nieuw, zoek(nieuw, oud, van), oud, van)
    this.plekken = nieuw
  }
}

function zet(plekken: Int32Array, plek: number, afdrukken: Int32Array, van: number): void {
  for (let i = 0; i < BREEDTE; i++) plekken[plek + i] = afdrukken[van + i] as number
}

/** De plek van deze vingerafdruk, of de vrije plek waar hij hoort. */
function zoek(plekken: Int32Array, afdrukken: Int32Array, van: number): number {
  const a = afdrukken[van]
  const b = afdrukken[van + 1] as number
  const c = afdrukken[van + 2]
  const d = afdrukken[van + 3]
  // Het aantal vakken is een macht van twee.
  const masker = plekken.length - 1
  for (let plek = Math.imul(b, BREEDTE) & masker; ; plek = (plek + BREEDTE) & masker)
    if (plekken[plek] === 0 || (plekken[plek] === a && plekken[plek + 1] === b && plekken[plek + 2] === c && plekken[plek + 3] === d))
      return plek
}
