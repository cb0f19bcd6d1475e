/** Wat er met een indicatie gebeurde: gedateerde feiten. Schrijven gaat langs `gebeurtenissen.ts`. */
import type { Selectable } from 'kysely'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Gebeurtenisrij = Selectable<Tabellen['gebeurtenis']>

const alle = (tx: Tx, gemeente: string) => tx.selectFrom('gebeurtenis').selectAll().where('gemeente', '=', gemeente)

/** Op datum; op dezelfde dag in de volgorde van vastleggen. */
export const leesGebeurtenissenVanIndicatie = (tx: Tx, gemeente: string, indicatie: string): Promise<Gebeurtenisrij[]> =>
  alle(tx, gemeente).where('indicatie', '=', indicatie).orderBy('datum').orderBy('id').execute()

/** Van alle indicaties van een inwoner samen. */
export const leesIndicatiegebeurtenissen = (tx: Tx, gemeente: string, inwoner: string): Promise<Gebeurtenisrij[]> =>
  alle(tx, gemeente).where('inwoner', '=', inwoner).where('indicatie', 'is not', null).orderBy('datum').orderBy('id').execute()
