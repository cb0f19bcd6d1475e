/** Een waarde voor een jsonb-kolom. Het stuurprogramma maakt van een lijst anders een lijst van PostgreSQL. */
import { type RawBuilder, sql } from 'kysely'
import type { Json } from '#core/catalogus/instellingen.ts'

export const alsJson = (waarde: unknown): RawBuilder<Json> => sql<Json>`${JSON.stringify(waarde)}::jsonb`
