/** Verzoeken die te groot, te traag of te diep zijn, wat op elk antwoord staat, en waar een BSN nooit komt. */
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { eenInwoner, maakInwoner } from './dossier/dossier.testhulp.ts'
import type { Proefgebruiker } from './proefserver.testhulp.ts'
import { id, maakWeerproef, schrijft } from './weerproef.testhulp.ts'

const { s, ik, poort, log } = await maakWeerproef()
afterAll(() => s.sluit())

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
    log.tekst = ''
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
    expect(log.tekst.split('\n').length).toBeGreaterThan(pogingen.length)
    for (const tekst of [...teksten, ...log.tekst.split('\n')]) expect(tekst).not.toMatch(/99999001[89]/)
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
