/** De uitgewerkte voorbeelden van regio-b, door adviseur en stapelingstoets. */
import { describe, expect, it } from 'vitest'
import { controleerVignetten, verschillen } from '#core/advies/controleer-vignetten.ts'
import type { Vignet } from '#core/catalogus/vorm.ts'
import type { Indicatie } from '#core/indicatie/indicatie.ts'
import { adviseer, catalogus, geladen, indicatie, stapel } from './regio-b.testhulp.ts'

const vignetten = catalogus.vignetten ?? []

describe('de uitgewerkte voorbeelden', () => {
  it.each(vignetten.map((v): [string, string, Vignet] => [v.id, v.titel, v]))('%s %s', (_id, _titel, vignet) => {
    for (const [tabel, verwacht] of Object.entries(vignet.verwacht ?? {})) {
      expect(verschillen(verwacht, adviseer(tabel as 'individueel' | 'groep', vignet.antwoorden))).toEqual([])
    }
    for (const geval of vignet.stapeling ?? []) {
      const indicaties = geval.indicaties.map(
        (i): Indicatie => indicatie([i.product, i.van, i.tot].filter(Boolean).join(' '), i.nieuw ? { nieuw: true } : {}),
      )
      const oordeel = stapel(indicaties)
      expect(oordeel.toegestaan).toBe(geval.toegestaan)
      expect(oordeel.conflicten.map((c) => c.code)).toEqual(expect.arrayContaining(geval.codes ?? []))
      expect(oordeel.conflicten.flatMap((c) => c.eis)).toEqual(expect.arrayContaining(geval.eisen ?? []))
    }
  })

  it('de controle bij het laden speelt ze ook na en vindt geen verschil', () => {
    expect(controleerVignetten(geladen)).toEqual([])
  })

  it('V11 tot en met V20 staan er, en per product minstens drie eigen voorbeelden', () => {
    const ids = vignetten.map((v) => v.id)
    expect(ids.slice(0, 10)).toEqual(['V11', 'V12', 'V13', 'V14', 'V15', 'V16', 'V17', 'V18', 'V19', 'V20'])
    for (const code of catalogus.catalogus.productvolgorde) {
      expect(ids.filter((id) => id.startsWith(`E-${code}-`)).length, code).toBeGreaterThanOrEqual(3)
    }
  })

  it('elke uitkomst en elke rij van de tabellen komt voor bij de standaardkeuzes', () => {
    const adviezen = vignetten.flatMap((v) =>
      Object.keys(v.verwacht ?? {}).map((t) => adviseer(t as 'individueel' | 'groep', v.antwoorden)),
    )
    expect([...new Set(adviezen.map((a) => a.uitkomst))].sort()).toEqual(['eerst_bespreken', 'eerst_vragen', 'geen_product', 'product'])
    const gezien = new Set(adviezen.map((a) => a.rij))
    const rijen = Object.values(catalogus.tabellen).flatMap((t) => t.rijen.map((r) => r.rij))
    // Alleen bij een andere lezing dan de standaard; zie instellingen.test.ts.
    expect(rijen.filter((r) => !gezien.has(r))).toEqual(['B1b', 'B1c', 'B3a', 'B3b', 'B3c', 'B8a', 'BG0b'])
  })
})
