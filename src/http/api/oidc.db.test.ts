/** Aanmelden met een werkaccount, tegen een echte uitgever die in deze test draait. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakUitgever } from '#actions/aanmelden/oidc.ts'
import { maakProefserver, type Proefserver } from './proefserver.testhulp.ts'
import { clientId, geheim, type Proefuitgever, startUitgever } from './uitgever.testhulp.ts'

const adres = 'http://127.0.0.1:8080'
let s: Proefserver
let uitgever: Proefuitgever
const gemeente = () => s.gemeenten[0]?.code as string
const andere = () => s.gemeenten[1]?.code as string

beforeAll(async () => {
  uitgever = await startUitgever(adres, {
    'sub-noor': { name: 'Noor Proef', email: 'Noor@Gemeente.example', email_verified: true },
    'sub-ander': { name: 'Een Ander', email: 'noor@gemeente.example', email_verified: true },
    'sub-los': { name: 'Los Proef', email: 'sem@gemeente.example', email_verified: false },
    'sub-twee': { name: 'Twee Proef', email: 'twee@gemeente.example', email_verified: true },
    'sub-weg': { name: 'Weg Proef', email: 'weg@gemeente.example', email_verified: true },
    'sub-vreemd': { name: 'Vreemd Proef' },
    'sub-als-naam': { name: 'Tom Proef' },
  })
  s = await maakProefserver({
    aanmelden: (dienst) => ({
      proef: false,
      veilig: false,
      oidc: { uitgever: maakUitgever({ uitgever: uitgever.adres, clientId, geheim, adres }, dienst.nu), adres },
    }),
  })
  const noem = (rol: string, plek: string, aanmeldnaam: string) =>
    s.knoei(`update medewerker set aanmeldnaam = '${aanmeldnaam}' where id = (select id from medewerker
      where gemeente = '${plek}' and '${rol}' = any(rollen) and aanmeldnaam like 'proef-%' order by aanmeldnaam limit 1)`)
  await noem('consulent', gemeente(), 'noor@gemeente.example')
  await noem('consulent', gemeente(), 'sem@gemeente.example')
  await noem('toezichthouder', gemeente(), 'sub-als-naam')
  await noem('beheerder', gemeente(), 'twee@gemeente.example')
  await noem('administratie', andere(), 'twee@gemeente.example')
  await noem('administratie', gemeente(), 'weg@gemeente.example')
  await s.knoei("update medewerker set actief = false where aanmeldnaam = 'weg@gemeente.example'")
})
afterAll(async () => {
  await s.sluit()
  await uitgever.stop()
})

/** Cookies van één browser. */
type Browser = Map<string, string>
async function ga(browser: Browser, url: string, vorm?: Record<string, string>, koppen: Record<string, string> = {}) {
  const antwoord = await s.server.inject({
    url,
    method: vorm ? 'POST' : 'GET',
    headers: {
      cookie: [...browser].map(([n, w]) => `${n}=${w}`).join('; '),
      ...(vorm && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...koppen,
    },
    ...(vorm && { payload: new URLSearchParams(vorm).toString() }),
  })
  for (const c of antwoord.cookies) {
    if (c.value === '') browser.delete(c.name)
    else browser.set(c.name, c.value)
  }
  return antwoord
}

const paddeel = (url: string) => url.slice(adres.length)
/** Heen: het adres bij de uitgever. */
async function vertrek(browser: Browser, naar = '/werk'): Promise<URL> {
  const antwoord = await ga(browser, `/aanmelden/start?${new URLSearchParams({ naar })}`)
  expect(antwoord.statusCode).toBe(303)
  return new URL(String(antwoord.headers.location))
}
async function meldAan(wie: string, naar = '/werk', browser: Browser = new Map()) {
  const terug = await uitgever.bezoek((await vertrek(browser, naar)).href, wie)
  return { browser, terug, antwoord: await ga(browser, paddeel(terug)) }
}
const wieBenIk = async (browser: Browser) => (await ga(browser, '/api/v1/sessie')).json() as Record<string, never>

describe('aanmelden met een werkaccount', () => {
  it('meldt aan met een nagegaan e-mailadres, en komt uit waar men heen wilde', async () => {
    const { browser, antwoord } = await meldAan('sub-noor', '/zaken?zoek=1')
    expect([antwoord.statusCode, antwoord.headers.location]).toEqual([303, '/zaken?zoek=1'])
    const cookie = antwoord.cookies.find((c) => c.name === 'meedoen_sessie')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(await wieBenIk(browser)).toMatchObject({ medewerker: { naam: 'Noor Proef' }, gemeente: { code: gemeente() } })
  })

  it('stuurt code flow met PKCE (S256), state en nonce, en nooit het geheim of de verifier', async () => {
    const browser: Browser = new Map()
    const url = await vertrek(browser)
    const p = url.searchParams
    expect([p.get('response_type'), p.get('code_challenge_method'), p.get('redirect_uri')]).toEqual([
      'code',
      'S256',
      `${adres}/aanmelden/terug`,
    ])
    for (const naam of ['state', 'nonce', 'code_challenge']) expect(p.get(naam)?.length, naam).toBeGreaterThanOrEqual(43)
    expect(url.href).not.toContain(geheim)
    const cookie = browser.get('meedoen_aanmelden') ?? ''
    expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain(p.get('state'))
  })

  it('kent iemand ook aan zijn nummer bij de uitgever', async () => {
    expect(await wieBenIk((await meldAan('sub-als-naam')).browser)).toMatchObject({ rollen: ['toezichthouder'] })
  })

  it('een adres van elders als bestemming telt niet', async () => {
    for (const naar of ['https://elders.example/', '//elders.example', '/\\elders.example', 'javascript:alert(1)']) {
      const { antwoord } = await meldAan('sub-noor', naar)
      expect([naar, antwoord.headers.location]).toEqual([naar, '/'])
    }
  })

  it('laat iemand die voor twee gemeenten werkt kiezen', async () => {
    const { browser, antwoord } = await meldAan('sub-twee', '/beheer')
    expect([antwoord.statusCode, antwoord.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect([antwoord.body.includes(`value="${gemeente()}"`), antwoord.body.includes(`value="${andere()}"`)]).toEqual([true, true])
    expect(antwoord.body).not.toMatch(/<script|<style|style=|onclick/)
    expect((await ga(browser, '/api/v1/sessie')).statusCode).toBe(401)
    const gekozen = await ga(browser, '/aanmelden/keuze', { gemeente: andere() })
    expect([gekozen.statusCode, gekozen.headers.location]).toEqual([303, '/beheer'])
    expect(await wieBenIk(browser)).toMatchObject({ gemeente: { code: andere() }, rollen: ['administratie'] })
    expect((await ga(browser, '/aanmelden/keuze', { gemeente: gemeente() })).statusCode, 'de keuze telt één keer').toBe(422)
  })

  it('een keuze voor een gemeente die er niet bij stond, of vanaf een andere site, gaat niet door', async () => {
    const een = await meldAan('sub-twee')
    expect((await ga(een.browser, '/aanmelden/keuze', { gemeente: '0001' })).statusCode).toBe(403)
    const twee = await meldAan('sub-twee')
    const vreemd = await ga(twee.browser, '/aanmelden/keuze', { gemeente: gemeente() }, { origin: 'https://elders.example' })
    expect(vreemd.statusCode).toBe(422)
    expect((await ga(twee.browser, '/api/v1/sessie')).statusCode).toBe(401)
  })

  it('afmelden geeft het adres om ook bij de uitgever af te melden', async () => {
    const { browser } = await meldAan('sub-noor')
    const { csrf } = (await wieBenIk(browser)) as unknown as { csrf: string }
    const cookie = `meedoen_sessie=${browser.get('meedoen_sessie')}`
    const antwoord = await s.server.inject({ method: 'POST', url: '/afmelden', headers: { cookie, 'x-csrf-token': csrf } })
    const naar = new URL((antwoord.json() as { naar: string }).naar)
    expect([naar.origin, naar.searchParams.get('post_logout_redirect_uri')]).toEqual([uitgever.adres, `${adres}/`])
  })

  it('wie aanmeldt krijgt een nieuwe sessie; de vorige van die browser is dicht', async () => {
    const { browser } = await meldAan('sub-noor')
    const oud = browser.get('meedoen_sessie') as string
    await meldAan('sub-noor', '/', browser)
    expect(browser.get('meedoen_sessie')).not.toBe(oud)
    expect((await ga(new Map([['meedoen_sessie', oud]]), '/api/v1/sessie')).statusCode).toBe(401)
  })

  it('er is geen proefaanmelding naast een uitgever', async () => {
    expect((await s.server.inject('/api/v1/aanmeldwijzen')).json()).toEqual({ oidc: true, demo: [], aangemeld: false })
    expect((await s.server.inject({ method: 'POST', url: '/aanmelden/demo', payload: { sleutel: 'proef-1' } })).statusCode).toBe(403)
  })
})

describe('geen account', () => {
  const geweigerd = () =>
    s.eigenaar.selectFrom('audit').select(['doel', 'weigering', 'objecten']).where('weigering', '=', 'GEEN_ACCOUNT').execute()

  it.each(['sub-vreemd', 'sub-los'])('%s: een duidelijke weigering, zonder sessie', async (wie) => {
    const { browser, antwoord } = await meldAan(wie)
    expect(antwoord.statusCode).toBe(403)
    expect(antwoord.body).toContain('Vraag de beheerder van Meedoen')
    expect(antwoord.body).toContain('GEEN_ACCOUNT')
    expect(browser.has('meedoen_sessie')).toBe(false)
  })

  it('een account dat dicht is blijft dicht, en de poging staat in het logboek', async () => {
    const voor = (await geweigerd()).length
    expect((await meldAan('sub-weg')).antwoord.statusCode).toBe(403)
    expect((await geweigerd()).slice(voor).map((r) => r.doel)).toEqual(['aanmelden op een afgesloten account'])
  })

  it('wie hetzelfde e-mailadres krijgt als een ander, krijgt niet diens account', async () => {
    await meldAan('sub-noor')
    const voor = (await geweigerd()).length
    expect((await meldAan('sub-ander')).antwoord.statusCode).toBe(403)
    expect((await geweigerd()).slice(voor).map((r) => r.doel)).toEqual(['aanmelden op een account van een ander'])
  })
})

describe('wat niet klopt komt niet binnen', () => {
  const binnen = (browser: Browser) => browser.has('meedoen_sessie')

  it('een andere state', async () => {
    const browser: Browser = new Map()
    const terug = new URL(await uitgever.bezoek((await vertrek(browser)).href, 'sub-noor'))
    terug.searchParams.set('state', 'A'.repeat(43))
    const antwoord = await ga(browser, terug.pathname + terug.search)
    expect([antwoord.statusCode, binnen(browser)]).toEqual([422, false])
    expect(antwoord.body).toContain('AANMELDEN_MISLUKT')
  })

  it('het antwoord in een andere browser, of zonder begonnen te zijn', async () => {
    const terug = await uitgever.bezoek((await vertrek(new Map())).href, 'sub-noor')
    const ander: Browser = new Map()
    await vertrek(ander)
    for (const browser of [ander, new Map<string, string>()]) {
      const antwoord = await ga(browser, paddeel(terug))
      expect([antwoord.statusCode, binnen(browser)]).toEqual([422, false])
    }
  })

  it('een code die al gebruikt is, ook met de oude cookie', async () => {
    const browser: Browser = new Map()
    const url = await vertrek(browser)
    const cookie = browser.get('meedoen_aanmelden') as string
    const terug = paddeel(await uitgever.bezoek(url.href, 'sub-noor'))
    expect((await ga(browser, terug)).statusCode).toBe(303)
    for (const kopie of [new Map<string, string>(), new Map([['meedoen_aanmelden', cookie]])]) {
      const antwoord = await ga(kopie, terug)
      expect([antwoord.statusCode, binnen(kopie)]).toEqual([422, false])
    }
  })

  it('een aanmelding die te lang duurde', async () => {
    const browser: Browser = new Map()
    const terug = await uitgever.bezoek((await vertrek(browser)).href, 'sub-noor')
    const begin = s.klok.nu
    s.klok.nu = new Date(begin.getTime() + 11 * 60_000)
    const antwoord = await ga(browser, paddeel(terug))
    s.klok.nu = begin
    expect([antwoord.statusCode, antwoord.body.includes('AANMELDEN_VERLOPEN'), binnen(browser)]).toEqual([422, true, false])
  })

  it('een andere nonce', async () => {
    const browser: Browser = new Map()
    const url = await vertrek(browser)
    url.searchParams.set('nonce', 'B'.repeat(43))
    const antwoord = await ga(browser, paddeel(await uitgever.bezoek(url.href, 'sub-noor')))
    expect([antwoord.statusCode, antwoord.body.includes('AANMELDEN_MISLUKT'), binnen(browser)]).toEqual([422, true, false])
  })

  it('zonder PKCE weigert de uitgever, en met een andere challenge klopt de code niet', async () => {
    const zonder: Browser = new Map()
    const url = await vertrek(zonder)
    url.searchParams.delete('code_challenge')
    url.searchParams.delete('code_challenge_method')
    expect((await ga(zonder, paddeel(await uitgever.bezoek(url.href, 'sub-noor')))).statusCode).toBe(422)
    const ander: Browser = new Map()
    const vervangen = await vertrek(ander)
    vervangen.searchParams.set('code_challenge', 'C'.repeat(43))
    expect((await ga(ander, paddeel(await uitgever.bezoek(vervangen.href, 'sub-noor')))).statusCode).toBe(422)
    expect([binnen(zonder), binnen(ander)]).toEqual([false, false])
  })

  it('een cookie die veranderd is of voor iets anders bedoeld', async () => {
    const browser: Browser = new Map()
    const terug = paddeel(await uitgever.bezoek((await vertrek(browser)).href, 'sub-noor'))
    const cookie = browser.get('meedoen_aanmelden') as string
    const bytes = Buffer.from(cookie, 'base64url')
    bytes[40] = (bytes[40] ?? 0) ^ 1
    for (const waarde of [bytes.toString('base64url'), 'kort', '', cookie.slice(0, 30)])
      expect((await ga(new Map([['meedoen_aanmelden', waarde]]), terug)).statusCode).toBe(422)
    expect((await ga(new Map([['meedoen_keuze', cookie]]), '/aanmelden/keuze', { gemeente: gemeente() })).statusCode).toBe(422)
  })

  it('afgebroken bij de uitgever: dat zegt de pagina', async () => {
    const browser: Browser = new Map()
    const url = await vertrek(browser)
    const state = url.searchParams.get('state')
    const antwoord = await ga(
      browser,
      `/aanmelden/terug?${new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: uitgever.adres })}`,
    )
    expect([antwoord.statusCode, antwoord.body.includes('AANMELDEN_AFGEBROKEN')]).toEqual([422, true])
  })

  it('vreemde tekst in het adres komt niet als opmaak terug', async () => {
    const antwoord = await ga(new Map(), '/aanmelden/terug?error=%3Cscript%3Ealert(1)%3C/script%3E&error_description=%3Cb%3Ex')
    expect(antwoord.body).not.toMatch(/<script|<b>x/)
  })
})
