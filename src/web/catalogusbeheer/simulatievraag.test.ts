import { expect, it } from 'vitest'
import { leesSimulatieadres } from './simulatievraag.ts'

it.each([
  ['leeg', '', { versie: '', vanaf: '', lezingen: {} }],
  ['een versie en een dag', 'versie=2027-07&vanaf=2027-07-01', { versie: '2027-07', vanaf: '2027-07-01', lezingen: {} }],
  [
    'lezingen van elke soort',
    'lezing.a=8&lezing.b=%22ja%22&lezing.c=null&lezing.d=%5B1%5D',
    { versie: '', vanaf: '', lezingen: { a: 8, b: 'ja', c: null, d: [1] } },
  ],
  ['een kapotte lezing valt weg', 'lezing.a=%7B&lezing.b=1', { versie: '', vanaf: '', lezingen: { b: 1 } }],
])('%s', (_, adres, verwacht) => {
  expect(leesSimulatieadres(new URLSearchParams(adres))).toEqual(verwacht)
})
