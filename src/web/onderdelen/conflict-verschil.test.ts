import { describe, expect, it } from 'vitest'
import { pasKeuzesToe, vindVerschillen } from './conflict-verschil.ts'

const velden = [
  { plaats: '/naam', label: 'Naam' },
  { plaats: '/periode/tot', label: 'Einddatum' },
]
const was = { naam: 'a', periode: { tot: '1' }, rest: 'blijft' }

describe('wie wijzigde wat', () => {
  it.each([
    ['alleen ik', { ...was, naam: 'b' }, was, [['/naam', 'mijn']]],
    ['alleen mijn collega', was, { ...was, naam: 'c' }, [['/naam', 'hun']]],
    ['allebei hetzelfde veld', { ...was, naam: 'b' }, { ...was, naam: 'c' }, [['/naam', null]]],
    ['allebei dezelfde waarde', { ...was, naam: 'b' }, { ...was, naam: 'b' }, []],
    [
      'elk een ander veld',
      { ...was, naam: 'b' },
      { ...was, periode: { tot: '2' } },
      [
        ['/naam', 'mijn'],
        ['/periode/tot', 'hun'],
      ],
    ],
    ['niets en leeg is hetzelfde', { ...was, periode: { tot: null } }, { ...was, periode: {} }, []],
  ])('%s', (_, mijn, hun, verwacht) => {
    expect(vindVerschillen(velden, was, mijn, hun).map((v) => [v.veld.plaats, v.voorstel])).toEqual(verwacht)
  })
})

it('bewaart per veld de gekozen kant, en de rest zoals ik het had', () => {
  const mijn = { ...was, naam: 'b', rest: 'van mij' }
  const verschillen = vindVerschillen(velden, was, mijn, { ...was, naam: 'c', periode: { tot: '2' } })
  expect(pasKeuzesToe(mijn, verschillen, { '/naam': 'mijn', '/periode/tot': 'hun' })).toEqual({
    naam: 'b',
    periode: { tot: '2' },
    rest: 'van mij',
  })
})
