/**
 * Zoekt een Chromium: eerst CHROMIUM, dan het pad, dan de browser die in een npm-pakket meekomt.
 * `CHROMIUM=meegeleverd` kiest die laatste, zoals op een machine zonder browser. Er wordt nooit een browser gedownload.
 */
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wortel = fileURLToPath(new URL('..', import.meta.url))
const namen = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export type Chromium = { pad: string; argumenten: string[]; omgeving: Record<string, string | undefined> }

/** Geen netwerkverkeer van de browser zelf; zonder sandbox, want die start niet als root en niet in elke container. */
const argumenten = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
/** Datumvelden van de browser volgen de omgeving, niet de taal van de pagina. */
const nederlands = { LANGUAGE: 'nl', LANG: 'nl_NL.UTF-8', LC_ALL: 'nl_NL.UTF-8' }

export async function vindChromium(): Promise<Chromium> {
  const eigen = process.env.CHROMIUM === 'meegeleverd' ? undefined : (process.env.CHROMIUM ?? opHetPad())
  if (eigen) return { pad: eigen, argumenten, omgeving: { ...process.env, ...nederlands } }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Geen Chromium gevonden. Zet het pad van Chromium of Chrome in de omgevingsvariabele CHROMIUM en start de tests opnieuw.',
    )
  return pakUit()
}

function opHetPad(): string | undefined {
  const mappen = (process.env.PATH ?? '').split(delimiter)
  return mappen.flatMap((map) => namen.map((naam) => join(map, naam))).find(isUitvoerbaar)
}

function isUitvoerbaar(pad: string): boolean {
  try {
    accessSync(pad, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Pakt de meegeleverde browser met zijn bibliotheken en lettertypen uit in `.meedoen/`, één keer per versie.
 * Een eigen map, want in de gedeelde map voor tijdelijke bestanden kan een half of andermans exemplaar staan.
 */
async function pakUit(): Promise<Chromium> {
  const { devDependencies } = createRequire(import.meta.url)('../package.json') as { devDependencies: Record<string, string> }
  const map = join(wortel, '.meedoen', `chromium-${devDependencies['@sparticuz/chromium']}`)
  const klaar = join(map, '.klaar')
  if (!existsSync(klaar)) rmSync(map, { recursive: true, force: true })
  mkdirSync(map, { recursive: true })
  const pad = await metOmgeving(inPakket(map), async () => {
    const { default: meegeleverd } = await import('@sparticuz/chromium')
    return meegeleverd.executablePath()
  })
  const lettertypen = join(map, 'fonts')
  writeFileSync(join(lettertypen, 'fonts.conf'), lettertypenlijst(lettertypen))
  writeFileSync(klaar, '')
  const eigen = { LD_LIBRARY_PATH: join(map, 'al2023', 'lib'), FONTCONFIG_PATH: lettertypen }
  return { pad, argumenten: [...argumenten, '--disable-gpu'], omgeving: { ...process.env, ...nederlands, ...eigen } }
}

/** Het pakket kijkt bij het laden naar deze omgeving: alleen dan levert het ook de bibliotheken die op een kale Linux ontbreken. */
const inPakket = (map: string) => ({ AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', TMPDIR: map })

/** Wat het pakket in de omgeving zet, mag niet doorwerken in de server die we hierna starten. */
async function metOmgeving<T>(erbij: Record<string, string>, doe: () => Promise<T>): Promise<T> {
  const vooraf = { ...process.env }
  Object.assign(process.env, erbij)
  try {
    return await doe()
  } finally {
    for (const naam of Object.keys(process.env)) if (!(naam in vooraf)) delete process.env[naam]
    Object.assign(process.env, vooraf)
  }
}

/** Het pakket wijst zelf alleen naar /tmp; zonder lettertypen heeft tekst geen maat en is zij onzichtbaar. */
const lettertypenlijst = (map: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${map}</dir><cachedir>${map}/cache</cachedir></fontconfig>\n`
