/** Leest een envelop, los of in SOAP. Elke schrijfwijze die XML toelaat is goed; een DOCTYPE, te groot of te diep niet. */
import { fout, ok, type Result } from '#core/base/result.ts'
import { leesbaar, leesWaarde } from '../waarde.ts'
import type { Plaatsfout } from '../xml.ts'
import { beschrijvingen, type Knoop } from './beschrijving.ts'
import { leesBase64 } from './base64.ts'
import { type Element, isFout, leesBoom } from './boom.ts'
import type { Envelop, Envelopsoort, Lading, Systeem } from './envelop.ts'
import { SOAP, wortels } from './envelop.ts'

/** De envelop, of wat er niet klopt met regel en element. Een grote laat tussendoor ander werk voor. */
export async function leesEnvelop(xml: string | Uint8Array): Promise<Result<Envelop, readonly Plaatsfout[]>> {
  const boom = await leesBoom(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml)
  if (isFout(boom)) return fout([boom])
  const envelop = uitSoap(boom)
  if (isFout(envelop)) return fout([envelop])
  const soort = soortVan(envelop)
  if (soort === undefined) return fout([meld(envelop, `Dit is geen envelop van StUF-GGk 2.1: ${leesbaar(envelop.naam, 60)}.`)])
  const fouten: Plaatsfout[] = []
  const gelezen = leesKnopen(beschrijvingen[soort], envelop, fouten)
  const element = deel(deel(gelezen, 'parameters'), 'bericht').lading
  const lading = element && (await leesLading(element, fouten))
  return fouten.length > 0 ? fout(fouten) : ok(maakEnvelop(soort, gelezen, lading))
}

const meld = (element: Element, tekst: string): Plaatsfout => ({ regel: element.regel, element: element.naam.slice(0, 40), tekst })

const soortVan = ({ ruimte, naam }: Element): Envelopsoort | undefined =>
  (Object.keys(wortels) as Envelopsoort[]).find((soort) => wortels[soort].ruimte === ruimte && wortels[soort].naam === naam)

/** Haalt de envelop uit een SOAP-bericht; een SOAP-fout draagt haar Fo03 in `detail`. */
function uitSoap(boom: Element): Element | Plaatsfout {
  if (boom.ruimte !== SOAP || boom.naam !== 'Envelope') return boom
  const body = boom.kinderen.find((k) => k.ruimte === SOAP && k.naam === 'Body')
  const [eerste, ...rest] = body?.kinderen ?? []
  if (eerste === undefined || rest.length > 0) return meld(boom, 'In de SOAP-body hoort precies één element.')
  if (eerste.ruimte !== SOAP || eerste.naam !== 'Fault') return eerste
  const detail = eerste.kinderen.find((k) => k.naam === 'detail' && k.ruimte === '')?.kinderen[0]
  return detail ?? meld(eerste, 'De SOAP-fout heeft geen Fo03-bericht.')
}

type Gelezen = { readonly waarden: Map<string, Gelezen | string>; readonly lading?: Element }

function leesKnopen(knopen: readonly Knoop[], boven: Element, fouten: Plaatsfout[]): Gelezen {
  if (/[^ \t\n\r]/.test(boven.tekst)) fouten.push(meld(boven, `In ${boven.naam} mogen alleen elementen staan, geen losse tekst.`))
  const waarden = new Map<string, Gelezen | string>()
  let lading: Element | undefined
  let plek = 0
  for (const kind of boven.kinderen) {
    const gevonden = knopen.findIndex((k, i) => i >= plek && k.naam === kind.naam && k.ruimte === kind.ruimte)
    const knoop = knopen[gevonden]
    if (knoop === undefined) {
      fouten.push(
        meld(
          kind,
          `Het element ${leesbaar(kind.naam, 40)} hoort hier niet in ${boven.naam}. Volgorde: ${knopen.map((k) => k.naam).join(', ')}.`,
        ),
      )
      continue
    }
    plek = gevonden + 1
    keurAttributen(knoop, kind, fouten)
    if (knoop.inhoud === 'lading') lading = kind
    else if (knoop.inhoud !== 'overslaan') waarden.set(kind.naam, leesInhoud(knoop, kind, fouten))
  }
  keurAanwezig(knopen, boven, fouten)
  return { waarden, ...(lading && { lading }) }
}

function leesInhoud({ inhoud }: Knoop, element: Element, fouten: Plaatsfout[]): Gelezen | string {
  if (inhoud === 'lading' || inhoud === 'overslaan') return ''
  if (!('soort' in inhoud)) return leesKnopen(inhoud, element, fouten)
  const [binnen] = element.kinderen
  if (binnen !== undefined) fouten.push(meld(binnen, `Hier hoort een waarde, geen element ${leesbaar(binnen.naam, 40)}.`))
  const gelezen = leesWaarde(inhoud, element.tekst)
  if ('waarde' in gelezen) return String(gelezen.waarde)
  fouten.push(meld(element, gelezen.fout))
  return ''
}

function keurAttributen({ attribuut }: Knoop, element: Element, fouten: Plaatsfout[]): void {
  for (const naam of element.attributen.keys())
    if (naam !== attribuut?.naam) fouten.push(meld(element, `Het attribuut ${leesbaar(naam, 40)} mag hier niet.`))
  if (attribuut === undefined) return
  const waarde = element.attributen.get(attribuut.naam)
  const gelezen = waarde === undefined ? { fout: `Het attribuut ${attribuut.naam} ontbreekt.` } : leesWaarde(attribuut.type, waarde)
  if ('fout' in gelezen) fouten.push(meld(element, gelezen.fout))
}

function keurAanwezig(knopen: readonly Knoop[], boven: Element, fouten: Plaatsfout[]): void {
  const staatEr = (k: Knoop) => boven.kinderen.some((kind) => kind.naam === k.naam && kind.ruimte === k.ruimte)
  for (const knoop of knopen)
    if (knoop.verplicht && !staatEr(knoop)) fouten.push(meld(boven, `Het verplichte element ${knoop.naam} ontbreekt in ${boven.naam}.`))
  const keuzes = knopen.filter((k) => k.keuze !== undefined)
  if (keuzes.length > 0 && keuzes.filter(staatEr).length !== 1)
    fouten.push(meld(boven, `In ${boven.naam} hoort precies één van ${keuzes.map((k) => k.naam).join(' en ')}.`))
}

async function leesLading(element: Element, fouten: Plaatsfout[]): Promise<Lading> {
  const inhoud = element.kinderen.length > 0 ? null : await leesBase64(element.tekst)
  if (inhoud === null) fouten.push(meld(element, `De inhoud van ${element.naam} is geen base64.`))
  const bestandsnaam = element.attributen.get('bestandsnaam')
  const bytes = inhoud ?? new Uint8Array()
  return bestandsnaam === undefined ? { soort: 'xml', inhoud: bytes } : { soort: 'tekst', bestandsnaam, inhoud: bytes }
}

const deel = (g: Gelezen, naam: string): Gelezen => (g.waarden.get(naam) as Gelezen | undefined) ?? { waarden: new Map() }
const waarde = (g: Gelezen, naam: string): string => (g.waarden.get(naam) as string | undefined) ?? ''
const mogelijk = <N extends string>(g: Gelezen, ...namen: N[]): { [K in N]?: string } =>
  Object.fromEntries(namen.filter((n) => g.waarden.has(n)).map((n) => [n, waarde(g, n)])) as { [K in N]?: string }

/** Alleen voor een envelop zonder fouten: alles wat verplicht is staat er. */
function maakEnvelop(soort: Envelopsoort, gelezen: Gelezen, lading: Lading | undefined): Envelop {
  const stuur = deel(gelezen, 'stuurgegevens')
  const parameters = deel(gelezen, 'parameters')
  const stam = {
    zender: maakSysteem(deel(stuur, 'zender')),
    ontvanger: maakSysteem(deel(stuur, 'ontvanger')),
    referentienummer: waarde(stuur, 'referentienummer'),
    tijdstip: waarde(stuur, 'tijdstipBericht'),
  }
  const crossRefnummer = waarde(stuur, 'crossRefnummer')
  const inhoud = () => ({
    functie: waarde(stuur, 'functie'),
    versies: {
      applicatieVersie: waarde(parameters, 'applicatieVersie'),
      applicatieSubversie: waarde(parameters, 'applicatieSubversie'),
      functieVersie: waarde(parameters, 'functieVersie'),
      functieSubversie: waarde(parameters, 'functieSubversie'),
    },
    lading: lading as Lading,
  })
  if (soort === 'Di01') return { soort, ...stam, ...inhoud() }
  if (soort === 'Du01') return { soort, ...stam, crossRefnummer, ...inhoud() }
  if (soort === 'Bv03') return { soort, ...stam, crossRefnummer }
  const body = deel(gelezen, 'body')
  const plek = waarde(body, 'plek') === 'server' ? 'server' : 'client'
  const melding = { code: waarde(body, 'code'), plek, omschrijving: waarde(body, 'omschrijving'), ...mogelijk(body, 'details') } as const
  return { soort, ...stam, crossRefnummer, fout: melding }
}

const maakSysteem = (g: Gelezen): Systeem => ({
  applicatie: waarde(g, 'applicatie'),
  ...mogelijk(g, 'organisatie', 'administratie', 'gebruiker'),
})
