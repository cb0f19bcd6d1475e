/** Een bewaarde database terugzetten waar nog niets staat. */
import { statSync } from 'node:fs'
import type { Result } from '#core/base/result.ts'
import { Databasefout } from '#storage/postgres/databasefout.ts'
import { herstelUit } from '#storage/postgres/invoer.ts'
import { herstelKoud } from '#storage/postgres/koud.ts'
import { eisIngebouwd } from './bewaar-database.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering, metWeigering } from './beheer.ts'

export type Hersteld =
  | { soort: 'bestand'; tabellen: number; rijen: number; gemaaktOp: string; daarnaGemigreerd: string[] }
  | { soort: 'koud'; bestanden: number; bytes: number }

/** Een bestand gaat de database in, een map wordt de map van de ingebouwde server. Alles of niets. */
export async function herstelDatabase(config: Databaseconfig, bron: string): Promise<Result<Hersteld, Databaseweigering>> {
  const soort = statSync(bron, { throwIfNoEntry: false })
  if (soort?.isFile())
    return alsEigenaar(config, async (eigenaar) => ({ soort: 'bestand', ...(await herstelUit(eigenaar, bron, config.meld)) }))
  return metWeigering(async () => {
    if (!soort) throw new Databasefout('GEEN_BEWARING', `${bron} bestaat niet.`)
    eisIngebouwd(config)
    return { soort: 'koud', ...(await herstelKoud(bron, config.data, config.meld)) }
  })
}
