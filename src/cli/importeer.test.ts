import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, it } from 'vitest'
import type { Importweigering } from '#actions/beheer/importeer-inwoners.ts'
import type { Omgeving } from './omgeving.ts'
import { voerUit } from './programma.ts'

const map = mkdtempSync(join(tmpdir(), 'meedoen-importeer-'))
afterAll(() => rmSync(map, { recursive: true }))
const bestand = join(map, 'inwoners.csv')
writeFileSync(bestand, 'achternaam;bsn\nProefman;é\n')

async function draai(importeer: Omgeving['importeer'], ...argumenten: string[]) {
  let uit = ''
  let fout = ''
  const code = await voerUit(['beheer', 'importeer', ...argumenten], {
    stdin: Readable.from([]),
    uit: (t) => void (uit += t),
    fout: (t) => void (fout += t),
    catalogi: map,
    vandaag: '2027-03-01',
    versie: '0.0.0',
    database: async () => ({ data: map, sleutels: join(map, 'sleutels.json') }),
    serveer: async () => 0,
    vulDemo: async () => ({ ok: false, fout: '' }),
    importeer,
    simuleer: async () => ({ ok: false, fout: '' }),
    keten: { map: undefined, vandaag: () => '2026-11-25', stopsein: () => new AbortController().signal },
    isScherm: false,
  })
  return { code, uit, fout }
}
const lees = async (bron: AsyncIterable<string>): Promise<string> => {
  let tekst = ''
  for await (const stuk of bron) tekst += stuk
  return tekst
}

it('geeft het hele bestand en de gemeente door, en zegt hoeveel er overgenomen zijn', async () => {
  let gelezen = ''
  const gelukt = await draai(
    async ({ bron, gemeente, alleenNakijken }) => {
      gelezen = `${gemeente} ${alleenNakijken} ${await lees(bron)}`
      return { ok: true, value: { inwoners: 1200, bewaard: true } }
    },
    bestand,
    '--gemeente',
    '0001',
  )
  expect(gelezen).toBe('0001 undefined achternaam;bsn\nProefman;é\n')
  expect(gelukt).toMatchObject({ code: 0, uit: '1.200 inwoners overgenomen.\n' })
})

it('wijst elke fout aan zoals een editor haar leest, en zegt dat er niets is overgenomen', async () => {
  const fouten: Importweigering = {
    fouten: [{ regel: 2, kolom: 'bsn', code: 'BSN_LENGTE', tekst: 'Tel de cijfers na.' }],
    aantal: 1,
    afgebroken: false,
  }
  const geweigerd = async () => ({ ok: false as const, fout: fouten })
  expect(await draai(geweigerd, bestand, '--gemeente', '0001')).toEqual({
    code: 2,
    uit: '',
    fout: `${bestand}:2 bsn: Tel de cijfers na. [BSN_LENGTE]\n1 fout. Er is niets overgenomen.\n`,
  })
  expect(JSON.parse((await draai(geweigerd, bestand, '--gemeente', '0001', '--json')).uit)).toEqual({
    fouten: [{ code: 'BSN_LENGTE', plaats: `${bestand}:2 bsn`, tekst: 'Tel de cijfers na.' }],
  })
})

it.each([
  ['een bestand dat er niet is', [join(map, 'weg.csv'), '--gemeente', '0001'], 'BESTAND_ONTBREEKT'],
  ['een map', [map, '--gemeente', '0001'], 'BESTAND_ONTBREEKT'],
  ['geen gemeente', [bestand], '--gemeente <code> is nodig'],
])('%s', async (_, argumenten, melding) => {
  const gedraaid = await draai(async () => ({ ok: false, fout: 'hoort hier niet te komen' }), ...argumenten)
  expect(gedraaid).toMatchObject({ code: 2, fout: expect.stringContaining(melding) })
})
