import { expect, it } from 'vitest'
import { adresVanFilter, filterUitAdres, leegFilter, vraagVanFilter } from './filteradres.ts'

const terug = (adres: string) => filterUitAdres(new URLSearchParams(adres.split('?')[1] ?? ''))

it('een filter gaat heen en terug door het adres', () => {
  const keuze = { ...leegFilter, behandelaar: 'ik', stand: 'onderzoek', binnenDagen: 0, wacht: false } as const
  expect(adresVanFilter(keuze)).toBe('/zaken?behandelaar=ik&stand=onderzoek&binnenDagen=0&wacht=false')
  expect(terug(adresVanFilter(keuze))).toEqual(keuze)
  expect(terug(adresVanFilter(leegFilter))).toEqual(leegFilter)
})

it('wat niet bestaat telt niet mee, de rest wel', () => {
  expect(terug('/zaken?behandelaar=ik&stand=zoek&binnenDagen=veel&bsn=1')).toEqual({ ...leegFilter, behandelaar: 'ik' })
})

it('dagen worden een datum voor de server', () => {
  expect(vraagVanFilter({ ...leegFilter, binnenDagen: 7 }, '2026-11-28')).toMatchObject({ uiterlijkVoor: '2026-12-05', behandelaar: null })
})
