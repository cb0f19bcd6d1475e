/** De echte server, zoals `meedoen start` hem maakt, maar zonder achtergrondwerk en met een opname van de SQL. Kind van de meting. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Dienst } from '#actions/handeling/dienst.ts'
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { maakLogger } from '#http/logger.ts'
import { maakServer } from '#http/server.ts'
import { maakKluis } from '#storage/kluis.ts'
import { maakPool, type Verbinding } from '#storage/postgres/verbinding.ts'
import { maakKysely } from '#storage/transactie.ts'
import type { Opname } from './werkplek-opdrachten.ts'
import { type Kindbericht, meldPoort, volgKind } from './werkplek-kind.ts'

const { app, indexsleutel, sleutel, verbindingen } = JSON.parse(process.env.MEEDOEN_BENCH as string) as {
  app: Verbinding
  indexsleutel: string
  sleutel: string
  verbindingen: number
}
const nu = () => new Date()
const dienst: Dienst = {
  db: maakKysely(maakPool(app, 'echt', { max: verbindingen })),
  kluis: maakKluis({
    actief: 's1',
    sleutels: { s1: Buffer.from(sleutel, 'base64') },
    indexsleutel: Buffer.from(indexsleutel, 'base64'),
  }),
  nu,
  vandaag: () => datumVanTijdstip(vanMs(nu().getTime())),
  catalogi: 'catalogi',
  versie: 'bench',
}

/** Alleen tijdens het opnemen kijkt er iets mee met de driver. */
const driver = pg.Client.prototype.query
let opname: { tekst: string; waarden: readonly unknown[] }[] = []
function neemOp(this: pg.Client, ...argumenten: unknown[]) {
  const [eerste, tweede] = argumenten
  const isTekst = typeof eerste === 'string'
  const { text, values } = isTekst ? { text: eerste, values: tweede } : (eerste as { text: string; values?: unknown })
  opname.push({ tekst: text, waarden: Array.isArray(values) ? [...values] : [] })
  return (driver as (...a: unknown[]) => unknown).apply(this, argumenten)
}

volgKind((bericht: Kindbericht): Opname | null => {
  if (bericht.soort === 'neemOp') {
    opname = []
    pg.Client.prototype.query = neemOp as typeof driver
  } else if (bericht.soort === 'opname') {
    pg.Client.prototype.query = driver
    return opname
  }
  return null
})

const web = mkdtempSync(join(tmpdir(), 'meedoen-bench-web-'))
process.on('exit', () => rmSync(web, { recursive: true, force: true }))
writeFileSync(join(web, 'index.html'), '<!doctype html><title>Meedoen</title>')
const server = await maakServer({
  uitgaven: [],
  web,
  api: { dienst, aanmelden: { proef: true, veilig: false }, verzoekenPerMinuut: 1_000_000_000 },
  // Wat niet gevonden wordt hoort bij de meting; alleen een storing is het lezen waard.
  logger: maakLogger('waarschuwing', { write: (regel: string) => void (regel.includes('"level":50') && process.stderr.write(regel)) }),
  storing: (f) => void process.stderr.write(`${f.stack}\n`),
})
await server.listen({ port: 0, host: '127.0.0.1' })
meldPoort(server.server.address())
