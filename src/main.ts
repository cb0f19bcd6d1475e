/** Leest de omgeving, knoopt alles aan elkaar en voert de opdracht uit. */
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { voerUit } from '#cli/programma.ts'
import type { Afsluitcode, Omgeving } from '#cli/omgeving.ts'
import { fout as mislukt, ok as gelukt, type Result } from '#core/base/result.ts'
import type { Config } from '#config.ts'
import type { Uitgave } from '#actions/lees-catalogi.ts'
import type { Werkplek } from '#actions/werkplek.ts'

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
async function openConfig(): Promise<Config | null> {
  const pad = process.env.MEEDOEN_CONFIG
  let bestand: { pad: string; tekst: string } | undefined
  try {
    if (pad) bestand = { pad, tekst: readFileSync(pad, 'utf8') }
  } catch {
    fout(`MEEDOEN_CONFIG: het bestand ${pad} is niet te lezen.\n`)
    return null
  }
  // Pas laden als het nodig is: een bericht controleren hoeft geen configuratie te hebben.
  const { leesConfig } = await import('#config.ts')
  const gelezen = leesConfig(process.env, wortel, bestand)
  if (gelezen.ok) return gelezen.value
  fout(`${gelezen.fout.join('\n')}\nZie docs/beheer.md voor elke instelling.\n`)
  return null
}

/** Database, sleutels, achtergrondwerk en schermen, tot iemand stopt. */
async function serveerAlles(uitgaven: readonly Uitgave[], catalogi: string): Promise<Afsluitcode> {
  const config = await openConfig()
  if (!config) return 2
  // Pas laden als het nodig is: een advies op de opdrachtregel hoeft niet op een webserver te wachten.
  const { serveer } = await import('#http/serveer.ts')
  const { openWerkplek } = await import('#actions/werkplek.ts')
  const { startAchtergrond } = await import('#workers/achtergrond.ts')
  const { maakLogger } = await import('#http/logger.ts')
  const logger = maakLogger(config.log)
  const { openTransport } = await import('#actions/transport/transport.ts')
  const transport = config.keten === undefined ? gelukt(undefined) : await openTransport(config.keten, config.berichten !== undefined)
  if (!transport.ok) {
    fout(`${transport.fout.join('\n')}\nMeedoen start niet: herstel het bestand van MEEDOEN_KETEN.\n`)
    return 2
  }
  const storing = (waar: string, f: Error) => logger.error({ waar, fout: f.message, spoor: f.stack }, 'storing')
  const nu = () => new Date()
  const meld = (tekst: string) => fout(`${tekst}\n`)
  const werkplek = await openWerkplek({ config, transport: transport.value, uitgaven, catalogi, versie, nu, storing, meld })
  try {
    const { dienst, wachtrij, bus } = werkplek
    const achtergrond = await startAchtergrond(dienst, wachtrij, {
      storing,
      waarschuw: (tekst) => logger.warn({ waar: 'keten' }, tekst),
      termijnen: config.opruimen,
      bus,
    })
    try {
      await serveer({ uitgaven, wortel, config, dienst, logger, uit, fout })
    } finally {
      await achtergrond.stop()
    }
  } finally {
    await werkplek.sluit()
  }
  return 0
}

/** De database openen voor één opdracht en weer sluiten; achtergrondwerk en schermen zijn daar niet bij nodig. */
async function metWerkplek<T, F>(werk: (w: Werkplek) => Promise<Result<T, F>>): Promise<Result<T, F | string>> {
  const config = await openConfig()
  if (!config) return mislukt('De configuratie klopt niet.')
  const { openWerkplek } = await import('#actions/werkplek.ts')
  const werkplek = await openWerkplek({
    config: { ...config, proef: false },
    uitgaven: [],
    catalogi: config.catalogi,
    versie,
    nu: () => new Date(),
    storing: (waar, f) => fout(`${waar}: ${f.message}\n`),
    meld: (tekst) => fout(`${tekst}\n`),
  })
  try {
    return await werk(werkplek)
  } finally {
    await werkplek.wachtrij.stop()
    await werkplek.sluit()
  }
}

const vulDemo: Omgeving['vulDemo'] = (uitgaven, vraag, voortgang) =>
  metWerkplek(async ({ dienst, app, eigenaar }) => {
    if (!eigenaar) return mislukt('Geef met DATABASE_BEHEER_URL de eigenaar van de database: een gemeente toevoegen mag alleen hij.')
    const { vulProefomgeving } = await import('#actions/demo/vul-proefomgeving.ts')
    return gelukt(await vulProefomgeving(dienst, app, eigenaar, uitgaven, vraag, voortgang))
  })

const importeer: Omgeving['importeer'] = (opdracht) =>
  metWerkplek(async ({ dienst, app }) => {
    const { importeerInwoners } = await import('#actions/beheer/importeer-inwoners.ts')
    return importeerInwoners(dienst, app, { ...opdracht, toegangspunt: `opdrachtregel ${gebruiker()}` })
  })

const simuleer: Omgeving['simuleer'] = (opdracht, voortgang) =>
  metWerkplek(async ({ dienst }) => {
    const { simuleerGemeente } = await import('#actions/catalogus/simuleer-gemeente.ts')
    return simuleerGemeente(dienst, { ...opdracht, toegangspunt: `opdrachtregel ${gebruiker()}` }, voortgang)
  })

/** Wie aan de computer zit; in een container heeft die niet altijd een naam. */
function gebruiker(): string {
  try {
    return userInfo().username
  } catch {
    return `gebruiker ${process.getuid?.() ?? 'onbekend'}`
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
    database: async () => {
      const config = await openConfig()
      if (!config) process.exit(2)
      return { url: config.databaseUrl, beheerUrl: config.beheerUrl, data: config.data, sleutels: config.sleutels }
    },
    serveer: serveerAlles,
    vulDemo,
    importeer,
    simuleer,
    keten: {
      map: process.env.MEEDOEN_BERICHTEN || undefined,
      vandaag: vandaagInNederland,
      stopsein: () => {
        const stop = new AbortController()
        for (const signaal of ['SIGINT', 'SIGTERM'] as const) process.once(signaal, () => stop.abort())
        return stop.signal
      },
    },
    isScherm: process.stderr.isTTY === true,
  })
} catch (storing) {
  process.stderr.write(`Storing: ${storing instanceof Error ? (storing.stack ?? storing.message) : String(storing)}\n`)
  process.exitCode = 3
}
