/** PostgreSQL weigert als root te draaien: dan draait de server als `postgres`, en anders als `nobody`. */
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Databasefout } from './databasefout.ts'

export type Gebruiker = { readonly uid: number; readonly gid: number; readonly naam: string }

/** Onder welke gebruiker de server draait; undefined als dat gewoon de eigen gebruiker is. */
export function serverGebruiker(): Gebruiker | undefined {
  if (process.getuid?.() !== 0) return undefined
  const gevonden = zoek('postgres') ?? zoek('nobody')
  if (!gevonden)
    throw new Databasefout('ALS_ROOT', 'PostgreSQL draait niet als root. Maak een gebruiker postgres, of start als gewone gebruiker.')
  return gevonden
}

function zoek(naam: string): Gebruiker | undefined {
  const vraag = (wat: string) => Number(execFileSync('id', [wat, naam], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: vraag('-u'), gid: vraag('-g'), naam }
  } catch {
    return undefined
  }
}

/** De eerste map boven `pad` waar de gebruiker niet door mag; undefined als hij overal door kan. */
export function dichteMap(pad: string, gebruiker: Gebruiker): string | undefined {
  const boven = dirname(pad)
  if (boven !== pad) {
    const hoger = dichteMap(boven, gebruiker)
    if (hoger) return hoger
  }
  const { uid, gid, mode } = statSync(pad)
  const bits = uid === gebruiker.uid ? 0o100 : gid === gebruiker.gid ? 0o010 : 0o001
  return mode & bits ? undefined : pad
}
