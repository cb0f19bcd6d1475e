/** Meedoen als speler van de keten, over https: het knooppunt van de simulator heeft een eigen deur, en belt aan bij die van Meedoen. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { fout, ok, type Result } from '#core/base/result.ts'
import { leesBericht } from '#messages/codec.ts'
import { type Envelop, GRENS, type Heen, type Retour } from '#messages/ggk/envelop.ts'
import { leesEnvelop } from '#messages/ggk/lees.ts'
import { bevestig, isRetourenvelop, pakHeenIn, pakRetourIn } from '#messages/ggk/pak-in.ts'
import { schrijfSoap } from '#messages/ggk/schrijf.ts'
import { feitenUit, partijenVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import { sleuteltekst } from '#messages/keten/feit.ts'
import type { Ketenmap } from '#storage/ketenmap.ts'
import { sleutelTekst } from '#simulator/paar.ts'
import type { Speler } from '#simulator/partij.ts'
import { houderVan } from '../transport/certificaat.ts'
import { nieuweReferentie, stempel, tijdstipVan } from '../transport/stempel.ts'
import { stuurEnvelop } from '../transport/stuur-envelop.ts'
import type { Transport } from '../transport/transport.ts'
import type { Speelweigering } from './speel-keten.ts'

export type Deur = {
  readonly poort: number
  readonly spelers: readonly Speler[]
  /** Hoeveel er door deze deur ging; verandert dat niet meer, dan is het stil. */
  teller(): number
  sluit(): Promise<void>
}
type Deurhulp = { readonly versie: string; nu(): Date; storing(tekst: string): void }

export async function openDeur(transport: Transport, keten: Ketenmap, hulp: Deurhulp): Promise<Result<Deur, Speelweigering>> {
  const ontvangst = transport.ontvangst()
  if (ontvangst === null || !('tls' in ontvangst.soort))
    return fout({ code: 'GEEN_ONTVANGST', tekst: 'Het ketenbestand noemt geen ontvangst met een eigen certificaat en sleutel.' })
  let aantal = 0
  const binnen = new Map<string, Uint8Array[]>(transport.partijen.map((partij) => [partij, []]))
  const merk = (partij: string) => ({
    ...stempel(hulp, transport.applicatie, partij, { referentienummer: nieuweReferentie(), tijdstip: tijdstipVan(hulp.nu()) }),
  })

  /** Wat Meedoen verstuurt: eerst op schijf, dan bevestigd. */
  const neemAan = async (envelop: Envelop): Promise<string | null> => {
    if (envelop.soort === 'Fo01') hulp.storing(`Meedoen weigert een bericht: ${envelop.fout.code} ${envelop.fout.omschrijving}`)
    if (envelop.soort === 'Di01' || envelop.soort === 'Du01') await bewaar(envelop)
    const soap = schrijfSoap(bevestig(envelop, merk(envelop.ontvanger.organisatie ?? '')))
    return soap.ok ? soap.value : null
  }
  const bewaar = async ({ lading, referentienummer, zender }: Heen | Retour): Promise<void> => {
    const gelezen = leesBericht(lading.inhoud)
    if (gelezen.ok) await keten.zetReferentie(sleutelTekst(gelezen.value), referentienummer)
    await keten.zet('opgehaald', lading.inhoud)
    binnen.get(zender.organisatie ?? '')?.push(lading.inhoud)
    aantal++
  }

  const { certificaat: cert, sleutel: key, ca } = ontvangst.soort.tls
  const server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' }, (vraag, antwoord) => {
    void beantwoord(vraag, antwoord).catch(() => antwoord.writeHead(503).end())
  })
  const beantwoord = async (vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> => {
    const certificaat = (vraag.socket as TLSSocket).getPeerX509Certificate()
    const bytes = certificaat && transport.namensWie(houderVan(certificaat)) !== null ? await leesAlles(vraag) : null
    const envelop = bytes && leesEnvelop(bytes)
    const soap = envelop?.ok ? await neemAan(envelop.value) : null
    if (soap === null) antwoord.writeHead(bytes === null ? 403 : 400).end()
    else antwoord.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(soap)
  }
  const luistert = await new Promise<NodeJS.ErrnoException | null>((klaar) => {
    server.once('error', klaar).listen(ontvangst.poort, ontvangst.host, () => klaar(null))
  })
  if (luistert !== null) return fout({ code: 'POORT_BEZET', tekst: `Poort ${ontvangst.poort} is niet te openen: ${luistert.code}.` })

  /** Wat er naar Meedoen moet; lukt het nu niet, dan een volgende dag weer. */
  const bel = async (bytes: Uint8Array): Promise<boolean> => {
    const gelezen = leesBericht(bytes)
    if (!gelezen.ok) return true
    const { beschreven } = gelezen.value
    const partijen = partijenVan(gelezen.value)
    const [van, naar] = [partijen[beschreven.bericht.van], partijen[beschreven.bericht.naar]]
    const weg = transport.naar(naar, van)
    if (weg === null) return true
    const bericht = { beschreven, xml: bytes, naar }
    const over = feitenUit(gelezen.value).oordeel?.over
    const kruis = isRetourenvelop(beschreven, transport) && over ? await keten.leesReferentie(sleuteltekst(over)) : null
    const envelop = kruis === null ? pakHeenIn(bericht, merk(van)) : pakRetourIn(bericht, merk(van), kruis)
    const uitkomst = await stuurEnvelop(weg, envelop)
    aantal++
    if (uitkomst.soort === 'geweigerd') hulp.storing(`Meedoen weigert een envelop: ${uitkomst.code} ${uitkomst.tekst}`)
    if (uitkomst.soort !== 'later') await keten.legWeg('onderweg', bytes)
    return uitkomst.soort !== 'later'
  }
  const speler = (code: string): Speler => {
    let nogEens: Uint8Array[] = []
    return {
      code,
      neem: async (bytes) => {
        if (!(await bel(bytes))) nogEens.push(bytes)
        return []
      },
      begin: async () => {
        const weer = nogEens
        nogEens = []
        for (const bytes of weer) if (!(await bel(bytes))) nogEens.push(bytes)
        return binnen.get(code)?.splice(0) ?? []
      },
    }
  }
  return ok({
    spelers: transport.partijen.map(speler),
    teller: () => aantal,
    sluit: () => {
      server.closeAllConnections()
      return new Promise((klaar) => server.close(() => klaar()))
    },
    poort: (server.address() as AddressInfo).port,
  })
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
