import { describe, expect, it } from 'vitest'
import { leesDatuminvoer, schrijfDatuminvoer } from './datuminvoer.ts'

describe('een datum zoals mensen hem typen of plakken', () => {
  it.each([
    ['01-03-2026', '2026-03-01'],
    ['1-3-2026', '2026-03-01'],
    [' 1/3/2026 ', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['1 3 2026', '2026-03-01'],
    ['01032026', '2026-03-01'],
    ['1 maart 2026', '2026-03-01'],
    ['1 mrt. 2026', '2026-03-01'],
    ['1 Maart 2026', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T10:00:00Z', '2026-03-01'],
    ['29-02-2028', '2028-02-29'],
    ['', null],
    ['   ', null],
  ])('%j is %s', (tekst, datum) => expect(leesDatuminvoer(tekst)).toEqual({ ok: true, value: datum }))

  it.each([
    ['30-02-2026', 'bestaat niet'],
    ['29-02-2026', 'bestaat niet'],
    ['31-13-2026', 'bestaat niet'],
    ['1-3-26', 'vier cijfers'],
    ['1-3-1850', 'bestaat niet'],
    ['morgen', 'dag-maand-jaar'],
    ['1 maand 2026', 'dag-maand-jaar'],
    ['1-3', 'dag-maand-jaar'],
    ['010326', 'dag-maand-jaar'],
  ])('%j niet: %s', (tekst, waarom) => expect(leesDatuminvoer(tekst)).toEqual({ ok: false, fout: expect.stringContaining(waarom) }))
})

it.each([
  ['2026-03-01', '01-03-2026'],
  ['30-02-2026', '30-02-2026'],
  ['', ''],
])('%j staat in het veld als %j', (waarde, veld) => expect(schrijfDatuminvoer(waarde)).toBe(veld))
