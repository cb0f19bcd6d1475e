/** Gestructureerde regels op stderr, één per verzoek: route, duur en uitkomst. Nooit een adres met zoekwoorden, naam of BSN. */
import type { FastifyInstance } from 'fastify'
import { type DestinationStream, type Logger, pino } from 'pino'

const niveaus = { fataal: 'fatal', fout: 'error', waarschuwing: 'warn', info: 'info', spoor: 'trace' } as const

/** `bestemming` is er voor een test die meeleest. */
export function maakLogger(
  niveau: keyof typeof niveaus,
  bestemming: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger {
  return pino({ level: niveaus[niveau], base: null, timestamp: pino.stdTimeFunctions.isoTime }, bestemming)
}

/**
 * Na elk verzoek één regel. De route is het patroon (`/inwoners/:id`), niet wat iemand intypte. `isStoring`: welke status aan ons ligt;
 * SOAP geeft ook een fout van de afzender met 500.
 */
export function voegLogToe(server: FastifyInstance, logger: Logger, isStoring = (status: number) => status >= 500): void {
  server.addHook('onResponse', (vraag, antwoord, klaar) => {
    const regel = {
      methode: vraag.method,
      route: vraag.routeOptions.url ?? 'onbekend',
      status: antwoord.statusCode,
      ms: Math.round(antwoord.elapsedTime * 10) / 10,
      correlatie: vraag.id,
      gemeente: vraag.sessie?.gemeente,
      ...(vraag.weigercode && { code: vraag.weigercode }),
    }
    if (isStoring(antwoord.statusCode)) logger.error(regel, 'verzoek')
    else if (antwoord.statusCode >= 400) logger.warn(regel, 'verzoek')
    else logger.info(regel, 'verzoek')
    klaar()
  })
}
