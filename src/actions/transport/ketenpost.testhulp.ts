/** Zelf iets naar de deur van de keten sturen, ook wat onze client nooit zou sturen. */
import { request as kaal } from 'node:http'
import { request } from 'node:https'
import { GGK, type Heen, type Retour, STUF } from '#messages/ggk/envelop.ts'
import { schrijfSoap } from '#messages/ggk/schrijf.ts'
import { alsBytes, PARTIJEN, type Zending } from '#messages/keten/oefening.testhulp.ts'
import { proefuitgever } from './proefkant.testhulp.ts'
import type { Proefcertificaat } from './certificaten.testhulp.ts'

export const ACTIE = { Di01: `"${GGK}/ggk_Di01"`, Du01: `"${GGK}/ggk_Du01"`, Fo01: `"${STUF}/Fo01"` }
export type Postantwoord = { status: number; tekst: string; code: string | undefined; bevestiging: string | undefined }
export type Post = {
  readonly poort: number
  readonly lichaam: string | Buffer
  readonly certificaat?: Proefcertificaat | undefined
  readonly koppen?: Record<string, string>
  readonly methode?: string
  readonly pad?: string
  readonly zonderTls?: boolean
}

export function post({
  poort,
  lichaam,
  certificaat,
  koppen,
  methode = 'POST',
  pad = '/keten/ggk',
  zonderTls,
}: Post): Promise<Postantwoord> {
  const tls = { ca: proefuitgever.certificaat, cert: certificaat?.certificaat, key: certificaat?.sleutel, agent: false as const }
  const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: ACTIE.Di01, ...koppen }
  const wie = { host: '127.0.0.1', port: poort, path: pad, method: methode, headers }
  return new Promise((klaar, mislukt) => {
    const vraag = zonderTls ? kaal(wie) : request({ ...wie, ...tls })
    vraag.on('error', mislukt)
    vraag.on('response', (antwoord) => {
      const delen: Buffer[] = []
      antwoord.on('data', (deel: Buffer) => delen.push(deel))
      antwoord.on('error', mislukt)
      antwoord.on('end', () => klaar(lees(antwoord.statusCode ?? 0, Buffer.concat(delen).toString('utf8'))))
    })
    vraag.end(lichaam)
  })
}

const lees = (status: number, tekst: string): Postantwoord => ({
  status,
  tekst,
  code: /<StUF:code>([^<]+)/.exec(tekst)?.[1],
  bevestiging: tekst.includes('Bv03Bericht') ? /<StUF:referentienummer>([^<]+)/.exec(tekst)?.[1] : undefined,
})

type Wens = Partial<Omit<Heen, 'lading'>> & { readonly kruis?: string; readonly inhoud?: Uint8Array }

/** Een goede envelop van de gemeente aan de aanbieder, met iets anders erop. */
export function envelop({ naam, waarde }: Zending, { kruis, inhoud, ...wens }: Wens = {}): string {
  const heen: Heen = {
    soort: 'Di01',
    zender: { organisatie: PARTIJEN.gemeente, applicatie: 'Proef' },
    ontvanger: { organisatie: PARTIJEN.aanbieder, applicatie: 'GGk' },
    referentienummer: '9c0f7b90-5c69-41e5-a837-0800200c9a66',
    tijdstip: '20261125120000',
    functie: naam,
    versies: { applicatieVersie: '0001', applicatieSubversie: '0000', functieVersie: '0003', functieSubversie: '0002' },
    lading: { soort: 'xml', inhoud: inhoud ?? alsBytes(naam, waarde) },
    ...wens,
  }
  return soap(kruis === undefined ? heen : { ...heen, soort: 'Du01', crossRefnummer: kruis })
}

export function soap(wat: Heen | Retour | Parameters<typeof schrijfSoap>[0]): string {
  const geschreven = schrijfSoap(wat)
  if (!geschreven.ok) throw new Error(JSON.stringify(geschreven.fout))
  return geschreven.value
}
