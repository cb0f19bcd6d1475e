import { describe, expect, it } from 'vitest'
import { type Datum, vanDagnummer } from '#core/base/datum.ts'
import { beginVenster, schuif } from './tijdlijn-venster.ts'

const d = (tekst: string) => tekst as Datum
const vandaag = d('2026-12-11')
const banen = [{ naam: 'a', perioden: [{ sleutel: '1', van: d('2025-03-15'), tot: d('2025-06-30'), tekst: 'x' }] }]
const inBeeld = (...[b, v, z]: Parameters<typeof beginVenster>) => {
  const { van, tot } = beginVenster(b, v, z)
  return [vanDagnummer(van), vanDagnummer(tot - 1)]
}

describe('welk stuk tijd in beeld komt', () => {
  it('alles, en vandaag hoort daarbij', () => {
    expect(inBeeld(banen, vandaag, { maanden: null, schuif: 0 })).toEqual(['2025-03-01', '2026-12-31'])
  })
  it('een gebeurtenis telt mee', () => {
    const met = [...banen, { naam: 'b', momenten: [{ sleutel: 'm', datum: d('2024-12-31'), tekst: 'melding' }] }]
    expect(inBeeld(met, vandaag, { maanden: null, schuif: 0 })[0]).toBe('2024-12-01')
  })
  it('een jaar ligt om vandaag heen, en schuift met een half jaar tegelijk', () => {
    expect(inBeeld(banen, vandaag, { maanden: 12, schuif: 0 })).toEqual(['2026-06-01', '2027-05-31'])
    expect(inBeeld(banen, vandaag, { maanden: 12, schuif: -1 })).toEqual(['2025-12-01', '2026-11-30'])
    expect(schuif({ maanden: null, schuif: 0 }, 1)).toEqual({ maanden: 12, schuif: 1 })
  })
  it('aan de rand van de kalender blijft alles in beeld', () => {
    expect(inBeeld(banen, d('2199-12-01'), { maanden: 12, schuif: 0 })[0]).toBe('2025-03-01')
  })
})
