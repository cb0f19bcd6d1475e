/** Eén envelop als SOAP over https wegbrengen, en lezen wat de ander ervan zegt. Bewaart niets: wie dit roept, legt de uitkomst vast. */
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Bevestiging, type Foutmelding, type Heen, type Retour, soapActie } from '#messages/ggk/envelop.ts'
import { leesEnvelop } from '#messages/ggk/lees.ts'
import { type Ladingstroom, schrijfSoap, schrijfSoapStroom, type Soapstroom } from '#messages/ggk/schrijf.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Schrijffout } from '#messages/schrijf.ts'
import { eersteCertificaat, keurGeldigheid } from './certificaat.ts'
import { watNuBij } from './foutcodes.ts'

export type Verzendinstellingen = {
  /** Van de ander of het knooppunt; begint met https. */
  readonly adres: string
  /** PEM: waarmee wij ons bekendmaken. */
  readonly certificaat?: string
  readonly sleutel?: string
  /** PEM: wie wij vertrouwen; zonder de lijst van Node. */
  readonly ca?: string
  /** PEM: wiens certificaat is ingetrokken. */
  readonly crl?: string
  readonly geduldMs: number
}

export type Verzending =
  /** Bevestigd met een Bv03. */
  | { readonly soort: 'ontvangen'; readonly bevestiging: Bevestiging }
  /** Aangenomen door een tussenstation dat zelf niets bevestigt. */
  | { readonly soort: 'verzonden' }
  /** Het heeft geen zin dit zo nog eens te sturen. */
  | { readonly soort: 'geweigerd'; readonly code: string; readonly tekst: string; readonly oorzaak: string; readonly doe: string }
  /** Nu niet; later wel. */
  | { readonly soort: 'later'; readonly code: string; readonly tekst: string }

const ANTWOORD_HOOGSTENS = 1024 * 1024

/** Met `lading` komen de bytes van het bericht daaruit, stuk voor stuk terwijl zij weggaan. Gaat lezen mis, dan gooit dit. */
export async function stuurEnvelop(
  naar: Verzendinstellingen,
  envelop: Heen | Retour | Foutmelding,
  lading?: Ladingstroom,
): Promise<Verzending> {
  const soap = alsSoap(envelop, lading)
  if (!soap.ok)
    return geweigerd(
      'ENVELOP',
      soap.fout.map((f) => `${f.plaats} ${f.tekst}`.trim()).join(' '),
      'Het bericht past niet in een envelop van de keten.',
      'Verdeel het bericht of verbeter de gegevens van de afzender, en stuur het opnieuw.',
    )
  const eigen = naar.certificaat === undefined ? null : eersteCertificaat(naar.certificaat)
  const ongeldig = eigen && keurGeldigheid(eigen, new Date())
  if (ongeldig) return later('CERTIFICAAT', `Ons eigen certificaat: ${ongeldig}`)
  const bron = bewaakt(soap.value)
  try {
    return await beoordeel(envelop, await post(naar, soapActie[envelop.soort as 'Di01'], bron))
  } catch (storing) {
    if (bron.storing() !== undefined) throw bron.storing()
    return nietBereikt(storing as NodeJS.ErrnoException, naar)
  }
}

function alsSoap(envelop: Heen | Retour | Foutmelding, lading?: Ladingstroom): Result<Soapstroom, readonly Schrijffout[]> {
  if ('lading' in envelop) {
    const { inhoud } = envelop.lading
    return schrijfSoapStroom(envelop, lading ?? { grootte: inhoud.length, stukken: () => [inhoud] })
  }
  const heel = schrijfSoap(envelop)
  if (!heel.ok) return fout(heel.fout)
  const { value } = heel
  return ok({
    lengte: Buffer.byteLength(value),
    async *stukken() {
      yield value
    },
  })
}

/** Onthoudt of het aan het lezen lag: dat is een storing van ons, en zegt niets over de ander. */
function bewaakt({ lengte, stukken }: Soapstroom): Soapstroom & { storing(): unknown } {
  let storing: unknown
  return {
    lengte,
    storing: () => storing,
    async *stukken() {
      try {
        yield* stukken()
      } catch (f) {
        storing = f
        throw f
      }
    },
  }
}

const geweigerd = (code: string, tekst: string, oorzaak: string, doe: string): Verzending => ({
  soort: 'geweigerd',
  code,
  tekst,
  oorzaak,
  doe,
})
const later = (code: string, tekst: string): Verzending => ({ soort: 'later', code, tekst })

/** Eén agent per instellingen: dan hoeft TLS niet elke keer helemaal opnieuw. Controle van de ander staat altijd aan. */
const agenten = new WeakMap<Verzendinstellingen, Agent>()
function agentVan(naar: Verzendinstellingen): Agent {
  const bekend = agenten.get(naar)
  if (bekend !== undefined) return bekend
  const { certificaat: cert, sleutel: key, ca, crl } = naar
  const agent = new Agent({ cert, key, ca, crl, rejectUnauthorized: true, minVersion: 'TLSv1.2' })
  agenten.set(naar, agent)
  return agent
}

type Antwoord = { readonly status: number; readonly bytes: Buffer }

function post(naar: Verzendinstellingen, actie: string, { lengte, stukken }: Soapstroom): Promise<Antwoord> {
  return new Promise((klaar, mislukt) => {
    const vraag = request(naar.adres, {
      method: 'POST',
      agent: agentVan(naar),
      signal: AbortSignal.timeout(naar.geduldMs),
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${actie}"`,
        accept: 'text/xml',
        'content-length': lengte,
        'user-agent': 'Meedoen',
      },
    })
    vraag.on('response', (antwoord) => {
      const gelezen = leesAntwoord(antwoord)
      gelezen.then(klaar, mislukt)
      // Wie al antwoordde hoeft de rest niet meer te krijgen.
      void gelezen.catch(() => undefined).then(() => vraag.writableFinished || vraag.destroy())
    })
    vraag.on('error', mislukt)
    pipeline(Readable.from(stukken(), { objectMode: false, highWaterMark: 1 }), vraag).catch(mislukt)
  })
}

async function leesAntwoord(antwoord: IncomingMessage): Promise<Antwoord> {
  const delen: Buffer[] = []
  let lengte = 0
  for await (const deel of antwoord as AsyncIterable<Buffer>) {
    delen.push(deel)
    if ((lengte += deel.length) > ANTWOORD_HOOGSTENS) throw new Error('het antwoord is te groot')
  }
  return { status: antwoord.statusCode ?? 0, bytes: Buffer.concat(delen) }
}

/** Een leesbare Bv03 of Fo03 telt, ook bij een vreemde statuscode; anders zegt de statuscode het. */
async function beoordeel(envelop: Heen | Retour | Foutmelding, { status, bytes }: Antwoord): Promise<Verzending> {
  const isGelukt = status >= 200 && status < 300
  if (isGelukt && bytes.length === 0) return { soort: 'verzonden' }
  const gelezen = await leesEnvelop(bytes)
  const terug = gelezen.ok ? gelezen.value : undefined
  if (terug?.soort === 'Fo03') return opFo03(terug)
  if (isGelukt && terug?.soort === 'Bv03') {
    if (terug.crossRefnummer === envelop.referentienummer) return { soort: 'ontvangen', bevestiging: terug }
    return later('BV03', 'De bevestiging hoort bij een ander bericht.')
  }
  if (isGelukt) return later('ANTWOORD', 'De ander antwoordde, maar niet met een bevestiging (Bv03).')
  return opStatus(status)
}

/** Ligt de fout bij de ontvanger zelf, dan is het later wel goed. */
function opFo03({ fout: { code, plek, omschrijving } }: Foutmelding): Verzending {
  const tekst = zonderCijfers(omschrijving)
  return plek === 'server' ? later(code, tekst) : geweigerd(code, tekst, ...watNuBij(code))
}

/** Wat een ander schrijft kan een BSN bevatten; dat komt nergens in leesbare vorm terecht. */
export const zonderCijfers = (tekst: string): string =>
  tekst.replace(/\d{9,}/g, (cijfers) => `${'*'.repeat(cijfers.length - 2)}${cijfers.slice(-2)}`)

const WACHTEN = new Set([408, 425, 429])
function opStatus(status: number): Verzending {
  if (status >= 500 || WACHTEN.has(status)) return later(`HTTP${status}`, `De ander kan het nu niet aannemen (HTTP ${status}).`)
  return geweigerd(
    `HTTP${status}`,
    `De ander neemt dit niet aan (HTTP ${status}).`,
    status === 401 || status === 403
      ? 'De ander kent ons certificaat niet, of laat ons hier niet toe.'
      : 'Het adres van de ander is veranderd, of dit is niet het adres voor berichten van de keten.',
    'Vraag de ander of het knooppunt naar het juiste adres en of ons certificaat bekend is. Stuur het bericht daarna opnieuw.',
  )
}

const redenen: Record<string, string> = {
  ENOTFOUND: 'Het adres van de ander bestaat niet of is nu niet te vinden.',
  EAI_AGAIN: 'Het adres van de ander is nu niet te vinden.',
  ECONNREFUSED: 'De ander neemt geen verbinding aan.',
  ECONNRESET: 'De ander verbrak de verbinding.',
  EPIPE: 'De ander verbrak de verbinding.',
  ETIMEDOUT: 'De ander is niet te bereiken.',
  EHOSTUNREACH: 'De ander is niet te bereiken.',
  ENETUNREACH: 'De ander is niet te bereiken.',
  CERT_HAS_EXPIRED: 'Het certificaat van de ander is verlopen.',
  CERT_REVOKED: 'Het certificaat van de ander is ingetrokken.',
  CRL_HAS_EXPIRED: 'Onze intrekkingslijst is verlopen; haal de nieuwste op.',
  UNABLE_TO_GET_CRL: 'In onze intrekkingslijst ontbreekt die van een uitgever van de ander.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Het certificaat van de ander hoort bij een ander adres.',
  SELF_SIGNED_CERT_IN_CHAIN: 'Het certificaat van de ander is van een uitgever die wij niet vertrouwen.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Het certificaat van de ander is van een uitgever die wij niet vertrouwen.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Het certificaat van de ander is van een uitgever die wij niet vertrouwen.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'Het certificaat van de ander is van een uitgever die wij niet vertrouwen.',
}

function nietBereikt(storing: NodeJS.ErrnoException, { geduldMs }: Verzendinstellingen): Verzending {
  if (storing.name === 'AbortError') return later('GEEN_ANTWOORD', `Geen antwoord binnen ${Math.round(geduldMs / 1000)} seconden.`)
  const code = storing.code ?? 'VERBINDING'
  const alert = /^ERR_SSL_\w*ALERT\w*/.test(code) ? 'De ander weigert ons certificaat.' : undefined
  return later(code.slice(0, 40), redenen[code] ?? alert ?? 'De verbinding met de ander lukt niet.')
}
