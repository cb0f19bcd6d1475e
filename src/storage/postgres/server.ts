/** De ingebouwde server maken, starten, aansluiten en stoppen, bestand tegen een harde stop en tegen twee tegelijk. */
import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Databasefout } from './databasefout.ts'
import { wachtOpOnderhoud } from './onderhoud.ts'
import { leesPostmaster, type Plek, poort } from './plek.ts'
import { leeft } from './proces.ts'
import { hoofdversie, type Programmas, vindProgrammas } from './programmas.ts'
import { type Meld, metVerbinding, type Verbinding } from './verbinding.ts'

export const superrol = 'postgres'
/** Een server die hard stopte kan pas weer starten als zijn laatste achtergebleven proces weg is en het log is nagespeeld. */
const geduld = 60_000

export type Gestart = { readonly beheer: Verbinding; readonly zelfGestart: boolean }

/** Sluit aan bij de server die al draait, of start hem. */
export async function zorgVoorServer(plek: Plek, instellingen: readonly string[], meld: Meld): Promise<Gestart> {
  const tot = Date.now() + geduld
  for (let poging = 0; ; poging++) {
    await wachtOpOnderhoud(plek, tot)
    const draait = await vindDraaiende(plek)
    if (draait) return { beheer: draait, zelfGestart: false }
    const programmas = vindProgrammas(plek.gebruiker)
    if (!existsSync(plek.gegevens)) await maakGegevens(plek, programmas, meld)
    eisZelfdeVersie(plek, programmas)
    if (await start(plek, programmas, instellingen)) {
      const gestart = await vindDraaiende(plek)
      if (gestart) return { beheer: gestart, zelfGestart: true }
    }
    if (Date.now() > tot) throw new Databasefout('START_MISLUKT', `PostgreSQL start niet. Het eind van ${plek.log}:\n${eindVan(plek.log)}`)
    ruimVreemdPidOp(plek, meld)
    await wacht(Math.min(200 * (poging + 1), 1_000))
  }
}

/** De verbinding van de beheerrol als er een server antwoordt. */
async function vindDraaiende(plek: Plek): Promise<Verbinding | undefined> {
  const opgeschreven = leesPostmaster(plek)?.socket
  for (const host of new Set([plek.socket, ...(opgeschreven ? [opgeschreven] : [])])) {
    const verbinding = { host, port: poort, user: superrol, database: 'postgres' }
    if (await antwoordt(verbinding)) return verbinding
  }
  return undefined
}

export async function antwoordt(verbinding: Verbinding): Promise<boolean> {
  return metVerbinding(verbinding, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  )
}

/** Eerst in een eigen map en dan hernoemen: een half gemaakte map bestaat niet, en van twee tegelijk wint er één. */
async function maakGegevens(plek: Plek, programmas: Programmas, meld: Meld): Promise<void> {
  meld('De database wordt voor het eerst klaargezet.')
  for (const oud of readdirSync(plek.map)) if (isAchtergebleven(oud)) rmSync(join(plek.map, oud), { recursive: true, force: true })
  const nieuw = `${plek.gegevens}.nieuw-${process.pid}`
  const argumenten = ['-D', nieuw, '-U', superrol, '-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl-NL']
  const veilig = ['--auth-local=trust', '--auth-host=reject', '--data-checksums']
  try {
    await promisify(execFile)(programmas.initdb, [...argumenten, ...veilig], proces(plek))
  } catch (f) {
    throw new Databasefout('INITDB_MISLUKT', `De database kon niet worden gemaakt: ${(f as { stderr?: string }).stderr ?? f}`, f)
  }
  try {
    renameSync(nieuw, plek.gegevens)
  } catch (f) {
    rmSync(nieuw, { recursive: true, force: true })
    if (!existsSync(plek.gegevens)) throw f
  }
}

function isAchtergebleven(naam: string): boolean {
  const pid = Number(/^gegevens\.nieuw-(\d+)$/.exec(naam)?.[1])
  return pid > 0 && !leeft(pid)
}

export function eisZelfdeVersie(plek: Plek, programmas: Programmas): void {
  const versie = Number(readFileSync(join(plek.gegevens, 'PG_VERSION'), 'utf8'))
  const eigen = hoofdversie(programmas)
  if (versie === eigen) return
  throw new Databasefout(
    'ANDERE_VERSIE',
    `De gegevens in ${plek.gegevens} zijn van PostgreSQL ${versie}, dit programma heeft ${eigen}. ` +
      'Zie docs/beheer.md, "Upgrade": bewaar met de oude versie, herstel in de nieuwe.',
  )
}

const proces = (plek: Plek) => ({
  ...(plek.gebruiker && { uid: plek.gebruiker.uid, gid: plek.gebruiker.gid }),
  cwd: plek.map,
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
})

/** Voert pg_ctl uit. De server erft de uitvoer van pg_ctl, dus die gaat naar niets; wat er misging staat in het log. */
function pgCtl(plek: Plek, programmas: Programmas, argumenten: readonly string[]): Promise<boolean> {
  return new Promise((klaar, mis) => {
    const kind = spawn(programmas.pg_ctl, ['-D', plek.gegevens, '-w', '-t', '60', ...argumenten], { ...proces(plek), stdio: 'ignore' })
    kind.on('error', mis)
    kind.on('exit', (code) => klaar(code === 0))
  })
}

function start(plek: Plek, programmas: Programmas, instellingen: readonly string[]): Promise<boolean> {
  const alle = ["listen_addresses=''", `port=${poort}`, 'unix_socket_permissions=0700', ...instellingen]
  const opties = `-k '${plek.socket.replaceAll("'", "'\\''")}' ${alle.map((i) => `-c ${i}`).join(' ')}`
  return pgCtl(plek, programmas, ['-l', plek.log, '-o', opties, 'start'])
}

/** Stopt de server netjes: lopende transacties worden afgebroken, alles wat bevestigd is staat op schijf. */
export async function stopServer(plek: Plek): Promise<void> {
  const gestopt = await pgCtl(plek, vindProgrammas(plek.gebruiker), ['-m', 'fast', 'stop'])
  if (!gestopt && leesPostmaster(plek)) throw new Databasefout('STOP_MISLUKT', `PostgreSQL stopt niet; zie ${plek.log}.`)
}

/**
 * Na een harde stop kan het nummer in postmaster.pid intussen van een heel ander programma zijn (gewoon in een container);
 * PostgreSQL denkt dan dat het nog draait. Alleen als zeker is dat het geen PostgreSQL is, gaat het bestand weg.
 */
function ruimVreemdPidOp(plek: Plek, meld: Meld): void {
  const pid = leesPostmaster(plek)?.pid
  if (!pid) return
  let programma: string
  try {
    programma = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return // geen /proc, of het proces is weg: dat ziet PostgreSQL zelf
  }
  if (programma.startsWith('postgres') || programma === 'pg_ctl') return
  meld(`Een eerdere server stopte hard; zijn nummer ${pid} is nu van ${programma}.`)
  rmSync(join(plek.gegevens, 'postmaster.pid'), { force: true })
}

function eindVan(log: string): string {
  try {
    return readFileSync(log, 'utf8').split('\n').slice(-12).join('\n')
  } catch {
    return '(geen log)'
  }
}
