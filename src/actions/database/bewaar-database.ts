/** De database bewaren: een naam op .gz is een bestand, elke andere naam een map met een koude kopie van de ingebouwde server. */
import type { Result } from '#core/base/result.ts'
import { Databasefout } from '#storage/postgres/databasefout.ts'
import { bewaarKoud } from '#storage/postgres/koud.ts'
import { bewaarUit } from '#storage/postgres/uitvoer.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering, metWeigering } from './beheer.ts'

export type Bewaard = { soort: 'bestand'; tabellen: number; rijen: number } | { soort: 'koud'; bestanden: number; bytes: number }

/** Bij een bestand werkt iedereen door; voor een koude kopie mag niemand verbonden zijn. De sleutels zitten er nooit in. */
export function bewaarDatabase(config: Databaseconfig, doel: string): Promise<Result<Bewaard, Databaseweigering>> {
  if (doel.endsWith('.gz'))
    return alsEigenaar(config, async (eigenaar) => {
      const { tabellen, rijen } = await bewaarUit(eigenaar, doel, config.meld)
      return { soort: 'bestand', tabellen, rijen }
    })
  return metWeigering(async () => {
    eisIngebouwd(config)
    return { soort: 'koud', ...(await bewaarKoud(config.data, doel, config.meld)) }
  })
}

/** Een koude kopie gaat over de map van de ingebouwde server. */
export function eisIngebouwd(config: Databaseconfig): void {
  if (config.url)
    throw new Databasefout(
      'ALLEEN_INGEBOUWD',
      'Een map is een kopie van de ingebouwde server; voor DATABASE_URL: geef een bestand dat eindigt op .gz.',
    )
}
