/** Een los proces dat de ingebouwde server gebruikt tot zijn invoer sluit; `node --import tsx … <map> [schrijf]`. */
import { sql } from 'kysely'
import { inTransactie, maakKysely } from '../transactie.ts'
import { startIngebouwd } from './launcher.ts'
import { maakPool } from './verbinding.ts'

const [map = '', wat = ''] = process.argv.slice(2)
const meld = (waarde: object) => process.stdout.write(`${JSON.stringify(waarde)}\n`)

const server = await startIngebouwd({ map })
const pool = maakPool(server.app, 'los proces')
const db = maakKysely(pool)
const binding = { gemeente: '0001', medewerker: null, rollen: ['systeem'], team: null }
let klaar = false
process.stdin.resume().on('end', () => {
  klaar = true
  if (wat !== 'schrijf') void stop()
})
const { rows } = await pool.query('select pg_postmaster_start_time()::text as sinds')
meld({ sinds: rows[0].sinds })
if (wat === 'schrijf') await schrijfSteeds()

/** Steeds één transactie met twee regels; pas na de bevestiging komt het nummer naar buiten. */
async function schrijfSteeds(): Promise<void> {
  for (let nummer = Date.now() * 1000; !klaar; nummer++) {
    try {
      await schrijfPaar(nummer)
      meld({ bevestigd: nummer })
    } catch (f) {
      if (!('code' in (f as Error)) && !/onnection|timeout/.test((f as Error).message)) throw f
      await new Promise((verder) => setTimeout(verder, 20)) // de server is weg; de pool maakt straks een nieuwe verbinding
    }
  }
  await stop()
}

/** Langs dezelfde weg als een handeling van het programma. */
function schrijfPaar(nummer: number): Promise<void> {
  return inTransactie(db, binding, async (tx) => {
    await sql`insert into paar (nummer, helft) values (${nummer}, 1)`.execute(tx)
    await sql`insert into paar (nummer, helft) values (${nummer}, 2)`.execute(tx)
    return { bewaar: true, waarde: undefined }
  })
}

async function stop(): Promise<void> {
  await pool.end()
  await server.stop()
}
