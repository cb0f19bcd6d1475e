/** Indicaties en de voorziening waar zij bij horen. Alleen toevoegen; een vervolg of verbetering is een nieuwe rij. */
import type { Insertable, Selectable } from 'kysely'
import { alsJson } from './json.ts'
import type { Tabellen } from './tabellen.ts'
import type { Tx } from './transactie.ts'

export type Indicatierij = Selectable<Tabellen['indicatie']>
export type Voorzieningrij = Selectable<Tabellen['voorziening']>

export function leesIndicatie(tx: Tx, gemeente: string, id: string): Promise<Indicatierij | undefined> {
  return tx.selectFrom('indicatie').selectAll().where('gemeente', '=', gemeente).where('id', '=', id).executeTakeFirst()
}

/** Alle indicaties van een inwoner, op begindag. */
export function leesIndicatiesVanInwoner(tx: Tx, gemeente: string, inwoner: string): Promise<Indicatierij[]> {
  return tx
    .selectFrom('indicatie')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('inwoner', '=', inwoner)
    .orderBy('van')
    .orderBy('id')
    .execute()
}

export function leesVoorzieningen(tx: Tx, gemeente: string, inwoner: string): Promise<Voorzieningrij[]> {
  return tx
    .selectFrom('voorziening')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('inwoner', '=', inwoner)
    .orderBy('gemaakt_op')
    .orderBy('id')
    .execute()
}

export async function bewaarVoorziening(tx: Tx, rij: Insertable<Tabellen['voorziening']>): Promise<void> {
  await tx.insertInto('voorziening').values(rij).execute()
}

export async function bewaarIndicatie(tx: Tx, rij: Insertable<Tabellen['indicatie']>): Promise<void> {
  await tx
    .insertInto('indicatie')
    .values({
      ...rij,
      omvang: alsJson(rij.omvang),
      waarschuwing_motiveringen: alsJson(rij.waarschuwing_motiveringen ?? []),
      stapeling: alsJson(rij.stapeling),
    })
    .execute()
}

/**
 * Zet de inwoner vast zolang deze transactie loopt: twee indicaties die elk apart passen, mogen niet samen botsen.
 * Undefined als de inwoner er niet is.
 */
export function vergrendelInwoner(tx: Tx, gemeente: string, inwoner: string): Promise<{ overleden_op: string | null } | undefined> {
  return tx
    .selectFrom('inwoner')
    .select('overleden_op')
    .where('gemeente', '=', gemeente)
    .where('id', '=', inwoner)
    .forUpdate()
    .executeTakeFirst()
}
