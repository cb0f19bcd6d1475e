import { expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import { besluitToewijzing, type Lopend, type Wens } from './besluit.ts'
import { leesUitleg } from './uitleg.ts'

const d = (tekst: string) => tekst as Datum
const product = { categorie: '02', code: '02A03' }
const omvang = (volume: number, frequentie = '2') => ({ volume, eenheid: '01', frequentie })
const loopt: Lopend = { nummer: 12, product, van: d('2026-01-01'), tot: d('2026-06-30'), omvang: omvang(180) }
const totaal: Lopend = { ...loopt, omvang: omvang(6000, '6') }
const wens = (anders: Partial<Wens>): Wens => ({
  product,
  catalogusproduct: 'lopen',
  van: d('2026-01-01'),
  tot: d('2026-06-30'),
  omvang: omvang(180),
  ...anders,
})
const anderecode = { product: { categorie: '02', code: '02A05' } }
const vanOns: Lopend = { ...loopt, catalogusproduct: 'lopen' }

it.each<[string, Wens, Lopend[], string[], RegExp]>([
  ['er loopt niets', wens({}), [], ['IV066'], /nieuw nummer/],
  ['langer', wens({ tot: d('2026-12-31') }), [loopt], ['OP380'], /nummer blijft; de einddatum wordt later/],
  ['korter', wens({ tot: d('2026-03-31') }), [loopt], ['OP380'], /einddatum wordt eerder/],
  ['ander totaal', wens({ omvang: omvang(7000, '6') }), [totaal], ['OP033x1'], /alleen het totaal/],
  ['meer per week', wens({ van: d('2026-03-01'), omvang: omvang(300) }), [loopt], ['OP257', 'IV066'], /28 februari 2026/],
  [
    'andere code',
    wens({ ...anderecode, van: d('2026-03-01') }),
    [vanOns],
    ['OP257', 'IV066'],
    /^De productcode is anders dan 02A03: .*28 februari/,
  ],
  ['andere code vanaf het begin', wens(anderecode), [vanOns], ['OP257', 'IV066'], /^De productcode is anders dan 02A03 en toewijzing 12/],
  ['meer per week vanaf het begin', wens({ omvang: omvang(300) }), [loopt], ['OP257', 'IV066'], /12 was dan nog niet begonnen/],
])('%s', (_, w, lopend, regels, tekst) => {
  const besluit = besluitToewijzing(w, lopend)
  const uitleg = besluit.ok ? leesUitleg(besluit.value) : null
  expect(uitleg?.regels).toEqual(regels)
  expect(uitleg?.tekst).toMatch(tekst)
})
