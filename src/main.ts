/** Leest de omgeving, knoopt alles aan elkaar en voert de opdracht uit. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { voerUit } from '#cli/programma.ts'

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

try {
  process.exitCode = await voerUit(process.argv.slice(2), {
    stdin: process.stdin,
    uit,
    fout,
    catalogi: resolve(process.env.MEEDOEN_CATALOGI ?? join(wortel, 'catalogi')),
    vandaag: vandaagInNederland(),
    versie: (JSON.parse(readFileSync(join(wortel, 'package.json'), 'utf8')) as { version: string }).version,
    poort: process.env.PORT ?? '8080',
    // Pas laden als het nodig is: een advies op de opdrachtregel hoeft niet op een webserver te wachten.
    serveer: async (uitgaven, poort) => {
      const { serveer } = await import('#http/serveer.ts')
      await serveer({ uitgaven, wortel, host: process.env.HOST ?? '127.0.0.1', poort, uit, fout })
    },
    isScherm: process.stderr.isTTY === true,
  })
} catch (storing) {
  process.stderr.write(`Storing: ${storing instanceof Error ? (storing.stack ?? storing.message) : String(storing)}\n`)
  process.exitCode = 3
}
