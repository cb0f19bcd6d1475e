/** Schrijft een envelop in één vaste vorm, los of in SOAP. Wat niet mag gaat er niet uit. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { isXmltekst, ontsnap, type Schrijffout } from '../schrijf.ts'
import { leesWaarde } from '../waarde.ts'
import { beschrijvingen, type Knoop } from './beschrijving.ts'
import { base64lengte, schrijfBase64 } from './base64.ts'
import { type Envelop, GGK, GRENS, type Heen, type Lading, type Retour, SOAP, STUF, type Systeem, TE_GROOT, wortels } from './envelop.ts'

const KOP = '<?xml version="1.0" encoding="UTF-8"?>\n'
const voorvoegsels: Record<string, string> = { [GGK]: 'GGK', [STUF]: 'StUF' }

/** De envelop als XML, of wat er niet klopt. */
export function schrijfEnvelop(envelop: Envelop): Result<string, Schrijffout[]> {
  const inhoud = schrijfElement(envelop)
  return inhoud.ok ? binnenGrens(KOP + inhoud.value) : inhoud
}

/** De envelop in een SOAP 1.1-bericht; een Fo03 is daar een SOAP-fout. */
export function schrijfSoap(envelop: Envelop): Result<string, Schrijffout[]> {
  const inhoud = schrijfElement(envelop)
  if (!inhoud.ok) return inhoud
  const body = envelop.soort === 'Fo03' ? soapfout(envelop.fout.plek, envelop.fout.omschrijving, inhoud.value) : inhoud.value
  return binnenGrens(`${KOP}<soap:Envelope xmlns:soap="${SOAP}"><soap:Body>${body}</soap:Body></soap:Envelope>\n`)
}

/** De lading van een envelop, stuk voor stuk te lezen, met haar omvang in bytes. */
export type Ladingstroom = { readonly grootte: number; stukken(): AsyncIterable<Uint8Array> | Iterable<Uint8Array> }
export type Soapstroom = { readonly lengte: number; stukken(): AsyncGenerator<string> }

/** `schrijfSoap` in stukken, met haar lengte in bytes: een grote lading is zo nooit in haar geheel in het geheugen. */
export function schrijfSoapStroom(envelop: Heen | Retour, lading: Ladingstroom): Result<Soapstroom, Schrijffout[]> {
  const leeg = schrijfSoap({ ...envelop, lading: { ...envelop.lading, inhoud: new Uint8Array() } })
  if (!leeg.ok) return leeg
  const plek = leeg.value.indexOf(`</${voorvoegsels[GGK]}:${envelop.lading.soort === 'xml' ? 'xmlBestand' : 'tekstBestand'}>`)
  const lengte = Buffer.byteLength(leeg.value) + base64lengte(lading.grootte)
  if (lengte > GRENS) return fout([{ plaats: '', tekst: TE_GROOT }])
  return ok({
    lengte,
    async *stukken() {
      yield leeg.value.slice(0, plek)
      yield* schrijfBase64(lading.stukken())
      yield leeg.value.slice(plek)
    },
  })
}

const soapfout = (plek: 'client' | 'server', omschrijving: string, detail: string): string =>
  `<soap:Fault><faultcode>soap:${plek === 'client' ? 'Client' : 'Server'}</faultcode><faultstring>${ontsnap(omschrijving)}</faultstring><detail>${detail}</detail></soap:Fault>`

function binnenGrens(xml: string): Result<string, Schrijffout[]> {
  return Buffer.byteLength(xml) > GRENS ? fout([{ plaats: '', tekst: TE_GROOT }]) : ok(xml)
}

type Boom = { readonly [naam: string]: string | Lading | Boom | undefined }

function schrijfElement(envelop: Envelop): Result<string, Schrijffout[]> {
  const { ruimte, naam } = wortels[envelop.soort]
  const fouten: Schrijffout[] = []
  const binnen = schrijfKnopen(beschrijvingen[envelop.soort], alsBoom(envelop), '', fouten)
  const ruimten = [STUF, ...(ruimte === GGK ? [GGK] : [])].map((r) => ` xmlns:${voorvoegsels[r]}="${r}"`).join('')
  const hoofd = `${voorvoegsels[ruimte]}:${naam}`
  return fouten.length > 0 ? fout(fouten) : ok(`<${hoofd}${ruimten}>${binnen}</${hoofd}>`)
}

/** De envelop met de namen van de standaard. */
function alsBoom(e: Envelop): Boom {
  const stuurgegevens: Boom = {
    berichtcode: e.soort,
    zender: systeem(e.zender),
    ontvanger: systeem(e.ontvanger),
    referentienummer: e.referentienummer,
    tijdstipBericht: e.tijdstip,
    ...('crossRefnummer' in e ? { crossRefnummer: e.crossRefnummer } : {}),
    ...('functie' in e ? { functie: e.functie } : {}),
  }
  if ('fout' in e) return { stuurgegevens, body: { ...e.fout } }
  if (!('lading' in e)) return { stuurgegevens }
  const bestand = e.lading.soort === 'xml' ? { xmlBestand: e.lading } : { tekstBestand: e.lading }
  return { stuurgegevens, parameters: { ...e.versies, bericht: bestand } }
}
const systeem = (s: Systeem): Boom => ({ ...s })

function schrijfKnopen(knopen: readonly Knoop[], boom: Boom, plaats: string, fouten: Schrijffout[]): string {
  return knopen.map((knoop) => schrijfKnoop(knoop, boom[knoop.naam], `${plaats}/${knoop.naam}`, fouten)).join('')
}

function schrijfKnoop(knoop: Knoop, waarde: string | Lading | Boom | undefined, plaats: string, fouten: Schrijffout[]): string {
  const { inhoud } = knoop
  if (waarde === undefined) {
    if (knoop.verplicht) fouten.push({ plaats, tekst: `Het verplichte element ${knoop.naam} ontbreekt.` })
    return ''
  }
  const naam = `${voorvoegsels[knoop.ruimte]}:${knoop.naam}`
  if (inhoud === 'lading') return schrijfLading(naam, knoop, waarde as Lading, plaats, fouten)
  if (inhoud === 'overslaan') return ''
  const binnen =
    'soort' in inhoud ? schrijfTekst(inhoud, waarde as string, plaats, fouten) : schrijfKnopen(inhoud, waarde as Boom, plaats, fouten)
  return `<${naam}>${binnen}</${naam}>`
}

function schrijfLading(naam: string, { attribuut }: Knoop, lading: Lading, plaats: string, fouten: Schrijffout[]): string {
  const eigenschap =
    attribuut === undefined || lading.soort === 'xml'
      ? ''
      : ` ${attribuut.naam}="${schrijfTekst(attribuut.type, lading.bestandsnaam, plaats, fouten)}"`
  return `<${naam}${eigenschap}>${Buffer.from(lading.inhoud).toString('base64')}</${naam}>`
}

function schrijfTekst(type: Parameters<typeof leesWaarde>[0], waarde: string, plaats: string, fouten: Schrijffout[]): string {
  const gelezen = leesWaarde(type, waarde)
  if ('fout' in gelezen) fouten.push({ plaats, tekst: gelezen.fout })
  else if (!isXmltekst(waarde)) fouten.push({ plaats, tekst: 'Hier staat een teken dat in XML niet mag.' })
  return ontsnap(waarde)
}
