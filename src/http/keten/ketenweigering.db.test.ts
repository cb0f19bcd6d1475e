/** De deur van de keten van buiten bekeken: wie er niet in mag, wat niet aangenomen wordt, en dat twee keer één keer is. */
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { geefUit, maakUitgever, type Proefcertificaat, trekIn } from '#actions/transport/certificaten.testhulp.ts'
import { maakProefkant, OIN, proefuitgever, type Proefkant, wachtTot } from '#actions/transport/proefkant.testhulp.ts'
import { alsBytes, PARTIJEN, stuur, wijsToe } from '#messages/keten/oefening.testhulp.ts'
import { vijandig } from '#messages/vijandig.testhulp.ts'
import { BSN } from '#messages/voorbeelden.testhulp.ts'
import { envelop, post, type Post, soap } from '#actions/transport/ketenpost.testhulp.ts'
import { maakKetenserver } from './ketenserver.ts'

const gemeente = geefUit(proefuitgever, { cn: 'gemeente', oin: OIN.gemeente })
const ontvanger = { organisatie: PARTIJEN.aanbieder, applicatie: 'GGk' }
const log: string[] = []
let kant: Proefkant
let server: FastifyInstance
let poort: number
async function open(k: Proefkant): Promise<FastifyInstance> {
  const ontvangst = k.dienst.keten.ontvangst()
  if (!ontvangst) throw new Error('geen ontvangst')
  const logger = pino({ level: 'trace' }, { write: (regel: string) => void log.push(regel) })
  const nieuw = await maakKetenserver({ dienst: k.dienst, ontvangst, logger, storing: (f) => void log.push(String(f.stack)) })
  await nieuw.listen({ port: 0, host: '127.0.0.1' })
  return nieuw
}
const poortVan = (s: FastifyInstance): number => (s.server.address() as AddressInfo).port
beforeAll(async () => {
  kant = await maakProefkant('aanbieder', { naarPoort: 1 })
  server = await open(kant)
  poort = poortVan(server)
})
afterAll(async () => {
  await server.close()
  await kant.sluit()
})
const bied = (lichaam: string | Buffer, wens: Partial<Post> = {}) => post({ poort, lichaam, certificaat: gemeente, ...wens })
const aantal = async (): Promise<number> => (await kant.vraag('select 1 from envelop')).length
const REF = (n: number) => `9c0f7b90-5c69-41e5-a837-0800200c${String(n).padStart(4, '0')}`

describe('wie er niet in mag', () => {
  const vreemd = maakUitgever('Vreemde uitgever')
  it.each<[string, Proefcertificaat | undefined]>([
    ['zonder certificaat', undefined],
    ['een certificaat van een andere uitgever, met een bekend OIN', geefUit(vreemd, { oin: OIN.gemeente })],
    ['een verlopen certificaat', geefUit(proefuitgever, { oin: OIN.gemeente, tot: new Date(Date.now() - 1000) })],
    ['een certificaat dat nog niet geldt', geefUit(proefuitgever, { oin: OIN.gemeente, van: new Date(Date.now() + 86_400_000) })],
  ])('%s: er komt geen verbinding', async (_, certificaat) => {
    await expect(bied(envelop(wijsToe()), { certificaat })).rejects.toThrow()
    expect(await aantal()).toBe(0)
  })
  it('een certificaat dat de uitgever introk: geen verbinding; wie niet op de lijst staat wel', async () => {
    const ontvangst = kant.dienst.keten.ontvangst()
    if (!ontvangst || !('tls' in ontvangst.soort)) throw new Error('geen eigen deur')
    const ingetrokken = geefUit(proefuitgever, { oin: OIN.gemeente })
    const crl = trekIn(proefuitgever, [ingetrokken], new Date(Date.now() + 86_400_000))
    const metLijst = { ...ontvangst, soort: { tls: { ...ontvangst.soort.tls, crl } } }
    const deur = await maakKetenserver({ dienst: kant.dienst, ontvangst: metLijst, storing: (f) => void log.push(String(f.stack)) })
    try {
      await deur.listen({ port: 0, host: '127.0.0.1' })
      const klop = (certificaat: Proefcertificaat) => bied('geen envelop', { certificaat, poort: poortVan(deur) })
      await expect(klop(ingetrokken)).rejects.toThrow()
      expect(await klop(gemeente)).toMatchObject({ code: 'IB001' })
    } finally {
      await deur.close()
    }
  })
  it('een goed certificaat van iemand die wij niet kennen', async () => {
    const onbekend = geefUit(proefuitgever, { oin: '00000009999999999999' })
    expect(await bied(envelop(wijsToe()), { certificaat: onbekend })).toMatchObject({ status: 500, code: 'IB002' })
    expect(await bied(envelop(wijsToe()), { certificaat: geefUit(proefuitgever, { cn: OIN.gemeente }) })).toMatchObject({ code: 'IB002' })
    expect(await aantal()).toBe(0)
  })
  it('een bekende die namens een ander stuurt', async () => {
    const zender = { organisatie: '9991', applicatie: 'Proef' }
    expect(await bied(envelop(wijsToe(), { zender }))).toMatchObject({ status: 500, code: 'IB002' })
    expect(await aantal()).toBe(0)
  })
})

describe('wat niet aangenomen wordt', () => {
  const goed = envelop(wijsToe())
  const naar = (organisatie: string) => envelop(wijsToe(), { ontvanger: { organisatie, applicatie: 'GGk' } })
  const bom = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>`
  it.each<[string, string | Buffer, Partial<Post>, object]>([
    ['een onbekende aanbieder', naar('12345678'), {}, { status: 500, code: 'IB010' }],
    ['een onbekende gemeente', naar('9991'), {}, { status: 500, code: 'IB005' }],
    ['een andere actie', goed, { koppen: { soapaction: '"http://www.egem.nl/StUF/StUF0301/Fo01"' } }, { status: 500, code: 'IB001' }],
    ['een onbekende functie', envelop(wijsToe(), { functie: 'WMO999' }), {}, { status: 500, code: 'IB004' }],
    ['een bericht de verkeerde kant op', envelop(stuur('WMO305')), {}, { status: 500, code: 'IB007' }],
    ['een heenbericht als antwoord', envelop(wijsToe(), { kruis: REF(1) }), { koppen: { soapaction: '' } }, { status: 500, code: 'IB006' }],
    ['een kapotte envelop', goed.replace('<StUF:berichtcode>Di01', '<StUF:berichtcode>Di02'), {}, { status: 500, code: 'IB001' }],
    ['inhoud die geen base64 is', goed.replace('<GGK:xmlBestand>', '<GGK:xmlBestand>?'), {}, { status: 500, code: 'IB001' }],
    ['een half bericht', goed.slice(0, -20), {}, { status: 500, code: 'IB001' }],
    ['niets', '', {}, { status: 500, code: 'IB001' }],
    ['een DOCTYPE met entiteiten', bom, {}, { status: 500, code: 'IB001' }],
    ['honderdduizend niveaus diep', '<a>'.repeat(100_000), {}, { status: 500, code: 'IB001' }],
    ['kapotte tekens', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x00]), {}, { status: 500, code: 'IB001' }],
    ['meer dan 25 MB', Buffer.alloc(25 * 1024 * 1024 + 1, 32), {}, { status: 500, code: 'IB003' }],
    ['een lengte van vier gigabyte', goed, { koppen: { 'content-length': String(2 ** 32) } }, { status: 500, code: 'IB003' }],
    ['ingepakt, met honderd megabyte erin', gzipSync(Buffer.alloc(1e8, 32)), { koppen: { 'content-encoding': 'gzip' } }, { status: 415 }],
    ['SOAP 1.2', goed, { koppen: { 'content-type': 'application/soap+xml' } }, { status: 415 }],
    ['een andere tekenset', goed, { koppen: { 'content-type': 'text/xml; charset=iso-8859-1' } }, { status: 415 }],
    ['een ander adres', goed, { pad: '/api/v1/sessie' }, { status: 404 }],
    ['een andere methode', '', { methode: 'GET' }, { status: 404 }],
  ])('%s', async (_, lichaam, wens, verwacht) => {
    expect(await bied(lichaam, wens)).toMatchObject(verwacht)
    expect(await aantal()).toBe(0)
  })
  it('een fout of een bevestiging over iets dat hier nooit verstuurd is', async () => {
    const stam = {
      zender: { organisatie: PARTIJEN.gemeente, applicatie: 'Proef' },
      ontvanger,
      referentienummer: REF(2),
      tijdstip: '20261125',
    }
    const fout = { code: 'StUF055', plek: 'client', omschrijving: 'x' } as const
    const koppen = { soapaction: '' }
    for (const wat of [
      { soort: 'Fo01', ...stam, crossRefnummer: REF(3), fout } as const,
      { soort: 'Bv03', ...stam, crossRefnummer: REF(3) } as const,
    ])
      expect(await bied(soap(wat), { koppen })).toMatchObject({ status: 500, code: 'IB021' })
    expect(await aantal()).toBe(0)
  })
})

describe('wie druppelt', () => {
  it('wordt afgebroken met een antwoord dat zegt waarom, en er is niets vastgelegd', async () => {
    const ontvangst = kant.dienst.keten.ontvangst()
    if (!ontvangst) throw new Error('geen ontvangst')
    const traag = await maakKetenserver({ dienst: kant.dienst, ontvangst, geduldMs: 1_000, storing: (f) => void log.push(String(f.stack)) })
    await traag.listen({ port: 0, host: '127.0.0.1' })
    const lichaam = envelop(wijsToe(), { referentienummer: REF(90) })
    const tekst = await druppel(poortVan(traag), lichaam)
    expect(tekst).toMatch(/^HTTP\/1\.1 408 /)
    expect(tekst).toContain('nog niet helemaal binnen')
    expect(await aantal()).toBe(0)
    await traag.close()
  })
})
/** Een goed begin, en dan teken voor teken, tot de ander ophoudt; geeft wat die zei. */
function druppel(poort: number, lichaam: string): Promise<string> {
  return new Promise((klaar, mislukt) => {
    const { certificaat: cert, sleutel: key } = gemeente
    const lijn = connect({ port: poort, host: '127.0.0.1', ca: proefuitgever.certificaat, cert, key })
    let gehoord = ''
    let plek = 0
    const klok = setInterval(() => lijn.write(lichaam.charAt(plek++ % lichaam.length)), 20)
    lijn.on('data', (deel: Buffer) => (gehoord += deel.toString('utf8')))
    lijn.on('error', (f: NodeJS.ErrnoException) => (['ECONNRESET', 'EPIPE'].includes(f.code ?? '') ? undefined : mislukt(f)))
    lijn.on('close', () => {
      clearInterval(klok)
      klaar(gehoord)
    })
    lijn.write(`POST /keten/ggk HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/xml\r\ncontent-length: ${lichaam.length}\r\n\r\n`)
  })
}

describe('wat wel aangenomen wordt', () => {
  it('twee keer dezelfde envelop is één keer, met dezelfde bevestiging; iets anders onder hetzelfde nummer niet', async () => {
    const eerste = await bied(envelop(wijsToe(), { referentienummer: REF(10) }))
    expect(eerste).toMatchObject({ status: 200, bevestiging: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const tweede = await Promise.all([1, 2, 3].map(() => bied(envelop(wijsToe(), { referentienummer: REF(10) }))))
    expect(new Set(tweede.map((t) => t.bevestiging))).toEqual(new Set([eerste.bevestiging]))
    expect(await aantal()).toBe(1)
    const ander = envelop(wijsToe({ ToewijzingNummer: 77 }), { referentienummer: REF(10) })
    expect(await bied(ander)).toMatchObject({ status: 500, code: 'IB016' })
    expect(await aantal()).toBe(1)
  })
  it('tegelijk dezelfde nieuwe envelop is één keer', async () => {
    const lichaam = envelop(wijsToe({ ToewijzingNummer: 5 }), { referentienummer: REF(11) })
    const alle = await Promise.all([1, 2, 3, 4].map(() => bied(lichaam)))
    expect(alle.map((a) => a.status)).toEqual([200, 200, 200, 200])
    expect(new Set(alle.map((a) => a.bevestiging)).size).toBe(1)
    expect(await kant.vraag(`select 1 from envelop where referentie = '${REF(11)}'`)).toHaveLength(1)
  })
  it('inhoud die over een ander paar gaat, of over onszelf, wordt niet verwerkt maar is werk voor een mens', async () => {
    await kant.werk()
    const elders = wijsToe({ ToewijzingNummer: 6 })
    elders.waarde.Header.Afzender = '9991'
    await bied(envelop(elders, { referentienummer: REF(12) }))
    // Een bericht van ons, teruggestuurd in een envelop die iets anders belooft.
    const eigen = envelop(stuur('WMO305'), { referentienummer: REF(13), functie: 'WMO301' })
    expect(await bied(eigen)).toMatchObject({ status: 200 })
    await wachtTot(async () => (await kant.vraag(`select 1 from envelop where richting = 'in' and stand = 'wacht'`)).length === 0)
    const vreemd = await kant.vraag(
      `select b.naam, b.richting, b.uitkomst, b.telt, u.soort from bericht b join uitval u on u.bericht = b.id where b.uitkomst = 'vreemd' order by b.naam`,
    )
    expect(vreemd).toEqual([
      { naam: 'WMO301', richting: 'in', uitkomst: 'vreemd', telt: false, soort: 'vreemd' },
      { naam: 'WMO305', richting: 'in', uitkomst: 'vreemd', telt: false, soort: 'vreemd' },
    ])
  })
  it('vijandige inhoud in een goede envelop: een Fo01 terug, niets half vastgelegd, en wat erna komt gaat gewoon door', async () => {
    const gevallen = vijandig(Buffer.from(alsBytes('WMO301', wijsToe().waarde as never)).toString('utf8'))
    const feiten = await kant.vraag('select 1 from toewijzing')
    for (const [n, [naam, inhoud]] of gevallen.entries())
      expect([naam, (await bied(envelop(wijsToe(), { referentienummer: REF(40 + n), inhoud }))).status]).toEqual([naam, 200])
    const goed = wijsToe({ ToewijzingNummer: 4242 })
    goed.waarde.Header.BerichtIdentificatie.Identificatie = 'NA-VIJAND'
    expect(await bied(envelop(goed, { referentienummer: REF(60) }))).toMatchObject({ status: 200 })
    await wachtTot(async () => (await kant.vraag(`select 1 from envelop where richting = 'in' and stand = 'wacht'`)).length === 0)
    const terug = await kant.vraag<{ kruisreferentie: string }>(
      `select kruisreferentie from envelop where soort = 'Fo01' and richting = 'uit' order by kruisreferentie`,
    )
    expect(terug.map((e) => e.kruisreferentie)).toEqual(gevallen.map((_, n) => REF(40 + n)))
    expect(await kant.vraag(`select 1 from bericht where uitkomst = 'niveau1'`)).toHaveLength(gevallen.length)
    expect(await kant.vraag('select 1 from toewijzing')).toHaveLength(feiten.length + 1)
  })
  it('dezelfde inhoud in een nieuwe envelop: er verandert niets, en het antwoord gaat ook op de nieuwe', async () => {
    const eerder = await kant.vraag('select 1 from bericht')
    expect(await bied(envelop(wijsToe(), { referentienummer: REF(14) }))).toMatchObject({ status: 200 })
    const du01 = () =>
      kant.vraag<{
        kruisreferentie: string
        bericht: string
      }>(`select kruisreferentie, bericht from envelop where soort = 'Du01' and bericht =
        (select bericht from envelop where kruisreferentie = '${REF(10)}') order by gemaakt_op`)
    await wachtTot(async () => (await du01()).length === 2)
    expect((await du01()).map((e) => e.kruisreferentie)).toEqual([REF(10), REF(14)])
    expect(await kant.vraag('select 1 from bericht')).toHaveLength(eerder.length)
  })
  it('nergens staat een leesbaar BSN: niet in het logboek, en niet in de tabellen', async () => {
    const b64 = Buffer.from(BSN).toString('base64').slice(0, 11)
    expect(log.length).toBeGreaterThan(10)
    // Wat een ander fout doet is geen storing van ons.
    expect(log.filter((regel) => (JSON.parse(regel) as { level: number }).level >= 50)).toEqual([])
    expect(log.filter((regel) => regel.includes(BSN) || regel.includes(b64))).toEqual([])
    for (const tabel of ['envelop', 'envelopinhoud', 'uitval'])
      expect(
        await kant.vraag(`select 1 from ${tabel} r where r::text like '%${BSN}%' or r::text like '%${Buffer.from(BSN).toString('hex')}%'`),
      ).toEqual([])
  })
})

it('wie te veel vraagt, moet wachten', async () => {
  const druk = await maakProefkant('aanbieder', { naarPoort: 1, ontvangst: { verzoekenPerMinuut: 3 } })
  const deur = await open(druk)
  const statussen: number[] = []
  for (let n = 0; n < 5; n++) statussen.push((await bied(envelop(wijsToe()), { poort: poortVan(deur) })).status)
  expect(statussen).toEqual([200, 200, 200, 429, 429])
  await deur.close()
  await druk.sluit()
})

describe('achter een proxy', () => {
  const vreemd = maakUitgever('Proefuitgever')
  const kop = (c: Proefcertificaat, hoe: 'nginx' | 'haproxy' | 'rfc9440' = 'nginx') => {
    if (hoe === 'nginx') return { 'x-client-certificaat': encodeURIComponent(c.certificaat) }
    const der = c.certificaat.replace(/-----[A-Z ]+-----|\s/g, '')
    return { 'x-client-certificaat': hoe === 'haproxy' ? der : `:${der}:` }
  }
  const achter = async (adressen: string[]) => {
    const k = await maakProefkant('aanbieder', { naarPoort: 1, ontvangst: { proxy: { kop: 'X-Client-Certificaat', adressen } } })
    return { k, deur: await open(k) }
  }
  it('telt het doorgegeven certificaat, in elke vorm, en alleen van een uitgever die wij vertrouwen', async () => {
    const { k, deur } = await achter(['127.0.0.0/8', '::1'])
    const via = (koppen: Record<string, string>, n: number) =>
      bied(envelop(wijsToe({ ToewijzingNummer: n }), { referentienummer: REF(n) }), { poort: poortVan(deur), zonderTls: true, koppen })
    expect(await via(kop(gemeente), 20)).toMatchObject({ status: 200 })
    expect(await via(kop(gemeente, 'haproxy'), 21)).toMatchObject({ status: 200 })
    expect(await via(kop(gemeente, 'rfc9440'), 22)).toMatchObject({ status: 200 })
    expect(await via({}, 23)).toMatchObject({ code: 'IB002' })
    expect(await via({ 'x-client-certificaat': 'onzin' }, 24)).toMatchObject({ code: 'IB002' })
    expect(await via(kop(geefUit(vreemd, { oin: OIN.gemeente })), 25)).toMatchObject({ code: 'IB002' })
    expect(await via(kop(geefUit(proefuitgever, { oin: OIN.gemeente, tot: new Date(Date.now() - 1000) })), 26)).toMatchObject({
      code: 'IB002',
    })
    expect(await k.vraag('select 1 from envelop')).toHaveLength(3)
    await deur.close()
    await k.sluit()
  })
  it('telt niets als het niet van de proxy komt', async () => {
    const { k, deur } = await achter(['192.0.2.1'])
    const koppen = { ...kop(gemeente), 'x-forwarded-for': '192.0.2.1' }
    expect(await bied(envelop(wijsToe()), { poort: poortVan(deur), zonderTls: true, koppen })).toMatchObject({ code: 'IB002' })
    await deur.close()
    await k.sluit()
  })
})
