import { expect, it } from 'vitest'
import { maakRij } from './rij.ts'

it('doet één ding tegelijk, in volgorde, en gaat door na een fout', async () => {
  const rij = maakRij()
  const gezien: string[] = []
  const doe = (naam: string, faalt = false) =>
    rij(async () => {
      gezien.push(`begin ${naam}`)
      await Promise.resolve()
      gezien.push(`eind ${naam}`)
      if (faalt) throw new Error(naam)
      return naam
    })
  const [a, b, c] = await Promise.allSettled([doe('a'), doe('b', true), doe('c')])
  expect(gezien).toEqual(['begin a', 'eind a', 'begin b', 'eind b', 'begin c', 'eind c'])
  expect([a, b, c].map((u) => u.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
