/** De API onder /api/v1: sessies, bewaking, foutvorm, documentatie, en de routes per onderdeel. */
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { Aanmeldwijze } from './aanmeldwijze.ts'
import { voegAanmeldroutesToe } from './aanmeldroutes.ts'
import { eisAanmelding, voegBewakingToe } from './bewaking.ts'
import type { Dienst } from '#actions/handeling/dienst.ts'
import { type Leesdocument, maakDocumentatie } from './documentatie.ts'
import { API, APIVERSIE, documentopties } from './document.ts'
import { voegJsonToe } from './json.ts'
import { maakPagina } from '../pagina.ts'
import { stuurProbleem } from './probleem.ts'
import { routes } from './routes.ts'

export type Apiopties = {
  readonly dienst: Dienst
  readonly aanmelden: Aanmeldwijze
  /** Verzoeken per minuut per sessie of adres. */
  readonly verzoekenPerMinuut: number
}

export async function voegApiToe(server: FastifyInstance, opties: Apiopties): Promise<void> {
  voegBewakingToe(server, opties.dienst, opties.aanmelden.veilig)
  await server.register(cookie)
  await server.register(swagger, documentopties)
  await server.register(rateLimit, {
    global: false,
    max: opties.verzoekenPerMinuut,
    timeWindow: '1 minute',
    keyGenerator: (vraag) => vraag.sessie?.id ?? vraag.ip,
  })
  voegJsonToe(server)
  voegAanmeldroutesToe(server, opties.aanmelden)
  await server.register(
    async (api) => {
      // De vorm van een antwoord houdt een test aan het document; hier nog eens controleren kost bij elke lijst tijd.
      api.setSerializerCompiler(() => (waarde) => JSON.stringify(waarde))
      api.addHook('onRequest', (_, antwoord, klaar) => {
        antwoord.header('api-version', APIVERSIE).header('cache-control', 'no-store')
        klaar()
      })
      api.get('/openapi.json', { schema: { hide: true } }, () => server.swagger())
      api.get('/documentatie', { schema: { hide: true } }, (_, antwoord) =>
        antwoord
          .serializer(String)
          .type('text/html; charset=utf-8')
          .send(maakPagina('API van Meedoen', maakDocumentatie(server.swagger() as Leesdocument))),
      )
      await api.register(async (achterAanmelding) => {
        achterAanmelding.addHook('onRequest', eisAanmelding)
        achterAanmelding.addHook('onRequest', server.rateLimit())
        for (const voegToe of routes) voegToe(achterAanmelding)
      })
      api.setNotFoundHandler((_, antwoord) =>
        stuurProbleem(antwoord, {
          soort: 'niet_gevonden',
          code: 'ADRES_ONBEKEND',
          tekst: 'Dit adres bestaat niet.',
          watNu: `Zie ${API}/documentatie.`,
        }),
      )
    },
    { prefix: API },
  )
}
