/** Losse processen en losse mappen voor tests die een server of een programma omver gooien. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { leesPostmaster, maakPlek } from './plek.ts'
import { stopServer } from './server.ts'

const script = fileURLToPath(new URL('gebruiker.testhulp.ts', import.meta.url))

/** Een lege map waar ook een andere gebruiker door mag. `ruimOp` stopt wat er nog draait. */
export function maakMap(): { map: string; ruimOp(): Promise<void> } {
  const map = mkdtempSync(join(tmpdir(), 'meedoen-server-'))
  chmodSync(map, 0o755)
  return {
    map,
    async ruimOp() {
      const plek = maakPlek(map)
      if (leesPostmaster(plek)) await stopServer(plek).catch(() => undefined)
      rmSync(plek.socket, { recursive: true, force: true })
      rmSync(map, { recursive: true, force: true })
    },
  }
}

export type Los = {
  kind: ChildProcess
  /** Alles wat het proces meldde, in volgorde. */
  meldingen: { sinds?: string; bevestigd?: number }[]
  /** Wacht tot het zoveelste bericht er is. */
  totMelding(aantal: number): Promise<void>
  /** Laat het netjes stoppen en geeft de afsluitcode. */
  stop(): Promise<number | null>
}

/** Start het losse proces. */
export function startLos(map: string, wat = ''): Los {
  const kind = spawn(process.execPath, ['--import', 'tsx', script, map, wat], { stdio: ['pipe', 'pipe', 'inherit'] })
  const meldingen: Los['meldingen'] = []
  const wachters = new Set<() => void>()
  createInterface({ input: kind.stdout }).on('line', (regel) => {
    meldingen.push(JSON.parse(regel))
    for (const kijk of wachters) kijk()
  })
  const einde = new Promise<number | null>((klaar) => kind.on('close', klaar))
  return {
    kind,
    meldingen,
    totMelding: (aantal) =>
      new Promise((klaar, mis) => {
        const kijk = () => meldingen.length >= aantal && klaar()
        wachters.add(kijk)
        kijk()
        void einde.then(() => mis(new Error(`het losse proces stopte na ${meldingen.length} meldingen`)))
      }),
    async stop() {
      kind.stdin?.end()
      return einde
    },
  }
}
