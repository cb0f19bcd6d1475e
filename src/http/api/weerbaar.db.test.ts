/** Wat een vijandige aanroeper probeert: vreemde herkomst, geraden of opgedrongen sessies, te veel, te groot, te traag, te diep. */
import { randomBytes, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakLogger } from '../logger.ts'
import { eenInwoner, maakInwoner } from './dossier/dossier.testhulp.ts'
import { maakProefserver, type Proefgebruiker, type Proefserver } from './proefserver.testhulp.ts'
import { type Objecten, routeproeven } from './rechtenroutes.testhulp.ts'

let s: Proefserver
let ik: Proefgebruiker
let poort: number
let log = ''
beforeAll(async () => {
  s = await maakProefserver({ geduldMs: 800, logger: maakLogger('spoor', { write: (regel: string) => void (log += regel) }) })
  ik = await s.meldAan('consulent')
  await s.server.listen({ port: 0, host: '127.0.0.1' })
  const adres = s.server.server.address()
  poort = typeof adres === 'object' && adres ? adres.port : 0
})
afterAll(() => s.sluit())

/** Een sleutel in de vorm die de server geeft, van niemand. */
const eenSleutel = () => randomBytes(32).toString('base64url')
const id = '01999999-0000-7000-8000-000000000001'
const objecten = new Proxy({} as Objecten, { get: () => id })
const schrijft = Object.entries(routeproeven)
  .filter(([naam]) => !naam.startsWith('GET'))
  .map(([naam, proef]) => ({ naam, methode: naam.split(' ')[0] as 'POST', ...proef.verzoek(objecten) }))
const vraag = (v: (typeof schrijft)[number], koppen: Record<string, string>) =>
  s.server.inject({
    method: v.methode,
    url: `/api/v1${v.pad}`,
    headers: { 'idempotency-key': 'proef-proef', ...v.koppen, ...koppen },
    ...(v.lichaam && { payload: v.lichaam }),
  })

describe('CSRF en herkomst, op elke route die iets verandert', () => {
  it.each(schrijft)('$naam', async (v) => {
    const { cookie, csrf } = ik
    const pogingen: Record<string, Record<string, string>> = {
      'zonder sleutel': { cookie },
      'met een andere sleutel': { cookie, 'x-csrf-token': eenSleutel() },
      'met een lege sleutel': { cookie, 'x-csrf-token': '' },
      'vanaf een andere site': { cookie, 'x-csrf-token': csrf, origin: 'https://elders.example' },
      'vanaf een ander subdomein': { cookie, 'x-csrf-token': csrf, origin: 'http://localhost.elders.example' },
      'vanuit een bestand of zandbak': { cookie, 'x-csrf-token': csrf, origin: 'null' },
    }
    for (const [hoe, koppen] of Object.entries(pogingen)) {
      const a = await vraag(v, koppen)
      expect([hoe, a.statusCode, a.json().code]).toEqual([hoe, 403, 'CSRF'])
    }
    const zonder = await vraag(v, { 'x-csrf-token': csrf })
    expect([zonder.statusCode, zonder.json().code]).toEqual([401, 'NIET_AANGEMELD'])
  })

  it('met sleutel en eigen herkomst gaat het wel door', async () => {
    const a = await ik.roep('POST', '/inwoners', eenInwoner(), { origin: 'http://localhost:80', host: 'localhost:80' })
    expect(a.status).toBe(201)
  })

  it('de CSRF-sleutel van een andere sessie werkt niet', async () => {
    const ander = await s.meldAan('consulent')
    expect((await ik.roep('POST', '/inwoners', eenInwoner(), { 'x-csrf-token': ander.csrf })).status).toBe(403)
  })

  it('een GET verandert niets: geen enkele schrijfroute luistert naar GET', async () => {
    for (const v of schrijft.filter((x) =>
      /gebeurtenissen|overdrachten|bsn-inzagen|afdrukken|herhalingen|pogingen|stopverzoeken/.test(x.pad),
    )) {
      const a = await s.server.inject({ url: `/api/v1${v.pad}`, headers: { cookie: ik.cookie } })
      expect([v.naam, a.statusCode]).toEqual([v.naam, 404])
    }
  })
})

describe('de sessie', () => {
  it('de cookie is alleen voor de server, alleen van deze site', async () => {
    const a = await s.server.inject({ method: 'POST', url: '/aanmelden/demo', payload: { sleutel: `proef-${s.gemeenten[0]?.code}-1` } })
    expect(a.cookies).toEqual([
      expect.objectContaining({ name: 'meedoen_sessie', httpOnly: true, sameSite: 'Lax', path: '/' }),
      // Alleen een aanwijzing voor het scherm; aan haar ontleent niemand iets.
      { name: 'meedoen_aangemeld', value: 'proef', sameSite: 'Lax', path: '/' },
    ])
    // Wie geen inwoners zoekt, krijgt er geen zoekveld bij: dat hoort het scherm voor het eerste beeld.
    const beheerder = await s.server.inject({
      method: 'POST',
      url: '/aanmelden/demo',
      payload: { sleutel: `proef-${s.gemeenten[0]?.code}-7` },
    })
    expect(beheerder.cookies[1]?.value).toBe('proef.zonder-zoekveld')
    expect(a.cookies[0]?.domain).toBeUndefined()
    expect(a.cookies[0]?.value).toHaveLength(43)
  })

  it('een opgedrongen cookie wordt nooit een sessie', async () => {
    const opgedrongen = 'A'.repeat(43)
    const a = await s.server.inject({
      method: 'POST',
      url: '/aanmelden/demo',
      payload: { sleutel: `proef-${s.gemeenten[0]?.code}-1` },
      headers: { cookie: `meedoen_sessie=${opgedrongen}` },
    })
    expect(a.cookies[0]?.value).not.toBe(opgedrongen)
    const met = await s.server.inject({ url: '/api/v1/sessie', headers: { cookie: `meedoen_sessie=${opgedrongen}` } })
    expect(met.statusCode).toBe(401)
  })

  it('opnieuw aanmelden sluit de sessie die deze browser had', async () => {
    const eerst = await s.meldAan('consulent')
    await s.server.inject({
      method: 'POST',
      url: '/aanmelden/demo',
      payload: { sleutel: `proef-${s.gemeenten[0]?.code}-1` },
      headers: { cookie: eerst.cookie },
    })
    expect((await eerst.roep('GET', '/sessie')).status).toBe(401)
  })

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5000), '../../etc', '%00', "' or 1=1 --"])('geen sessie bij %j', async (waarde) => {
    const a = await s.server.inject({ url: '/api/v1/sessie', headers: { cookie: `meedoen_sessie=${encodeURIComponent(waarde)}` } })
    expect(a.statusCode).toBe(401)
  })

  it('over https heet de cookie __Host-, is zij Secure, en zegt de server dat https blijft', async () => {
    const veilig = await maakProefserver({ aanmelden: () => ({ proef: true, veilig: true }) })
    const a = await veilig.server.inject({
      method: 'POST',
      url: '/aanmelden/demo',
      payload: { sleutel: `proef-${veilig.gemeenten[0]?.code}-1` },
    })
    expect(a.cookies).toEqual([
      expect.objectContaining({ name: '__Host-meedoen_sessie', secure: true, httpOnly: true, path: '/' }),
      expect.objectContaining({ name: 'meedoen_aangemeld', secure: true, path: '/' }),
    ])
    expect(a.headers['strict-transport-security']).toContain('max-age=31536000')
    const waarde = a.cookies[0]?.value
    const met = (naam: string) => veilig.server.inject({ url: '/api/v1/sessie', headers: { cookie: `${naam}=${waarde}` } })
    expect([(await met('__Host-meedoen_sessie')).statusCode, (await met('meedoen_sessie')).statusCode]).toEqual([200, 401])
    await veilig.sluit()
  })
})

describe('te veel', () => {
  it('per sessie een grens; een ander merkt er niets van', async () => {
    const klein = await maakProefserver({ verzoekenPerMinuut: 12 })
    const [a, b] = [await klein.meldAan('consulent'), await klein.meldAan('toezichthouder')]
    const codes = []
    for (let i = 0; i < 15; i++) codes.push((await a.roep('GET', '/collegas')).status)
    expect([codes.filter((c) => c === 200).length, codes.at(-1)]).toEqual([11, 429])
    const { lichaam, koppen } = await a.roep('GET', '/collegas')
    expect([lichaam.code, koppen['content-type'], Number(koppen['retry-after']) > 0]).toEqual([
      'TE_VEEL',
      'application/problem+json; charset=utf-8',
      true,
    ])
    expect((await b.roep('GET', '/collegas')).status).toBe(200)
    await klein.sluit()
  })

  it('per adres een grens op aanmelden; een ander adres merkt er niets van', async () => {
    const poging = (remoteAddress: string) =>
      s.server.inject({ method: 'POST', url: '/aanmelden/demo', payload: { sleutel: 'bestaat niet' }, remoteAddress })
    const codes = []
    for (let i = 0; i < 125; i++) codes.push((await poging('127.9.9.9')).statusCode)
    expect([codes[0], codes.at(-1)]).toEqual([404, 429])
    expect((await poging('127.9.9.8')).statusCode).toBe(404)
  })

  it('een doorgegeven adres telt alleen van een proxy die vertrouwd is', async () => {
    const a = await s.server.inject({
      url: '/api/v1/aanmeldwijzen',
      remoteAddress: '10.1.1.1',
      headers: { 'x-forwarded-for': '127.0.0.1' },
    })
    expect(a.json().demo).toEqual([])
  })
})

describe('te groot, te traag, te diep', () => {
  const met = (lichaam: string, pad = '/inwoners', koppen: Record<string, string> = {}) =>
    s.server.inject({
      method: 'POST',
      url: `/api/v1${pad}`,
      headers: {
        cookie: ik.cookie,
        'x-csrf-token': ik.csrf,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
        ...koppen,
      },
      payload: lichaam,
    })

  it.each(schrijft.filter((v) => v.lichaam && !/antwoorden|indicaties$/.test(v.pad)))('boven de grens: $naam', async (v) => {
    const a = await s.server.inject({
      method: v.methode,
      url: `/api/v1${v.pad}`,
      headers: { cookie: ik.cookie, 'x-csrf-token': ik.csrf, 'content-type': 'application/json' },
      payload: JSON.stringify({ x: 'x'.repeat(600 * 1024) }),
    })
    expect([a.statusCode, a.json().code]).toEqual([413, 'TE_GROOT'])
  })

  it('waar meer nodig is mag meer, met ook daar een grens', async () => {
    const groot = (n: number) => JSON.stringify({ antwoorden: [{ vraag: 'x', waarde: 'x'.repeat(n) }] })
    const pad = `/onderzoeken/${id}/antwoorden`
    expect((await met(groot(100 * 1024), pad, { 'if-match': '"v1"' })).statusCode).not.toBe(413)
    expect((await met(groot(600 * 1024), pad, { 'if-match': '"v1"' })).statusCode).toBe(413)
  })

  it.each([
    ['te diep', `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['net te diep', `${'['.repeat(41)}${']'.repeat(41)}`],
    ['te diep, met haakjes die niet sluiten', '['.repeat(60_000)],
    ['__proto__', '{"naam":{"achternaam":"x"},"__proto__":{"geheimAdres":true}}'],
    ['constructor.prototype', '{"constructor":{"prototype":{"x":1}}}'],
    ['half', '{"naam":'],
    ['leeg', ''],
    ['geen JSON', 'naam=x'],
    ['twee waarden', '{}{}'],
  ])('%s: 400 in de vaste vorm', async (_, tekst) => {
    const a = await met(tekst)
    expect([a.statusCode, a.json().code, a.headers['content-type']]).toEqual([
      400,
      'VERZOEK_ONGELDIG',
      'application/problem+json; charset=utf-8',
    ])
    expect(({} as Record<string, unknown>).geheimAdres).toBeUndefined()
  })

  it('haakjes in een tekst tellen niet als diepte', async () => {
    const a = await met(JSON.stringify(eenInwoner({ woonplaats: `Plaats ${'['.repeat(60)}` })))
    expect([201, 422]).toContain(a.statusCode)
  })

  it('een sleutel die twee keer voorkomt: de laatste telt, overal dezelfde', async () => {
    const a = await met(JSON.stringify(eenInwoner()).replace('{"naam":', '{"naam":{"achternaam":"Eerste"},"naam":'))
    expect([a.statusCode, a.json().naam.achternaam]).toEqual([201, 'Proefpersoon'])
  })

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    '%s neemt de API niet aan',
    async (soort) => {
      const a = await met('{}', '/inwoners', { 'content-type': soort })
      expect([a.statusCode, a.json().code]).toEqual([415, 'VERZOEK_ONGELDIG'])
    },
  )

  /** Stuurt ruwe bytes en geeft wat er terugkwam als de verbinding dicht is. */
  const ruw = (tekst: string, druppel = false): Promise<string> =>
    new Promise((klaar) => {
      let terug = ''
      const lijn = connect(poort, '127.0.0.1', () => lijn.write(tekst))
      const klok = druppel ? setInterval(() => lijn.writable && lijn.write('x'), 100) : undefined
      lijn.on('data', (stuk) => (terug += stuk))
      lijn.on('error', () => undefined)
      lijn.on('close', () => {
        clearInterval(klok)
        klaar(terug)
      })
    })

  it('een lichaam dat blijft druppelen wordt afgebroken', async () => {
    const kop = `POST /api/v1/inwoners HTTP/1.1\r\nhost: x\r\ncookie: ${ik.cookie}\r\nx-csrf-token: ${ik.csrf}\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n`
    expect(await ruw(`${kop}{"naam`, true)).toMatch(/^(HTTP\/1\.1 408|$)/)
  })

  it('een kop die niet af komt wordt afgebroken', async () => {
    expect(await ruw('GET /api/v1/sessie HTTP/1.1\r\nhost: x\r\nx-traag: ', true)).toMatch(/^(HTTP\/1\.1 408|$)/)
  })

  it('te lange koppen, een dubbele lengte of een vreemd verzoek komen niet binnen', async () => {
    expect(await ruw(`GET / HTTP/1.1\r\nhost: x\r\nx-lang: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/)
    expect(await ruw('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400/,
    )
    expect(await ruw('ONZIN\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
  })
})

describe('op elk antwoord', () => {
  const antwoorden = (): Promise<[string, Awaited<ReturnType<typeof s.server.inject>>][]> =>
    Promise.all(
      Object.entries({
        pagina: { url: '/' },
        diep: { url: '/inwoners/123' },
        stijl: { url: '/pagina.css' },
        bestandWeg: { url: '/assets/weg.js' },
        document: { url: '/api/v1/openapi.json' },
        zonderSessie: { url: '/api/v1/sessie' },
        goed: { url: '/api/v1/sessie', headers: { cookie: ik.cookie } },
        nietGevonden: { url: '/api/v1/bestaat-niet', headers: { cookie: ik.cookie } },
        ongeldig: { url: '/api/v1/zaken?limiet=nul', headers: { cookie: ik.cookie } },
        gezond: { url: '/healthz' },
      }).map(async ([naam, v]) => [naam, await s.server.inject(v)] as [string, Awaited<ReturnType<typeof s.server.inject>>]),
    )

  it('staan de beveiligingskoppen', async () => {
    for (const [naam, a] of await antwoorden()) {
      const csp = String(a.headers['content-security-policy'])
      expect([naam, csp.includes("default-src 'none'"), csp.includes('unsafe'), csp.includes("frame-ancestors 'none'")]).toEqual([
        naam,
        true,
        false,
        true,
      ])
      expect([naam, a.headers['x-content-type-options'], a.headers['referrer-policy'], a.headers['cross-origin-opener-policy']]).toEqual([
        naam,
        'nosniff',
        'same-origin',
        'same-origin',
      ])
      expect([naam, a.headers['x-powered-by'], a.headers.server]).toEqual([naam, undefined, undefined])
    }
  })

  it('blijft niets van de API in een cache', async () => {
    for (const [naam, a] of await antwoorden())
      if (['zonderSessie', 'goed', 'nietGevonden', 'ongeldig'].includes(naam))
        expect([naam, a.headers['cache-control']]).toEqual([naam, 'no-store'])
  })
})

describe('een BSN komt nergens waar het niet hoort', () => {
  const bsn = '999990019'

  it('niet in een logregel, een adres dat wij maken, een fout of een titel', async () => {
    log = ''
    const teksten: string[] = []
    const inwoner = await maakInwoner(ik, { bsn })
    const pogingen: [Parameters<Proefgebruiker['roep']>[0], string, unknown?][] = [
      ['GET', `/inwoners?naam=${bsn}`],
      ['GET', `/inwoners/${bsn}`],
      ['GET', `/zaken?zoek=${bsn}`],
      ['GET', `/zaken?cursor=${bsn}`],
      ['GET', `/zaken?inwoner=${bsn}`],
      ['GET', `/${bsn}`],
      ['POST', '/inwonerzoekopdrachten', { bsn }],
      ['POST', '/inwonerzoekopdrachten', { bsn: `${bsn}0` }],
      ['POST', '/inwonerzoekopdrachten', { bsn: Number(bsn) }],
      ['POST', '/inwonerzoekopdrachten', { [bsn]: 1 }],
      ['POST', '/inwoners', eenInwoner({ bsn })],
      ['POST', '/inwoners', eenInwoner({ bsn: '999990018' })],
      ['POST', '/inwoners', eenInwoner({ geboortedatum: bsn, contactvoorkeur: bsn, postcode: bsn })],
      ['POST', '/filters', { keuze: { [bsn]: bsn, soort: bsn } }],
      ['PATCH', `/inwoners/${inwoner.id}`, { geboortedatum: bsn }],
      ['GET', `/inwoners/${inwoner.id}`],
      ['GET', `/inwoners/${inwoner.id}/tijdlijn`],
      ['GET', `/inwoners/${inwoner.id}/inzagen`],
    ]
    for (const [methode, pad, lichaam] of pogingen) {
      const a = await ik.roep(methode, pad, lichaam, { 'if-match': '"v1"' })
      teksten.push(`${methode} ${JSON.stringify(lichaam)}: ${JSON.stringify(a.lichaam)}`.replace(JSON.stringify(lichaam) ?? '', ''))
    }
    const pagina = await s.server.inject(`/inwoners/${bsn}`)
    expect(/<title>(.*?)<\/title>/.exec(pagina.body)?.[1]).not.toContain(bsn)
    expect(log.split('\n').length).toBeGreaterThan(pogingen.length)
    for (const tekst of [...teksten, ...log.split('\n')]) expect(tekst).not.toMatch(/99999001[89]/)
  })

  it('alleen wie erom vraagt krijgt het, één keer, met een logboekregel', async () => {
    const { id: inwoner } = await maakInwoner(ik)
    expect((await ik.roep('POST', `/inwoners/${inwoner}/bsn-inzagen`, { reden: 'verwisseling nagaan' })).lichaam.bsn).toMatch(/^9999\d{5}$/)
    const rijen = await s.eigenaar
      .selectFrom('audit')
      .select('soort')
      .where('inwoner', '=', inwoner)
      .where('soort', '=', 'bsn_getoond')
      .execute()
    expect(rijen).toHaveLength(1)
  })

  it('het staat leesbaar in geen enkele tabel', async () => {
    await maakInwoner(ik, { bsn: '999992077' }).catch(() => undefined)
    const tabellen = await s.eigenaar.introspection.getTables()
    for (const { name } of tabellen.filter((t) => t.schema === 'public')) {
      const inhoud = (await s.eigenaar
        .selectFrom(name as 'audit')
        .selectAll()
        .execute()) as object[]
      for (const rij of inhoud)
        for (const waarde of Object.values(rij)) {
          const tekst = Buffer.isBuffer(waarde) ? waarde.toString('latin1') : JSON.stringify(waarde)
          expect(tekst?.includes('999992077') ?? false, name).toBe(false)
        }
    }
  })
})
