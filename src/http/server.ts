/** De server: de gebouwde webapp, de catalogi, de API en een teken van leven. */
import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import helmet from '@fastify/helmet'
import serveer from '@fastify/static'
import type { Logger } from 'pino'
import fastify, { type FastifyInstance } from 'fastify'
import { databaseLeeft } from '#actions/beheer/database-leeft.ts'
import type { Uitgave } from '#actions/lees-catalogi.ts'
import { type Apiopties, voegApiToe } from './api/api.ts'
import { maakProbleem, stuurProbleem } from './api/probleem.ts'
import { vertaalFout } from './api/storing.ts'
import { voegLogToe } from './logger.ts'
import { voegMetenToe } from './meten.ts'
import { voegCatalogusroutesToe } from './catalogusroutes.ts'
import { paden } from './paden.ts'
import { voegPaginastijlToe } from './pagina.ts'

export type Serverinhoud = {
  readonly uitgaven: readonly Uitgave[]
  readonly web: string
  readonly api: Apiopties
  readonly logger?: Logger
  readonly meetsleutel?: string | undefined
  /** Proxy's waarvan het doorgegeven adres te vertrouwen is. */
  readonly proxies?: readonly string[]
  /** Hoe lang een verzoek erover mag doen om binnen te komen, in milliseconden. */
  readonly geduldMs?: number
  storing(f: Error): void
}

const eigen = ["'self'"]
const niets = ["'none'"]

/** Alleen van deze server zelf, en geen script of stijl in de pagina. HSTS alleen als mensen over https komen. */
const beveiliging = (veilig: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: niets,
      scriptSrc: eigen,
      styleSrc: eigen,
      imgSrc: eigen,
      fontSrc: eigen,
      connectSrc: eigen,
      manifestSrc: eigen,
      baseUri: niets,
      formAction: eigen,
      frameAncestors: niets,
      objectSrc: niets,
    },
  },
  strictTransportSecurity: veilig && { maxAge: 365 * 24 * 60 * 60 },
  referrerPolicy: { policy: 'same-origin' as const },
})

/** De koppen van helmet. Ze zijn bij elk verzoek gelijk, en helmet maakt ze elke keer opnieuw: één keer vragen is genoeg. */
async function beveiligingskoppen(veilig: boolean): Promise<Record<string, string>> {
  const proef = fastify()
  await proef.register(helmet, beveiliging(veilig))
  proef.get('/', (_, antwoord) => antwoord.send())
  const { headers } = await proef.inject('/')
  await proef.close()
  const vanHelmet = Object.entries(headers).filter(([naam]) => !['connection', 'content-length', 'date'].includes(naam))
  return Object.fromEntries(vanHelmet.map(([naam, waarde]) => [naam, String(waarde)]))
}

/**
 * Een adres van het scherm mag een punt bevatten (`/id/bron/document.txt`, `/id@2026.1`); bestanden van de server staan
 * bovenaan of onder een eigen map.
 */
function isScherm(pad: string): boolean {
  if (['/assets/', '/catalogi/', '/api/', '/aanmelden/'].some((begin) => pad.startsWith(begin))) return false
  return extname(pad) === '' || pad.includes('@') || pad.lastIndexOf('/') > 0
}

export async function maakServer({
  uitgaven,
  web,
  api,
  logger,
  meetsleutel,
  proxies,
  geduldMs = 30_000,
  storing,
}: Serverinhoud): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    // Een lichaam dat blijft druppelen houdt geen verbinding bezet; Node kijkt zelf maar eens per halve minuut.
    requestTimeout: geduldMs,
    http: { headersTimeout: geduldMs, connectionsCheckingInterval: Math.ceil(geduldMs / 4) },
    routerOptions: { maxParamLength: 200 },
    ...(proxies && proxies.length > 0 && { trustProxy: [...proxies] }),
    genReqId: () => randomUUID(),
  })
  const koppen = await beveiligingskoppen(api.aanmelden.veilig)
  server.addHook('onRequest', (_, antwoord, klaar) => {
    antwoord.headers(koppen)
    klaar()
  })
  // Vóór de routes: wat daarna geregistreerd wordt neemt deze afhandeling over.
  server.setErrorHandler((f: Error & { statusCode?: number; code?: string }, vraag, antwoord) => {
    const { status, weigering } = vertaalFout(f)
    vraag.weigercode = weigering.code
    if (status >= 500) storing(f)
    const probleem = { ...maakProbleem(weigering, String(vraag.id)), status }
    return antwoord.code(status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(probleem)
  })
  voegPaginastijlToe(server)
  await voegApiToe(server, api)
  if (logger) voegLogToe(server, logger)
  voegMetenToe(server, api.dienst, meetsleutel)
  server.get(paden.gezond, () => ({ status: 'ok' }))
  // Klaar voor verzoeken is: de database antwoordt. Een verdeler stuurt anders niemand hierheen.
  server.get(paden.klaar, async (_, antwoord) => {
    if (!(await databaseLeeft(api.dienst))) return antwoord.code(503).send({ status: 'de database antwoordt niet' })
    const certificaten = api.dienst.keten?.certificaten(api.dienst.nu()).flatMap((c) => c.melding ?? []) ?? []
    const waarschuwingen = [...certificaten, ...[await api.dienst.post?.melding?.()].filter((m) => typeof m === 'string')]
    return { status: 'ok', ...(waarschuwingen.length > 0 && { waarschuwingen }) }
  })
  voegCatalogusroutesToe(server, uitgaven)
  await server.register(serveer, {
    root: web,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (antwoord, pad) => {
      // Bestanden met een hash in hun naam veranderen nooit; de rest wordt elke keer nagevraagd.
      antwoord.header('cache-control', /[/\\]assets[/\\]/.test(pad) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.setNotFoundHandler((vraag, antwoord) => {
    const pad = vraag.url.split('?')[0] ?? ''
    if ((vraag.method === 'GET' || vraag.method === 'HEAD') && isScherm(pad)) return antwoord.sendFile('index.html')
    if (pad.startsWith('/api/')) antwoord.header('cache-control', 'no-store')
    return stuurProbleem(antwoord, { soort: 'niet_gevonden', code: 'ADRES_ONBEKEND', tekst: 'Dit adres bestaat niet.' })
  })
  return server
}
