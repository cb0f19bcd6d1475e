/**
 * Waar de keten haar enveloppen brengt: SOAP 1.1 over https, met een certificaat van de afzender. Een eigen deur naast de schermen: geen
 * sessie, geen cookie, en niets anders dan dit ene adres.
 */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { houderVan } from '#actions/transport/certificaat.ts'
import { type Aanlevering, MAX_ENVELOP, ontvangSoap, type Ontvangstdienst, weigerSoap } from '#actions/transport/ontvang-soap.ts'
import type { Namens, Ontvangst, Pem } from '#actions/transport/transport.ts'
import { voegLogToe } from '../logger.ts'
import { type Herkenner, maakHerkenner } from './wie-belt.ts'

export const KETENPAD = '/keten/ggk'

export type Ketenopties = {
  readonly dienst: Ontvangstdienst
  readonly ontvangst: Ontvangst
  readonly logger?: Logger
  /** Hoe lang een envelop erover mag doen om binnen te komen, in milliseconden. */
  readonly geduldMs?: number
  storing(f: Error): void
}

declare module 'fastify' {
  interface FastifyRequest {
    namens: Namens | null
    /** Waaraan een certificaat te herkennen is; voor de grens op het aantal verzoeken. */
    beller: string
  }
}

const ONBESCHIKBAAR = 503
const GEDULD_MS = 120_000
/** Elke verbinding kan een hele envelop vasthouden. */
const MAX_VERBINDINGEN = 100

export async function maakKetenserver({ dienst, ontvangst, logger, storing, geduldMs = GEDULD_MS }: Ketenopties): Promise<FastifyInstance> {
  const server = maakKaal(ontvangst, geduldMs)
  server.server.maxConnections = MAX_VERBINDINGEN
  server.decorateRequest('namens', null)
  server.decorateRequest('beller', '')
  server.decorateRequest('weigercode', '')
  server.setErrorHandler((f: Error & { statusCode?: number; code?: string }, vraag, antwoord) => {
    if (f.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return stuur(vraag, antwoord, weigerSoap(dienst, 'teGroot'))
    const status = f.statusCode ?? 500
    if (status < 500) return antwoord.code(status).type('text/plain; charset=utf-8').send(f.message)
    storing(f)
    // Niets zeggen over wat er mis is; de afzender probeert het later weer.
    return antwoord.code(ONBESCHIKBAAR).header('retry-after', '60').type('text/plain; charset=utf-8').send('Dit is nu niet aan te nemen.')
  })
  if (logger) voegLogToe(server, logger, (status) => status === ONBESCHIKBAAR)
  server.addHook('onRequest', herken(dienst, maakHerkenner(ontvangst, dienst.nu)))
  server.addHook('onRequest', weigerIngepakt)
  await server.register(rateLimit, { max: ontvangst.verzoekenPerMinuut, timeWindow: '1 minute', keyGenerator: (vraag) => vraag.beller })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(/^(text|application)\/xml(\s*;\s*charset\s*=\s*"?utf-8"?)?$/i, { parseAs: 'buffer' }, (_, bytes, klaar) =>
    klaar(null, bytes),
  )
  server.post(KETENPAD, async (vraag, antwoord) => {
    if (vraag.namens === null) return stuur(vraag, antwoord, weigerSoap(dienst, 'afzender'))
    return stuur(vraag, antwoord, await ontvangSoap(dienst, aanleveringVan(vraag, vraag.namens)))
  })
  return server
}

function maakKaal({ soort }: Ontvangst, geduldMs: number): FastifyInstance {
  const opties = {
    logger: false,
    bodyLimit: MAX_ENVELOP,
    requestTimeout: geduldMs,
    genReqId: () => randomUUID(),
    clientErrorHandler: breekAf(geduldMs),
  } as const
  // Wie druppelt houdt een verbinding bezet; Node kijkt zelf maar eens per halve minuut of dat te lang duurt.
  const http = { headersTimeout: geduldMs, connectionsCheckingInterval: Math.ceil(geduldMs / 8) }
  if (!('tls' in soort)) return fastify({ ...opties, http })
  const tls = {
    ...tlsOpties(soort.tls),
    ...http,
    requestCert: true,
    rejectUnauthorized: true,
    handshakeTimeout: 15_000,
  } as const
  return fastify({ ...opties, https: tls }) as unknown as FastifyInstance
}

/** Een verzoek dat niet afkomt, of geen http is: een antwoord dat zegt waarom, en de verbinding is weer vrij. */
const breekAf =
  (geduldMs: number) =>
  ({ code }: Error & { code?: string }, socket: Socket): void => {
    if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const isTraag = code === 'ERR_HTTP_REQUEST_TIMEOUT'
    const tekst = isTraag
      ? `Het bericht was na ${Math.ceil(geduldMs / 1000)} seconden nog niet helemaal binnen; er is niets van bewaard. Stuur het opnieuw.`
      : 'Dit is geen verzoek dat wij kunnen lezen.'
    const regels = [
      `HTTP/1.1 ${isTraag ? '408 Request Timeout' : '400 Bad Request'}`,
      'content-type: text/plain; charset=utf-8',
      `content-length: ${Buffer.byteLength(tekst)}`,
      'connection: close',
    ]
    socket.write(`${regels.join('\r\n')}\r\n\r\n${tekst}`)
    socket.destroySoon()
  }

export const tlsOpties = ({ certificaat: cert, sleutel: key, ca, crl }: Pem) => ({
  cert,
  key,
  ca,
  crl,
  minVersion: 'TLSv1.2' as const,
})

/** Wie er belt staat vast voordat er iets van het verzoek gelezen wordt. */
const herken =
  (dienst: Ontvangstdienst, herkenner: Herkenner) =>
  async (vraag: FastifyRequest, antwoord: FastifyReply): Promise<FastifyReply | undefined> => {
    antwoord.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff')
    const certificaat = herkenner(vraag)
    const houder = certificaat && houderVan(certificaat)
    vraag.beller = houder?.vingerafdruk ?? vraag.ip
    vraag.namens = houder && dienst.keten.namensWie(houder)
    if (vraag.namens !== null) return undefined
    antwoord.header('connection', 'close')
    return stuur(vraag, antwoord, weigerSoap(dienst, 'afzender'))
  }

/** Ingepakt is niet te zien hoe groot het wordt; de standaard kent het ook niet. */
async function weigerIngepakt(vraag: FastifyRequest, antwoord: FastifyReply): Promise<FastifyReply | undefined> {
  if ((vraag.headers['content-encoding'] ?? 'identity') === 'identity') return undefined
  return antwoord
    .code(415)
    .header('connection', 'close')
    .type('text/plain; charset=utf-8')
    .send('Stuur de envelop zonder Content-Encoding.')
}

const aanleveringVan = ({ body, headers }: FastifyRequest, namens: Namens): Aanlevering => ({
  bytes: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  actie: String(headers.soapaction ?? '').replace(/^"|"$/g, ''),
  namens,
})

/** Een fout gaat met status 500, zoals SOAP 1.1 voorschrijft. */
function stuur(vraag: FastifyRequest, antwoord: FastifyReply, uitkomst: Awaited<ReturnType<typeof ontvangSoap>>): FastifyReply {
  if (uitkomst === null) return antwoord.code(202).send()
  if (uitkomst.code !== null) vraag.weigercode = uitkomst.code
  return antwoord
    .code(uitkomst.code === null ? 200 : 500)
    .type('text/xml; charset=utf-8')
    .send(uitkomst.soap)
}
