/** Eén transactie, gebonden aan één gemeente en één medewerker: de rijbeveiliging ziet nooit iets anders (ontwerp §6). */
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { invariant } from '#core/base/invariant.ts'
import type { Tabellen } from './tabellen.ts'

export type Tx = Kysely<Tabellen>

/** Voor wie deze transactie werkt. `medewerker` is null bij een achtergrondtaak; die heeft de rol 'systeem'. */
export type Binding = {
  readonly gemeente: string
  readonly medewerker: string | null
  readonly rollen: readonly string[]
  readonly team: string | null
  /** Wiens administratie van de keten; zonder is het de gemeente zelf. Een aanbieder is een AGB-code. */
  readonly partij?: string
  /** Het moment van de handeling; zonder geldt de klok van de database. */
  readonly nu?: Date
}

/** Kysely boven een pool; `meekijken` krijgt elke opdracht met haar duur in milliseconden (zonder waarden). */
export function maakKysely(pool: Pool, meekijken?: (sql: string, duurMs: number) => void): Tx {
  const db = new Kysely<Tabellen>({
    dialect: new PostgresDialect({ pool }),
    ...(meekijken && { log: (regel) => meekijken(regel.query.sql, regel.queryDurationMillis) }),
  })
  pools.set(db, pool)
  return db
}

/** De pool onder elke database, voor wie moet weten of er nu een verbinding vrij is. */
const pools = new WeakMap<Tx, Pool>()

/**
 * Voert `werk` uit in één transactie. Geeft `werk` `bewaar: false` terug, dan gaat alles terug; gooit het, dan ook.
 * Een verbroken verbinding komt als exception naar buiten; dan is niets bewaard of is de bevestiging verloren gegaan.
 */
export function inTransactie<T>(db: Tx, binding: Binding, werk: (tx: Tx) => Promise<{ bewaar: boolean; waarde: T }>): Promise<T> {
  return db.connection().execute(async (tx) => {
    await tx.executeQuery(CompiledQuery.raw(bindopdracht(binding)))
    let uitkomst: { bewaar: boolean; waarde: T }
    try {
      uitkomst = await werk(tx)
    } catch (storing) {
      // De verbinding kan zelf weg zijn; dan is terugdraaien al gebeurd en telt alleen de eerste storing.
      await tx.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
      throw storing
    }
    await tx.executeQuery(CompiledQuery.raw(uitkomst.bewaar ? 'commit' : 'rollback'))
    return uitkomst.waarde
  })
}

export type Leeskant = { readonly tx: Tx; sluit(): Promise<void> }

/**
 * Een tweede verbinding met dezelfde binding, om naast een lopende transactie te lezen wat al vastligt; null als er nu geen vrij is. Wacht
 * nooit op een ander: wie in een transactie zit en op een verbinding wacht, kan wachten op wie op hem wacht.
 */
export async function leesErnaast(db: Tx, binding: Binding): Promise<Leeskant | null> {
  const pool = pools.get(db)
  const isVrij = pool !== undefined && pool.waitingCount === 0 && (pool.idleCount > 0 || pool.totalCount < pool.options.max)
  // Tussen kijken en vragen komt niemand anders: dit is de eerste in de rij.
  const client = isVrij ? await pool.connect().catch(() => null) : null
  if (client === null) return null
  try {
    await client.query(`${bindopdracht(binding)}; set transaction read only`)
  } catch (storing) {
    // Zonder binding ziet de rijbeveiliging niets, en niets is een verkeerd antwoord.
    client.release(storing as Error)
    return null
  }
  const uitgeleend = { query: client.query.bind(client), release: () => undefined } as Pick<PoolClient, 'query' | 'release'>
  const tx = new Kysely<Tabellen>({
    dialect: new PostgresDialect({ pool: { connect: async () => uitgeleend as PoolClient, end: async () => undefined } }),
  })
  return {
    tx,
    async sluit() {
      const storing = await client.query('rollback').then(
        () => undefined,
        (f: Error) => f,
      )
      client.release(storing)
    },
  }
}

/** Hetzelfde op een verbinding zelf, voor wat niet als opdracht kan (COPY). */
export async function opVerbinding<T>(
  pool: Pool,
  binding: Binding,
  werk: (client: PoolClient) => Promise<{ bewaar: boolean; waarde: T }>,
): Promise<T> {
  const client = await pool.connect()
  let storing: Error | undefined
  try {
    await client.query(bindopdracht(binding))
    const uitkomst = await werk(client)
    await client.query(uitkomst.bewaar ? 'commit' : 'rollback')
    return uitkomst.waarde
  } catch (f) {
    storing = f as Error
    throw f
  } finally {
    client.release(storing) // de verbinding sluiten draait terug wat er liep
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const woorden = /^[a-z]+(,[a-z]+)*$/

/** Begin en binding in één heen en weer. De waarden zijn op vorm gecontroleerd; vreemde tekens komen er niet in. */
export function bindopdracht({ gemeente, medewerker, rollen, team, partij, nu }: Binding): string {
  const namen = rollen.join(',')
  invariant(/^\d{4}$/.test(gemeente), 'een gemeente is een CBS-code van vier cijfers')
  invariant(woorden.test(namen), 'een transactie heeft minstens één rol')
  invariant(partij === undefined || /^(\d{4}|\d{8})$/.test(partij), 'een partij is een gemeentecode of een AGB-code')
  for (const id of [medewerker, team]) invariant(id === null || uuid.test(id), 'een verwijzing is een uuid')
  return (
    `begin; select set_config('meedoen.gemeente','${gemeente}',true),set_config('meedoen.medewerker','${medewerker ?? ''}',true),` +
    `set_config('meedoen.rollen','${namen}',true),set_config('meedoen.team','${team ?? ''}',true),` +
    `set_config('meedoen.partij','${partij ?? ''}',true),set_config('meedoen.nu','${nu?.toISOString() ?? ''}',true)`
  )
}
