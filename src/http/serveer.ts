/** De schermen aanbieden: bouwen als dat moet, een vrije poort nemen, en antwoorden tot iemand stopt. */
import type { FastifyInstance } from 'fastify'
import type { Dienst } from '#actions/handeling/dienst.ts'
import type { Uitgave } from '#actions/lees-catalogi.ts'
import { zorgVoorWeb } from './bouw-web.ts'
import { maakServer } from './server.ts'

/** Zoveel poorten na de gevraagde proberen we als zij bezet is. */
const POGINGEN = 50

export type Aanbod = {
  readonly uitgaven: readonly Uitgave[]
  readonly wortel: string
  readonly host: string
  readonly poort: number
  readonly dienst: Dienst
  /** Aanmelden met een knop per rol, alleen vanaf deze computer. */
  readonly proef: boolean
  uit(tekst: string): void
  fout(tekst: string): void
}

/** Komt terug als iemand stopt (Ctrl-C of een ander stopsignaal). */
export async function serveer({ uitgaven, wortel, host, poort, dienst, proef, uit, fout }: Aanbod): Promise<void> {
  const web = await zorgVoorWeb(wortel, fout)
  const server = await maakServer({
    uitgaven,
    web,
    api: { dienst, aanmelden: { proef, veilig: false }, verzoekenPerMinuut: 600 },
    storing: (f) => fout(`Storing: ${f.stack ?? f.message}\n`),
  })
  const gekozen = await luister(server, host, poort)
  if (poort !== 0 && gekozen.poort !== poort) fout(`Poort ${poort} is bezet; ik gebruik ${gekozen.poort}.\n`)
  uit(`Meedoen draait op ${gekozen.adres}\n`)
  await stopsignaal()
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
