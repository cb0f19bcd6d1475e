import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draai, wortel } from './draai.testhulp.ts'

let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'meedoen-start-'))
  cpSync(join(wortel, 'e2e/derde-gemeente'), map, { recursive: true })
})
afterAll(() => rmSync(map, { recursive: true, force: true }))

describe('meedoen start', () => {
  it('biedt de catalogi aan als ze kloppen', async () => {
    expect(await draai(['start', '--catalogi', map])).toEqual({ code: 0, uit: 'aangeboden: veenmeer', fout: '' })
  })

  it('start niet als een gepubliceerde versie gewijzigd is, en zegt waar', async () => {
    writeFileSync(join(map, 'veenmeer/2027-01/bron/regeling.txt'), 'Iets anders.')
    const gedraaid = await draai(['start', '--catalogi', map])
    expect(gedraaid).toMatchObject({ code: 2, uit: '' })
    expect(gedraaid.fout).toContain(`${join(map, 'veenmeer/versies.yaml')}:2:`)
    expect(gedraaid.fout).toContain('[CATALOGUS_GEWIJZIGD]')
    expect(gedraaid.fout).toContain('Meedoen start niet')
  })
})

describe('meedoen zonder opdracht', () => {
  it('toont de hulp in het Nederlands', async () => {
    const hulp = await draai(['--help'])
    expect(hulp).toMatchObject({ code: 0, fout: '' })
    expect(hulp.uit).toContain('Gebruik: meedoen [opties] [opdracht]')
    expect(hulp.uit).toContain('Opdrachten:')
    expect((await draai(['advies', '--help'])).uit).toContain('Gebruik: meedoen advies [opties] [invoer]')
    expect(await draai([])).toMatchObject({ code: 2, uit: '' })
    expect(await draai(['--version'])).toEqual({ code: 0, uit: '0.0.0-test\n', fout: '' })
  })
})
