/** Namen bij verwijzingen: wie deed dit, en over wie gaat het. */
import { collegas } from './medewerkers.ts'
import type { Tx } from './transactie.ts'

/** De namen van deze medewerkers; een onbekende ontbreekt. */
export async function leesMedewerkernamen(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rijen = await tx
    .selectFrom(collegas)
    .select(['m.id', 'm.naam'])
    .where('m.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rijen.map((r) => [r.id, r.naam]))
}

/** Wie de inwoner is, zonder adres en zonder BSN. */
export function leesInwonerkop(tx: Tx, gemeente: string, id: string) {
  return tx
    .selectFrom('inwoner')
    .select(['id', 'achternaam', 'voorvoegsel', 'voornamen', 'voorletters', 'geboortedatum', 'woonplaats', 'geheim_adres', 'overleden_op'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst()
}
