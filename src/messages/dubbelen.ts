/**
 * Of er onder sleutels twee gelijk zijn, als dat pas aan het eind bekend hoeft te zijn. Achteraan bijschrijven en aan het eind alleen
 * vergelijken wat een bit deelt kost een fractie van steeds opzoeken in een tabel die niet in de cache past.
 */
import type { Afdrukken } from './afdrukken.ts'
import { Uniek } from './uniek.ts'
import { BREEDTE } from './vingerafdruk.ts'

/** Zoveel afdrukken samen in één gang; zijn het er meer, dan gaat het in meer gangen over alles heen. */
const PER_GANG = 2 ** 20
/** Tot hier is elk paar vergelijken het vlugst. */
const WEINIG = 32

/** Of een sleutel er twee keer in zit. */
export function zijnErDubbele(afdrukken: Afdrukken, perGang = PER_GANG): boolean {
  if (afdrukken.aantal <= WEINIG && !afdrukken.isWeggeschreven) return afdrukken.heeftPaar()
  const gangen = gangenVoor(afdrukken.aantal, perGang)
  for (let gang = 0; gang < gangen; gang++) if (heeftDubbele(afdrukken, gang, gangen)) return true
  return false
}

/** Of een sleutel in beide zit. */
export function raken(de: Afdrukken, andere: Afdrukken, perGang = PER_GANG / 4): boolean {
  if (andere.aantal === 0) return false
  const gangen = gangenVoor(andere.aantal, perGang)
  for (let gang = 0; gang < gangen; gang++) if (hebbenGelijke(de, andere, gang, gangen)) return true
  return false
}

/** Een macht van twee, zodat de laatste bits van een afdruk zeggen in welke gang zij hoort. */
const gangenVoor = (aantal: number, perGang: number): number => 2 ** Math.ceil(Math.log2(Math.max(aantal / perGang, 1)))

function heeftDubbele(afdrukken: Afdrukken, gang: number, gangen: number): boolean {
  const kaart = new Bitkaart(afdrukken.aantal / gangen)
  const twijfel = new Bitkaart(afdrukken.aantal / gangen)
  for (const stuk of afdrukken.stukken())
    for (let van = 0; van < stuk.length; van += BREEDTE)
      if (hoort(stuk, van, gang, gangen) && !kaart.zet(stuk[van] as number)) twijfel.zet(stuk[van] as number)
  // Van de weinige die een plek delen, beslist de hele afdruk.
  const gezien = new Uniek()
  for (const stuk of afdrukken.stukken())
    for (let van = 0; van < stuk.length; van += BREEDTE)
      if (hoort(stuk, van, gang, gangen) && twijfel.heeft(stuk[van] as number) && !gezien.neemAfdruk(stuk, van)) return true
  return false
}

function hebbenGelijke(de: Afdrukken, andere: Afdrukken, gang: number, gangen: number): boolean {
  const gezien = new Uniek()
  for (const stuk of andere.stukken())
    for (let van = 0; van < stuk.length; van += BREEDTE) if (hoort(stuk, van, gang, gangen)) gezien.neemAfdruk(stuk, van)
  for (const stuk of de.stukken())
    for (let van = 0; van < stuk.length; van += BREEDTE) if (hoort(stuk, van, gang, gangen) && gezien.heeftAfdruk(stuk, van)) return true
  return false
}

/** De kaart kijkt naar het eerste woord en de tabel naar het tweede; de gang hangt af van het laatste. */
const hoort = (stuk: Int32Array, van: number, gang: number, gangen: number): boolean =>
  ((stuk[van + BREEDTE - 1] as number) & (gangen - 1)) === gang

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
