/** De deur van de keten openen zolang het programma draait, als zij is ingesteld. Een nieuw certificaat geldt zonder herstart. */
import type { Server } from 'node:https'
import type { Logger } from 'pino'
import type { Dienst } from '#actions/handeling/dienst.ts'
import type { Ontvangst } from '#actions/transport/transport.ts'
import { KETENPAD, maakKetenserver, tlsOpties } from './ketenserver.ts'

export type Ketenserver = { readonly adres: string; stop(): Promise<void> }

const KIJK_MS = 60_000

/** `kijkMs`: hoe vaak er gekeken wordt of het certificaat vervangen is. */
export async function startKetenserver({ keten, ...dienst }: Dienst, logger: Logger, kijkMs = KIJK_MS): Promise<Ketenserver | null> {
  const ontvangst = keten?.ontvangst()
  if (!keten || !ontvangst) return null
  const storing = (f: Error) => logger.error({ waar: 'keten', fout: f.message, spoor: f.stack }, 'storing')
  const server = await maakKetenserver({ dienst: { ...dienst, keten }, ontvangst, logger, storing })
  const adres = await server.listen({ port: ontvangst.poort, host: ontvangst.host }).catch((f: NodeJS.ErrnoException) => {
    if (f.code === 'EADDRINUSE')
      throw new Error(`Poort ${ontvangst.poort} voor berichten van de keten is bezet; kies een andere in het ketenbestand.`)
    throw f
  })
  let inGebruik = ontvangst
  const klok = setInterval(() => (inGebruik = vervangTls(server.server as unknown as Server, inGebruik, keten.ontvangst())), kijkMs)
  klok.unref()
  return {
    adres: adres + KETENPAD,
    async stop() {
      clearInterval(klok)
      await server.close()
    },
  }
}

/** Geeft wat nu gebruikt wordt. */
function vervangTls(server: Server, vorig: Ontvangst, nu: Ontvangst | null): Ontvangst {
  if (nu === null || !('tls' in nu.soort) || JSON.stringify(nu.soort) === JSON.stringify(vorig.soort)) return vorig
  server.setSecureContext(tlsOpties(nu.soort.tls))
  return nu
}
