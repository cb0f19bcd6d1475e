/** De echte server op een testdatabase, en een browser in het klein: aanmelden, cookie en CSRF, en verzoeken met JSON. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { maakProefwerkplek, type Proefwerkplek } from '#actions/proefwerkplek.testhulp.ts'
import type { Logger } from 'pino'
import { type Contract, leesContract } from './contract.testhulp.ts'
import { maakServer } from '../server.ts'
import type { Aanmeldwijze } from './aanmeldwijze.ts'

// biome-ignore lint/suspicious/noExplicitAny: een test kijkt zelf wat erin staat
export type Antwoord = { status: number; lichaam: any; koppen: Record<string, unknown>; etag: string | undefined }
export type Proefgebruiker = {
  cookie: string
  csrf: string
  roep(methode: 'GET' | 'POST' | 'PATCH' | 'DELETE', pad: string, lichaam?: unknown, koppen?: Record<string, string>): Promise<Antwoord>
}
export type Proefserver = Proefwerkplek & {
  server: Awaited<ReturnType<typeof maakServer>>
  /** Welke routes een geslaagd en een geweigerd antwoord gaven, elk nagelegd naast het document. */
  gezien: ReadonlySet<string>
  /** Met de aanmeldnaam van een proefmedewerker. */
  meldAanAls(aanmeldnaam: string): Promise<Proefgebruiker>
  meldAan(rol: string, gemeente?: string, welke?: number): Promise<Proefgebruiker>
}

export type Proefopties = {
  verzoekenPerMinuut?: number
  aanmelden?: (dienst: Proefwerkplek['dienst']) => Aanmeldwijze
  logger?: Logger
  geduldMs?: number
}

export async function maakProefserver(opties: Proefopties = {}): Promise<Proefserver> {
  const werkplek = await maakProefwerkplek()
  const web = mkdtempSync(join(tmpdir(), 'meedoen-web-'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Meedoen</title>')
  const storingen: Error[] = []
  const gezien = new Set<string>()
  let contract: Contract | undefined
  const server = await maakServer({
    uitgaven: werkplek.uitgaven,
    web,
    api: {
      dienst: werkplek.dienst,
      aanmelden: opties.aanmelden?.(werkplek.dienst) ?? { proef: true, veilig: false },
      verzoekenPerMinuut: opties.verzoekenPerMinuut ?? 100_000,
    },
    ...(opties.logger && { logger: opties.logger }),
    ...(opties.geduldMs !== undefined && { geduldMs: opties.geduldMs }),
    storing: (f) => void storingen.push(f),
  })
  const meldAan = async (rol: string, gemeente = werkplek.gemeenten[0]?.code, welke = 0): Promise<Proefgebruiker> => {
    const wijzen = (await server.inject('/api/v1/aanmeldwijzen')).json() as { demo: { sleutel: string; rol: string; gemeente: string }[] }
    const optie = wijzen.demo.filter((d) => d.rol === rol && d.gemeente === gemeente)[welke]
    return meldAanAls(String(optie?.sleutel))
  }
  const meldAanAls = async (aanmeldnaam: string): Promise<Proefgebruiker> => {
    const aangemeld = await server.inject({ method: 'POST', url: '/aanmelden/demo', payload: { sleutel: aanmeldnaam } })
    const cookie = `meedoen_sessie=${aangemeld.cookies.find((c) => c.name === 'meedoen_sessie')?.value}`
    const { csrf } = (await server.inject({ url: '/api/v1/sessie', headers: { cookie } })).json() as { csrf: string }
    return {
      cookie,
      csrf,
      roep: async (methode, pad, lichaam, koppen = {}) => {
        const antwoord = await server.inject({
          method: methode,
          url: `/api/v1${pad}`,
          headers: { cookie, ...(methode !== 'GET' && { 'x-csrf-token': csrf, 'idempotency-key': randomUUID() }), ...koppen },
          ...(lichaam !== undefined && { payload: lichaam as object }),
        })
        const etag = antwoord.headers.etag
        if (antwoord.statusCode >= 500)
          throw storingen.at(-1) ?? new Error(`${antwoord.statusCode} ${antwoord.body} ${JSON.stringify(antwoord.headers)}`)
        const isJson = /json/.test(String(antwoord.headers['content-type']))
        const gelezen = antwoord.body === '' ? null : isJson ? antwoord.json() : antwoord.body
        // Elk antwoord in elke proef is meteen een proef van het OpenAPI-document.
        contract ??= leesContract(server.swagger() as never)
        const naam = contract.controleer(methode, pad, {
          status: antwoord.statusCode,
          soort: String(antwoord.headers['content-type']),
          plaats: antwoord.headers.location,
          lichaam: gelezen,
        })
        if (naam) gezien.add(`${naam} ${antwoord.statusCode < 400 ? 'gelukt' : 'geweigerd'}`)
        return {
          status: antwoord.statusCode,
          lichaam: gelezen,
          koppen: antwoord.headers,
          etag: typeof etag === 'string' ? etag : undefined,
        }
      },
    }
  }
  return {
    ...werkplek,
    server,
    gezien,
    meldAan,
    meldAanAls,
    sluit: async () => {
      await server.close()
      await werkplek.sluit()
    },
  }
}
