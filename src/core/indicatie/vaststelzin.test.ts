import { expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { vaststelzin } from './vaststelzin.ts'

const periode = { van: '2026-12-01' as Datum, tot: '2027-05-31' as Datum }
const gewoon = { productnaam: 'Begeleiding', omvang: '2 uur per week', leveringsvorm: 'zin', periode, wijktAf: false } as const

it.each([
  ['volgens het advies', gewoon, 'Begeleiding vastgesteld: 2 uur per week, 1 december 2026 t/m 31 mei 2027.'],
  [
    'met een pgb',
    { ...gewoon, leveringsvorm: 'pgb' },
    'Begeleiding vastgesteld: 2 uur per week met een pgb, 1 december 2026 t/m 31 mei 2027.',
  ],
  [
    'anders dan het advies',
    { ...gewoon, wijktAf: true },
    'Begeleiding vastgesteld: 2 uur per week, 1 december 2026 t/m 31 mei 2027. Dat is anders dan het advies.',
  ],
] as const)('%s', (_, v, zin) => expect(vaststelzin(v)).toBe(zin))
