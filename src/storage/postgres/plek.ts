/** De mappen van de ingebouwde server: `<map>/postgres/` met de gegevens, het log en (als het pad kort genoeg is) de socket. */
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Databasefout } from './databasefout.ts'
import { type Gebruiker, serverGebruiker } from './gebruiker.ts'
import { servermap } from './uitwijk.ts'

export type Plek = {
  readonly map: string
  readonly gegevens: string
  readonly log: string
  readonly socket: string
  readonly gebruiker: Gebruiker | undefined
}

/** Een unix-socket mag op macOS 103 en op Linux 107 bytes lang zijn. */
const langstePad = 103
export const poort = 5432

/** Maakt de mappen die er nog niet zijn en geeft terug waar alles staat. */
export function maakPlek(dataMap: string): Plek {
  const gebruiker = serverGebruiker()
  maakOpenMap(dataMap)
  const echt = realpathSync(dataMap)
  const map = servermap(echt, gebruiker)
  maakEigenMap(map, gebruiker)
  const socket = socketmap(map)
  maakEigenMap(socket, gebruiker)
  return { map, gegevens: join(map, 'gegevens'), log: join(map, 'postgres.log'), socket, gebruiker }
}

/** Bovenliggende mappen blijven doorgankelijk: de server kan onder een andere gebruiker draaien. */
function maakOpenMap(map: string): void {
  if (existsSync(map)) return
  if (!existsSync(dirname(map))) maakOpenMap(dirname(map))
  mkdirSync(map, { recursive: true })
  chmodSync(map, 0o755)
}

function maakEigenMap(map: string, gebruiker: Gebruiker | undefined): void {
  if (!existsSync(map)) mkdirSync(map, { recursive: true, mode: 0o700 })
  const { uid } = lstatSync(map)
  const eigen = process.getuid?.() ?? uid
  // In een gedeelde tijdelijke map kan een ander deze naam al hebben gemaakt; daar praten we niet tegen.
  if (!lstatSync(map).isDirectory() || (uid !== eigen && uid !== gebruiker?.uid))
    throw new Databasefout('MAP_VAN_ANDER', `De map ${map} is van een andere gebruiker. Verwijder haar of kies een andere MEEDOEN_DATA.`)
  if (gebruiker && uid !== gebruiker.uid) chownSync(map, gebruiker.uid, gebruiker.gid)
  if (uid === eigen || gebruiker) chmodSync(map, 0o700)
}

function socketmap(map: string): string {
  const dichtbij = join(map, 's')
  if (Buffer.byteLength(join(dichtbij, `.s.PGSQL.${poort}`)) <= langstePad) return dichtbij
  return join(realpathSync(tmpdir()), `meedoen-${createHash('sha256').update(map).digest('hex').slice(0, 16)}`)
}

/** Wat de draaiende (of hard gestopte) server over zichzelf opschreef. */
export function leesPostmaster(plek: Plek): { pid: number; socket: string } | undefined {
  try {
    const [pid, , , , socket = ''] = readFileSync(join(plek.gegevens, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(pid), socket: socket.trim() }
  } catch {
    return undefined
  }
}
