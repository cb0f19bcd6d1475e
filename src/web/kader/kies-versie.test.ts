import { describe, expect, it } from 'vitest'
import { geldendeVersie, leesAdresdeel } from './kies-versie.ts'
import { leesZoekterm, zoekFragment } from './zoekterm.ts'

const versies = [
  { versie: 'b', geldigVan: '2027-01-01', hash: '' },
  { versie: 'a', geldigVan: '2026-01-01', hash: '' },
]

describe('welke versie geldt', () => {
  it.each([
    ['2025-12-31', 'a'],
    ['2026-12-31', 'a'],
    ['2027-01-01', 'b'],
  ])('op %s: %s', (dag, versie) => expect(geldendeVersie(versies, dag)?.versie).toBe(versie))
  it('zonder versies geen', () => expect(geldendeVersie([], '2026-01-01')).toBeUndefined())
  it('leest een versie uit het adres', () => {
    expect(leesAdresdeel('zonnedal@2026-01')).toEqual({ id: 'zonnedal', versie: '2026-01' })
    expect(leesAdresdeel('zonnedal')).toEqual({ id: 'zonnedal', versie: null })
  })
})

describe('de zoekterm staat in het fragment', () => {
  it('heen en terug', () => expect(leesZoekterm(zoekFragment('één & twee'), '')).toBe('één & twee'))
  it('leeg is geen fragment', () => expect(zoekFragment('  ')).toBe(''))
  it('een link met ?q= wordt ook begrepen', () => expect(leesZoekterm('', '?q=mix')).toBe('mix'))
})
