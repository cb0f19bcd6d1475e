/** Naast een transactie lezen: alleen als het kan, met dezelfde binding, en nooit wachtend op een ander. */
import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { maakTestdatabase, type Testdatabase } from './postgres/testdatabase.testhulp.ts'
import { inTransactie, leesErnaast, maakKysely, type Tx } from './transactie.ts'

const binding = { gemeente: '0677', medewerker: null, rollen: ['systeem'], team: null }
const open: Testdatabase[] = []
afterEach(async () => {
  for (const p of open.splice(0)) await p.sluit()
})
async function metVerbindingen(verbindingen: number): Promise<Tx> {
  const p = await maakTestdatabase({ verbindingen })
  open.push(p)
  return maakKysely(p.app)
}
const wie = async (tx: Tx) =>
  (await sql<{ gemeente: string; pid: number }>`select mijn_gemeente() as gemeente, pg_backend_pid() as pid`.execute(tx)).rows[0]

it('leest op een andere verbinding, voor dezelfde gemeente, en kan niets schrijven', async () => {
  const db = await metVerbindingen(2)
  await inTransactie(db, binding, async (tx) => {
    const ernaast = await leesErnaast(db, binding)
    if (ernaast === null) throw new Error('er was een verbinding vrij')
    const [hier, daar] = [await wie(tx), await wie(ernaast.tx)]
    expect(daar?.gemeente).toBe(hier?.gemeente)
    expect(daar?.pid).not.toBe(hier?.pid)
    await expect(sql`insert into uitval (gemeente) values ('0677')`.execute(ernaast.tx)).rejects.toMatchObject({ code: '25006' })
    await ernaast.sluit()
    return { bewaar: false, waarde: null }
  })
  // De verbinding is terug en onbesmet: er kunnen weer twee tegelijk.
  await inTransactie(db, binding, async () => ({
    bewaar: false,
    waarde: await inTransactie(db, binding, async (tx) => ({ bewaar: false, waarde: await wie(tx) })),
  }))
})

it('is er geen vrij, dan is het antwoord nee, ook als iemand al wacht', async () => {
  const db = await metVerbindingen(1)
  await inTransactie(db, binding, async () => {
    expect(await leesErnaast(db, binding)).toBeNull()
    return { bewaar: false, waarde: null }
  })
  const twee = await metVerbindingen(2)
  let wacht: Promise<unknown> = Promise.resolve()
  await inTransactie(twee, binding, async () => {
    await inTransactie(twee, binding, async () => {
      wacht = inTransactie(twee, binding, async (tx) => ({ bewaar: false, waarde: await wie(tx) }))
      await new Promise(setImmediate)
      expect(await leesErnaast(twee, binding)).toBeNull()
      return { bewaar: false, waarde: null }
    })
    return { bewaar: false, waarde: null }
  })
  expect(await wacht).toMatchObject({ gemeente: '0677' })
})

it('komt de binding niet tot stand, dan is het antwoord nee: zonder binding is alles leeg', async () => {
  const p = await maakTestdatabase({ verbindingen: 2 })
  open.push(p)
  const db = maakKysely(p.app)
  // Een verbinding die bij de eerste opdracht al weg is.
  p.app.once('acquire', (client) => void client.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined))
  expect(await leesErnaast(db, binding)).toBeNull()
  const daarna = await leesErnaast(db, binding)
  expect(daarna).not.toBeNull()
  await daarna?.sluit()
})
