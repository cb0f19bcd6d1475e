/** Nieuwe verwijzingen: UUID versie 7, oplopend binnen dit proces, met toeval van het besturingssysteem. */
import { randomFillSync } from 'node:crypto'
import { uuidv7Na } from '#core/base/uuid.ts'

let vorige: string | null = null
const voorraad = new Uint8Array(4096)
let plaats = voorraad.length

/** Waar in de voorraad de volgende tien bytes staan. Toeval in één keer voor honderden ids halen is veel goedkoper dan per id. */
function volgendToeval(): number {
  if (plaats + 10 > voorraad.length) {
    randomFillSync(voorraad)
    plaats = 0
  }
  const hier = plaats
  plaats += 10
  return hier
}

export function nieuweId(nu: Date): string {
  vorige = uuidv7Na(vorige, nu.getTime(), voorraad, volgendToeval())
  return vorige
}
