/**
 * Berichten als bestanden in een map, per partij: `in` om te verwerken, `uit` om op te halen, `verwerkt` en `mislukt` erna. Een bestand
 * verhuist altijd in één keer; wie het eerst verhuist, heeft het. Namen die met een punt beginnen of op .klad eindigen zijn nog niet af.
 */
import { access, constants, mkdir, readdir, rename, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { BEGIN, isAf, leesMoment, type Moment, vergelijk } from './berichtaf.ts'

const vakken = ['in', 'bezig', 'uit', 'verwerkt', 'mislukt'] as const
export type Vak = (typeof vakken)[number]

/** De partijen met een map: vier cijfers is een gemeente, acht een aanbieder. */
export async function leesPartijen(map: string): Promise<string[]> {
  const namen = await readdir(map, { withFileTypes: true })
  const partijen = namen.filter((n) => n.isDirectory() && /^(\d{4}|\d{8})$/.test(n.name)).map((n) => n.name)
  for (const partij of partijen) for (const vak of vakken) await mkdir(join(map, partij, vak), { recursive: true })
  return partijen.sort()
}

/** Of deze map er is, en te lezen en te beschrijven. */
export async function isMap(map: string): Promise<boolean> {
  try {
    await access(map, constants.R_OK | constants.W_OK | constants.X_OK)
    return (await stat(map)).isDirectory()
  } catch {
    return false
  }
}

export const vakVan = (map: string, partij: string, vak: Vak): string => join(map, partij, vak)

/** Zoveel tegelijk; de rest wacht op een vrije plek. */
const TEGELIJK = 16

/**
 * Bestanden die klaarstaan, in de volgorde waarin zij gemaakt zijn en niet waarin zij aankwamen: op de dagtekening in hun kop, dan op
 * wanneer zij geschreven zijn, dan op naam.
 */
export async function leesKlaar(map: string, partij: string): Promise<string[]> {
  const vak = vakVan(map, partij, 'in')
  const namen = (await readdir(vak, { withFileTypes: true })).flatMap((n) =>
    n.isFile() && !n.name.startsWith('.') && !n.name.endsWith('.klad') ? n.name : [],
  )
  const momenten = new Map<string, Moment>()
  const rest = namen.values()
  const werker = async () => {
    for (const naam of rest) momenten.set(naam, await leesMoment(join(vak, naam)))
  }
  await Promise.all(Array.from({ length: TEGELIJK }, werker))
  const eerst = (a: string, b: string): number => vergelijk(momenten.get(a) ?? BEGIN, momenten.get(b) ?? BEGIN) || (a < b ? -1 : 1)
  return namen.sort(eerst)
}

/** Of een partij iets in handen heeft. */
export const isBezig = async (map: string, partij: string): Promise<boolean> => (await readdir(vakVan(map, partij, 'bezig'))).length > 0

/** Neemt een bestand in handen en geeft zijn pad; null als een ander eerder was, of als het nog geschreven wordt. */
export async function pakOp(map: string, partij: string, naam: string): Promise<string | null> {
  const pad = join(vakVan(map, partij, 'bezig'), naam)
  const van = join(vakVan(map, partij, 'in'), naam)
  try {
    if (!(await isAf(van))) return null
    await rename(van, pad)
  } catch (f) {
    if ((f as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw f
  }
  const nu = new Date()
  await utimes(pad, nu, nu)
  return pad
}

/** Zet een bestand weg als het klaar is. Staat er al een met die naam, dan komt het moment ervoor: er gaat niets verloren. */
export async function legWeg(map: string, partij: string, naam: string, vak: 'verwerkt' | 'mislukt'): Promise<void> {
  const doel = join(vakVan(map, partij, vak), naam)
  const bestaat = await stat(doel).then(
    () => true,
    () => false,
  )
  const vrij = bestaat ? join(vakVan(map, partij, vak), `${Date.now()}-${naam}`) : doel
  await rename(join(vakVan(map, partij, 'bezig'), naam), vrij)
}

/** Terug naar `in`, voor wie het nu toch niet kan doen. */
export const zetTerug = (map: string, partij: string, naam: string): Promise<void> =>
  rename(join(vakVan(map, partij, 'bezig'), naam), join(vakVan(map, partij, 'in'), naam)).catch(() => undefined)

/** Wat te lang in handen bleef, is van een proces dat omviel: het gaat terug. Twee keer verwerken is één keer. */
export async function geefTerug(map: string, partij: string, ouderDanMs: number): Promise<number> {
  const bezig = vakVan(map, partij, 'bezig')
  let aantal = 0
  for (const naam of await readdir(bezig)) {
    const info = await stat(join(bezig, naam)).catch(() => null)
    if (info === null || Date.now() - info.mtimeMs < ouderDanMs) continue
    await zetTerug(map, partij, naam)
    aantal++
  }
  return aantal
}
