/** De schermen aanbieden: bouwen als dat moet, een vrije poort nemen, en antwoorden tot iemand stopt. */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { maakUitgever } from '#actions/aanmelden/oidc.ts'
import type { Dienst } from '#actions/handeling/dienst.ts'
import type { Uitgave } from '#actions/lees-catalogi.ts'
import type { Config } from '#config.ts'
import { zorgVoorWeb } from './bouw-web.ts'
import { startKetenserver } from './keten/start-ketenserver.ts'
import { maakServer } from './server.ts'

/** Zoveel poorten na de gevraagde proberen we als zij bezet is. */
const POGINGEN = 50

export type Aanbod = {
  readonly uitgaven: readonly Uitgave[]
  readonly wortel: string
  readonly config: Pick<Config, 'host' | 'poort' | 'adres' | 'proef' | 'oidc' | 'meetsleutel' | 'verzoekenPerMinuut' | 'proxies'>
  readonly dienst: Dienst
  readonly logger: Logger
  uit(tekst: string): void
  fout(tekst: string): void
}

/** Komt terug als iemand stopt (Ctrl-C of een ander stopsignaal). Wat loopt wordt afgemaakt; nieuwe verzoeken niet aangenomen. */
export async function serveer({ uitgaven, wortel, config, dienst, logger, uit, fout }: Aanbod): Promise<void> {
  const web = await zorgVoorWeb(wortel, fout)
  const { host, poort, adres, proef, oidc, meetsleutel, verzoekenPerMinuut, proxies } = config
  const bijUitgever = oidc && adres ? { uitgever: maakUitgever({ ...oidc, adres }, dienst.nu), adres } : undefined
  const server = await maakServer({
    uitgaven,
    web,
    api: { dienst, aanmelden: { proef, veilig: adres?.startsWith('https:') ?? false, oidc: bijUitgever }, verzoekenPerMinuut },
    logger,
    meetsleutel,
    proxies,
    // Storingen horen altijd gezien te worden, ook als er verder niets gemeld wordt.
    storing: (f) => logger.error({ fout: f.message, spoor: f.stack }, 'storing'),
  })
  const ketenserver = await startKetenserver(dienst, logger)
  if (ketenserver) uit(`Berichten van de keten komen binnen op ${ketenserver.adres}\n`)
  const gekozen = await luister(server, host, poort)
  if (poort !== 0 && gekozen.poort !== poort) fout(`Poort ${poort} is bezet; ik gebruik ${gekozen.poort}.\n`)
  uit(`Meedoen draait op ${gekozen.adres}\n`)
  await stopsignaal()
  await ketenserver?.stop()
  await server.close()
}

async function luister(server: FastifyInstance, host: string, eerste: number): Promise<{ poort: number; adres: string }> {
  for (let poort = eerste; ; poort++) {
    try {
      return { poort, adres: await server.listen({ port: poort, host }) }
    } catch (f) {
      const bezet = (f as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!bezet || poort - eerste >= POGINGEN || poort >= 65535) throw f
    }
  }
}

function stopsignaal(): Promise<void> {
  return new Promise((klaar) => {
    for (const signaal of ['SIGINT', 'SIGTERM'] as const) process.once(signaal, () => klaar())
  })
}
