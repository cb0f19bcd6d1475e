import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { isAf } from './berichtaf.ts'

const map = mkdtempSync(join(tmpdir(), 'berichtaf-'))
afterAll(() => rmSync(map, { recursive: true }))
const pad = join(map, 'b.xml')
const af = (tekst: string): Promise<boolean> => {
  writeFileSync(pad, tekst)
  return isAf(pad)
}

const HEEL = `<?xml version="1.0"?>\r\n<!-- <a> -->\r\n<a:Bericht xmlns:a="x"><a:Client>Jansen</a:Client></a:Bericht>`

it('elk stuk van een bericht is nog niet af, het hele wel, ook met wit erna', async () => {
  for (let lengte = 0; lengte < HEEL.length; lengte++) expect([lengte, await af(HEEL.slice(0, lengte))]).toEqual([lengte, false])
  for (const einde of ['', '\r\n', ' \n\n']) expect(await af(HEEL + einde)).toBe(true)
  // Groter dan wat er van begin en einde gelezen wordt.
  const groot = HEEL.replace('Jansen', 'x'.repeat(10_000))
  expect([await af(groot), await af(groot.slice(0, -1)), await af(groot.slice(0, 6_000))]).toEqual([true, false, false])
})

it('wat geen bericht wordt hoeft niet te wachten: dat wordt gelezen en geweigerd', async () => {
  for (const tekst of ['<geen/>', 'PK\u0003\u0004rommel', '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>'])
    expect([tekst, await af(tekst)]).toEqual([tekst, true])
})

it('na een minuut zonder verandering is een half bestand ook een bestand', async () => {
  writeFileSync(pad, HEEL.slice(0, 50))
  const toen = new Date(Date.now() - 61_000)
  utimesSync(pad, toen, toen)
  expect(await isAf(pad)).toBe(true)
})
