/** Kladruimte op schijf voor wat niet in het geheugen past: een bestand zonder naam, dat bij sluiten of omvallen vanzelf weg is. */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Kladbestand = {
  /** Zoveel blijft er in het geheugen voordat het hierheen gaat. */
  readonly meest: number
  /** Schrijft achteraan, en geeft de plek om van te lezen. */
  schrijf(stuk: ArrayBufferView): number
  lees(plek: number, naar: ArrayBufferView): void
  sluit(): void
}

/** Vier megabyte aan afdrukken: een declaratie van tweehonderdduizend regels schrijft niets weg. */
const MEEST = 2 ** 18

/** Er is pas een bestand zodra er iets te schrijven is. */
export function maakKladbestand(map: string = tmpdir(), meest = MEEST): Kladbestand {
  let bestand: number | undefined
  let einde = 0
  return {
    meest,
    schrijf(stuk) {
      bestand ??= openNaamloos(map)
      const plek = einde
      const bytes = alsBytes(stuk)
      for (let af = 0; af < bytes.length; ) af += writeSync(bestand, bytes, af, bytes.length - af, plek + af)
      einde += bytes.length
      return plek
    },
    lees(plek, naar) {
      const bytes = alsBytes(naar)
      for (let af = 0; af < bytes.length; ) {
        const gelezen = bestand === undefined ? 0 : readSync(bestand, bytes, af, bytes.length - af, plek + af)
        if (gelezen === 0) throw new Error('het kladbestand is korter dan wat erin geschreven is')
        af += gelezen
      }
    },
    sluit() {
      if (bestand !== undefined) closeSync(bestand)
      bestand = undefined
    },
  }
}

const alsBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

/** Alleen voor ons te lezen, en meteen uit de map: daarna kan niemand er meer bij, en blijft er nooit iets staan. */
function openNaamloos(map: string): number {
  const pad = join(map, `meedoen-${randomUUID()}.klad`)
  const bestand = openSync(pad, 'wx+', 0o600)
  unlinkSync(pad)
  return bestand
}
