/**
 * Zorgt dat `node_modules` past bij `package-lock.json`, zodat een verse kloon met één opdracht start.
 * Alleen ingebouwde onderdelen van Node: dit draait voordat er één pakket is.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wortel = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Pakketten uit de lockfile die niet of in een andere versie zijn geïnstalleerd.
 * `metOntwikkeling` telt ook mee wat alleen tests en controles nodig hebben.
 * Wat per platform verschilt (`optional`) hoort niet op elke machine te staan en telt daarom niet.
 */
export function ontbrekendePakketten(lock, geinstalleerd, metOntwikkeling) {
  return Object.entries(lock.packages)
    .filter(([pad, pakket]) => pad !== '' && !pakket.optional && !pakket.devOptional && !pakket.link)
    .filter(([, pakket]) => metOntwikkeling || !pakket.dev)
    .filter(([pad, pakket]) => geinstalleerd?.packages?.[pad]?.version !== pakket.version)
    .map(([pad]) => pad.replace(/^.*node_modules\//, ''))
}

function leesJson(pad) {
  if (!existsSync(pad)) return undefined
  try {
    return JSON.parse(readFileSync(pad, 'utf8'))
  } catch {
    return undefined // half geschreven door een afgebroken installatie: opnieuw installeren
  }
}

const meld = (tekst) => process.stderr.write(`meedoen: ${tekst}\n`)

/** npm zelf: die waarmee dit script gestart is, anders die op het pad. */
function npmOpdracht() {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return { opdracht: process.execPath, voor: [cli], shell: false }
  return { opdracht: 'npm', voor: [], shell: process.platform === 'win32' }
}

/** Draait `npm ci`; alles wat npm zegt gaat naar stderr, zodat stdout van een opdracht schoon blijft. */
function draaiNpm(argumenten) {
  const { opdracht, voor, shell } = npmOpdracht()
  return new Promise((klaar) => {
    const begin = Date.now()
    const kind = spawn(opdracht, [...voor, ...argumenten], { cwd: wortel, stdio: ['ignore', 2, 2], shell })
    const tik = setInterval(() => meld(`bezig met installeren (${Math.round((Date.now() - begin) / 1000)} s)`), 10_000)
    let afgebroken // npm meldt een signaal als een gewone fout, dus onthouden wij het
    const stop = (signaal) => {
      afgebroken = signaal
      kind.kill(signaal)
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
    const einde = (code) => {
      clearInterval(tik)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      klaar({ code, afgebroken, seconden: Math.round((Date.now() - begin) / 1000) })
    }
    kind.on('error', () => einde(127))
    kind.on('exit', einde)
  })
}

function controleerNode() {
  const [hoofd = 0, neven = 0] = process.versions.node.split('.').map(Number)
  if (hoofd > 22 || (hoofd === 22 && neven >= 12) || (hoofd === 20 && neven >= 19)) return
  meld(`deze Node is ${process.version}; nodig is 20.19 of nieuwer, of 22.12 of nieuwer. Installeer een nieuwere Node en start opnieuw.`)
  process.exit(3)
}

/**
 * Installeert alleen als het nodig is. Eindigt het programma met uitleg als het niet lukt.
 * @param {{ metOntwikkeling: boolean }} keuze
 */
export async function zorgVoorPakketten({ metOntwikkeling }) {
  controleerNode()
  const lock = leesJson(join(wortel, 'package-lock.json'))
  const geinstalleerd = leesJson(join(wortel, 'node_modules', '.package-lock.json'))
  const ontbreekt = ontbrekendePakketten(lock, geinstalleerd, metOntwikkeling)
  if (ontbreekt.length === 0) return
  // Wie eerder alles installeerde houdt alles: anders haalt `npm start` het testgereedschap weg.
  const alles = metOntwikkeling || Object.values(geinstalleerd?.packages ?? {}).some((pakket) => pakket.dev)
  meld(
    geinstalleerd
      ? `${ontbreekt.length} pakketten passen niet bij package-lock.json (${ontbreekt.slice(0, 3).join(', ')}${ontbreekt.length > 3 ? ', …' : ''}); ik installeer ze opnieuw.`
      : `er is nog niets geïnstalleerd; ik installeer ${alles ? 'alles wat programma en tests nodig hebben' : 'wat het programma nodig heeft'}. Dat duurt meestal minder dan een minuut.`,
  )
  const { code, afgebroken, seconden } = await draaiNpm([
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(alles ? ['--include=dev'] : ['--omit=dev']),
  ])
  if (code === 0) return meld(`klaar met installeren (${seconden} s).`)
  if (afgebroken) {
    meld('het installeren is afgebroken. Start de opdracht opnieuw om het af te maken.')
    process.exit(afgebroken === 'SIGTERM' ? 143 : 130)
  }
  meld(
    code === 127
      ? 'npm is niet gevonden. Installeer npm (het hoort bij Node) en start opnieuw.'
      : `npm ci is niet gelukt (code ${code}); de reden staat hierboven. Controleer de verbinding met het pakketregister en start opnieuw.`,
  )
  process.exit(3)
}
