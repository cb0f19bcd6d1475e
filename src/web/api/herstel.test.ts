import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HERSTEL_MS, herstelVanzelf, magHerladen } from './herstel.ts'
import { Probleem } from './probleem.ts'

const probleem = (status: number) => new Probleem({ status, code: 'X', titel: 'x', tekst: 'x', watNu: undefined })
const opslag = new Map<string, string>()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('sessionStorage', { getItem: (k: string) => opslag.get(k) ?? null, setItem: (k: string, v: string) => opslag.set(k, v) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it.each([
  [0, 'klaar'],
  [503, 'klaar'],
  [404, 'fout'],
])('een scherm dat met status %i mislukte is daarna %s, zodra de server weer kan', async (status, daarna) => {
  let kan = false
  vi.stubGlobal('fetch', async () => ({ ok: kan }))
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const stop = herstelVanzelf(client)
  let keer = 0
  const kijker = new QueryObserver(client, {
    queryKey: ['x'],
    queryFn: () => {
      keer++
      if (!kan) throw probleem(status)
      return 'klaar'
    },
  })
  const los = kijker.subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(3 * HERSTEL_MS)
  // Zolang de server niet kan, blijft de uitleg staan en wordt er niets opnieuw gevraagd.
  expect([keer, kijker.getCurrentResult().status]).toEqual([1, 'error'])
  kan = true
  await vi.advanceTimersByTimeAsync(2 * HERSTEL_MS)
  expect(kijker.getCurrentResult().data ?? 'fout').toBe(daarna)
  los()
  stop()
})

it('herladen gaat hoogstens drie keer achter elkaar vanzelf, en later weer', () => {
  expect([1, 2, 3, 4].map((n) => magHerladen(1_000_000 + n))).toEqual([true, true, true, false])
  expect(magHerladen(1_200_000)).toBe(true)
})
