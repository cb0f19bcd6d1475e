/** De twee rollen en de database. Voor een eigen server staat hetzelfde als SQL in docs/beheer.md. */
import type pg from 'pg'
import { naam } from './verbinding.ts'

export const eigenaarrol = 'meedoen_eigenaar'
export const approl = 'meedoen_app'
export const databasenaam = 'meedoen'

/**
 * De eigenaar migreert, bewaart en herstelt: hij moet alle gemeenten zien, vandaar BYPASSRLS.
 * De app mag alleen aanmelden; wat hij mag staat per tabel in de migraties.
 */
const kenmerken: Record<string, string> = {
  [eigenaarrol]: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS',
  [approl]: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT',
}

/** Maakt de rollen en de database als ze ontbreken; mag bij elke start en door meer processen tegelijk. `client` is een beheerder. */
export async function richtIn(client: pg.Client, database: string, wachtwoord?: string): Promise<void> {
  await client.query('select pg_advisory_lock(7302915001)')
  try {
    await zorgVoorRollen(client, wachtwoord)
    await zorgVoorDatabase(client, database)
  } finally {
    await client.query('select pg_advisory_unlock(7302915001)').catch(() => undefined) // weg met de verbinding is ook los
  }
}

async function zorgVoorRollen(client: pg.Client, wachtwoord: string | undefined): Promise<void> {
  for (const [rol, mag] of Object.entries(kenmerken)) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [rol])
    if (rowCount) continue
    const geheim = wachtwoord === undefined ? '' : ` PASSWORD ${client.escapeLiteral(wachtwoord)}`
    await client.query(`create role ${naam(rol)} ${mag}${geheim}`)
  }
}

/** Maakt een database van de eigenaar, eventueel als kopie van een sjabloon. Bestaat hij al, dan gebeurt er niets. */
export async function zorgVoorDatabase(client: pg.Client, database: string, sjabloon?: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (!rowCount) {
    const uit = sjabloon === undefined ? '' : ` template ${naam(sjabloon)}`
    await client.query(`create database ${naam(database)} owner ${naam(eigenaarrol)}${uit}`)
  }
  // Rechten op een database gaan niet mee met een sjabloon. Tijdelijke tabellen zijn nodig om onder rij-beveiliging te kopiëren.
  await client.query(`revoke all on database ${naam(database)} from public`)
  await client.query(`grant connect, temporary on database ${naam(database)} to ${naam(approl)}`)
}
