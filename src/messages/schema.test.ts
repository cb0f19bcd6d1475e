/** De beschrijving, de schema's, de lezer en libxml2 zeggen over elk bericht hetzelfde als de opgeschreven feiten. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { berichtfeiten, isGeldig } from './feiten.testhulp.ts'
import { iwmo32 } from './iwmo-3-2/release.ts'
import { maakBerichtlezer } from './lees.ts'
import { valideerMetLibxml } from './libxml.ts'
import { maakSchemas } from './maak-xsd.ts'
import { maakBericht, vermink } from './mutanten.testhulp.ts'
import { zoekBericht } from './releases.ts'
import { alsGewoneXml, alsXml, beschadig } from './schrijfwijzen.testhulp.ts'
import { maakToeval } from './toeval.testhulp.ts'

/** Per bericht; zet MEEDOEN_MUTANTEN hoger voor een lange nacht. */
const AANTAL = Number(process.env.MEEDOEN_MUTANTEN ?? 200)

const lees = (bytes: Uint8Array, perStuk: number, alleenGewoon: boolean) => {
  const lezer = maakBerichtlezer({ alleenGewoon })
  for (let i = 0; i < bytes.length; i += perStuk) if (!lezer.schrijf(bytes.subarray(i, i + perStuk))) break
  const { beschreven, waarde, fouten } = lezer.einde()
  // Na een fout is er geen waarde: hoe ver die al was, hangt af van waar een stuk ophield.
  return { bericht: beschreven?.bericht.naam, waarde: fouten.length === 0 ? waarde : null, fouten }
}

/** Vlot, in hoe grote stukken ook, is hetzelfde als gewoon: elke waarde en elke melding met haar regel. */
const leesBytes = (bytes: Uint8Array, perStuk: number) => {
  const gewoon = lees(bytes, bytes.length, true)
  expect(lees(bytes, bytes.length, false)).toEqual(gewoon)
  expect(lees(bytes, perStuk, false)).toEqual(gewoon)
  return gewoon.fouten
}

describe("de vastgelegde schema's", () => {
  it.each(maakSchemas(iwmo32))('$bestand is wat de beschrijving nu geeft', ({ bestand, tekst }) => {
    const vastgelegd = readFileSync(new URL(`./xsd/${iwmo32.map}/${bestand}`, import.meta.url), 'utf8')
    expect(vastgelegd, 'draai: node scripts/schemas.mjs').toBe(tekst)
  })

  it('elk bericht uit de feiten is beschreven, en geen ander', () => {
    expect(iwmo32.berichten.map((b) => b.naam)).toEqual(berichtfeiten.map((b) => b.naam))
  })
})

describe('de schematoets: vier oordelen over elke verminking', () => {
  it.each(berichtfeiten.map((feit, i) => ({ naam: feit.naam, feit, i })))('$naam', ({ feit, i }) => {
    const beschreven = zoekBericht(feit.ruimte)
    if (beschreven === undefined) throw new Error(`${feit.naam} is niet beschreven`)
    const telling = { geldig: 0, ongeldig: 0 }
    for (let n = 0; n < AANTAL; n++) {
      const toeval = maakToeval(i * 1_000_000 + n)
      const boom = maakBericht(feit, toeval)
      vermink(boom, toeval)
      const xml = n % 2 === 0 ? alsXml(boom, toeval) : alsGewoneXml(boom, toeval)
      const bytes = new TextEncoder().encode(xml)
      const geldig = isGeldig(feit, boom)
      telling[geldig ? 'geldig' : 'ongeldig']++
      const eigen = leesBytes(bytes, 1 + toeval.getal(700))
      const libxml = valideerMetLibxml(bytes, beschreven)
      if ((eigen.length === 0) !== geldig || (libxml.length === 0) !== geldig)
        expect.fail(`zaad ${n}: feiten zeggen ${geldig}\nlezer: ${JSON.stringify(eigen[0])}\nlibxml2: ${JSON.stringify(libxml[0])}\n${xml}`)
      for (const fout of eigen) expect(fout.regel).toBeGreaterThan(0)
    }
    expect(telling.geldig).toBeGreaterThan(AANTAL / 20)
    expect(telling.ongeldig).toBeGreaterThan(AANTAL / 5)
  })
})

it('beschadigde XML: de lezer en libxml2 oordelen gelijk', () => {
  for (let n = 0; n < AANTAL * 5; n++) {
    const toeval = maakToeval(7_000_000 + n)
    const feit = toeval.kies(berichtfeiten.filter(({ naam }) => ['WMO305', 'WMO307', 'WMO319', 'WMO323'].includes(naam)))
    const boom = maakBericht(feit, toeval)
    const xml = beschadig(n % 2 === 0 ? alsXml(boom, toeval) : alsGewoneXml(boom, toeval), toeval)
    const bytes = new TextEncoder().encode(xml)
    const eigen = leesBytes(bytes, 1 + toeval.getal(700))
    // Bij de naam van de tekenset is libxml2 ruimer (UTF---8); daar zijn wij met opzet strenger.
    if (eigen[0]?.tekst.startsWith('De tekenset is')) continue
    const beschreven = zoekBericht(feit.ruimte)
    const libxml = beschreven && valideerMetLibxml(bytes, beschreven)
    if ((eigen.length === 0) !== (libxml?.length === 0))
      expect.fail(`zaad ${n}: ${JSON.stringify(eigen[0])}\nlibxml2: ${JSON.stringify(libxml?.[0])}\n${xml}`)
  }
})
