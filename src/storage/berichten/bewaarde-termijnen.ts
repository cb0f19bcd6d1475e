/** De termijnen zoals zij de laatste keer berekend zijn: één rij per gemeente. */
import { sql } from 'kysely'
import type { Datum } from '#core/base/datum.ts'
import type { Tx } from '../transactie.ts'
import type { Termijnen } from './termijnen.ts'

export type BewaardeTermijnen = Termijnen & {
  /** Alles wat toen vastlag telt mee. */
  readonly berekend_op: Date
  readonly vandaag: Datum
}

export async function leesBewaardeTermijnen(tx: Tx, gemeente: string): Promise<BewaardeTermijnen | undefined> {
  const { rows } = await sql<BewaardeTermijnen>`select berekend_op, vandaag::text as vandaag, berichten, tellingen, verlopen
    from ketentermijnen where gemeente = ${gemeente}`.execute(tx)
  return rows[0]
}

/** Wie intussen later begon, wint. */
export async function bewaarTermijnen(tx: Tx, gemeente: string, t: BewaardeTermijnen): Promise<void> {
  await sql`insert into ketentermijnen (gemeente, berekend_op, vandaag, berichten, tellingen, verlopen)
    values (${gemeente}, ${t.berekend_op}, ${t.vandaag}, ${t.berichten}, ${JSON.stringify(t.tellingen)}::jsonb, ${JSON.stringify(t.verlopen)}::jsonb)
    on conflict (gemeente) do update set berekend_op = excluded.berekend_op, vandaag = excluded.vandaag, berichten = excluded.berichten,
      tellingen = excluded.tellingen, verlopen = excluded.verlopen where ketentermijnen.berekend_op <= excluded.berekend_op`.execute(tx)
}

/** Gemeenten waarvan wat bewaard is niet meer van vandaag is; en bij meer dan `weinig` berichten ook als het ouder is dan `voor` en er sindsdien verkeer was. */
export async function leesTeBerekenen(db: Tx, vandaag: Datum, voor: Date, weinig: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select te_berekenen_gemeenten(${vandaag}, ${voor}, ${weinig}) as code`.execute(db)
  return rows.map((r) => r.code)
}

/** Twee processen rekenen niet tegelijk aan dezelfde gemeente; false als een ander al bezig is. */
export async function vergrendelTermijnen(tx: Tx, gemeente: string): Promise<boolean> {
  const { rows } = await sql<{
    gelukt: boolean
  }>`select pg_try_advisory_xact_lock(hashtextextended('ketentermijnen ' || ${gemeente}, 0)) as gelukt`.execute(tx)
  return rows[0]?.gelukt ?? false
}
