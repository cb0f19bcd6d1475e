import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openBerichtbestand } from './berichtbestand.ts'

const map = mkdtempSync(join(tmpdir(), 'berichtbestand-'))
afterAll(() => rmSync(map, { recursive: true }))
const pad = join(map, 'groot.xml')
const inhoud = randomBytes(700_001)
writeFileSync(pad, inhoud)

async function openStroom() {
  const open = await openBerichtbestand(pad, 1000)
  if (!open.ok || open.value.soort !== 'stroom') throw new Error('geen stroom')
  return open.value
}

describe('een groot bestand in stukken', () => {
  it('geeft alle bytes, los en geleend', async () => {
    const stroom = await openStroom()
    expect(stroom.grootte).toBe(inhoud.length)
    const los: Uint8Array[] = []
    for await (const stuk of stroom.stukken()) los.push(stuk)
    expect(Buffer.concat(los).equals(inhoud)).toBe(true)
    const geleend = Array.from(stroom.geleend(), (stuk) => Buffer.from(stuk))
    expect(geleend.length).toBeGreaterThan(1)
    expect(Buffer.concat(geleend).equals(inhoud)).toBe(true)
  })

  it('geleend is steeds hetzelfde geheugen', async () => {
    const plekken = new Set(Array.from((await openStroom()).geleend(), (stuk) => stuk.buffer))
    expect(plekken.size).toBe(1)
  })
})

it('een bestand dat er niet is, geeft de reden', async () => {
  expect(await openBerichtbestand(join(map, 'weg.xml'), 1000)).toEqual({ ok: false, fout: 'Het bestand bestaat niet.' })
})
