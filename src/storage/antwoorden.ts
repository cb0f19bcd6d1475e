/** Antwoorden van een onderzoek: alleen toevoegen. Wat er nu geldt, volgt uit alle rijen samen (core/dossier/onderzoek.ts). */
import type { Insertable, Selectable } from 'kysely'
import { alsJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Antwoordrij = Selectable<Tabellen['antwoord']>

/** Alles wat ooit geantwoord is, in de volgorde van geven. */
export function leesAntwoordrijen(tx: Tx, gemeente: string, onderzoek: string): Promise<Antwoordrij[]> {
  return tx
    .selectFrom('antwoord')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('onderzoek', '=', onderzoek)
    .orderBy('volgnummer')
    .execute()
}

export async function bewaarAntwoordrijen(tx: Tx, rijen: readonly Insertable<Tabellen['antwoord']>[]): Promise<void> {
  if (rijen.length === 0) return
  await tx
    .insertInto('antwoord')
    .values(rijen.map((r) => ({ ...r, waarde: r.waarde === null ? null : alsJson(r.waarde) })))
    .execute()
}
