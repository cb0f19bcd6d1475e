import { expect, it } from 'vitest'
import { leesScenario } from './lees-scenario.ts'

it('een leeg scenario is vriendelijk: bijna alles wordt aangenomen en gestart', () => {
  const gelezen = leesScenario('x.yaml', 'naam: leeg')
  expect(gelezen).toMatchObject({
    ok: true,
    value: { netwerk: { verliest: 0 }, aanbieder: { weigert: [], start: { kans: 0.95 } }, gemeenten: ['9999'] },
  })
})

it('wie zich anders gedraagt staat op zijn AGB-code, met voor de rest de beginwaarden', () => {
  const gelezen = leesScenario('x.yaml', 'naam: x\naanbieders:\n  "98765432": { start: { kans: 0 } }')
  expect(gelezen).toMatchObject({ ok: true, value: { aanbieders: { 98765432: { start: { kans: 0, na: 5 }, stop: { kans: 0.1 } } } } })
})

it.each([
  ['geen naam', 'uitleg: x', /Geef het scenario een naam/],
  ['een kans boven de een', 'naam: x\nnetwerk: { verliest: 2 }', /Een kans is hooguit 1/],
  ['een veld dat niet bestaat', 'naam: x\nnetwerk: { verlies: 0 }', /verlies bestaat hier niet/],
  [
    'een code die niet bij het bericht hoort',
    'naam: x\naanbieder: { weigert: [{ bericht: WMO301, kans: 1, code: "9321" }] }',
    /WMO301 niet afgekeurd. Kies uit: 0001/,
  ],
  ['een code als getal', 'naam: x\naanbieder: { weigert: [{ bericht: WMO301, kans: 1, code: 9332 }] }', /aanhalingstekens/],
  [
    'een retourbericht afkeuren',
    'naam: x\naanbieder: { weigert: [{ bericht: WMO302, kans: 1, code: "0001" }] }',
    /Kies een bericht dat een antwoord krijgt/,
  ],
  [
    'een tarief in euro’s',
    'naam: x\naanbieder: { declaratie: { tarieven: [{ eenheid: "04", tarief: 62.5, van: "2026-01-01" }] } }',
    /eurocenten/,
  ],
  ['het minste boven het meeste', 'naam: x\naanbieder: { declaratie: { minst: 0.9, meest: 0.5 } }', /Het minste is meer/],
  ['kapotte YAML', 'naam: [x', /De inspringing klopt niet/],
])('fout: %s, met regel en kolom', (_, tekst, verwacht) => {
  const gelezen = leesScenario('x.yaml', tekst)
  if (gelezen.ok) throw new Error('dit hoort niet te kunnen')
  expect(gelezen.fout[0]).toMatchObject({
    bestand: 'x.yaml',
    regel: expect.any(Number),
    kolom: expect.any(Number),
    tekst: expect.stringMatching(verwacht),
  })
})
