/** Wat het document over de hele API belooft: de Dutch API Design Rules, en de pagina die erbij hoort. */
import { afterAll, describe, expect, it } from 'vitest'
import { problemen } from './problemen.ts'
import { maakProefserver } from './proefserver.testhulp.ts'
import { document } from './contract.testhulp.ts'

const s = await maakProefserver()
afterAll(() => s.sluit())

describe('de Dutch API Design Rules', () => {
  it('versie in het adres en in de kop, OpenAPI 3.1', async () => {
    const d = await document(s)
    expect([d.openapi, d.servers, d.info.version]).toEqual(['3.1.0', [{ url: '/api/v1' }], '1.0.0'])
    for (const url of ['/api/v1/openapi.json', '/api/v1/sessie', '/api/v1/documentatie'])
      expect([url, (await s.server.inject(url)).headers['api-version']]).toEqual([url, '1.0.0'])
  })

  it('zelfstandige naamwoorden in het meervoud, kleine letters, zonder werkwoorden en zonder streep aan het eind', async () => {
    // Waarvan er maar één is: de eigen sessie, het werk van vandaag, de rij; wat er één van is bij een ander ding, en wat geen meervoud heeft.
    const enkelvoud = ['sessie', 'werkvoorraad', 'wachtrij', 'tijdlijn', 'catalogus', 'advies', 'samenvatting', 'xml', 'bestand', 'uitval']
    const werkwoord =
      /(^|-)(maak|haal|zet|doe|stuur|wijzig|verwijder|zoek|start|stop|toon|lees|geef|draag|voeg|get|create|update|delete|do|make)($|-)/
    for (const pad of Object.keys((await document(s)).paths)) {
      expect(pad).toMatch(/^(\/([a-z]+(-[a-z]+)*|\{[a-z]+\}))+$/)
      for (const deel of pad.split('/').filter((d) => d !== '' && !d.startsWith('{'))) {
        expect([pad, deel, werkwoord.test(deel)]).toEqual([pad, deel, false])
        if (!enkelvoud.includes(deel)) expect([pad, deel, /(en|s)$/.test(deel)]).toEqual([pad, deel, true])
      }
    }
  })

  it('een streep aan het eind is een ander adres, en bestaat niet', async () => {
    const a = await (await s.meldAan('consulent')).roep('GET', '/inwoners/')
    expect([a.status, a.koppen['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
  })

  it('elke route is beschreven, en elke fout is problem+json', async () => {
    for (const [pad, methoden] of Object.entries((await document(s)).paths))
      for (const [methode, route] of Object.entries(methoden)) {
        const r = route as { summary?: string; tags?: string[]; responses: Record<string, { content?: object }> }
        expect([pad, methode, Boolean(r.summary), r.tags?.length]).toEqual([pad, methode, true, 1])
        expect([pad, methode, Object.keys(r.responses.default?.content ?? {})]).toEqual([pad, methode, ['application/problem+json']])
      }
  })

  it('elke verwijzing in het document wijst iets aan', async () => {
    const tekst = JSON.stringify(await document(s))
    const d = JSON.parse(tekst) as { components: { schemas: Record<string, unknown> } }
    for (const [, naam] of tekst.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(Object.keys(d.components.schemas)).toContain(naam)
    expect(tekst).not.toContain('__shared')
  })
})

describe('de documentatie', () => {
  it('noemt elke route en elke code, zonder script of stijl in de pagina', async () => {
    const { body, headers, statusCode } = await s.server.inject('/api/v1/documentatie')
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const [pad, methoden] of Object.entries((await document(s)).paths))
      for (const methode of Object.keys(methoden))
        expect(body).toContain(`<h3><span class="methode">${methode.toUpperCase()}</span> <code>${pad}</code></h3>`)
    for (const code of Object.keys(problemen)) expect(body).toContain(`id="${code}"`)
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|https?:\/\//)
    expect(body).not.toMatch(/\[object Object\]|undefined/)
  })

  it('elke verwijzing erin komt ergens uit, en elke plek komt één keer voor', async () => {
    const { body } = await s.server.inject('/api/v1/documentatie')
    const plekken = [...body.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
    expect(new Set(plekken).size).toBe(plekken.length)
    for (const [, doel] of body.matchAll(/href="#([^"]+)"/g)) expect(plekken).toContain(doel)
  })

  it('een probleem verwijst naar zijn uitleg', async () => {
    const { type } = (await s.server.inject('/api/v1/sessie')).json() as { type: string }
    expect(type).toBe('/api/v1/documentatie#NIET_AANGEMELD')
  })
})
