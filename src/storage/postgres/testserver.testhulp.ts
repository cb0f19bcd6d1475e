/** Eén server en één gemigreerd sjabloon voor alle opslagtests van een run; elk testbestand krijgt daar een kopie van. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startIngebouwd } from './launcher.ts'
import { werkDatabaseBij } from '../werk-bij.ts'
import { leesPostmaster, maakPlek } from './plek.ts'
import { approl, eigenaarrol, richtIn } from './rollen.ts'
import { leeft } from './proces.ts'
import { stopServer } from './server.ts'
import { maakPool, metVerbinding, naam, type Verbinding } from './verbinding.ts'

/** Hoe een test bij de server komt. `database` vult hij zelf in. */
export type Testserver = { beheer: Verbinding; eigenaar: Verbinding; app: Verbinding; sjabloon: string }

declare module 'vitest' {
  interface ProvidedContext {
    testserver: Testserver
  }
}

const wachtwoord = 'meedoen-test'

export async function setup(project: TestProject) {
  const url = process.env.TEST_DATABASE_URL
  const server = url ? opEigenServer(url) : await opIngebouwde()
  const sjabloon = `meedoen_sjabloon_${randomBytes(4).toString('hex')}`
  await metVerbinding(server.beheer, (client) => richtIn(client, sjabloon, url ? wachtwoord : undefined))
  await maakSjabloon(metDatabase(server.eigenaar, sjabloon))
  project.provide('testserver', { beheer: server.beheer, eigenaar: server.eigenaar, app: server.app, sjabloon })
  return async () => {
    await metVerbinding(server.beheer, (client) => client.query(`drop database ${naam(sjabloon)} with (force)`))
    await server.stop()
  }
}

async function maakSjabloon(eigenaar: Verbinding): Promise<void> {
  const pool = maakPool(eigenaar, 'meedoen sjabloon')
  try {
    await werkDatabaseBij(pool)
  } finally {
    await pool.end()
  }
}

/** Dezelfde verbinding naar een andere database. */
export function metDatabase(verbinding: Verbinding, database: string): Verbinding {
  if (verbinding.connectionString === undefined) return { ...verbinding, database }
  const url = new URL(verbinding.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** Dezelfde verbinding als adres, zoals een beheerder haar in DATABASE_URL zet. */
export function adresVan({ connectionString, host, port, user, database }: Verbinding): string {
  if (connectionString !== undefined) return connectionString
  return `postgres:///${database}?host=${encodeURIComponent(host ?? '')}&port=${port}&user=${user}`
}

function opEigenServer(connectionString: string) {
  const met = (rol: string): Verbinding => {
    const url = new URL(connectionString)
    url.searchParams.set('user', rol)
    url.searchParams.set('password', wachtwoord)
    return { connectionString: url.href }
  }
  return { beheer: { connectionString }, eigenaar: met(eigenaarrol), app: met(approl), stop: async () => undefined }
}

const begin = 'meedoen-testserver-'

async function opIngebouwde() {
  await ruimVorigeOp()
  const map = mkdtempSync(join(tmpdir(), `${begin}${process.pid}-`))
  chmodSync(map, 0o755) // als root draait de server onder een andere gebruiker, en die moet er door
  // Tests lezen hun eigen schrijfwerk terug; op de schijf wachten hoeft daarvoor niet. De kill-tests draaien op een eigen server.
  const instellingen = ['fsync=off', 'full_page_writes=off', 'max_connections=200']
  const server = await startIngebouwd({ map, instellingen })
  const { beheer, eigenaar, app, plek } = server
  return {
    beheer,
    eigenaar,
    app,
    async stop() {
      await server.stop()
      if (leesPostmaster(plek)) await stopServer(plek) // een test die zijn verbindingen vergat
      rmSync(map, { recursive: true, force: true })
    },
  }
}

/** Een run die hard is gestopt liet zijn server achter. Van een andere gebruiker blijven we af. */
async function ruimVorigeOp(): Promise<void> {
  for (const oud of readdirSync(tmpdir()).filter((n) => n.startsWith(begin) && !leeft(Number.parseInt(n.slice(begin.length), 10)))) {
    const map = join(tmpdir(), oud)
    if (process.getuid && statSync(map).uid !== process.getuid()) continue
    const plek = maakPlek(map)
    if (leesPostmaster(plek)) await stopServer(plek).catch(() => undefined)
    rmSync(map, { recursive: true, force: true })
  }
}
