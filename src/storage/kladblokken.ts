/**
 * Blokken bytes die even buiten het geheugen wachten, en er in dezelfde volgorde weer uitkomen. Op schijf zijn zij versleuteld met een
 * sleutel die alleen dit proces kent en die met de blokken verdwijnt: er kan een BSN in staan.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { maakKladbestand } from './kladbestand.ts'

export type Kladblokken = {
  voegToe(blok: Uint8Array): void
  /** Alles van voren af aan, zo vaak als nodig. */
  lees(): Generator<Buffer>
  sluit(): void
}

const SOORT = 'aes-256-ctr'

export function maakKladblokken(map: string = tmpdir()): Kladblokken {
  const klad = maakKladbestand(map)
  const sleutel = randomBytes(32)
  const lengtes: number[] = []
  return {
    voegToe(blok) {
      klad.schrijf(createCipheriv(SOORT, sleutel, tellerVan(lengtes.length)).update(blok))
      lengtes.push(blok.length)
    },
    *lees() {
      let plek = 0
      for (const [nummer, lengte] of lengtes.entries()) {
        const blok = Buffer.allocUnsafe(lengte)
        klad.lees(plek, blok)
        yield createDecipheriv(SOORT, sleutel, tellerVan(nummer)).update(blok)
        plek += lengte
      }
    },
    sluit: () => klad.sluit(),
  }
}

/** Elk blok een eigen reeks: het nummer vooraan, en achteraan ruimte om binnen het blok te tellen. */
function tellerVan(nummer: number): Buffer {
  const teller = Buffer.alloc(16)
  teller.writeUInt32BE(nummer, 0)
  return teller
}
