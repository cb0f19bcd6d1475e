/** Berichten als bestanden: een klein bestand in één keer, een groot in stukken. */
import { open, readFile, stat } from 'node:fs/promises'
import { fout, ok, type Result } from '#core/base/result.ts'

export type Berichtbestand =
  | { readonly soort: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly soort: 'stroom'
      readonly grootte: number
      /** Geleend: elk stuk geldt tot het volgende. Wie er iets van wil bewaren, neemt een kopie. */
      stukken(): AsyncIterable<Uint8Array>
    }

const STUK = 1024 * 1024

const redenen: Record<string, string> = {
  ENOENT: 'Het bestand bestaat niet.',
  EACCES: 'Dit bestand mag niet gelezen worden.',
  EPERM: 'Dit bestand mag niet gelezen worden.',
  EISDIR: 'Dit is een map. Geef een bestand.',
  ENAMETOOLONG: 'De bestandsnaam is te lang.',
  ENOTDIR: 'Het bestand bestaat niet.',
}

/** Opent een bestand; boven `grens` bytes als stroom. Een bestand dat niet te lezen is, geeft de reden. */
export async function openBerichtbestand(pad: string, grens: number): Promise<Result<Berichtbestand, string>> {
  try {
    const info = await stat(pad)
    if (info.isDirectory()) return fout(redenen.EISDIR ?? '')
    if (info.isFile() && info.size <= grens) return ok({ soort: 'bytes', bytes: await readFile(pad) })
    return ok({ soort: 'stroom', grootte: info.size, stukken: () => leesStukken(pad) })
  } catch (storing) {
    return fout(leesreden(storing))
  }
}

/** Terwijl het ene stuk verwerkt wordt, haalt een andere draad het volgende op: er zijn er twee, om en om. */
async function* leesStukken(pad: string): AsyncGenerator<Uint8Array> {
  const bestand = await open(pad)
  let [nu, straks] = [Buffer.allocUnsafeSlow(STUK), Buffer.allocUnsafeSlow(STUK)]
  let onderweg = bestand.read(nu, 0, STUK, null)
  try {
    for (let gelezen = await onderweg; gelezen.bytesRead > 0; gelezen = await onderweg) {
      onderweg = bestand.read(straks, 0, STUK, null)
      yield nu.subarray(0, gelezen.bytesRead)
      ;[nu, straks] = [straks, nu]
    }
  } finally {
    // Wie eerder stopt hoort niet meer of het stuk dat nog onderweg was misging.
    await onderweg.catch(() => undefined)
    await bestand.close()
  }
}

/** In gewone taal waarom lezen niet lukt; een andere storing gaat door naar buiten. */
export function leesreden(storing: unknown): string {
  const reden = redenen[(storing as NodeJS.ErrnoException)?.code ?? '']
  if (reden === undefined) throw storing
  return reden
}
