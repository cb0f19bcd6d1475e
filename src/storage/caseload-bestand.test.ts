import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blokBytes, type CaseloadKop, kolommenVan, pakBlok } from '#core/advies/caseload.ts'
import { openCaseload, schrijfCaseload } from '#storage/caseload-bestand.ts'

const vragen = {
  wil: { soort: 'janee' as const, thema: 't', tekst: 'wil', eisen: [] },
  lijst: { soort: 'meerkeuze' as const, thema: 't', tekst: 'l', eisen: [], waarden: Array.from({ length: 12 }, (_, i) => `w${i}`) },
}
const kolommen = kolommenVan({ vragen } as never)
const kop = (aantal: number, blok: number): CaseloadKop => ({
  soort: 'meedoen-caseload',
  vorm: 1,
  catalogus: 'x',
  versie: '1',
  hash: 'h',
  aantal,
  blok,
  herkomst: 'test',
  kolommen,
})
const gevallen = (aantal: number) => Array.from({ length: aantal }, (_, i) => ({ wil: i % 2 ? 'ja' : 'nee', lijst: ['w11'] }))

let map: string
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'caseload-'))
})
afterEach(() => rm(map, { recursive: true }))

async function lees(pad: string): Promise<{ blokken: Uint8Array[]; slot: unknown }> {
  const open = await openCaseload(pad)
  if (!open.ok) return { blokken: [], slot: open.fout }
  const blokken: Uint8Array[] = []
  for (;;) {
    const { value, done } = await open.value.blokken.next()
    if (done) return { blokken, slot: value }
    blokken.push(Uint8Array.from((value as { blok: Uint8Array }).blok))
  }
}

describe('een caseload op schijf', () => {
  it('komt blok voor blok terug zoals ze geschreven is', async () => {
    const pad = join(map, 'c.bin')
    const blokken = [pakBlok(kolommen, gevallen(5)), pakBlok(kolommen, gevallen(5)), pakBlok(kolommen, gevallen(2))]
    await schrijfCaseload(pad, kop(12, 5), blokken)
    expect(await lees(pad)).toEqual({ blokken, slot: undefined })
    expect(await readdir(map)).toEqual(['c.bin'])
  })

  it('laat niets achter als het maken halverwege mislukt', async () => {
    function* kapot(): Generator<Uint8Array> {
      yield pakBlok(kolommen, gevallen(5))
      throw new Error('halverwege')
    }
    await expect(schrijfCaseload(join(map, 'c.bin'), kop(12, 5), kapot())).rejects.toThrow('halverwege')
    expect(await readdir(map)).toEqual([])
  })

  it.each([
    ['te kort', -1, 'breekt af'],
    ['te lang', 1, 'is langer dan'],
  ])('weigert een bestand dat %s is, met de plaats', async (_, verschil, tekst) => {
    const pad = join(map, 'c.bin')
    await schrijfCaseload(pad, kop(5, 5), [pakBlok(kolommen, gevallen(5))])
    const heel = await readFile(pad)
    if (verschil < 0) await truncate(pad, heel.length - 1)
    else await writeFile(pad, Buffer.concat([heel, Buffer.from([0])]))
    expect((await lees(pad)).slot).toMatchObject({ code: 'CASELOAD_ONGELDIG', tekst: expect.stringContaining(tekst) })
  })

  it.each([
    ['tekst', 'dit is geen caseload'],
    ['andere JSON', '{"soort":"iets"}\n'],
    ['leeg', ''],
  ])('weigert wat geen caseload is: %s', async (_, inhoud) => {
    const pad = join(map, 'c.bin')
    await writeFile(pad, inhoud)
    expect((await lees(pad)).slot).toMatchObject({ code: 'CASELOAD_ONGELDIG', tekst: expect.stringContaining('demo caseload') })
  })

  it('zegt dat een bestand niet bestaat', async () => {
    expect((await lees(join(map, 'weg.bin'))).slot).toMatchObject({ tekst: expect.stringContaining('bestaat niet') })
  })

  it('rekent de grootte van een blok uit de kolommen', () => {
    expect(blokBytes(kolommen, 9)).toBe(9 + 2 + 18 + 2)
  })
})
