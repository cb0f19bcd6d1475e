/** De periode waarover toezicht kijkt: hele dagen in Nederlandse tijd, hoogstens twee jaar. */
import { type Datum, dagnummer, plusDagen } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { beginVanDag } from '#core/base/tijdstip.ts'
import type { Toezichtperiode } from '#storage/toezicht.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'

export type Periodevraag = { readonly van: Datum; readonly tot: Datum }
const MEESTE_DAGEN = 731

export function leesPeriode({ van, tot }: Periodevraag, vandaag: Datum): Result<Toezichtperiode, Weigering> {
  const bij = (plaats: string, code: string, tekst: string) => ongeldig([{ code, plaats, tekst }])
  if (tot < van) return bij('/tot', 'EINDE_VOOR_BEGIN', 'De laatste dag ligt voor de eerste. Draai ze om.')
  if (dagnummer(tot) - dagnummer(van) > MEESTE_DAGEN) return bij('/van', 'PERIODE_TE_LANG', 'Kies een periode van hoogstens twee jaar.')
  return ok({ van, tot, vandaag, begin: new Date(beginVanDag(van)), einde: new Date(beginVanDag(plusDagen(tot, 1))) })
}

/** Een wijzer in een lijst op moment: het moment en de id. */
export const schrijfMomentcursor = (op: Date, id: string): string => `${op.toISOString()}~${id}`
