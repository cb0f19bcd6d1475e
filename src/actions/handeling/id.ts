/** Nieuwe verwijzingen: UUID versie 7, oplopend binnen dit proces, met toeval van het besturingssysteem. */
import { randomFillSync } from 'node:crypto'
import { uuidv7Na } from '#core/base/uuid.ts'

let vorige: string | null = null
const voorraad = new Uint8Array(4096)
let plaats = voorraad.length

/** Toeval in één keer voor honderden ids halen is veel goedkoper dan per id. */
function toeval(): Uint8Array {
  if (plaats + 10 > voorraad.length) {
    randomFillSync(voorraad)
    plaats = 0
  }
  return voorraad.subarray(plaats, (plaats += 10))
}

export function nieuweId(nu: Date): string {
  vorige = uuidv7Na(vorige, nu.getTime(), toeval())
  return vorige
}
