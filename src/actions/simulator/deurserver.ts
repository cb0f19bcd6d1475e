/** De eigen deur van het knooppunt: een https-server die alleen enveloppen aanneemt van wie te vertrouwen is. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { fout, ok, type Result } from '#core/base/result.ts'
import { type Envelop, GRENS } from '#messages/ggk/envelop.ts'
import { leesEnvelop } from '#messages/ggk/lees.ts'
import { houderVan } from '../transport/certificaat.ts'
import type { Transport } from '../transport/transport.ts'
import type { Speelweigering } from './speel-keten.ts'

/** Neemt een envelop aan en geeft de bevestiging als SOAP; null als zij niet aan te nemen is. */
export type Aannemer = (envelop: Envelop) => Promise<string | null>

export async function startDeurserver(
  transport: Transport,
  neemAan: Aannemer,
): Promise<Result<{ sluit(): Promise<void> }, Speelweigering>> {
  const ontvangst = transport.ontvangst()
  if (ontvangst === null || !('tls' in ontvangst.soort))
    return fout({ code: 'GEEN_ONTVANGST', tekst: 'Het ketenbestand noemt geen ontvangst met een eigen certificaat en sleutel.' })
  const { certificaat: cert, sleutel: key, ca } = ontvangst.soort.tls
  const server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' }, (vraag, antwoord) => {
    void beantwoord(transport, neemAan, vraag, antwoord).catch(() => antwoord.writeHead(503).end())
  })
  const mis = await new Promise<NodeJS.ErrnoException | null>((klaar) => {
    server.once('error', klaar).listen(ontvangst.poort, ontvangst.host, () => klaar(null))
  })
  if (mis !== null) return fout({ code: 'POORT_BEZET', tekst: `Poort ${ontvangst.poort} is niet te openen: ${mis.code}.` })
  return ok({
    sluit: () => {
      server.closeAllConnections()
      return new Promise((klaar) => server.close(() => klaar()))
    },
  })
}

async function beantwoord(transport: Transport, neemAan: Aannemer, vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> {
  const certificaat = (vraag.socket as TLSSocket).getPeerX509Certificate()
  if (certificaat === undefined || transport.namensWie(houderVan(certificaat)) === null) return void antwoord.writeHead(403).end()
  const bytes = await leesAlles(vraag)
  const envelop = bytes && (await leesEnvelop(bytes))
  const soap = envelop?.ok ? await neemAan(envelop.value) : null
  if (soap === null) antwoord.writeHead(400).end()
  else antwoord.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(soap)
}

/** Null als het meer is dan een envelop mag zijn. */
async function leesAlles(vraag: IncomingMessage): Promise<Buffer | null> {
  const delen: Buffer[] = []
  let grootte = 0
  for await (const deel of vraag as AsyncIterable<Buffer>) {
    grootte += deel.length
    if (grootte > GRENS) return null
    delen.push(deel)
  }
  return Buffer.concat(delen)
}
