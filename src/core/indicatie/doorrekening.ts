/** Of indicaties die naast elkaar lopen met andere regels nog steeds samengaan: het oordeel per inwoner, met oude en nieuwe regels. */
import type { Datum } from '#core/base/datum.ts'
import type { Indicatie } from './indicatie.ts'
import type { Stapelingstoets } from './stapeling.ts'

/** `past`: mag zonder meer. `motiveren`: mag met een motivering. `past_niet`: er is een dag waarop het niet mag. */
export type Stapeluitkomst = 'past' | 'motiveren' | 'past_niet'
export const stapeluitkomsten: readonly Stapeluitkomst[] = ['past', 'motiveren', 'past_niet']

/** Het oordeel over de dagen vanaf `vanaf`; wat eerder botste, is voorbij. */
export function stapeluitkomst(toets: Stapelingstoets, indicaties: readonly Indicatie[], vanaf: Datum): Stapeluitkomst {
  if (indicaties.length < 2) return 'past'
  const speelt = ({ tot }: { readonly tot: Datum | null }): boolean => tot === null || tot >= vanaf
  const { conflicten, waarschuwingen } = toets.beoordeel(indicaties)
  if (conflicten.some(speelt)) return 'past_niet'
  return waarschuwingen.some(speelt) ? 'motiveren' : 'past'
}
