/** Hoeveel er zijn, met een grens: tellen tot duizend kost in een lijst van een miljoen even veel als in een lijst van duizend. */
import { type RawBuilder, sql } from 'kysely'
import { HOOGST_GETELD, type Telling } from '#core/base/telling.ts'
import type { Tx } from './transactie.ts'

/** Telt de rijen van `select … from … where …`, zonder volgorde en zonder eigen grens. De rijbeveiliging geldt: wat niet te zien is, telt niet. */
export async function telRijen(tx: Tx, rijen: RawBuilder<unknown>): Promise<Telling> {
  const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from (${rijen} limit ${HOOGST_GETELD + 1}) t`.execute(tx)
  const aantal = rows[0]?.aantal ?? 0
  return { aantal: Math.min(aantal, HOOGST_GETELD), meer: aantal > HOOGST_GETELD }
}
