/** Een kant in een eigen proces dat op vaste momenten met SIGKILL sterft, midden in wat het dan doet, en opnieuw begint. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { leesPartijen, type Vak } from '#storage/berichtmap.ts'
import { naamVan, openKetenmap } from '#storage/ketenmap.ts'
import { zetInMap } from '#storage/uitmap.ts'
import type { Speler } from '#simulator/partij.ts'
import type { Regie } from './draaiboek.testhulp.ts'
import type { Kant } from './kant.testhulp.ts'
import { maakPostbus } from './postbus.ts'

const script = fileURLToPath(new URL('werker.testhulp.ts', import.meta.url))
const sindsLang = new Date(Date.now() - 3_600_000)
/** Na zoveel verwerkte bestanden, en dan nog zoveel milliseconden: telkens ergens anders in het werk aan een bericht. */
const momenten = [
  [0, 0],
  [1, 3],
  [3, 7],
  [6, 11],
  [12, 15],
  [20, 5],
] as const

export async function maakSterfelijk({ database, rol }: Kant, partijen: readonly string[], regie: Regie) {
  const map = mkdtempSync(join(tmpdir(), 'meedoen-sterft-'))
  for (const partij of partijen) mkdirSync(join(map, partij))
  await leesPartijen(map)
  const keten = await openKetenmap(map)
  const lijst = (vak: Vak) => partijen.flatMap((p) => readdirSync(join(map, p, vak)).map((naam) => join(map, p, vak, naam)))
  const start = () =>
    spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify({ ...database.verbindingen, map })], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  let kind: ChildProcess = start()
  const dood = async () => {
    const einde = once(kind, 'exit')
    kind.kill('SIGKILL')
    await einde
  }
  const gezien = new Set<string>()
  const bekijkVerwerkt = () => {
    for (const pad of lijst('verwerkt').filter((p) => !gezien.has(p))) {
      gezien.add(pad)
      regie.zie(readFileSync(pad))
    }
  }
  const isVerwerkt = (partij: string, bytes: Uint8Array) => gezien.has(join(map, partij, 'verwerkt', naamVan(bytes)))
  const alsSpelerOpMap = (partij: string): Speler => {
    const postbus = maakPostbus(map, partij, keten)
    let vastTeLeggen: Uint8Array[] = []
    return {
      ...postbus,
      begin: async (moment) => {
        bekijkVerwerkt()
        for (const { bytes } of regie.volgende(rol, partij)) {
          await zetInMap(join(map, partij, 'in'), naamVan(bytes), bytes)
          vastTeLeggen.push(bytes)
        }
        // Wat van ons uitgaat staat eerst vast, en gaat dan pas weg.
        const eigen = vastTeLeggen.filter((bytes) => isVerwerkt(partij, bytes))
        vastTeLeggen = vastTeLeggen.filter((bytes) => !eigen.includes(bytes))
        return [...eigen, ...(await postbus.begin(moment))]
      },
    }
  }
  return {
    momenten: momenten.length,
    spelers: partijen.map(alsSpelerOpMap),
    adem: () => wacht(5),
    /** Sterft op elk moment een keer; geeft hoe vaak. */
    sterf: async (): Promise<number> => {
      let keren = 0
      for (const [na, ms] of momenten) {
        while (lijst('verwerkt').length < na) await wacht(1)
        await wacht(ms)
        await dood()
        keren++
        // Wat het in handen had ligt er nog; de volgende neemt het over zodra het lang genoeg ligt.
        for (const pad of lijst('bezig')) utimesSync(pad, sindsLang, sindsLang)
        kind = start()
      }
      return keren
    },
    totStil: async () => {
      while (lijst('in').length + lijst('bezig').length > 0) await wacht(5)
    },
    sluit: async () => {
      await dood()
      rmSync(map, { recursive: true })
    },
  }
}
