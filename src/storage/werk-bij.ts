/** De database bijwerken tot wat dit programma verwacht: migraties, en de tabellen van de wachtrij. Als eigenaar. */
import type pg from 'pg'
import { migreer } from './postgres/migreer.ts'
import type { Meld } from './postgres/verbinding.ts'
import { zorgVoorWachtrij } from './wachtrij.ts'

export async function werkDatabaseBij(eigenaar: pg.Pool, meld?: Meld): Promise<{ gedraaid: string[] }> {
  const gedaan = await migreer(eigenaar, meld)
  await zorgVoorWachtrij(eigenaar)
  return gedaan
}
