import { describe, expect, it } from 'vitest'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { beoordeelReactie, maakTermijntabel, type Termijnsoort, termijnsoorten } from './reactietermijn.ts'

const d = (tekst: string) => tekst as Datum
const oordeel = (soort: Termijnsoort, vanaf: string, klaarOp: string | null, vandaag: string) =>
  beoordeelReactie({ soort, vanaf: d(vanaf), klaarOp: klaarOp === null ? null : d(klaarOp) }, d(vandaag))

describe('wanneer een antwoord er uiterlijk is', () => {
  it.each<[Termijnsoort, string, string, string]>([
    ['retour', 'drie werkdagen', '2026-11-23', '2026-11-26'],
    ['retour', 'over het weekend', '2026-11-26', '2026-12-01'],
    ['retour', 'over Kerstmis en Nieuwjaar', '2026-12-24', '2026-12-30'],
    ['retour', 'over de jaarwisseling', '2026-12-30', '2027-01-05'],
    ['declaratieantwoord', 'tien werkdagen', '2026-11-23', '2026-12-07'],
    ['start', 'vijf werkdagen', '2026-11-23', '2026-11-30'],
    ['stop', 'over Pasen', '2027-03-24', '2027-04-02'],
    ['in_onderzoek', 'acht weken, gewone dagen', '2026-11-23', '2027-01-18'],
    ['declaratie', 'einde van de volgende maand', '2026-11-30', '2026-12-31'],
    ['declaratie', 'na december', '2026-12-31', '2027-01-31'],
    ['declaratie', 'februari', '2027-01-31', '2027-02-28'],
  ])('%s, %s', (soort, _, vanaf, uiterlijk) => expect(oordeel(soort, vanaf, null, vanaf).uiterlijk).toBe(uiterlijk))
})

it.each([
  ['nog niet klaar, nog tijd', null, '2026-11-26', { stand: 'loopt', dagenTeLaat: 0 }],
  ['nog niet klaar, te laat', null, '2026-11-28', { stand: 'verlopen', dagenTeLaat: 2 }],
  ['op de laatste dag klaar', '2026-11-26', '2027-01-01', { stand: 'op_tijd', dagenTeLaat: 0 }],
  ['een dag te laat klaar', '2026-11-27', '2027-01-01', { stand: 'te_laat', dagenTeLaat: 1 }],
])('%s', (_, klaar, vandaag, verwacht) => expect(oordeel('retour', '2026-11-23', klaar, vandaag)).toMatchObject(verwacht))

it('een gelijkgestelde dag telt niet als werkdag', () => {
  const { uiterlijk } = beoordeelReactie({ soort: 'retour', vanaf: d('2027-05-03'), klaarOp: null }, d('2027-05-03'), [d('2027-05-07')])
  // 5 mei Bevrijdingsdag, 6 mei Hemelvaart, 7 mei gelijkgesteld, dan een weekend.
  expect(uiterlijk).toBe('2027-05-11')
})

it('de tabel geeft voor elke soort en elke dag van drie jaar dezelfde uiterste dag', () => {
  const [van, tot] = [d('2025-02-01'), d('2028-03-01')]
  const vrij = [d('2026-05-15'), d('2027-05-07'), d('2028-03-02')]
  const tabel = maakTermijntabel(van, tot, vrij)
  expect(tabel.flatMap((t) => t.soorten).sort()).toEqual([...termijnsoorten].sort())
  for (const { soorten, vanaf, dagen } of tabel)
    for (const soort of soorten) {
      expect([vanaf[0], vanaf.at(-1), vanaf.length]).toEqual([van, tot, 1125])
      expect(dagen).toEqual(vanaf.map((dag) => beoordeelReactie({ soort, vanaf: dag, klaarOp: null }, tot, vrij).uiterlijk))
    }
  expect(maakTermijntabel(plusDagen(tot, 1), tot).every((t) => t.dagen.length === 0)).toBe(true)
})
