/** Wat een gespeelde aanbieder antwoordt, en wanneer. */
import { expect, it } from 'vitest'
import { GEWOON, type Oefengedrag, planAntwoorden, type Wachtend } from './oefenplan.ts'

const [A, B] = ['98765401', '98765402']
const wachtend = (id: string, aanbieder: string, sinds: number, naam: Wachtend['naam'] = 'WMO301'): Wachtend => ({
  id,
  naam,
  aanbieder,
  sinds,
})
const met =
  (gedrag: Partial<Oefengedrag>, aanbieder = A) =>
  (wie: string) =>
    wie === aanbieder ? { ...GEWOON, ...gedrag } : GEWOON
const plan = (berichten: readonly Wachtend[], gedragVan: (aanbieder: string) => Oefengedrag) =>
  planAntwoorden(berichten, gedragVan).map(({ id, op }) => [id, op])

const drie = [wachtend('2', A, 2_000), wachtend('1', A, 1_000), wachtend('3', B, 3_000)]

it('zonder opdracht komt elk antwoord meteen, op volgorde van de berichten', () =>
  expect(plan(drie, () => GEWOON)).toEqual([
    ['1', 1_000],
    ['2', 2_000],
    ['3', 3_000],
  ]))
it.each([
  ['minuten', 60_000],
  ['dagen', 86_400_000],
] as const)('na twee %s, gerekend vanaf elk bericht; een ander wacht daar niet op', (eenheid, ms) =>
  expect(plan(drie, met({ wacht: 2, eenheid }))).toEqual([
    ['3', 3_000],
    ['1', 1_000 + 2 * ms],
    ['2', 2_000 + 2 * ms],
  ]),
)
it('wie zwijgt antwoordt nooit, en dat staat achteraan', () =>
  expect(plan(drie, met({ antwoord: 'zwijgt', laatsteEerst: true }))).toEqual([
    ['3', 3_000],
    ['1', null],
    ['2', null],
  ]))
it('het laatste eerst: hij wacht tot hij alles heeft en begint achteraan, alleen bij zichzelf', () =>
  expect(plan([...drie, wachtend('4', B, 1_500)], met({ laatsteEerst: true, wacht: 1 }))).toEqual([
    ['4', 1_500],
    ['3', 3_000],
    ['2', 62_000],
    ['1', 62_000],
  ]))
it('afkeuren gaat met de code van dat soort bericht; aannemen zonder', () => {
  const gedrag = met({ antwoord: 'keurt_af', codes: { WMO301: '9332', WMO319: '9359' } as never })
  const codes = planAntwoorden([wachtend('1', A, 1), wachtend('2', A, 2, 'WMO319'), wachtend('3', B, 3)], gedrag).map((g) => g.code)
  expect(codes).toEqual(['9332', '9359', null])
})
