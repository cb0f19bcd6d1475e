/** Verbindingen met PostgreSQL: hoe, en met welke uitzonderingen op de gewone lezing van waarden. */
import pg from 'pg'

/** Waarmee een pool of client verbindt; een deel van `pg.PoolConfig`. */
export type Verbinding = Pick<pg.PoolConfig, 'connectionString' | 'host' | 'port' | 'database' | 'user' | 'password'>
export type Meld = (tekst: string) => void

const datum = pg.types.builtins.DATE
/** Een `date` blijft tekst: een kalenderdag heeft geen tijdzone. De rest leest pg zelf; bigint en numeric komen daar ook als tekst. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, vorm?: 'text' | 'binary') =>
    oid === datum && vorm !== 'binary'
      ? (waarde: string) => waarde
      : vorm === 'binary'
        ? pg.types.getTypeParser(oid, 'binary')
        : pg.types.getTypeParser(oid, 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

/**
 * Een pool die een weggevallen server overleeft: een stille verbinding die breekt wordt gemeld en later opnieuw gemaakt.
 * Wie na `geduldMs` nog geen verbinding heeft, krijgt een fout; 0 wacht tot er een is.
 */
export function maakPool(verbinding: Verbinding, naam: string, opties: { max?: number; meld?: Meld; geduldMs?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    ...verbinding,
    application_name: naam,
    max: opties.max ?? 10,
    connectionTimeoutMillis: opties.geduldMs ?? 10_000,
    types,
  })
  // Een verbinding die breekt terwijl zij is uitgeleend maar even niets vraagt, meldt dat alleen hier; zonder luisteraar stopt het programma.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  pool.on('error', (f) => opties.meld?.(`Verbinding met de database weggevallen (${naam}): ${f.message}`))
  return pool
}

/** Eén losse verbinding, open zolang het werk duurt. */
export async function metVerbinding<T>(verbinding: Verbinding, werk: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...verbinding, types, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined) // een breuk komt ook terug uit de lopende opdracht
  try {
    await client.connect()
    return await werk(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Namen in SQL, voor de paar plekken waar een naam geen parameter kan zijn. */
export const naam = (tekst: string): string => pg.escapeIdentifier(tekst)
