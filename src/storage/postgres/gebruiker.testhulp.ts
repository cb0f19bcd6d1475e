/** Een los proces dat de ingebouwde server gebruikt tot zijn invoer sluit; `node --import tsx … <map> [schrijf]`. */
import { startIngebouwd } from './launcher.ts'
import { maakPool } from './verbinding.ts'

const [map = '', wat = ''] = process.argv.slice(2)
const meld = (waarde: object) => process.stdout.write(`${JSON.stringify(waarde)}\n`)

const server = await startIngebouwd({ map })
const pool = maakPool(server.app, 'los proces')
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
    } catch {
      await new Promise((verder) => setTimeout(verder, 20)) // de server is weg; de pool maakt straks een nieuwe verbinding
    }
  }
  await stop()
}

async function schrijfPaar(nummer: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('insert into paar (nummer, helft) values ($1, 1)', [nummer])
    await client.query('insert into paar (nummer, helft) values ($1, 2)', [nummer])
    await client.query('commit')
    client.release()
  } catch (f) {
    client.release(f as Error)
    throw f
  }
}

async function stop(): Promise<void> {
  await pool.end()
  await server.stop()
}
