/** Wat een vijandige aanroeper probeert: vreemde herkomst, geraden of opgedrongen sessies, te veel. */
import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { eenInwoner } from './dossier/dossier.testhulp.ts'
import { maakProefserver } from './proefserver.testhulp.ts'
import { maakWeerproef, schrijft } from './weerproef.testhulp.ts'

const { s, ik } = await maakWeerproef()
afterAll(() => s.sluit())

/** Een sleutel in de vorm die de server geeft, van niemand. */
const eenSleutel = () => randomBytes(32).toString('base64url')
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
