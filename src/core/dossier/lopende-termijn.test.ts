import { expect, it } from 'vitest'
import type { Datum } from '#core/base/datum.ts'
import type { Zaakstand } from './gebeurteniswoorden.ts'
import { lopendeTermijn, sorteerdag } from './lopende-termijn.ts'

const onderzoekUiterlijk = '2026-12-14' as Datum
const besluitUiterlijk = '2026-12-28' as Datum

it.each<[Zaakstand, Datum | null, string | null]>([
  ['ontvangen', null, 'onderzoek 2026-12-14'],
  ['bevestigd', null, 'onderzoek 2026-12-14'],
  ['onderzoek', null, 'onderzoek 2026-12-14'],
  ['verslag_verzonden', null, null],
  ['aanvraag', besluitUiterlijk, 'besluit 2026-12-28'],
  ['afgesloten', besluitUiterlijk, null],
])('in de stand %s met besluit uiterlijk %s loopt %s', (stand, besluit, verwacht) => {
  const feiten = { stand, onderzoekUiterlijk, besluitUiterlijk: besluit }
  const termijn = lopendeTermijn(feiten)
  expect(termijn && `${termijn.soort} ${termijn.uiterlijk}`).toBe(verwacht)
  expect(sorteerdag(feiten)).toBe(termijn?.uiterlijk ?? '2199-12-31')
})
