/** Een scenario kiezen: een van de meegeleverde op naam, of een eigen bestand. */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { fout, type Result } from '#core/base/result.ts'
import { bedoelde } from '#core/base/dichtstbij.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import { leesreden } from '#storage/berichtbestand.ts'
import { leesScenario } from '#simulator/lees-scenario.ts'
import type { Scenario } from '#simulator/scenario.ts'

const map = fileURLToPath(new URL('../../simulator/scenarios/', import.meta.url))

/** De namen van de meegeleverde scenario’s. */
const scenarionamen = async (): Promise<string[]> =>
  (await readdir(map))
    .filter((n) => n.endsWith('.yaml'))
    .map((n) => n.slice(0, -'.yaml'.length))
    .sort()

export async function kiesScenario(keuze: string): Promise<Result<Scenario, Catalogusfout[]>> {
  const namen = await scenarionamen()
  const pad = namen.includes(keuze) ? `${map}${keuze}.yaml` : keuze
  const tekst = await readFile(pad, 'utf8').catch((storing) => fout(leesreden(storing)))
  if (typeof tekst === 'string') return leesScenario(pad, tekst)
  const anders = `Kies ${namen.join(', ')}, of geef een YAML-bestand.${bedoelde(keuze, namen)}`
  return fout([{ bestand: keuze, regel: 1, kolom: 1, code: 'SCENARIO_ONBEKEND', tekst: tekst.fout, watNu: anders }])
}
