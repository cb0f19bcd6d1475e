/**
 * Wat de keten-simulator onthoudt, als bestanden naast de vakken van de partijen. `onderweg` en `opgehaald` zijn nog niet af: na een klap
 * gaan ze opnieuw. `bezorgd` en `verwerkt` zijn af: daaruit weten de gespeelde partijen weer alles.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { zetInMap } from './uitmap.ts'

const vakken = ['onderweg', 'bezorgd', 'opgehaald', 'verwerkt'] as const
export type Ketenvak = (typeof vakken)[number]

export type Ketenmap = {
  /** Dezelfde bytes hebben dezelfde naam. */
  zet(vak: Ketenvak, bytes: Uint8Array): Promise<void>
  /** Haalt een bestand uit een andere map hierheen; null als een ander eerder was. */
  haal(pad: string): Promise<Uint8Array | null>
  /** Zet een bericht weg als het af is. */
  legWeg(van: 'onderweg' | 'opgehaald', bytes: Uint8Array): Promise<void>
  lees(vak: Ketenvak): Promise<Uint8Array[]>
  /** Onder welk nummer een bericht in zijn envelop kwam; het antwoord noemt dat. */
  zetReferentie(bericht: string, nummer: string): Promise<void>
  leesReferentie(bericht: string): Promise<string | null>
}

/** De naam waaronder een bericht in een vak staat. */
export const naamVan = (bytes: Uint8Array): string => `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.xml`

export async function openKetenmap(map: string): Promise<Ketenmap> {
  const pad = (vak: Ketenvak) => join(map, 'keten', vak)
  const referenties = join(map, 'keten', 'referenties')
  for (const vak of vakken) await mkdir(pad(vak), { recursive: true })
  return {
    zet: async (vak, bytes) => void (await zetInMap(pad(vak), naamVan(bytes), bytes)),
    haal: async (van) => {
      const bytes = await readFile(van).catch(zonder)
      if (bytes === null) return null
      const gelukt = await rename(van, join(pad('opgehaald'), naamVan(bytes))).then(() => true, zonder)
      return gelukt === null ? null : bytes
    },
    legWeg: async (van, bytes) => {
      const naar = van === 'onderweg' ? 'bezorgd' : 'verwerkt'
      await rename(join(pad(van), naamVan(bytes)), join(pad(naar), naamVan(bytes))).catch(zonder)
    },
    lees: async (vak) => {
      const namen = (await readdir(pad(vak))).filter((n) => n.endsWith('.xml')).sort()
      return Promise.all(namen.map((naam) => readFile(join(pad(vak), naam))))
    },
    zetReferentie: async (bericht, nummer) => void (await zetInMap(referenties, naamVan(Buffer.from(bericht)), Buffer.from(nummer))),
    leesReferentie: (bericht) => readFile(join(referenties, naamVan(Buffer.from(bericht))), 'utf8').catch(zonder),
  }
}

function zonder(f: NodeJS.ErrnoException): null {
  if (f.code !== 'ENOENT') throw f
  return null
}
