/** De client tegen een echte https-server: wat de ander antwoordt, en wat wij daarvan vinden. */
import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import type { Foutmelding, Heen } from '#messages/ggk/envelop.ts'
import { leesEnvelop } from '#messages/ggk/lees.ts'
import { schrijfSoap } from '#messages/ggk/schrijf.ts'
import { bevestig } from '#messages/ggk/pak-in.ts'
import { geefUit, maakUitgever, trekIn } from './certificaten.testhulp.ts'
import { stuurEnvelop, type Verzendinstellingen } from './stuur-envelop.ts'

const ca = maakUitgever('Proefuitgever')
const vanServer = geefUit(ca, { cn: 'server' })
const vanClient = geefUit(ca, { cn: 'client', oin: '00000009998887770000' })
const REF = '9c0f7b90-5c69-41e5-a837-0800200c9a66'
const heen: Heen = {
  soort: 'Di01',
  zender: { organisatie: '9990', applicatie: 'Meedoen' },
  ontvanger: { organisatie: '98765432', applicatie: 'GGk' },
  referentienummer: REF,
  tijdstip: '20260220120000',
  functie: 'WMO301',
  versies: { applicatieVersie: '0001', applicatieSubversie: '0000', functieVersie: '0003', functieSubversie: '0002' },
  lading: { soort: 'xml', inhoud: Buffer.from('<x/>') },
}
const wij = { systeem: { organisatie: '98765432', applicatie: 'Ander' }, applicatieVersie: '0001', applicatieSubversie: '0000' }
const bv03 = bevestig(heen, { ...wij, referentienummer: 'aaaaaaaa-5c69-41e5-a837-0800200c9a66', tijdstip: '20260220120001' })
const fo03 = (plek: 'client' | 'server', code = 'IB210', omschrijving = 'Onbekend: 999990019'): Foutmelding => ({
  ...bv03,
  soort: 'Fo03',
  fout: { code, plek, omschrijving },
})
const soap = (envelop: Parameters<typeof schrijfSoap>[0]): string => {
  const geschreven = schrijfSoap(envelop)
  if (!geschreven.ok) throw new Error(JSON.stringify(geschreven.fout))
  return geschreven.value
}

let server: Server | undefined
async function sluit(): Promise<void> {
  server?.closeAllConnections()
  await new Promise((klaar) => (server ? server.close(klaar) : klaar(null)))
  server = undefined
}
afterEach(sluit)
async function metServer(
  antwoord: RequestListener,
  wens: Partial<Verzendinstellingen> = {},
  van = vanServer,
): Promise<Verzendinstellingen> {
  const opties = { cert: van.certificaat, key: van.sleutel, ca: ca.certificaat, requestCert: true, rejectUnauthorized: true }
  const nieuw = (server = createServer(opties, antwoord))
  await new Promise<void>((klaar) => nieuw.listen(0, '0.0.0.0', klaar))
  const adres = `https://127.0.0.1:${(nieuw.address() as AddressInfo).port}/`
  return { adres, certificaat: vanClient.certificaat, sleutel: vanClient.sleutel, ca: ca.certificaat, geduldMs: 20_000, ...wens }
}
const zegt =
  (status: number, lichaam: string): RequestListener =>
  (vraag, antwoord) => {
    vraag.resume()
    vraag.on('end', () => antwoord.writeHead(status, { 'content-type': 'text/xml' }).end(lichaam))
  }

describe('een envelop sturen', () => {
  it('gaat als SOAP 1.1 met de actie van de koppeling en ons certificaat, en een Bv03 is ontvangen', async () => {
    let gezien: unknown
    const naar = await metServer((vraag, antwoord) => {
      const delen: Buffer[] = []
      vraag.on('data', (deel: Buffer) => delen.push(deel))
      vraag.on('end', async () => {
        const { subject } = (vraag.socket as TLSSocket).getPeerCertificate() as unknown as { subject: { serialNumber: string } }
        const { soapaction, 'content-type': soort } = vraag.headers
        gezien = { soapaction, soort, oin: subject.serialNumber, envelop: await leesEnvelop(Buffer.concat(delen)) }
        antwoord.end(soap(bv03))
      })
    })
    expect(await stuurEnvelop(naar, heen)).toEqual({ soort: 'ontvangen', bevestiging: bv03 })
    expect(gezien).toMatchObject({
      soapaction: '"http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Di01"',
      soort: 'text/xml; charset=utf-8',
      oin: '00000009998887770000',
      envelop: { ok: true, value: { referentienummer: REF, functie: 'WMO301' } },
    })
  })

  it.each([
    ['een leeg antwoord van een tussenstation', 202, '', { soort: 'verzonden' }],
    ['een Fo03 door ons', 500, soap(fo03('client')), { soort: 'geweigerd', code: 'IB210', tekst: 'Onbekend: *******19' }],
    ['een Fo03 door de ander zelf', 500, soap(fo03('server', 'X')), { soort: 'later', code: 'X' }],
    ['een Bv03 op iets anders', 200, soap({ ...bv03, crossRefnummer: 'anders' }), { soort: 'later', code: 'BV03' }],
    ['een webpagina', 200, '<html/>', { soort: 'later', code: 'ANTWOORD' }],
    ['onderhoud', 503, 'even niet', { soort: 'later', code: 'HTTP503' }],
    ['te druk', 429, '', { soort: 'later', code: 'HTTP429' }],
    ['een Bv03 met een fout als status', 503, soap(bv03), { soort: 'later', code: 'HTTP503' }],
    ['geen toegang', 403, '', { soort: 'geweigerd', code: 'HTTP403' }],
    ['een ander adres', 301, '', { soort: 'geweigerd', code: 'HTTP301' }],
    ['een te groot antwoord', 200, ' '.repeat(1024 * 1024 + 1), { soort: 'later', code: 'VERBINDING' }],
  ] as const)('%s', async (_, status, lichaam, verwacht) => {
    expect(await stuurEnvelop(await metServer(zegt(status, lichaam)), heen)).toMatchObject(verwacht)
  })

  it('niemand thuis, een ander zonder antwoord en een verbroken verbinding: later', async () => {
    const weg = await metServer(zegt(200, ''))
    await new Promise((klaar) => server?.close(klaar))
    expect(await stuurEnvelop(weg, heen)).toMatchObject({ soort: 'later', code: 'ECONNREFUSED' })
    const zwijgt = await metServer(() => undefined, { geduldMs: 200 })
    expect(await stuurEnvelop(zwijgt, heen)).toMatchObject({ soort: 'later', code: 'GEEN_ANTWOORD' })
    server?.closeAllConnections()
    const verbreekt = await metServer((vraag) => vraag.socket.destroy())
    expect(await stuurEnvelop(verbreekt, heen)).toMatchObject({ soort: 'later', code: 'ECONNRESET' })
  })

  it('een ander die niet is wie hij zegt krijgt niets: onbekende uitgever, verlopen, andere naam', async () => {
    let kreeg = 0
    const tel: RequestListener = (_, antwoord) => void antwoord.end(String(kreeg++))
    const vreemd = maakUitgever('Vreemde uitgever')
    expect(await stuurEnvelop(await metServer(tel, { ca: vreemd.certificaat }), heen)).toMatchObject({
      soort: 'later',
      tekst: expect.stringContaining('vertrouwen'),
    })
    const verlopen = geefUit(ca, { tot: new Date(Date.now() - 1000) })
    expect(await stuurEnvelop(await metServer(tel, {}, verlopen), heen)).toMatchObject({ soort: 'later', code: 'CERT_HAS_EXPIRED' })
    const naar = await metServer(tel)
    const elders = { ...naar, adres: naar.adres.replace('127.0.0.1', '127.0.0.2') }
    expect(await stuurEnvelop(elders, heen)).toMatchObject({ soort: 'later', code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(kreeg).toBe(0)
  })

  it('een ander wiens certificaat is ingetrokken krijgt niets, en een verlopen lijst laat niemand door', async () => {
    const morgen = new Date(Date.now() + 86_400_000)
    const gisteren = new Date(Date.now() - 3_600_000)
    const stuur = async (crl: string) => stuurEnvelop(await metServer(zegt(200, soap(bv03)), { crl }), heen)
    expect(await stuur(trekIn(ca, [], morgen))).toMatchObject({ soort: 'ontvangen' })
    await sluit()
    expect(await stuur(trekIn(ca, [vanServer], morgen))).toEqual({
      soort: 'later',
      code: 'CERT_REVOKED',
      tekst: 'Het certificaat van de ander is ingetrokken.',
    })
    await sluit()
    expect(await stuur(trekIn(ca, [], gisteren))).toMatchObject({ soort: 'later', code: 'CRL_HAS_EXPIRED' })
    await sluit()
    expect(await stuur(trekIn(maakUitgever('Een andere uitgever'), [], morgen))).toMatchObject({ code: 'UNABLE_TO_GET_CRL' })
  })
  it('zonder goed certificaat van ons komt er niets aan, en een verlopen certificaat gaat niet eens op weg', async () => {
    let kreeg = 0
    const tel: RequestListener = (_, antwoord) => void antwoord.end(String(kreeg++))
    const { certificaat: _, sleutel: __, ...zonder } = await metServer(tel)
    expect(await stuurEnvelop(zonder, heen)).toMatchObject({ soort: 'later', tekst: 'De ander weigert ons certificaat.' })
    const oud = geefUit(ca, { tot: new Date('2026-01-01T12:00:00Z') })
    const uitkomst = await stuurEnvelop({ ...zonder, certificaat: oud.certificaat, sleutel: oud.sleutel }, heen)
    expect(uitkomst).toMatchObject({ soort: 'later', code: 'CERTIFICAAT', tekst: expect.stringContaining('verlopen op 1 januari 2026') })
    expect(kreeg).toBe(0)
  })

  it('een grote lading gaat stuk voor stuk, en komt heel aan', async () => {
    let kreeg: Uint8Array | undefined
    const naar = await metServer((vraag, antwoord) => {
      const delen: Buffer[] = []
      vraag.on('data', (deel: Buffer) => delen.push(deel))
      vraag.on('end', async () => {
        const gelezen = await leesEnvelop(Buffer.concat(delen))
        if (gelezen.ok && 'lading' in gelezen.value) kreeg = gelezen.value.lading.inhoud
        antwoord.end(soap(bv03))
      })
    })
    const stukken = Array.from({ length: 2 }, (_, i) => Buffer.alloc(1024 * 1024 + i, String(i)))
    const lading = { grootte: stukken.reduce((som, s) => som + s.length, 0), stukken: () => stukken }
    expect(await stuurEnvelop(naar, heen, lading)).toMatchObject({ soort: 'ontvangen' })
    expect(Buffer.concat(stukken).equals(kreeg ?? Buffer.of())).toBe(true)
  })

  it('wie antwoordt voordat alles weg is wordt gehoord, en de rest gaat niet meer', async () => {
    let opgehaald = 0
    const eindeloos = function* () {
      for (; opgehaald < 18; opgehaald++) yield Buffer.alloc(1024 * 1024)
    }
    const naar = await metServer((_, antwoord) => void antwoord.writeHead(503, { connection: 'close' }).end())
    const uitkomst = await stuurEnvelop(naar, heen, { grootte: 18 * 1024 * 1024, stukken: eindeloos })
    expect(uitkomst).toMatchObject({ soort: 'later' })
    expect(opgehaald).toBeLessThan(18)
  })

  it('gaat het lezen van de lading mis, dan ligt dat aan ons en niet aan de ander', async () => {
    const naar = await metServer(zegt(200, soap(bv03)))
    const kapot = async function* () {
      yield Buffer.alloc(10)
      throw new Error('de database is weg')
    }
    await expect(stuurEnvelop(naar, heen, { grootte: 100, stukken: kapot })).rejects.toThrow('de database is weg')
  })

  it('wat niet in een envelop past, gaat er niet uit', async () => {
    const naar = await metServer(zegt(200, soap(bv03)))
    expect(await stuurEnvelop(naar, { ...heen, referentienummer: 'geen-uuid' })).toMatchObject({ soort: 'geweigerd', code: 'ENVELOP' })
  })
})
