import { expect, it } from 'vitest'
import { leesPlek, omvattend, veldId, zetPlek } from './wijzer.ts'

const waarde = { naam: 'a', periode: { van: '1' }, rijen: [{ x: 1 }, { x: 2 }], 'a/b~c': 'z' }

it.each([
  ['/naam', 'a'],
  ['/periode/van', '1'],
  ['/rijen/1/x', 2],
  ['/a~1b~0c', 'z'],
  ['', waarde],
  ['/bestaat/niet', undefined],
])('leest %s', (plaats, verwacht) => expect(leesPlek(waarde, plaats)).toEqual(verwacht))

it('zet een waarde op haar plek en laat de rest dezelfde', () => {
  const nieuw = zetPlek(waarde, '/rijen/1/x', 3)
  expect(nieuw.rijen).toEqual([{ x: 1 }, { x: 3 }])
  expect(nieuw.rijen[0]).toBe(waarde.rijen[0])
  expect(nieuw.periode).toBe(waarde.periode)
  expect(waarde.rijen[1]).toEqual({ x: 2 })
  expect(zetPlek(waarde, '/a~1b~0c', 'y')['a/b~c']).toBe('y')
})

it('maakt onderweg wat er nog niet is', () => expect(zetPlek({}, '/periode/van', '2')).toEqual({ periode: { van: '2' } }))

it('een fout dieper dan een veld hoort bij het veld eromheen', () => {
  expect(omvattend('/a/0/b')).toEqual(['/a/0/b', '/a/0', '/a'])
  expect(omvattend('')).toEqual([])
})

it('elk veld heeft een id zonder vreemde tekens', () => expect(veldId('zaak-1', '/periode/van')).toBe('zaak-1-periode-van'))
