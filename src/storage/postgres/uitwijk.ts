/**
 * Wie als root werkt in een map die alleen van root is (een kloon in /root), kan daar geen PostgreSQL draaien: die draait dan als een
 * andere gebruiker. De gegevens gaan naar /var/lib/meedoen en de programma's zo nodig naar /var/tmp; een bestand in de map zegt waar.
 */
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Databasefout } from './databasefout.ts'
import { dichteMap, type Gebruiker } from './gebruiker.ts'

const wegwijzer = 'postgres-staat-in.txt'
const kenmerk = (pad: string) => createHash('sha256').update(pad).digest('hex').slice(0, 16)

/** De map van de server bij deze gegevensmap: erin, of waar de wegwijzer naar wijst. */
export function servermap(data: string, gebruiker: Gebruiker | undefined, buiten = '/var/lib/meedoen'): string {
  const binnen = join(data, 'postgres')
  // De wegwijzer gaat voor, ook als de map intussen open is: anders begon daar ongemerkt een lege database.
  if (existsSync(join(data, wegwijzer))) return readFileSync(join(data, wegwijzer), 'utf8').split('\n')[0] as string
  const dicht = gebruiker && dichteMap(data, gebruiker)
  if (!dicht) return binnen
  if (existsSync(join(binnen, 'gegevens')))
    throw new Databasefout(
      'MAP_DICHT',
      `PostgreSQL draait als ${gebruiker.naam}, en die mag niet meer door de map ${dicht}. Geef hem toegang: chmod o+x ${dicht}`,
    )
  const elders = join(buiten, kenmerk(data))
  maakVanBuiten(elders, dicht, gebruiker)
  writeFileSync(join(data, wegwijzer), `${elders}\nDe database staat daar, omdat ${gebruiker.naam} niet door ${dicht} mag.\n`)
  return elders
}

function maakVanBuiten(map: string, dicht: string, gebruiker: Gebruiker): void {
  try {
    mkdirSync(map, { recursive: true })
    for (const pad of [dirname(map), map]) chmodSync(pad, 0o755)
  } catch (f) {
    throw new Databasefout(
      'MAP_DICHT',
      `PostgreSQL draait niet als root maar als ${gebruiker.naam}, en die mag niet door de map ${dicht}. ` +
        'Start als gewone gebruiker, of kies met MEEDOEN_DATA een andere map.',
      f,
    )
  }
}

/** De map met programma's, of een kopie daarvan die de gebruiker wel kan bereiken. `map` is …/native/bin. */
export function bereikbaar(map: string, gebruiker: Gebruiker | undefined, buiten = '/var/tmp'): string {
  if (!gebruiker || !dichteMap(map, gebruiker)) return map
  const wortel = dirname(map)
  const kopie = join(buiten, `meedoen-postgres-${kenmerk(`${wortel} ${lstatSync(join(map, 'postgres')).mtimeMs}`)}`)
  if (!existsSync(kopie)) kopieer(wortel, kopie)
  // In /var/tmp kan iedereen een naam bezetten: alleen wat van root is en door niemand anders te wijzigen wordt uitgevoerd.
  const { uid, mode } = lstatSync(kopie)
  if (uid !== 0 || mode & 0o022) throw new Databasefout('MAP_VAN_ANDER', `De map ${kopie} is niet van root. Verwijder haar.`)
  return join(kopie, basename(map))
}

function kopieer(van: string, naar: string): void {
  const bezig = `${naar}.bezig-${process.pid}`
  cpSync(van, bezig, { recursive: true, verbatimSymlinks: true })
  chmodSync(bezig, 0o755)
  try {
    renameSync(bezig, naar)
  } catch (f) {
    rmSync(bezig, { recursive: true, force: true })
    if (!existsSync(naar)) throw f // een ander proces was net voor
  }
}
