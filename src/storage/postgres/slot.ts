/** Werk dat maar één programma tegelijk mag doen: wie later is wacht, hoe lang het ook duurt. */
import type pg from 'pg'

/** Elk nummer hoort bij één soort werk. */
export const sloten = { migreren: 7302915002, wachtrij: 7302915003 } as const

export async function metSlot<T>(pool: pg.Pool, slot: keyof typeof sloten, werk: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [sloten[slot]])
    return await werk(client)
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined) // weg met de verbinding is ook los
    client.release()
  }
}
