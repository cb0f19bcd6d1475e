/** Alle migraties draaien die nog niet gedraaid zijn. */
import type { Result } from '#core/base/result.ts'
import { werkDatabaseBij } from '#storage/werk-bij.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering } from './beheer.ts'

export const migreerDatabase = (config: Databaseconfig): Promise<Result<{ gedraaid: string[] }, Databaseweigering>> =>
  alsEigenaar(config, (eigenaar) => werkDatabaseBij(eigenaar, config.meld))
