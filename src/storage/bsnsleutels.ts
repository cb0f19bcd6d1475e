/** Versleutelde BSN's per sleutel: tellen, in stukken lezen en opnieuw versleuteld terugschrijven. In een transactie als systeem. */
import { sql } from 'kysely'
import type { Tx } from './transactie.ts'

export type Bsnrij = { readonly inwoner: string; readonly versleuteld: Buffer; readonly sleutel: string }

/** Hoeveel rijen met welke sleutel versleuteld zijn. */
export async function telPerSleutel(tx: Tx, gemeente: string): Promise<Record<string, number>> {
  const rijen = await tx
    .selectFrom('inwoner_bsn')
    .select(['sleutel', (e) => e.fn.countAll<string>().as('aantal')])
    .where('gemeente', '=', gemeente)
    .groupBy('sleutel')
    .execute()
  return Object.fromEntries(rijen.map((r) => [r.sleutel, Number(r.aantal)]))
}

/** Het volgende stuk dat nog niet met `actief` versleuteld is, op slot tot het eind van de transactie. */
export function leesOpOudeSleutel(tx: Tx, gemeente: string, actief: string, na: string, hoogstens: number): Promise<Bsnrij[]> {
  return tx
    .selectFrom('inwoner_bsn')
    .select(['inwoner', 'versleuteld', 'sleutel'])
    .where('gemeente', '=', gemeente)
    .where('inwoner', '>', na)
    .where('sleutel', '<>', actief)
    .orderBy('inwoner')
    .limit(hoogstens)
    .forUpdate()
    .execute()
}

export async function schrijfVersleuteld(tx: Tx, gemeente: string, rijen: readonly Bsnrij[]): Promise<void> {
  if (rijen.length === 0) return
  await sql`update inwoner_bsn b set versleuteld = n.versleuteld, sleutel = n.sleutel
    from unnest(${rijen.map((r) => r.inwoner)}::uuid[], ${rijen.map((r) => r.versleuteld)}::bytea[], ${rijen.map((r) => r.sleutel)}::text[])
      as n(inwoner, versleuteld, sleutel)
    where b.gemeente = ${gemeente} and b.inwoner = n.inwoner`.execute(tx)
}

/** Een stuk met de blinde index ernaast, om na te gaan of nummer en index bij elkaar horen. */
export async function leesMetIndex(
  tx: Tx,
  gemeente: string,
  na: string,
  hoogstens: number,
): Promise<(Bsnrij & { readonly bsn_index: Buffer | null })[]> {
  return tx
    .selectFrom('inwoner_bsn as b')
    .innerJoin('inwoner as i', (j) => j.onRef('i.gemeente', '=', 'b.gemeente').onRef('i.id', '=', 'b.inwoner'))
    .select(['b.inwoner', 'b.versleuteld', 'b.sleutel', 'i.bsn_index'])
    .where('b.gemeente', '=', gemeente)
    .where('b.inwoner', '>', na)
    .orderBy('b.inwoner')
    .limit(hoogstens)
    .execute()
}
