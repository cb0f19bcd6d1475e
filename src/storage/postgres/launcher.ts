/** De ingebouwde PostgreSQL: zonder `DATABASE_URL` start het programma er zelf een, in een map. */
import pg from 'pg'
import { setTimeout as wacht } from 'node:timers/promises'
import { maakPlek, type Plek } from './plek.ts'
import { approl, databasenaam, eigenaarrol, zorgVoorDatabase, zorgVoorRollen } from './rollen.ts'
import { stopServer, zorgVoorServer } from './server.ts'
import { type Meld, metVerbinding, type Verbinding } from './verbinding.ts'

export type { Verbinding } from './verbinding.ts'
export type Ingebouwd = {
  readonly eigenaar: Verbinding
  readonly app: Verbinding
  /** De beheerrol van de server zelf; alleen voor bewaren, herstellen en tests. */
  readonly beheer: Verbinding
  readonly plek: Plek
  /** Stopt de server alleen als dit proces hem startte en niemand anders verbonden is. */
  stop(): Promise<void>
}
export type Ingebouwdopties = { map: string; meld?: Meld; instellingen?: readonly string[] }

/** Start de server in `map`, of sluit aan bij wie hem al startte. Valt hij weg, dan start wie dat het eerst merkt hem opnieuw. */
export async function startIngebouwd(opties: Ingebouwdopties): Promise<Ingebouwd> {
  const meld = opties.meld ?? (() => undefined)
  const plek = maakPlek(opties.map)
  const zorg = () => zorgVoorServer(plek, opties.instellingen ?? [], meld)
  const { beheer, zelfGestart } = await zorg()
  const aanwezig = await blijfAanwezig(beheer, zorg, meld)
  await metVerbinding(beheer, async (client) => {
    await zorgVoorRollen(client)
    await zorgVoorDatabase(client, databasenaam)
  })
  return {
    eigenaar: { ...beheer, database: databasenaam, user: eigenaarrol },
    app: { ...beheer, database: databasenaam, user: approl },
    beheer,
    plek,
    async stop() {
      await aanwezig.weg()
      if ((zelfGestart || aanwezig.herstart()) && (await anderen(beheer)).length === 0) await stopServer(plek)
    },
  }
}

export type Ander = { pid: number; rol: string; naam: string; database: string }

/** Wie er verder met de server verbonden is. */
export async function anderen(beheer: Verbinding): Promise<Ander[]> {
  const { rows } = await metVerbinding(beheer, (client) =>
    client.query<Ander>(
      `select pid, usename as rol, application_name as naam, datname as database from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid`,
    ),
  )
  return rows
}

/**
 * Houdt één verbinding open zolang dit proces de server gebruikt: een pool laat stille verbindingen los, en dan zou een ander denken
 * dat hij als enige over is. Breekt ze, dan is de server weg en zorgen we dat hij terugkomt.
 */
async function blijfAanwezig(beheer: Verbinding, zorg: () => Promise<{ zelfGestart: boolean }>, meld: Meld) {
  let gaatWeg = false
  let herstart = false
  let client: pg.Client
  let herstel: Promise<void> = Promise.resolve()
  async function verbind(): Promise<void> {
    client = new pg.Client({ ...beheer, application_name: `meedoen aanwezig (proces ${process.pid})`, keepAlive: true })
    client.on('error', () => undefined)
    await client.connect()
    client.on('end', () => {
      if (!gaatWeg) herstel = kom()
    })
  }
  async function kom(): Promise<void> {
    meld('De database is weggevallen; hij wordt opnieuw gestart.')
    while (!gaatWeg) {
      try {
        herstart = (await zorg()).zelfGestart || herstart
        await verbind()
        return meld('De database is er weer.')
      } catch (f) {
        meld(`De database is er nog niet: ${f instanceof Error ? f.message : f}`)
        await wacht(1_000, undefined, { ref: false })
      }
    }
  }
  await verbind()
  return {
    herstart: () => herstart,
    async weg() {
      gaatWeg = true
      await herstel
      await client.end().catch(() => undefined)
    },
  }
}
