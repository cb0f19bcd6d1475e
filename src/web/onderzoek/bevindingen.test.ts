import { expect, it } from 'vitest'
import { groepeer } from './bevindingen.ts'

const reden = (eis: string, oordeel: 'voldaan' | 'niet_voldaan' | 'ontbreekt', bevinding: string | null, vraag = 'kort') => ({
  eis,
  oordeel,
  tekst: `Regel ${eis}`,
  citaten: [],
  vraag,
  bevinding,
})

it('zet voorwaarden onder het antwoord waar zij op rusten, wat past eerst, en noemt één keer wat niet gevraagd is', () => {
  const { bevindingen, nietGevraagd } = groepeer([
    reden('R-1', 'niet_voldaan', 'Is er gedrag? Nee.'),
    reden('R-2', 'voldaan', 'Is het blijvend? Nee.'),
    reden('R-3', 'voldaan', 'Is het blijvend? Nee.'),
    reden('R-4', 'voldaan', null),
    reden('R-5', 'ontbreekt', 'Lukt het netwerk? Dat weten we nog niet.', 'netwerk'),
    reden('R-6', 'ontbreekt', 'Lukt het netwerk? Dat weten we nog niet.', 'netwerk'),
  ])
  expect(bevindingen.map((b) => [b.zin, b.oordeel, b.redenen.map((r) => r.eis)])).toEqual([
    ['Is het blijvend? Nee.', 'voldaan', ['R-2', 'R-3']],
    [null, 'voldaan', ['R-4']],
    ['Is er gedrag? Nee.', 'niet_voldaan', ['R-1']],
  ])
  expect(nietGevraagd).toEqual(['netwerk'])
})
