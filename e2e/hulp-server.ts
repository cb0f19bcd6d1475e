/** Start het programma zoals een gebruiker dat doet, op een vrije poort, en wacht tot het zijn adres noemt. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wortel = fileURLToPath(new URL('..', import.meta.url))
const wachtMs = 300_000

export type Server = { adres: string; data: string; stop: () => Promise<void> }

/** `omgeving` komt boven op die van de test, bijvoorbeeld `{ MEEDOEN_CATALOGI: map }` voor andere catalogi. */
export async function startServer(omgeving: Record<string, string> = {}): Promise<Server> {
  // Een eigen gegevensmap: een test laat die van de gebruiker met rust. Als root draait de database als een andere gebruiker.
  const data = mkdtempSync(join(tmpdir(), 'meedoen-data-'))
  chmodSync(data, 0o755)
  const proces = spawn(process.execPath, [join(wortel, 'bin/meedoen.mjs'), 'start'], {
    cwd: wortel,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', MEEDOEN_DATA: data, ...omgeving },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gestopt = new Promise<number | null>((klaar) => proces.on('exit', klaar))
  let uitvoer = ''
  const adres = await new Promise<string>((gevonden, mislukt) => {
    const zak = (reden: string) => {
      proces.kill('SIGKILL')
      mislukt(new Error(`De server is niet gestart: ${reden}. Zijn uitvoer:\n${uitvoer}`))
    }
    const klok = setTimeout(() => zak(`geen adres binnen ${wachtMs / 1000} seconden`), wachtMs)
    proces.stderr.on('data', (stuk: Buffer) => (uitvoer += stuk))
    proces.stdout.on('data', (stuk: Buffer) => {
      uitvoer += stuk
      const [, gelezen] = uitvoer.match(/draait op (https?:\/\/[^\s/]+)/) ?? []
      if (!gelezen) return
      clearTimeout(klok)
      gevonden(gelezen)
    })
    void gestopt.then((code) => {
      clearTimeout(klok)
      zak(`het stopte met code ${code}`)
    })
  })
  let magStoppen = false
  // Een server die onderweg omvalt laat elke test daarna zakken op "geen verbinding"; hier staat waarom.
  void gestopt.then((code) => {
    if (!magStoppen)
      console.error(
        `De server stopte onverwacht (code ${code}, signaal ${proces.signalCode}). Zijn laatste uitvoer:\n${uitvoer.slice(-4000)}`,
      )
  })
  return { adres, data, stop }

  async function stop(): Promise<void> {
    magStoppen = true
    proces.kill('SIGTERM')
    // Hoe lang het ook duurt: wie het programma halverwege doodt, laat zijn database draaien in een map die er dan niet meer is.
    await gestopt
    rmSync(data, { recursive: true, force: true })
  }
}
