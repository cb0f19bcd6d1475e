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

try {
  process.exitCode = await voerUit(process.argv.slice(2), {
    stdin: process.stdin,
    uit: (tekst) => void process.stdout.write(tekst),
    fout: (tekst) => void process.stderr.write(tekst),
    catalogi: resolve(process.env.MEEDOEN_CATALOGI ?? join(wortel, 'catalogi')),
    vandaag: vandaagInNederland(),
    versie: (JSON.parse(readFileSync(join(wortel, 'package.json'), 'utf8')) as { version: string }).version,
    host: process.env.HOST ?? '127.0.0.1',
    poort: process.env.PORT ?? '8080',
    wortel,
    isScherm: process.stderr.isTTY === true,
  })
} catch (storing) {
  process.stderr.write(`Storing: ${storing instanceof Error ? (storing.stack ?? storing.message) : String(storing)}\n`)
  process.exitCode = 3
}
