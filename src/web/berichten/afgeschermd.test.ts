import { describe, expect, it } from 'vitest'
import { heeftAfgeschermd } from './afgeschermd.ts'

describe('of er een burgerservicenummer afgeschermd is', () => {
  it.each([
    ['een nummer', '*******19', true],
    ['een nummer in een zin', 'Zie *******19 in het dossier', true],
    ['geen nummer', 'Zie het dossier', false],
    ['een bedrag en een datum', '2026-01-01, 12345,00', false],
  ])('%s', (_, tekst, verwacht) => expect(heeftAfgeschermd(tekst)).toBe(verwacht))
})
