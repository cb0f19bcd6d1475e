/** Losse processen en losse mappen voor tests die een server of een programma omver gooien. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startIngebouwd } from './launcher.ts'
import { leesPostmaster, maakPlek } from './plek.ts'
import { stopServer } from './server.ts'
import { metVerbinding } from './verbinding.ts'

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

/** Houdt de server van deze map op, en telt er als eigenaar rijen in: `tel('zaak where …')`. */
export async function houdOp(map: string): Promise<{ tel(wat: string): Promise<number>; stop(): Promise<void> }> {
  const server = await startIngebouwd({ map })
  return {
    tel: async (wat) => {
      const { rows } = await metVerbinding(server.eigenaar, (c) => c.query<{ n: string }>(`select count(*) as n from ${wat}`))
      return Number(rows[0]?.n)
    },
    stop: () => server.stop(),
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
