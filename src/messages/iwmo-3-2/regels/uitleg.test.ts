/** Elke regel binnen een bericht zegt hoe een fout meestal ontstaat en wat de verzender dan doet; geen twee zeggen hetzelfde. */
import { describe, expect, it } from 'vitest'
import { regels32 } from './alle.ts'
import { uitlegBinnen, uitlegrijen } from './uitleg.ts'

const ids = [...new Set(regels32.map((r) => r.id))].sort()
const dubbele = (dingen: readonly string[]): string[] => dingen.filter((ding, plek) => dingen.indexOf(ding) !== plek)

it('elke regel staat in precies één rij, en er staat geen regel die niet bestaat', () => {
  expect(ids).toHaveLength(58)
  expect(uitlegrijen.flatMap((r) => r.regels).sort()).toEqual(ids)
  expect([...uitlegBinnen.keys()].sort()).toEqual(ids)
})

it('geen twee rijen delen een oorzaak of een volgende stap', () => {
  expect(dubbele(uitlegrijen.map((r) => r.oorzaak))).toEqual([])
  expect(dubbele(uitlegrijen.map((r) => r.doe))).toEqual([])
})

describe('wat een rij deelt is hetzelfde voorschrift', () => {
  it.each(uitlegrijen.filter((r) => r.regels.length > 1).map((r) => r.regels))('%s %s', (...samen) => {
    const berichten = samen.map((id) => regels32.filter((r) => r.id === id).flatMap((r) => r.berichten))
    const teksten = samen.map((id) => regels32.find((r) => r.id === id)?.tekst.replace(/(toegewezen|gevraagd)\.$/, ''))
    // Of dezelfde zin voor een ander bericht, of de twee helften van één verbod (budget en omvang).
    const eenVerbod = teksten.every((t) => /^Met een (budget|omvang) mag er geen (budget|omvang) zijn\.$/.test(t ?? ''))
    expect(eenVerbod || new Set(teksten).size === 1, `${samen}: ${berichten.join(' | ')}`).toBe(true)
  })
})

it('een zin begint met een hoofdletter en eindigt met een punt', () => {
  for (const { regels, oorzaak, doe } of uitlegrijen)
    for (const zin of [oorzaak, doe]) expect([regels, zin, /^[A-Z].*\.$/.test(zin)]).toEqual([regels, zin, true])
})
