/**
 * Een kluis die de sleutelbos opnieuw leest als die op schijf verandert. Zo draait het programma door terwijl een ander proces een
 * sleutel toevoegt: nieuwe waarden krijgen binnen enkele tellen de nieuwe sleutel, en een rij die al vernieuwd is gaat meteen open.
 */
import { readFileSync, statSync } from 'node:fs'
import { type Kluis, maakKluis, type Sleutelbos } from './kluis.ts'
import { leesSleutelbos } from './sleutelbos.ts'

const KIJK_MS = 2_000

/** `nu` in milliseconden; alleen om niet bij elke waarde naar de schijf te kijken. */
export function maakMeelezendeKluis(pad: string, eerste: Sleutelbos, nu: () => number = () => performance.now()): Kluis {
  let bos = eerste
  let kluis = maakKluis(bos)
  let gezien = kenmerk(pad)
  let gekeken = nu()

  const herlees = (): boolean => {
    gekeken = nu()
    const kenmerkNu = kenmerk(pad)
    if (kenmerkNu === gezien || kenmerkNu === '') return false
    const gelezen = leesSleutelbos(readFileSync(pad, 'utf8'))
    // Een bestand dat niet klopt, of een andere indexsleutel, is een vergissing: dan blijft gelden wat we hebben.
    if (!gelezen.ok || !gelezen.value.indexsleutel.equals(bos.indexsleutel)) return false
    // Wat we al kenden blijft leesbaar, ook als iemand een oude sleutel te vroeg weghaalde.
    bos = { ...gelezen.value, sleutels: { ...bos.sleutels, ...gelezen.value.sleutels } }
    kluis = maakKluis(bos)
    gezien = kenmerkNu
    return true
  }
  const vers = (): Kluis => {
    if (nu() - gekeken > KIJK_MS) herlees()
    return kluis
  }
  return {
    get actief() {
      return vers().actief
    },
    versleutel: (bsn, plaats) => vers().versleutel(bsn, plaats),
    ontsleutel(waarde, plaats) {
      if (!(waarde.sleutel in bos.sleutels)) herlees()
      return kluis.ontsleutel(waarde, plaats)
    },
    versleutelBytes: (bytes, plek) => vers().versleutelBytes(bytes, plek),
    ontsleutelBytes(waarde, plek) {
      if (!(waarde.sleutel in bos.sleutels)) herlees()
      return kluis.ontsleutelBytes(waarde, plek)
    },
    index: (bsn, gemeente) => kluis.index(bsn, gemeente),
    afgeleid: (doel) => kluis.afgeleid(doel),
  }
}

/** Verandert bij elke vervanging van het bestand; weg is ook een kenmerk. */
function kenmerk(pad: string): string {
  const stand = statSync(pad, { throwIfNoEntry: false, bigint: true })
  return stand ? `${stand.ino} ${stand.mtimeNs} ${stand.size}` : ''
}
