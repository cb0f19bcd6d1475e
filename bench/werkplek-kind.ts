/** Hoe de meting met een server in een eigen proces praat: poort, processortijd, en wat er opgenomen is. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Omstandigheid, Opname } from './werkplek-opdrachten.ts'

export type Kindbericht =
  | { soort: 'cpu' }
  | { soort: 'neemOp' }
  | { soort: 'opname' }
  | { soort: 'opdrachten'; opnamen: Record<string, { opname: Opname; bij: Omstandigheid }> }

/** In het kind: beantwoordt vragen over processortijd, de rest gaat naar `doe`. */
export function volgKind(doe: (bericht: Kindbericht) => unknown): void {
  process.on('message', (bericht: Kindbericht) => {
    if (bericht.soort === 'cpu') process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() })
    else process.send?.({ uit: doe(bericht) ?? null })
  })
  process.on('disconnect', () => process.exit(0))
}

export const meldPoort = (adres: string | AddressInfo | null): void => void process.send?.({ poort: (adres as AddressInfo).port })

export type Kind = {
  readonly url: string
  /** Processortijd van het kind in microseconden, gebruiker en systeem samen. */
  cpu(): Promise<number>
  vraag(bericht: Kindbericht): Promise<unknown>
  stop(): Promise<void>
}

/** Start een server uit een bestand naast dit; `opties` gaat in zijn omgeving mee. */
export async function startKind(bestand: string, opties: object): Promise<Kind> {
  const kind = fork(fileURLToPath(new URL(bestand, import.meta.url)), [], {
    execArgv: [
      '--import',
      'tsx',
      ...(process.env.MEEDOEN_BENCH_PROFIEL ? ['--cpu-prof', `--cpu-prof-dir=${process.env.MEEDOEN_BENCH_PROFIEL}`] : []),
    ],
    env: { ...process.env, MEEDOEN_BENCH: JSON.stringify(opties) },
    serialization: 'advanced',
  })
  const vraag = async (bericht: Kindbericht): Promise<Record<string, unknown>> => {
    kind.send(bericht)
    return (await antwoordVan(kind)) as Record<string, unknown>
  }
  const { poort } = (await antwoordVan(kind)) as { poort: number }
  return {
    url: `http://127.0.0.1:${poort}`,
    cpu: async () => {
      const { user, system } = (await vraag({ soort: 'cpu' })).cpu as NodeJS.CpuUsage
      return user + system
    },
    vraag: async (bericht) => (await vraag(bericht)).uit,
    stop: async () => {
      if (kind.exitCode !== null || kind.signalCode !== null) return
      const einde = once(kind, 'exit')
      if (kind.connected) kind.disconnect()
      await einde
    },
  }
}

/** Het volgende bericht; stopt het kind, dan is dat een fout in plaats van eindeloos wachten. */
async function antwoordVan(kind: ChildProcess): Promise<unknown> {
  const klaar = new AbortController()
  const bericht = once(kind, 'message', { signal: klaar.signal }).then(([b]) => b)
  const einde = once(kind, 'exit', { signal: klaar.signal }).then(([code]) => Promise.reject(new Error(`de server stopte met ${code}`)))
  try {
    return await Promise.race([bericht, einde])
  } finally {
    klaar.abort()
    await Promise.allSettled([bericht, einde])
  }
}
