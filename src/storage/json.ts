/** Een waarde voor een jsonb-kolom. Het stuurprogramma maakt van een lijst anders een lijst van PostgreSQL. */
import { type RawBuilder, sql } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'

export const alsJson = (waarde: unknown): RawBuilder<Json> => sql<Json>`${JSON.stringify(waarde)}::jsonb`

/** Een waarde voor een json-kolom: woordelijk bewaard, met de volgorde van sleutels. */
export const alsWoordelijkeJson = (waarde: unknown): RawBuilder<Json> => sql<Json>`${JSON.stringify(waarde)}::json`
