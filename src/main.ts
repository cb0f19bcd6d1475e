/** Leest de omgeving, knoopt alles aan elkaar en voert de opdracht uit. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { voerUit } from '#cli/programma.ts'
import type { Afsluitcode, Omgeving } from '#cli/omgeving.ts'
import { fout as mislukt, ok as gelukt } from '#core/base/result.ts'
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
const versie = (JSON.parse(readFileSync(join(wortel, 'package.json'), 'utf8')) as { version: string }).version

/** De configuratie, of null met uitleg op stderr. */
function openConfig(): Config | null {
  const pad = process.env.MEEDOEN_CONFIG
  let bestand: { pad: string; tekst: string } | undefined
  try {
    if (pad) bestand = { pad, tekst: readFileSync(pad, 'utf8') }
  } catch {
    fout(`MEEDOEN_CONFIG: het bestand ${pad} is niet te lezen.\n`)
    return null
  }
  const gelezen = leesConfig(process.env, wortel, bestand)
  if (gelezen.ok) return gelezen.value
  fout(`${gelezen.fout.join('\n')}\nZie docs/beheer.md voor elke instelling.\n`)
  return null
}

/** Database, sleutels, achtergrondwerk en schermen, tot iemand stopt. */
async function serveerAlles(uitgaven: readonly Uitgave[], catalogi: string): Promise<Afsluitcode> {
  const config = openConfig()
  if (!config) return 2
  // Pas laden als het nodig is: een advies op de opdrachtregel hoeft niet op een webserver te wachten.
  const { serveer } = await import('#http/serveer.ts')
  const { openWerkplek } = await import('#actions/werkplek.ts')
  const { startAchtergrond } = await import('#workers/achtergrond.ts')
  const { maakLogger } = await import('#http/logger.ts')
  const logger = maakLogger(config.log)
  const storing = (waar: string, f: Error) => logger.error({ waar, fout: f.message, spoor: f.stack }, 'storing')
  const nu = () => new Date()
  const werkplek = await openWerkplek({ config, uitgaven, catalogi, versie, nu, storing, meld: (tekst) => fout(`${tekst}\n`) })
  try {
    const achtergrond = await startAchtergrond(werkplek.dienst, werkplek.wachtrij, storing)
    try {
      await serveer({ uitgaven, wortel, config, dienst: werkplek.dienst, logger, uit, fout })
    } finally {
      await achtergrond.stop()
    }
  } finally {
    await werkplek.sluit()
  }
  return 0
}

/** De database openen, vullen en weer sluiten; achtergrondwerk en schermen zijn daar niet bij nodig. */
const vulDemo: Omgeving['vulDemo'] = async (uitgaven, vraag, voortgang) => {
  const config = openConfig()
  if (!config) return mislukt('De configuratie klopt niet.')
  const { openWerkplek } = await import('#actions/werkplek.ts')
  const { vulProefomgeving } = await import('#actions/demo/vul-proefomgeving.ts')
  const storing = (waar: string, f: Error) => fout(`${waar}: ${f.message}\n`)
  const opties = {
    config: { ...config, proef: false },
    uitgaven,
    catalogi: config.catalogi,
    versie,
    nu: () => new Date(),
    storing,
    meld: (t: string) => fout(`${t}\n`),
  }
  const werkplek = await openWerkplek(opties)
  try {
    if (!werkplek.eigenaar)
      return mislukt('Geef met DATABASE_BEHEER_URL de eigenaar van de database: een gemeente toevoegen mag alleen hij.')
    return gelukt(await vulProefomgeving(werkplek.dienst, werkplek.eigenaar, uitgaven, vraag, voortgang))
  } finally {
    await werkplek.wachtrij.stop()
    await werkplek.sluit()
  }
}

try {
  process.exitCode = await voerUit(process.argv.slice(2), {
    stdin: process.stdin,
    uit,
    fout,
    catalogi: resolve(process.env.MEEDOEN_CATALOGI ?? join(wortel, 'catalogi')),
    vandaag: vandaagInNederland(),
    versie,
    // Pas lezen als een opdracht ernaar vraagt: een advies hoeft geen goede configuratie te hebben.
    get database() {
      const config = openConfig()
      if (!config) process.exit(2)
      return { url: config.databaseUrl, beheerUrl: config.beheerUrl, data: config.data, sleutels: config.sleutels }
    },
    serveer: serveerAlles,
    vulDemo,
    isScherm: process.stderr.isTTY === true,
  })
} catch (storing) {
  process.stderr.write(`Storing: ${storing instanceof Error ? (storing.stack ?? storing.message) : String(storing)}\n`)
  process.exitCode = 3
}
