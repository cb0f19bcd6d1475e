/** De database openen: die van `DATABASE_URL`, of de ingebouwde. */
import type pg from 'pg'
import { setTimeout as wacht } from 'node:timers/promises'
import { Databasefout } from './databasefout.ts'
import { type Ingebouwd, startIngebouwd } from './launcher.ts'
import { maakPool, type Meld, type Verbinding } from './verbinding.ts'

export type Databaseconfig = {
  /** De rol van de app op een eigen server; leeg: de ingebouwde server. */
  readonly url?: string | undefined
  /** De eigenaar op een eigen server: nodig om te migreren, te bewaren en te herstellen. */
  readonly beheerUrl?: string | undefined
  /** De map van de ingebouwde server. */
  readonly data: string
  readonly meld?: Meld
  /** Hoeveel verbindingen de app tegelijk openhoudt. */
  readonly verbindingen?: number
}

export type Database = {
  readonly app: pg.Pool
  /** De eigenaar van de tabellen; null als zijn adres niet gegeven is. */
  readonly eigenaar: pg.Pool | null
  /** De ingebouwde server, of null op een eigen server. */
  readonly ingebouwd: Ingebouwd | null
  sluit(): Promise<void>
}

/** `DATABASE_URL`, `DATABASE_BEHEER_URL` en `MEEDOEN_DATA`. */
export function databaseconfig(omgeving: NodeJS.ProcessEnv): Databaseconfig {
  return {
    url: omgeving.DATABASE_URL || undefined,
    beheerUrl: omgeving.DATABASE_BEHEER_URL || undefined,
    data: omgeving.MEEDOEN_DATA || 'data',
  }
}

/** Opent de database. Een server die nog opstart krijgt even; een rol die de rij-beveiliging kan omzeilen wordt geweigerd. */
export async function openDatabase(config: Databaseconfig): Promise<Database> {
  const ingebouwd = config.url ? null : await startIngebouwd({ map: config.data, ...(config.meld && { meld: config.meld }) })
  const eigenaarVan: Verbinding | undefined = ingebouwd?.eigenaar ?? (config.beheerUrl ? { connectionString: config.beheerUrl } : undefined)
  const opties = config.meld ? { meld: config.meld } : {}
  const app = maakPool(ingebouwd?.app ?? { connectionString: config.url as string }, 'meedoen', {
    ...opties,
    max: config.verbindingen ?? 10,
  })
  const eigenaar = eigenaarVan ? maakPool(eigenaarVan, 'meedoen beheer', { ...opties, max: 3 }) : null
  let dicht: Promise<void> | undefined
  const database: Database = {
    app,
    eigenaar,
    ingebouwd,
    sluit: () => (dicht ??= sluitAlles(app, eigenaar, ingebouwd)),
  }
  try {
    await eisVeiligeRol(app, config.meld ?? (() => undefined))
    return database
  } catch (f) {
    await database.sluit()
    throw f
  }
}

async function sluitAlles(app: pg.Pool, eigenaar: pg.Pool | null, ingebouwd: Ingebouwd | null): Promise<void> {
  await Promise.all([app.end(), eigenaar?.end()])
  await ingebouwd?.stop()
}

async function eisVeiligeRol(app: pg.Pool, meld: Meld): Promise<void> {
  const rol = await metGeduld(() => vraagRol(app), meld)
  if (rol.versie < 150_000) throw new Databasefout('OUDE_SERVER', `Deze server is PostgreSQL ${rol.serverversie}; nodig is 15 of nieuwer.`)
  if (rol.omzeilt)
    throw new Databasefout(
      'ROL_OMZEILT',
      `De rol ${rol.naam} van DATABASE_URL kan de rij-beveiliging omzeilen (superuser of BYPASSRLS). Gebruik meedoen_app; zie docs/beheer.md.`,
    )
}

type Rol = { naam: string; omzeilt: boolean; versie: number; serverversie: string }

async function vraagRol(app: pg.Pool): Promise<Rol> {
  const { rows } = await app.query<Rol>(
    `select rolname as naam, rolsuper or rolbypassrls as omzeilt, current_setting('server_version_num')::int as versie,
       current_setting('server_version') as serverversie from pg_roles where rolname = session_user`,
  )
  return rows[0] as Rol
}

const nogNietOp = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EAI_AGAIN', '57P03'])

/** Web en database starten vaak tegelijk: een server die nog niet antwoordt, krijgt een halve minuut. */
async function metGeduld<T>(vraag: () => Promise<T>, meld: Meld): Promise<T> {
  for (let poging = 0; ; poging++) {
    try {
      return await vraag()
    } catch (f) {
      if (poging >= 30 || !nogNietOp.has((f as { code?: string }).code ?? '')) throw f
      if (poging === 0) meld('De database antwoordt nog niet; even wachten.')
      await wacht(1_000)
    }
  }
}
