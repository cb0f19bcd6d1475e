/** Met opzet afkeuren: elke code, op elk bericht waar zij bij hoort, op de klasse van haar regel. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { leesBericht } from '#messages/codec.ts'
import { gelezenCodes } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { ketenregels, type KetenregelId } from '#messages/iwmo-3-2/keten/regels.ts'
import { maakRetour } from '#messages/iwmo-3-2/keten/retour.ts'
import { alsBytes, vanBytes } from '#messages/keten/oefening.testhulp.ts'
import { voorbeelden } from '#messages/voorbeelden.testhulp.ts'
import { afkeurbaar, codesVoor, uitslagMet } from './weiger.ts'

const paren = afkeurbaar.flatMap((naam) => codesVoor(naam).map((code) => [naam, code] as const))

describe.each(paren)('%s met %s', (naam, code) => {
  it('geeft een retourbericht dat het schema toelaat, met alleen deze code', () => {
    const bericht = vanBytes(alsBytes(naam as 'WMO301', voorbeelden[naam as 'WMO301']()))
    const uitslag = uitslagMet(code, bericht, () => 0)
    if (uitslag === null) throw new Error('geen uitslag')
    const retour = maakRetour(bericht, uitslag, { identificatie: 'R1', dagtekening: '2026-02-20' })
    if (retour === null) throw new Error('geen retour')
    const gelezen = leesBericht(alsBytes(retour.naam, retour.waarde))
    if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
    expect(new Set(gelezenCodes(gelezen.value).map((r) => r.code))).toEqual(new Set([code]))
  })
})

it('de klasse is die waar de regel in de keten ook op uitkomt', () => {
  const map = fileURLToPath(new URL('../messages/keten/', import.meta.url))
  const echt = new Map<string, Set<string>>()
  for (const bestand of readdirSync(map).filter((n) => /^regels-.*\.test\.ts$/.test(n)))
    for (const [, id = '', klasse = ''] of readFileSync(map + bestand, 'utf8').matchAll(/ketenmis\(\s*'(TR\d+)',\s*'(\w+)'/g))
      echt.set(id, (echt.get(id) ?? new Set()).add(klasse))
  let vergeleken = 0
  for (const [naam, code] of paren) {
    const ids = (Object.keys(ketenregels) as KetenregelId[]).filter(
      (id) => ketenregels[id].code === code && (ketenregels[id].berichten as readonly string[]).includes(naam),
    )
    const bericht = vanBytes(alsBytes(naam as 'WMO301', voorbeelden[naam as 'WMO301']()))
    const uitslag = uitslagMet(code, bericht, () => 0)
    if (uitslag?.niveau !== 3) continue
    const { klasse } = uitslag.bevindingen[0] as { klasse: string }
    const bekend = ids.flatMap((id) => [...(echt.get(id) ?? [])])
    // Van TR381 in een VOW heeft de keten geen eigen voorbeeld.
    if (bekend.length === 0 || (naam === 'WMO317' && code === 'S329')) continue
    vergeleken++
    expect(bekend, `${naam} ${code}`).toContain(klasse === 'Declaratie' ? 'DeclaratieAntwoord' : klasse)
  }
  expect(vergeleken).toBeGreaterThan(40)
})

it('een code die niet bij dit bericht hoort geeft niets', () => {
  const bericht = vanBytes(alsBytes('WMO301', voorbeelden.WMO301()))
  expect(uitslagMet('9321', bericht, () => 0)).toBeNull()
})
