/** De sleutelbos lezen of maken. Het bestand hoort niet bij de database en niet in een back-up daarvan. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fout, ok, type Result } from '#core/base/result.ts'
import { isBlok } from '#core/base/invoer.ts'
import type { Sleutelbos } from './kluis.ts'

/** Zoals het in het bestand staat: alles base64. */
type Bestand = { actief: string; sleutels: Record<string, string>; indexsleutel: string }

/** Leest een sleutelbos uit JSON-tekst; de fout zegt wat er mist en nooit wat er staat. */
export function leesSleutelbos(tekst: string): Result<Sleutelbos, string> {
  let ruw: unknown
  try {
    ruw = JSON.parse(tekst)
  } catch {
    return fout('de sleutelbos is geen geldige JSON')
  }
  if (!isBlok(ruw) || typeof ruw.actief !== 'string' || !isBlok(ruw.sleutels)) return fout('de sleutelbos mist "actief" of "sleutels"')
  const indexsleutel = lees32(ruw.indexsleutel)
  if (!indexsleutel) return fout('"indexsleutel" is geen sleutel van 32 bytes in base64')
  const sleutels: Record<string, Buffer> = {}
  for (const [naam, waarde] of Object.entries(ruw.sleutels)) {
    const sleutel = lees32(waarde)
    if (!sleutel) return fout(`sleutel "${naam}" is geen sleutel van 32 bytes in base64`)
    sleutels[naam] = sleutel
  }
  if (!sleutels[ruw.actief]) return fout(`de actieve sleutel "${ruw.actief}" staat niet bij de sleutels`)
  return ok({ actief: ruw.actief, sleutels, indexsleutel })
}

function lees32(ruw: unknown): Buffer | null {
  if (typeof ruw !== 'string') return null
  const bytes = Buffer.from(ruw, 'base64')
  return bytes.length === 32 ? bytes : null
}

/** De sleutelbos in `pad`; bestaat hij niet, dan een nieuwe, alleen leesbaar voor wie het programma draait. */
export async function zorgVoorSleutelbos(pad: string): Promise<Result<Sleutelbos, string>> {
  if (!existsSync(pad)) await maakSleutelbos(pad)
  return leesSleutelbos(await readFile(pad, 'utf8'))
}

/** De sleutelbos die er al is: een opdracht die ermee werkt maakt er geen bij. */
export async function openSleutelbos(pad: string): Promise<Result<Sleutelbos, string>> {
  return existsSync(pad) ? leesSleutelbos(await readFile(pad, 'utf8')) : fout('het bestand is er niet')
}

async function maakSleutelbos(pad: string): Promise<void> {
  const inhoud: Bestand = {
    actief: 's1',
    sleutels: { s1: randomBytes(32).toString('base64') },
    indexsleutel: randomBytes(32).toString('base64'),
  }
  await mkdir(dirname(pad), { recursive: true })
  const klad = `${pad}.${process.pid}`
  await writeFile(klad, JSON.stringify(inhoud, null, 2), { mode: 0o600, flush: true })
  // Start een tweede proces tegelijk, dan wint er één; nooit leest iemand een half bestand.
  await link(klad, pad).catch((f: NodeJS.ErrnoException) => {
    if (f.code !== 'EEXIST') throw f
  })
  await unlink(klad)
}

/** Zet een nieuwe sleutel voorop; de oude blijven om te lezen. Geeft de naam van de nieuwe. */
export async function voegSleutelToe(pad: string): Promise<string> {
  const bestand = JSON.parse(await readFile(pad, 'utf8')) as Bestand
  const naam = `s${Object.keys(bestand.sleutels).length + 1}`
  const nieuw: Bestand = { ...bestand, actief: naam, sleutels: { ...bestand.sleutels, [naam]: randomBytes(32).toString('base64') } }
  // Eerst ernaast, dan omwisselen: een halve sleutelbos zou alles onleesbaar maken.
  await writeFile(`${pad}.nieuw`, JSON.stringify(nieuw, null, 2), { mode: 0o600, flush: true })
  await rename(`${pad}.nieuw`, pad)
  return naam
}
