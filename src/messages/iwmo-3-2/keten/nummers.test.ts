import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bereikVan, maakNummers } from './nummers.ts'

it('TR314: een nummer is nieuw als het in dit deel en in eerdere delen niet voorkwam', () => {
  const nummers = maakNummers(new Set(['A1']), new Set(['B1']))
  expect(['C1', 'A1', 'C2', 'C1', 'B1'].map(nummers)).toEqual([true, false, true, false, false])
})

const nummer = fc.string({ unit: fc.constantFrom('0', '1', '9', 'A', 'Z', 'é', '😀'), minLength: 1, maxLength: 3 })

it('oplopend betekent: niets dubbel, en niets buiten het bereik', () => {
  fc.assert(
    fc.property(fc.array(nummer, { minLength: 1, maxLength: 8 }), fc.boolean(), (los, opVolgorde) => {
      const nummers = opVolgorde ? [...los].sort() : los
      const { laagste, hoogste, isOplopend } = bereikVan(nummers)
      expect(nummers.every((n) => n >= laagste && n <= hoogste)).toBe(true)
      expect(nummers).toContain(laagste)
      expect(nummers).toContain(hoogste)
      if (isOplopend) expect(nummers.map(maakNummers())).not.toContain(false)
      expect(isOplopend).toBe(nummers.every((n, i) => i === 0 || n > (nummers[i - 1] as string)))
    }),
  )
})
