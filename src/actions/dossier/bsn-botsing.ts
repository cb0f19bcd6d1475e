/** Een BSN hoort in een gemeente bij één inwoner. */
import type { Bsn } from '#core/base/bsn.ts'
import type { Werk } from '../handeling/handel.ts'
import { weiger } from '../handeling/weigering.ts'
import { toonIdentiteit } from './inwonerbeeld.ts'
import { relatiesMet } from './toegang.ts'
import { vindBijBsn } from './zoek-inwoners.ts'

/** De weigering als een ander dit BSN al heeft; zij wijst die inwoner aan. */
export async function bsnAlBekend(w: Werk, bsn: Bsn, behalve?: string) {
  const rij = await vindBijBsn(w, bsn)
  if (!rij || rij.id === behalve) return undefined
  return weiger({
    soort: 'botst',
    code: 'BSN_BESTAAT',
    tekst: 'Er is al een inwoner met dit burgerservicenummer.',
    watNu: 'Open de inwoner die er al is. Is dat iemand anders, kijk dan het nummer na.',
    huidig: { inwoner: toonIdentiteit(rij, relatiesMet(w, rij)) },
    over: { inwoner: rij.id, objecten: [{ soort: 'inwoner', id: rij.id }] },
  })
}

/** Kwam dezelfde waarde op hetzelfde moment van een ander, dan kijkt de tweede poging opnieuw en krijgt de gewone weigering. */
export async function nogEensBijBotsing<T>(werk: () => Promise<T>): Promise<T> {
  try {
    return await werk()
  } catch (storing) {
    if ((storing as { code?: string }).code !== '23505') throw storing
    return werk()
  }
}
