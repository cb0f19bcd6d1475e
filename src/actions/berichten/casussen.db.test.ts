/** De vier casussen, een declaratieketen en wat terugnemen is per soort bericht, tussen twee databases, over bestanden: rustig, en herhaald, verwisseld en verloren. */
import { afterEach, describe, expect, it } from 'vitest'
import { ketens } from '#messages/keten/casussen.testhulp.ts'
import { herstelketens } from '#messages/keten/herstelketens.testhulp.ts'
import { type Netwerk, RUSTIG, speelKeten, speelMet } from '#messages/keten/keten.testhulp.ts'
import { PARTIJEN } from '#messages/keten/oefening.testhulp.ts'
import { BSN } from '#messages/voorbeelden.testhulp.ts'
import { type Databasekant, maakDatabasekant, watWeet } from './kanten.testhulp.ts'

const open: Databasekant[] = []
afterEach(async () => {
  for (const kant of open.splice(0)) await kant.sluit()
})
const maak: typeof maakDatabasekant = async (...a) => {
  const kant = await maakDatabasekant(...a)
  open.push(kant)
  return kant
}
const alles = {
  bsns: [BSN, '999900006', '999996770', '999996782'],
  nummers: [1, 12563, 667899, 668877, 700001, 700002],
  referenties: ['R1', 'R2', 'R3', 'R4', 'C1', 'C2', 'V-1', 'W-1', 'W-2'],
  declaraties: ['D1', 'D2', 'D3', 'D4', 'D5'],
}
const op = (lijst: readonly string[]) => [...lijst].sort()

describe.each([...ketens, ...herstelketens])('%s', (_, stappen, verwacht) => {
  it('rustig: elk bericht krijgt het verwachte oordeel en beide databases weten hetzelfde als het geheugen', async () => {
    const geheugen = await speelKeten(stappen(), RUSTIG)
    const { gemeente, aanbieder, uitkomsten } = await speelMet(maak, stappen(), RUSTIG)
    expect(op(uitkomsten)).toEqual(op(verwacht))
    const weet = await watWeet(geheugen.gemeente, PARTIJEN, alles)
    expect(await watWeet(gemeente, PARTIJEN, alles)).toEqual(weet)
    expect(await watWeet(aanbieder, PARTIJEN, alles)).toEqual(weet)
  })
  it('herhaald, verwisseld en verloren: hetzelfde einde, en geen bericht twee keer', async () => {
    const netwerk: Netwerk = { herhaalt: 0.3, verliest: 0.3, verwisselt: true, herkent: true }
    const geheugen = await speelKeten(stappen(), RUSTIG)
    const { gemeente, aanbieder } = await speelMet(maak, stappen(), netwerk, 3)
    const weet = await watWeet(geheugen.gemeente, PARTIJEN, alles)
    expect(await watWeet(gemeente, PARTIJEN, alles)).toEqual(weet)
    expect(await watWeet(aanbieder, PARTIJEN, alles)).toEqual(weet)
    // Elk heenbericht en elk antwoord staat er aan elke kant één keer.
    for (const kant of open) expect(await kant.tel('bericht')).toBe(stappen().length * 2)
  })
})
