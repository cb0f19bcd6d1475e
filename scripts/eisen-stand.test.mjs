import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bepaalStand, leesBewijs, leesCatalogi, leesRegister, leesUitslag } from './eisen-stand.mjs'

const register = leesRegister(`### 2.2 A-BR — Begeleiding Regulier (with A-ALG)
| ID | Statement | Kind |
|---|---|---|
| A-BR-01 | Naam. | definition |
| A-BR-02 | Eerste punt. | criterion |
| A-BR-03 | Tweede punt. | criterion |
### 3.1 B-IND — individual products
| ID | Applies to | Statement | Kind |
|---|---|---|---|
| B-IND-01 | BI, BX | Bewaakt. | signalling |
| B-IND-02 | BI | Zegt het. | text |
`)
const catalogi = leesCatalogi([
  {
    producten: {
      P: {
        uitspraken: [
          { eis: 'A-BR-02', tekst: 'Een.', werkt: ['advies'] },
          { eis: 'A-BR-03', tekst: 'Twee.', werkt: [] },
        ],
      },
    },
    gedeeld: [
      { eis: 'B-IND-01', tekst: 'Drie.', werkt: ['levering'] },
      { eis: 'B-IND-02', tekst: 'Vier.', werkt: [] },
    ],
    passages: [{ document: 'bron.txt', regels: '3-4', eisen: ['B-IND-02'] }],
  },
])
const uitslag = (...tests) => ({ testResults: [{ assertionResults: tests.map(([title, status]) => ({ title, status })) }] })
const standVan = (...tests) => {
  const { groepen } = bepaalStand(register, catalogi, leesUitslag(uitslag(...tests)))
  return Object.fromEntries(groepen.flatMap((groep) => groep.eisen).map((eis) => [eis.id, eis]))
}

it('leest de echte 358 uitspraken, elk één keer en met tekst', () => {
  const { eisen } = leesRegister(readFileSync(new URL('../docs/eisen.md', import.meta.url), 'utf8'))
  expect(eisen).toHaveLength(358)
  expect(new Set(eisen.map((eis) => eis.id)).size).toBe(358)
  expect(eisen.filter((eis) => eis.uitspraak.length < 10)).toEqual([])
})

it.each([
  ['A-BR-04 goed: hij past', { nummers: ['A-BR-04'], soort: 'goed' }],
  ['A-BR-04 A-BR-06 fout: hij past niet', { nummers: ['A-BR-04', 'A-BR-06'], soort: 'fout' }],
  ['A-BR-04, B-ST-27 tekst: staat er', { nummers: ['A-BR-04', 'B-ST-27'], soort: 'tekst' }],
  ["'B-ST-03' goed: 'GV' mag", { nummers: ['B-ST-03'], soort: 'goed' }],
  ['Over A-BR-04 goed: niets', undefined],
  ['A-BR-04 zonder soort', undefined],
])('testnaam %s', (titel, verwacht) => expect(leesBewijs(titel)).toEqual(verwacht))

it('bewezen vraagt een goed en een fout voorbeeld', () => {
  const stand = standVan(['A-BR-02 goed: x', 'passed'], ['A-BR-02 B-IND-01 fout: x', 'passed'])
  expect(stand['A-BR-02']).toMatchObject({ stand: 'bewezen', goed: 1, fout: 1 })
  expect(stand['B-IND-01']).toMatchObject({ stand: 'open', reden: 'het goede voorbeeld ontbreekt' })
})

it('een test die zakt of is overgeslagen bewijst niets', () => {
  const gezakt = standVan(['A-BR-02 goed: x', 'passed'], ['A-BR-02 fout: x', 'passed'], ['A-BR-02 fout: y', 'failed'])
  expect(gezakt['A-BR-02']).toMatchObject({ stand: 'open', reden: '1 test zakt' })
  expect(standVan(['A-BR-02 goed: x', 'skipped'], ['A-BR-02 fout: x', 'passed'])['A-BR-02'].stand).toBe('open')
})

it('zonder iets te handhaven is een uitspraak alleen tekst, met haar bron; wat in geen catalogus staat is open', () => {
  const stand = standVan(['B-IND-02 tekst: x', 'passed'])
  expect(stand['B-IND-02']).toMatchObject({ stand: 'tekst', bron: ['bron.txt regel 3-4'], toontTekst: 1 })
  expect(stand['A-BR-01']).toMatchObject({ stand: 'open', reden: 'staat in geen catalogus' })
})

it('telt per groep en samen', () => {
  const { totaal, groepen } = bepaalStand(register, catalogi, leesUitslag(uitslag()))
  expect(totaal).toEqual({ eisen: 5, bewezen: 0, tekst: 2, open: 3 })
  expect(groepen.map(({ groep, titel, eisen }) => [groep, titel, eisen.length])).toEqual([
    ['A-BR', 'Begeleiding Regulier', 3],
    ['B-IND', 'individual products', 2],
  ])
})
