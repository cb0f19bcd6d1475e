/** Start het programma zoals een gebruiker dat doet, op een vrije poort, en wacht tot het antwoordt. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wortel = fileURLToPath(new URL('..', import.meta.url))
const wachtMs = 120_000

export type Server = { adres: string; stop: () => Promise<void> }

export async function startServer(): Promise<Server> {
  const poort = await vrijePoort()
  const adres = `http://127.0.0.1:${poort}`
  const proces = spawn(process.execPath, [join(wortel, 'bin/meedoen.mjs'), 'start'], {
    cwd: wortel,
    env: { ...process.env, PORT: String(poort), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let uitvoer = ''
  for (const stroom of [proces.stdout, proces.stderr]) stroom.on('data', (stuk: Buffer) => (uitvoer += stuk))
  try {
    await wachtOpAntwoord(adres, proces)
  } catch (oorzaak) {
    proces.kill('SIGKILL')
    throw new Error(`De server is niet gestart. Zijn uitvoer:\n${uitvoer}`, { cause: oorzaak })
  }
  return { adres, stop: () => stop(proces) }
}

function vrijePoort(): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const luisteraar = createServer().on('error', mislukt)
    luisteraar.listen(0, '127.0.0.1', () => {
      const adres = luisteraar.address()
      luisteraar.close(() => (adres && typeof adres === 'object' ? klaar(adres.port) : mislukt(new Error('geen poort gekregen'))))
    })
  })
}

async function wachtOpAntwoord(adres: string, proces: ChildProcess): Promise<void> {
  const einde = Date.now() + wachtMs
  while (Date.now() < einde) {
    if (proces.exitCode !== null) throw new Error(`het programma stopte met code ${proces.exitCode}`)
    const antwoord = await fetch(adres).catch(() => undefined)
    if (antwoord?.ok) return
    await new Promise((verder) => setTimeout(verder, 100))
  }
  throw new Error(`geen antwoord binnen ${wachtMs / 1000} seconden`)
}

function stop(proces: ChildProcess): Promise<void> {
  if (proces.exitCode !== null) return Promise.resolve()
  return new Promise((klaar) => {
    const hard = setTimeout(() => proces.kill('SIGKILL'), 5_000)
    proces.on('exit', () => {
      clearTimeout(hard)
      klaar()
    })
    proces.kill('SIGTERM')
  })
}
