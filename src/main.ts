/** Leest de omgeving, knoopt alles aan elkaar en voert de opdracht uit. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { voerUit } from '#cli/programma.ts'
import { type Config, leesConfig } from '#config.ts'
import type { Uitgave } from '#actions/lees-catalogi.ts'

const wortel = fileURLToPath(new URL('..', import.meta.url))

/** De dag van vandaag in Nederland; in de kern is `vandaag` altijd een argument. */
function vandaagInNederland(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
}

// Wie `meedoen … | head` schrijft, sluit de pijp eerder; dat is geen storing.
process.stdout.on('error', (f: NodeJS.ErrnoException) => {
  if (f.code !== 'EPIPE') throw f
  process.exit(0)
})

const uit = (tekst: string) => void process.stdout.write(tekst)
const fout = (tekst: string) => void process.stderr.write(tekst)

const config: Config = leesConfig(process.env, wortel)
const catalogi = resolve(process.env.MEEDOEN_CATALOGI ?? join(wortel, 'catalogi'))
const versie = (JSON.parse(readFileSync(join(wortel, 'package.json'), 'utf8')) as { version: string }).version

/** Database, sleutels en schermen aanbieden tot iemand stopt. */
async function serveerAlles(uitgaven: readonly Uitgave[], poort: number): Promise<void> {
  // Pas laden als het nodig is: een advies op de opdrachtregel hoeft niet op een webserver te wachten.
  const [{ serveer }, { openWerkplek }] = await Promise.all([import('#http/serveer.ts'), import('#actions/werkplek.ts')])
  const werkplek = await openWerkplek({
    config,
    uitgaven,
    catalogi,
    versie,
    nu: () => new Date(),
    meld: (tekst) => fout(`${tekst}\n`),
  })
  try {
    await serveer({ uitgaven, wortel, host: config.host, poort, dienst: werkplek.dienst, proef: config.proef, uit, fout })
  } finally {
    await werkplek.sluit()
  }
}

try {
  process.exitCode = await voerUit(process.argv.slice(2), {
    stdin: process.stdin,
    uit,
    fout,
    catalogi,
    vandaag: vandaagInNederland(),
    versie,
    poort: config.poort,
    database: { url: config.databaseUrl, beheerUrl: config.beheerUrl, data: config.data },
    serveer: serveerAlles,
    isScherm: process.stderr.isTTY === true,
  })
} catch (storing) {
  process.stderr.write(`Storing: ${storing instanceof Error ? (storing.stack ?? storing.message) : String(storing)}\n`)
  process.exitCode = 3
}
