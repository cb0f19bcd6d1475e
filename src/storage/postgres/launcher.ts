/** De ingebouwde PostgreSQL: zonder `DATABASE_URL` start het programma er zelf een, in een map. */
import { type Aanwezig, blijfAanwezig } from './aanwezig.ts'
import { maakPlek, type Plek } from './plek.ts'
import { approl, databasenaam, eigenaarrol, richtIn } from './rollen.ts'
import { antwoordt, type Gestart, stopServer, zorgVoorServer } from './server.ts'
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
  const { beheer, zelfGestart, aanwezig } = await sluitAan(() => zorgVoorServer(plek, opties.instellingen ?? [], meld), meld)
  return {
    eigenaar: { ...beheer, database: databasenaam, user: eigenaarrol },
    app: { ...beheer, database: databasenaam, user: approl },
    beheer,
    plek,
    async stop() {
      await aanwezig.weg()
      if (!zelfGestart && !aanwezig.herstartte()) return
      if ((await antwoordt(beheer)) && (await anderen(beheer)).length === 0) await stopServer(plek)
    },
  }
}

/** Wie net aansluit terwijl de starter stopt, verliest zijn verbinding weer; dan start hij zelf. */
async function sluitAan(zorg: () => Promise<Gestart>, meld: Meld, pogingen = 5): Promise<Gestart & { aanwezig: Aanwezig }> {
  const gestart = await zorg()
  let aanwezig: Aanwezig | undefined
  try {
    aanwezig = await blijfAanwezig(gestart.beheer, zorg, meld)
    await metVerbinding(gestart.beheer, (client) => richtIn(client, databasenaam))
    return { ...gestart, aanwezig }
  } catch (f) {
    await aanwezig?.weg()
    if (pogingen <= 1 || (await antwoordt(gestart.beheer))) throw f
    return sluitAan(zorg, meld, pogingen - 1)
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
