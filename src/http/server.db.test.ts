import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laadCatalogus } from '#core/catalogus/laden/laad.ts'
import { kleineBestanden } from '#core/catalogus/voorbeeld-catalogus.testhulp.ts'
import { maakProefwerkplek } from '#actions/proefwerkplek.testhulp.ts'
import { maakServer } from './server.ts'

const geladen = laadCatalogus(kleineBestanden(), { geldigVan: '2026-01-01' })
if (!geladen.ok) throw new Error('de kleine catalogus laadt')
const catalogus = geladen.value
let web: string
let werkplek: Awaited<ReturnType<typeof maakProefwerkplek>>
let server: Awaited<ReturnType<typeof maakServer>>

beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'meedoen-web-'))
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Meedoen</title>')
  writeFileSync(join(web, 'assets', 'app-1.js'), 'export {}')
  werkplek = await maakProefwerkplek()
  server = await maakServer({
    uitgaven: [{ id: 'zonnedal', versies: [catalogus] }],
    web,
    api: { dienst: werkplek.dienst, aanmelden: { proef: true, veilig: false }, verzoekenPerMinuut: 600 },
    storing: () => undefined,
  })
})
afterAll(async () => {
  await server.close()
  await werkplek.sluit()
  rmSync(web, { recursive: true, force: true })
})

describe('de server', () => {
  it('geeft de lijst van catalogi en een hele versie', async () => {
    const lijst = await server.inject('/catalogi.json')
    expect(lijst.json()).toEqual({
      catalogi: [
        {
          id: 'zonnedal',
          naam: 'Voorbeeld',
          omschrijving: 'Verzonnen.',
          gemeenten: ['Zonnedal', 'Maanwijk'],
          versies: [{ versie: '2026-01', geldigVan: '2026-01-01', hash: catalogus.hash }],
        },
      ],
    })
    const versie = await server.inject('/catalogi/zonnedal/2026-01.json')
    expect(versie.json()).toEqual(JSON.parse(JSON.stringify(catalogus)))
  })

  it('stuurt een versie ingepakt, en niet opnieuw als de browser haar al heeft', async () => {
    const eerste = await server.inject({ url: '/catalogi/zonnedal/2026-01.json', headers: { 'accept-encoding': 'gzip' } })
    expect(eerste.headers['content-encoding']).toBe('gzip')
    const etag = eerste.headers.etag as string
    expect(etag).toContain(catalogus.hash)
    const tweede = await server.inject({ url: '/catalogi/zonnedal/2026-01.json', headers: { 'if-none-match': etag } })
    expect([tweede.statusCode, tweede.body]).toEqual([304, ''])
  })

  it.each(['/zonnedal/bron/document.txt', '/zonnedal/uitspraak/Z-AL-01', '/zonnedal@2026.1', '/zonnedal/probeer'])(
    'opent het scherm op %s, ook na herladen',
    async (url) => {
      const antwoord = await server.inject(url)
      expect([antwoord.statusCode, antwoord.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    },
  )

  it('zegt in het Nederlands dat een versie of adres niet bestaat', async () => {
    const versie = await server.inject('/catalogi/zonnedal/2030-01.json')
    expect([versie.statusCode, versie.json().title]).toEqual([404, 'De versie "2030-01" van "zonnedal" bestaat niet.'])
    const bestand = await server.inject('/assets/weg.js')
    expect([bestand.statusCode, bestand.json().detail]).toEqual([404, 'Dit adres bestaat niet.'])
    expect((await server.inject({ method: 'POST', url: '/catalogi.json', payload: {} })).statusCode).toBe(404)
  })

  it('geeft op elk schermadres de webapp, ook met een versie in het adres', async () => {
    for (const url of ['/', '/productboek', '/zonnedal@2026-01', '/zonnedal@2026-01/probeer']) {
      const antwoord = await server.inject(url)
      expect([url, antwoord.statusCode, antwoord.body]).toEqual([url, 200, '<!doctype html><title>Meedoen</title>'])
    }
  })

  it('staat geen script of stijl van elders of in de pagina toe', async () => {
    const { headers } = await server.inject('/')
    const beleid = String(headers['content-security-policy'])
    expect(beleid).toContain("default-src 'none'")
    expect(beleid).toContain("script-src 'self'")
    expect(beleid).toContain("frame-ancestors 'none'")
    expect(beleid).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('laat alleen bestanden met een hash in de naam lang bewaren', async () => {
    expect((await server.inject('/assets/app-1.js')).headers['cache-control']).toContain('immutable')
    expect((await server.inject('/index.html')).headers['cache-control']).toBe('no-cache')
  })

  it('komt niet buiten de map van de webapp', async () => {
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/%2e%2e%2f%2e%2e%2fpackage.json']) {
      expect((await server.inject(url)).body).not.toContain('"name"')
    }
  })

  it('geeft een teken van leven', async () => {
    expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' })
  })
})
