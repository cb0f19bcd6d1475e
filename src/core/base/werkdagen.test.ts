import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Datum, plusDagen, vanDagnummer } from './datum.ts'
import { plusWerkdagen, telWerkdagen } from './werkdagen.ts'

const d = (tekst: string) => tekst as Datum

it.each<[string, string, number, string[], string]>([
  ['vrijdag plus één', '2026-11-06', 1, [], '2026-11-09'],
  ['zaterdag plus één', '2026-11-07', 1, [], '2026-11-09'],
  ['maandag plus vijf', '2026-11-02', 5, [], '2026-11-09'],
  ['een feestdag telt gewoon als het contract haar niet noemt', '2026-12-24', 1, [], '2026-12-25'],
  ['en niet als het contract haar noemt', '2026-12-24', 1, ['2026-12-25'], '2026-12-28'],
])('%s', (_, start, aantal, vrij, verwacht) => expect(plusWerkdagen(d(start), aantal, vrij.map(d))).toBe(verwacht))

it.each([0, -1, 1.5])('weigert %d werkdagen', (aantal) => expect(() => plusWerkdagen(d('2026-11-02'), aantal, [])).toThrow(/heel aantal/))

it('telt terug wat het optelt', () => {
  const dag = fc.integer({ min: 16_000, max: 30_000 }).map(vanDagnummer)
  fc.assert(
    fc.property(dag, fc.integer({ min: 1, max: 60 }), fc.array(fc.nat(80), { maxLength: 10 }), (start, aantal, plus) => {
      const vrij = plus.map((n) => plusDagen(start, n))
      const eind = plusWerkdagen(start, aantal, vrij)
      expect(telWerkdagen(start, eind, vrij)).toBe(aantal)
      expect(telWerkdagen(start, plusDagen(eind, -1), vrij)).toBe(aantal - 1)
      expect(telWerkdagen(eind, start, vrij)).toBe(0)
    }),
    { seed: 2 },
  )
})
