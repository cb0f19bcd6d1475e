/** Alle migraties draaien die nog niet gedraaid zijn. */
import type { Result } from '#core/base/result.ts'
import { migreer } from '#storage/postgres/migreer.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering } from './beheer.ts'

export const migreerDatabase = (config: Databaseconfig): Promise<Result<{ gedraaid: string[] }, Databaseweigering>> =>
  alsEigenaar(config, (eigenaar) => migreer(eigenaar, config.meld))
