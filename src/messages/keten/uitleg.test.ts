/** Bij elke regel hoort te staan wat er mis is en wat u doet, in korte zinnen. */
import { expect, it } from 'vitest'
import { retourcodes } from '../iwmo-3-2/retourcodes.ts'
import { ketenregels, type KetenregelId } from '../iwmo-3-2/keten/regels.ts'
import { uitleg } from '../iwmo-3-2/keten/uitleg.ts'

const nummers = Object.keys(ketenregels) as KetenregelId[]

it.each(nummers)('%s heeft een oorzaak en een volgende stap', (id) => {
  const zinnen = [uitleg[id].oorzaak, uitleg[id].doe, ketenregels[id].tekst]
  for (const zin of zinnen) {
    expect(zin).toMatch(/^[A-Z].*\.$/)
    for (const deel of zin.split(/[.;]/)) expect(deel.trim().split(/\s+/).length).toBeLessThanOrEqual(20)
  }
  expect(new Set(zinnen).size).toBe(3)
})

it('elke retourcode van niveau 3 en 4 is van precies één regel, en andersom is er geen code over', () => {
  const gebruikt = nummers.flatMap((id) => ketenregels[id].code ?? [])
  expect(new Set(gebruikt).size).toBe(gebruikt.length)
  const algemeen = ['0001', '0200', '0233', '8001']
  expect([...gebruikt, ...algemeen].sort()).toEqual(Object.keys(retourcodes.codes).sort())
})
