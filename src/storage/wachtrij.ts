/**
 * Werk op de achtergrond, met pg-boss in dezelfde database: blijft staan na een klap, probeert opnieuw met steeds meer geduld en
 * blijft zichtbaar als het niet lukt. De gegevens van een taak zijn alleen verwijzingen.
 */
import { CompiledQuery, sql } from 'kysely'
import type pg from 'pg'
import PgBoss from 'pg-boss'
import { metSlot } from './postgres/slot.ts'
import type { Tx } from './transactie.ts'

/**
 * Elke soort taak, met hoe vaak en hoe lang. Een nieuwe soort is een regel hier en een uitvoerder in `workers`. `perGemeente`: één
 * uitvoering doet alles wat in een gemeente wacht, dus van honderd taken ineens telt er per gemeente één.
 */
export const taaksoorten = {
  bericht: { titel: 'Bericht versturen', retryLimit: 10, expireInSeconds: 15 * 60, perGemeente: true },
  envelop: { titel: 'Ontvangen bericht verwerken', retryLimit: 10, expireInSeconds: 15 * 60, perGemeente: true },
  auditcontrole: { titel: 'Logboek nalopen', retryLimit: 2, expireInSeconds: 60 * 60, perGemeente: false },
  simulatie: { titel: 'Wijziging doorrekenen', retryLimit: 2, expireInSeconds: 60 * 60, perGemeente: false },
} as const
export type Taaksoort = keyof typeof taaksoorten
export type Taakgegevens = { readonly gemeente: string; readonly id: string }

const SCHEMA = 'pgboss'

/**
 * Zet de tabellen en de rijen klaar, als eigenaar. De app krijgt alleen de rijen, niet het schema. Programma's die tegelijk starten
 * wachten op elkaar: dezelfde rechten op hetzelfde ogenblik twee keer geven, weigert PostgreSQL.
 */
export const zorgVoorWachtrij = (eigenaar: pg.Pool): Promise<void> =>
  metSlot(eigenaar, 'wachtrij', async (client) => {
    const boss = new PgBoss({ db: alsDb(client), schema: SCHEMA, supervise: false, schedule: false })
    await boss.start()
    for (const [soort, { retryLimit, expireInSeconds }] of Object.entries(taaksoorten)) {
      await boss.createQueue(soort, {
        name: soort,
        retryLimit,
        expireInSeconds,
        retryDelay: 5,
        retryBackoff: true,
        retentionMinutes: 60 * 24 * 30,
      })
    }
    await boss.stop({ graceful: false })
    await client.query(
      `grant usage on schema ${SCHEMA} to meedoen_app; grant select, insert, update, delete on all tables in schema ${SCHEMA} to meedoen_app`,
    )
  })

const alsDb = (bron: pg.Pool | pg.PoolClient): PgBoss.Db => ({ executeSql: (opdracht, waarden) => bron.query(opdracht, waarden) })

/** De wachtrij in een transactie van ons. */
const binnen = (tx: Tx): PgBoss.Db => ({
  executeSql: async (opdracht, waarden) => ({ rows: (await tx.executeQuery(CompiledQuery.raw(opdracht, waarden))).rows as unknown[] }),
})

export type Taak = {
  id: string
  soort: string
  stand: 'wacht' | 'loopt' | 'klaar' | 'mislukt' | 'gestopt'
  onderwerp: string | null
  pogingen: number
  gemaakt_op: Date
  volgende_op: Date | null
  klaar_op: Date | null
  fout: string | null
}

export type Wachtrij = {
  /** Zet een taak klaar in de transactie `tx`: gaat die terug, dan is er geen taak. Met `na` begint zij niet eerder dan dat. */
  zet(tx: Tx, soort: Taaksoort, gegevens: Taakgegevens, na?: Date): Promise<void>
  /** Voert taken van deze soort uit, één tegelijk. Gooit de uitvoerder, dan volgt later een nieuwe poging. */
  voerUit(soort: Taaksoort, uitvoerder: (gegevens: Taakgegevens) => Promise<void>): Promise<void>
  /** Zet een mislukte taak weer klaar, in de transactie `tx`. */
  opnieuw(tx: Tx, soort: Taaksoort, id: string): Promise<void>
  /** Laat wat loopt afmaken (hoogstens tien seconden). */
  stop(): Promise<void>
}

export async function openWachtrij(app: pg.Pool, storing: (f: Error) => void): Promise<Wachtrij> {
  const boss = new PgBoss({ db: alsDb(app), schema: SCHEMA, migrate: false, schedule: false })
  boss.on('error', storing)
  await boss.start()
  return {
    async zet(tx, soort, gegevens, na) {
      await boss.send(soort, gegevens, { db: binnen(tx), ...(na && { startAfter: na }) })
    },
    async voerUit(soort, uitvoerder) {
      const { perGemeente } = taaksoorten[soort]
      await boss.work<Taakgegevens>(soort, { pollingIntervalSeconds: 1, batchSize: perGemeente ? 100 : 1 }, async (taken) => {
        const uniek = new Map(taken.map(({ id, data }) => [perGemeente ? data.gemeente : id, data]))
        for (const gegevens of uniek.values()) await uitvoerder(gegevens)
      })
    },
    opnieuw: (tx, soort, id) => boss.retry(soort, id, { db: binnen(tx) }),
    stop: () => boss.stop({ graceful: true, timeout: 10_000, wait: true }),
  }
}

const taak = sql`select id, name as soort, data->>'id' as onderwerp, retry_count as pogingen, created_on as gemaakt_op, completed_on as klaar_op,
    case when state in ('created', 'retry') then start_after end as volgende_op,
    case state::text when 'created' then 'wacht' when 'retry' then 'wacht' when 'active' then 'loopt' when 'completed' then 'klaar'
      when 'failed' then 'mislukt' else 'gestopt' end as stand,
    case when state in ('failed', 'retry') then left(output->>'message', 300) end as fout
  from pgboss.job`

/** Wat er wacht, loopt en mislukte voor deze gemeente: wat aandacht vraagt eerst, dan het nieuwste. */
export async function lijstTaken(tx: Tx, gemeente: string, hoogstens: number): Promise<Taak[]> {
  const { rows } = await sql<Taak>`${taak} where data->>'gemeente' = ${gemeente}
    order by state = 'failed' desc, created_on desc limit ${hoogstens}`.execute(tx)
  return rows
}

/** Eén taak, alleen als zij van deze gemeente is. */
export async function leesTaak(tx: Tx, gemeente: string, id: string): Promise<Taak | undefined> {
  const { rows } = await sql<Taak>`${taak} where data->>'gemeente' = ${gemeente} and id = ${id}`.execute(tx)
  return rows[0]
}
