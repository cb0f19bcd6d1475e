/** Wat de beheerder van de database doet: openen als eigenaar, en een weigering als waarde teruggeven. */
import type pg from 'pg'
import { fout, ok, type Result } from '#core/base/result.ts'
import { Databasefout } from '#storage/postgres/databasefout.ts'
import { type Database, type Databaseconfig, openDatabase } from '#storage/postgres/open.ts'

export type { Databaseconfig } from '#storage/postgres/open.ts'
/** `invoer`: de opgave of de instellingen kloppen niet. `regel`: het kan of mag nu niet. */
export type Databaseweigering = { readonly code: string; readonly tekst: string; readonly soort: 'invoer' | 'regel' }

const invoer = new Set([
  'GEEN_POSTGRES',
  'ALS_ROOT',
  'MAP_DICHT',
  'MAP_VAN_ANDER',
  'GEEN_BEHEER_URL',
  'GEEN_BEWARING',
  'ROL_OMZEILT',
  'OUDE_SERVER',
  'ALLEEN_INGEBOUWD',
])
/** Hier is iets stuk; dat blijft een exception. */
const storing = new Set(['START_MISLUKT', 'STOP_MISLUKT', 'INITDB_MISLUKT', 'MIGRATIE_MISLUKT'])

/** Voert `werk` uit; wat de database weigert komt als waarde terug. */
export async function metWeigering<T>(werk: () => Promise<T>): Promise<Result<T, Databaseweigering>> {
  try {
    return ok(await werk())
  } catch (f) {
    if (!(f instanceof Databasefout) || storing.has(f.code)) throw f
    return fout({ code: f.code, tekst: f.message, soort: invoer.has(f.code) ? 'invoer' : 'regel' })
  }
}

/** Opent de database met de eigenaar erbij, en sluit haar daarna. */
export function alsEigenaar<T>(
  config: Databaseconfig,
  werk: (eigenaar: pg.Pool, database: Database) => Promise<T>,
): Promise<Result<T, Databaseweigering>> {
  return metWeigering(async () => {
    if (config.url && !config.beheerUrl)
      throw new Databasefout(
        'GEEN_BEHEER_URL',
        'Zet DATABASE_BEHEER_URL: dit doet de eigenaar van de database, niet de rol van het programma.',
      )
    const database = await openDatabase(config)
    try {
      return await werk(database.eigenaar as pg.Pool, database)
    } finally {
      await database.sluit()
    }
  })
}
