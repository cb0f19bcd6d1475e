/** Het echte programma in een eigen proces, met een eigen map, en iemand die erbij is aangemeld. Voor tests die het omver gooien. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../../bin/meedoen.mjs', import.meta.url))
const omgeving = (data: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  MEEDOEN_DATA: data,
  PORT: '0',
  MEEDOEN_VERZOEKEN_PER_MINUUT: '1000000',
})

export type Programma = {
  readonly adres: string
  readonly kind: ChildProcess
  /** Wat het op stderr schreef. */
  meldingen(): string
  /** Stopt het met dit signaal en wacht tot het weg is; geeft de afsluitcode. */
  stop(signaal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** Start `meedoen start` en wacht op het adres. */
export async function startProgramma(data: string): Promise<Programma> {
  const kind = spawn(process.execPath, [bin, 'start'], { env: omgeving(data), stdio: ['ignore', 'pipe', 'pipe'] })
  const einde = once(kind, 'exit').then(([code]) => code as number | null)
  let meldingen = ''
  kind.stderr.on('data', (tekst) => (meldingen += tekst))
  const adres = await new Promise<string>((klaar, mis) => {
    let uit = ''
    kind.stdout.on('data', (tekst) => {
      uit += tekst
      const gevonden = /Meedoen draait op (\S+)/.exec(uit)?.[1]
      if (gevonden) klaar(gevonden)
    })
    void einde.then((code) => mis(new Error(`het programma stopte met ${code}:\n${meldingen}`)))
  })
  return {
    adres,
    kind,
    meldingen: () => meldingen,
    stop: (signaal = 'SIGTERM') => {
      kind.kill(signaal)
      return einde
    },
  }
}

/** Eén opdracht op dezelfde map. */
export function draaiOpdracht(data: string, ...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  return new Promise((klaar) => {
    execFile(process.execPath, [bin, ...argumenten], { env: omgeving(data) }, (f, uit, fout) =>
      klaar({ code: f ? Number(f.code ?? 1) : 0, uit, fout }),
    )
  })
}

// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
export type Gekregen = { status: number; lichaam: any; etag: string | null }
export type Aangemeld = {
  readonly gemeente: string
  roep(adres: string, methode: string, pad: string, lichaam?: unknown, koppen?: Record<string, string>): Promise<Gekregen>
}

/** Een consulent van de eerste proefgemeente. De sessie staat in de database en blijft dus gelden na een herstart, bij elk proces. */
export async function meldAan(adres: string, rol = 'consulent'): Promise<Aangemeld> {
  const wijzen = (await (await fetch(`${adres}/api/v1/aanmeldwijzen`)).json()) as {
    demo: { sleutel: string; rol: string; gemeente: string }[]
  }
  const optie = wijzen.demo.find((d) => d.rol === rol)
  const aangemeld = await fetch(`${adres}/aanmelden/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sleutel: optie?.sleutel }),
  })
  const cookie = aangemeld.headers.getSetCookie()[0]?.split(';')[0] as string
  const { csrf } = (await (await fetch(`${adres}/api/v1/sessie`, { headers: { cookie } })).json()) as { csrf: string }
  return {
    gemeente: optie?.gemeente as string,
    roep: async (waar, methode, pad, lichaam, koppen = {}) => {
      const antwoord = await fetch(`${waar}/api/v1${pad}`, {
        method: methode,
        headers: {
          cookie,
          'x-csrf-token': csrf,
          ...(methode === 'POST' && { 'idempotency-key': randomUUID() }),
          ...(lichaam !== undefined && { 'content-type': 'application/json' }),
          ...koppen,
        },
        ...(lichaam !== undefined && { body: JSON.stringify(lichaam) }),
      })
      const tekst = await antwoord.text()
      return { status: antwoord.status, lichaam: tekst === '' ? null : JSON.parse(tekst), etag: antwoord.headers.get('etag') }
    },
  }
}
