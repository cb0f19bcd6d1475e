import { mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { maakMapwacht, mapmelding } from './postmap.ts'
import { bezorgInMap } from './verwerk-map.ts'

const nieuweMap = () => join(mkdtempSync(join(tmpdir(), 'meedoen-wacht-')), 'post')

it('een map die er niet is wordt één keer gezegd, en één keer dat zij er weer is', async () => {
  const map = nieuweMap()
  const gezegd: string[] = []
  const isEr = maakMapwacht(map, (tekst) => void gezegd.push(tekst))
  expect([await isEr(), await isEr(), await isEr()]).toEqual([false, false, false])
  mkdirSync(map)
  expect([await isEr(), await isEr()]).toEqual([true, true])
  rmdirSync(map)
  expect(await isEr()).toBe(false)
  expect(gezegd).toEqual([
    expect.stringContaining('MEEDOEN_BERICHTEN'),
    expect.stringContaining('is er weer'),
    expect.stringContaining('MEEDOEN_BERICHTEN'),
  ])
})

it('een bestand op die plek is geen map', async () => {
  const map = nieuweMap()
  writeFileSync(map, '')
  expect(await mapmelding(map)).toContain('MEEDOEN_BERICHTEN')
})

it('is de map weg, dan wordt zij niet stilletjes ergens anders opnieuw gemaakt: het bericht blijft wachten', async () => {
  const map = nieuweMap()
  const bezorg = bezorgInMap(map)
  expect(await bezorg.melding?.()).toContain('MEEDOEN_BERICHTEN')
  const bericht = { administratie: { gemeente: '9990', partij: '9990' }, id: 'x', bestand: 'x.xml', stukken: async function* () {} }
  await expect(bezorg(bericht)).rejects.toThrow('MEEDOEN_BERICHTEN')
  expect(await mapmelding(map)).not.toBeNull()
  mkdirSync(map)
  expect(await bezorg.melding?.()).toBeNull()
  await bezorg(bericht)
})
