/** Elke uitgewerkte situatie van Hulst en Terneuzen, door dezelfde weg als een aangeleverde situatie. */
import { describe, expect, it } from 'vitest'
import { controleerVignetten } from '#core/advies/controleer-vignetten.ts'
import { adviseer, type Antwoorden, catalogus, geladen, stapel, type Tabel } from './hulst-terneuzen.testhulp.ts'

const vignetten = catalogus.vignetten ?? []

describe('vignetten', () => {
  it('V01 tot en met V10 staan er, met per product minstens drie eigen situaties', () => {
    const ids = vignetten.map((v) => v.id)
    for (let n = 1; n <= 10; n++) expect(ids).toContain(`V${String(n).padStart(2, '0')}`)
    for (const p of catalogus.catalogus.productvolgorde)
      expect(ids.filter((id) => id.startsWith(`E-${p}-`)).length).toBeGreaterThanOrEqual(3)
  })

  it('samen laten ze elk product, elke soort uitkomst en elke standaardgrond zien', () => {
    const verwacht = vignetten.flatMap((v) => Object.values(v.verwacht ?? {}))
    expect(new Set(verwacht.flatMap((v) => v.product ?? []))).toEqual(new Set(['BB', 'BR', 'BP', 'GB', 'GP']))
    expect(new Set(verwacht.map((v) => v.uitkomst))).toEqual(new Set(['product', 'eerst_vragen', 'eerst_bespreken', 'geen_product']))
    // De zesde grond hoort bij een andere lezing dan de standaard (AMB-07).
    const gronden = Object.keys(catalogus.gronden).filter((g) => g !== 'GEEN_PUNT_UIT_LIJST')
    expect(new Set(verwacht.flatMap((v) => v.grond ?? []))).toEqual(new Set(gronden))
  })

  it('de controle vindt geen verschil', () => {
    expect(controleerVignetten(geladen)).toEqual([])
  })

  for (const v of vignetten) {
    for (const [tabel, verwacht] of Object.entries(v.verwacht ?? {})) {
      it(`${v.id} ${tabel}: ${v.titel}`, () => {
        const advies = adviseer(tabel as Tabel, v.antwoorden as Antwoorden, { gemeente: v.gemeente, overschrijvingen: v.overschrijvingen })
        const { waarschuwingen = [], openVragen, ...rest } = verwacht
        expect(advies).toMatchObject(rest)
        if (openVragen) expect(advies.openVragen.slice(0, openVragen.length)).toEqual(openVragen)
        const gemeld = [...advies.waarschuwingen, ...advies.info].map((w) => w.code)
        expect(gemeld).toEqual(expect.arrayContaining(waarschuwingen))
      })
    }
    for (const [i, s] of (v.stapeling ?? []).entries()) {
      it(`${v.id} stapeling ${i + 1}: ${v.titel}`, () => {
        const oordeel = stapel(s.indicaties)
        expect(oordeel.toegestaan).toBe(s.toegestaan)
        const meldingen = [...oordeel.conflicten, ...oordeel.waarschuwingen]
        if (s.codes) expect(meldingen.map((m) => m.code)).toEqual(s.codes)
        if (s.eisen) expect(meldingen.flatMap((m) => m.eis)).toEqual(expect.arrayContaining(s.eisen))
      })
    }
  }
})
