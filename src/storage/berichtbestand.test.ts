import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openBerichtbestand } from './berichtbestand.ts'

const map = mkdtempSync(join(tmpdir(), 'berichtbestand-'))
afterAll(() => rmSync(map, { recursive: true }))
const pad = join(map, 'groot.xml')
const inhoud = randomBytes(3_400_001)
writeFileSync(pad, inhoud)

function keerOpen(bestand: string): number {
  const echt = realpathSync(bestand)
  return readdirSync('/proc/self/fd').filter((fd) => {
    const doel = join('/proc/self/fd', fd)
    return existsSync(doel) && readlinkSync(doel) === echt
  }).length
}

async function openStroom() {
  const open = await openBerichtbestand(pad, 1000)
  if (!open.ok || open.value.soort !== 'stroom') throw new Error('geen stroom')
  return open.value
}

describe('een groot bestand in stukken', () => {
  it('geeft alle bytes', async () => {
    const stroom = await openStroom()
    expect(stroom.grootte).toBe(inhoud.length)
    const stukken: Buffer[] = []
    for await (const stuk of stroom.stukken()) stukken.push(Buffer.from(stuk))
    expect(stukken.length).toBeGreaterThan(1)
    expect(Buffer.concat(stukken).equals(inhoud)).toBe(true)
  })

  it('is steeds hetzelfde geheugen, om en om in twee plekken', async () => {
    const plekken = new Set<ArrayBufferLike>()
    let aantal = 0
    for await (const stuk of (await openStroom()).stukken()) {
      plekken.add(stuk.buffer)
      aantal++
    }
    expect(aantal).toBeGreaterThan(2)
    expect(plekken.size).toBe(2)
  })

  it.skipIf(!existsSync('/proc/self/fd'))('wie eerder ophoudt laat het bestand niet openstaan', async () => {
    const stroom = await openStroom()
    let tijdens = 0
    for await (const stuk of stroom.stukken()) {
      tijdens = keerOpen(pad)
      if (stuk.length > 0) break
    }
    expect(tijdens).toBe(1)
    expect(keerOpen(pad)).toBe(0)
  })
})

it('een bestand dat er niet is, geeft de reden', async () => {
  expect(await openBerichtbestand(join(map, 'weg.xml'), 1000)).toEqual({ ok: false, fout: 'Het bestand bestaat niet.' })
})
