import { describe, expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { leesPeriode, maandIn, periodekeuzes } from './periode.ts'

const d = (dag: string) => dag as Datum
const per = (vandaag: string) => Object.fromEntries(periodekeuzes(d(vandaag)).map((k) => [k.naam, [k.periode.van, k.periode.tot]]))

describe('de periode van toezicht', () => {
  it('vaste perioden, ook over de jaargrens en op de laatste dag van een maand', () => {
    expect(per('2026-11-25')).toEqual({
      maanden: ['2025-12-01', '2026-11-25'],
      kwartaal: ['2026-10-01', '2026-11-25'],
      vorig: ['2026-07-01', '2026-09-30'],
      jaar: ['2026-01-01', '2026-11-25'],
      vorigjaar: ['2025-01-01', '2025-12-31'],
    })
    expect(per('2027-01-31')).toMatchObject({ maanden: ['2026-02-01', '2027-01-31'], vorig: ['2026-10-01', '2026-12-31'] })
  })

  it.each([
    ['uit het adres', 'van=2026-02-01&tot=2026-02-28', ['2026-02-01', '2026-02-28']],
    ['achteruit wordt de gewone periode', 'van=2026-03-01&tot=2026-02-28', ['2025-12-01', '2026-11-25']],
    ['onzin wordt de gewone periode', 'van=gisteren&tot=2026-02-30', ['2025-12-01', '2026-11-25']],
  ])('%s', (_, adres, verwacht) => {
    const { van, tot } = leesPeriode(new URLSearchParams(adres), d('2026-11-25'))
    expect([van, tot]).toEqual(verwacht)
  })

  it('een maand valt nooit buiten de periode', () => {
    const periode = { van: d('2026-02-10'), tot: d('2026-11-25') }
    expect(maandIn(periode, '2026-02')).toEqual({ van: '2026-02-10', tot: '2026-02-28' })
    expect(maandIn(periode, '2026-06')).toEqual({ van: '2026-06-01', tot: '2026-06-30' })
    expect(maandIn(periode, '2026-11')).toEqual({ van: '2026-11-01', tot: '2026-11-25' })
  })
})
