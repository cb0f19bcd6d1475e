import { expect, it } from 'vitest'
import type { Keuzeantwoord } from '#http/api/catalogus/vormen.ts'
import { vastgelegd } from './vastgelegd.ts'

const keuze = (waarde: string, geldigVan: string) => ({ waarde, geldigVan }) as Keuzeantwoord
const instelling = (waarde: string, gekozen: Keuzeantwoord | null = null, straks: Keuzeantwoord[] = []) => ({
  sleutel: 'stapeling',
  waarde,
  gekozen,
  straks,
})
const publicatie = { versie: '2027-01', stand: 'straks' as const, geldigVan: '2027-01-01' }
const alleen = { versie: null, instellingen: { stapeling: 'streng' } }

it.each([
  ['nog niet gekozen', instelling('ruim'), null],
  ['zo was het al', instelling('streng'), { sinds: null }],
  ['gekozen en ingegaan', instelling('streng', keuze('streng', '2026-11-01')), { sinds: '2026-11-01' }],
  ['gekozen voor later', instelling('ruim', null, [keuze('streng', '2026-12-01')]), { sinds: '2026-12-01' }],
  ['daarna weer teruggedraaid', instelling('ruim', null, [keuze('streng', '2026-12-01'), keuze('ruim', '2027-01-01')]), null],
  ['nu wel, straks niet meer', instelling('streng', keuze('streng', '2026-11-01'), [keuze('ruim', '2027-01-01')]), null],
])('een lezing: %s', (_, i, verwacht) => expect(vastgelegd(alleen, { instellingen: [i], publicaties: [] })).toEqual(verwacht))

it('een versie met een lezing erbij is vastgelegd als allebei dat zijn; de laatste dag telt', () => {
  const samen = { versie: '2027-01', instellingen: { stapeling: 'streng' } }
  const i = instelling('streng', keuze('streng', '2026-11-01'))
  expect(vastgelegd(samen, { instellingen: [i], publicaties: [publicatie] })).toEqual({ sinds: '2027-01-01' })
  expect(vastgelegd(samen, { instellingen: [i], publicaties: [{ ...publicatie, stand: 'vervangen' }] })).toBeNull()
  expect(vastgelegd(samen, { instellingen: [instelling('ruim')], publicaties: [publicatie] })).toBeNull()
})
