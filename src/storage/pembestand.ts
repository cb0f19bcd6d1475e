/** Certificaten en sleutels als bestand. Een nieuw bestand op dezelfde plek telt zodra iemand weer vraagt. */
import { readFile, stat } from 'node:fs/promises'
import { fout, ok, type Result } from '#core/base/result.ts'
import { leesreden } from './berichtbestand.ts'

export async function leesPem(pad: string): Promise<Result<string, string>> {
  try {
    return ok(await readFile(pad, 'utf8'))
  } catch (storing) {
    return fout(leesreden(storing))
  }
}

/** Verandert als een van de bestanden verandert. */
export async function pemstand(paden: readonly string[]): Promise<string> {
  const standen = await Promise.all(
    paden.map((pad) =>
      stat(pad).then(
        (s) => `${s.mtimeMs}-${s.size}-${s.ino}`,
        () => 'weg',
      ),
    ),
  )
  return standen.join('|')
}
