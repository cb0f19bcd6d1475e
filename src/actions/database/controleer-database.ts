/** Nakijken of de database is wat dit programma verwacht: migraties, vorm, rechten, en wat de app zonder binding ziet. */
import type pg from 'pg'
import type { Result } from '#core/base/result.ts'
import { zonderBinding } from '#storage/postgres/approlproef.ts'
import { gedraaideMigraties, leesMigraties, vergelijk } from '#storage/postgres/migreer.ts'
import type { Database } from '#storage/postgres/open.ts'
import { type Bevinding, schemaBevindingen } from '#storage/postgres/schemaregels.ts'
import { maakKysely } from '#storage/transactie.ts'
import { ketenbevindingen } from '../toezicht/controleer-logboeken.ts'
import { alsEigenaar, type Databaseconfig, type Databaseweigering } from './beheer.ts'

export type Onderdeel = { readonly onderdeel: string; readonly bevindingen: readonly Bevinding[] }
type Controle = (database: Database, eigenaar: pg.Pool) => Promise<readonly Bevinding[]>

/** Een controle erbij: een regel hier. Elke controle leest alleen. */
const controles: Readonly<Record<string, Controle>> = {
  migraties: (_, eigenaar) => openMigraties(eigenaar),
  schema: (_, eigenaar) => schemaBevindingen(eigenaar),
  rijbeveiliging: (database) => zonderBinding(database.app),
  logboek: (database) => ketenbevindingen(maakKysely(database.app)),
}

export function controleerDatabase(config: Databaseconfig): Promise<Result<Onderdeel[], Databaseweigering>> {
  return alsEigenaar(config, async (eigenaar, database) => {
    const uit: Onderdeel[] = []
    for (const [onderdeel, controle] of Object.entries(controles)) {
      uit.push({ onderdeel, bevindingen: await controle(database, eigenaar) })
      // Zonder de laatste migraties gaat de rest over een ander schema.
      if (uit.some((o) => o.onderdeel === 'migraties' && o.bevindingen.length > 0)) break
    }
    return uit
  })
}

async function openMigraties(eigenaar: pg.Pool): Promise<Bevinding[]> {
  const nog = vergelijk(leesMigraties(), await gedraaideMigraties(eigenaar))
  return nog.map((m) => ({ regel: 'MIGRATIE', object: m.naam, tekst: 'is hier nog niet gedraaid; draai meedoen database migreer' }))
}
