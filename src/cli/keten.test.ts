/** `keten speel` weigert verkeerde invoer met een zin in het Nederlands en code 2. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { draai } from './draai.testhulp.ts'

const map = mkdtempSync(join(tmpdir(), 'meedoen-keten-'))
afterAll(() => rmSync(map, { recursive: true }))
const kapot = join(map, 'kapot.yaml')
writeFileSync(kapot, 'naam: x\nnetwerk:\n  verliest: 2\n')

it.each([
  ['zonder map', [], /MEEDOEN_BERICHTEN/],
  ['een map die er niet is', ['--map', join(map, 'nergens')], /bestaat niet/],
  ['een map zonder partij', ['--map', map], /gemeentecode of AGB-code/],
  ['een scenario dat er niet is', ['--map', map, '--scenario', 'rusteg'], /Kies .*rustig.*Bedoelde u/s],
  ['een scenario dat niet klopt', ['--map', map, '--scenario', kapot], /kapot\.yaml:3:\d+ {2}Een kans is hooguit 1/],
  ['een zaad dat geen getal is', ['--map', map, '--seed', 'x'], /heel getal/],
  ['nul dagen', ['--map', map, '--dagen', '0'], /heel getal/],
])('%s', async (_, opties, verwacht) => {
  const { code, uit, fout } = await draai(['keten', 'speel', ...opties])
  expect({ code, uit }).toEqual({ code: 2, uit: '' })
  expect(fout).toMatch(verwacht)
})

it('met --json staat de fout ook op stdout', async () => {
  const { code, uit } = await draai(['keten', 'speel', '--map', map, '--json'])
  expect({ code, ...JSON.parse(uit) }).toMatchObject({ code: 2, fouten: [{ code: 'GEEN_PARTIJ' }] })
})

it('stond er niets klaar, dan staat erbij hoe er wel iets te spelen is', async () => {
  const leeg = join(map, 'leeg')
  mkdirSync(join(leeg, '9990'), { recursive: true })
  const { code, uit } = await draai(['keten', 'speel', '--map', leeg, '--dagen', '1'])
  expect(code).toBe(0)
  expect(uit).toContain('Er was niets te spelen')
})
