/** Sprongen onthouden wat er stond; een bericht vol herhaling met ergens een afwijking wordt gelezen als zonder onthouden. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Leesuitslag, maakBerichtlezer } from '../lees.ts'
import { schrijfBericht } from '../schrijf.ts'
import { voorbeelden } from '../voorbeelden.testhulp.ts'

type Declaratie = ReturnType<(typeof voorbeelden)['WMO323']>
type Client = Declaratie['Declaratie']['Clienten']['Client'][number]

/** Cliënten met verschillend veel regels; om de zoveel regels is er een zonder tarief of met een vorig nummer. */
function declaratie(clienten: number): Buffer {
  const bericht = voorbeelden.WMO323()
  const model = bericht.Declaratie.Clienten.Client[0] as Client
  const prestatie = model.Prestaties.Prestatie[0] as Client['Prestaties']['Prestatie'][number]
  const regel = (n: number) => ({
    ...prestatie,
    ProductReferentie: { ReferentieNummer: `R${n}`, ...(n % 3 === 0 ? { VorigReferentieNummer: `V${n}` } : {}) },
    ProductTarief: n % 5 === 0 ? undefined : n,
  })
  const client = (c: number) => ({ ...model, Prestaties: { Prestatie: Array.from({ length: 1 + (c % 4) }, (_, i) => regel(c * 10 + i)) } })
  const Client = Array.from({ length: clienten }, (_, c) => client(c))
  const xml = schrijfBericht('WMO323', { ...bericht, Declaratie: { ...bericht.Declaratie, Clienten: { Client } } } as never)
  if (!xml.ok) throw new Error(JSON.stringify(xml.fout))
  return Buffer.from(xml.value)
}

type Gezien = Leesuitslag & { readonly klassen: readonly string[] }
function lees(stukken: Iterable<Uint8Array>, alleenGewoon = false): Gezien {
  const klassen: string[] = []
  const bezoek = () => (naam: string, waarde: unknown) => void klassen.push(`${naam} ${JSON.stringify(waarde)}`)
  const lezer = maakBerichtlezer({ vergeetHerhaald: true, alleenGewoon, bezoek })
  for (const stuk of stukken) if (!lezer.schrijf(stuk)) break
  const uitslag = lezer.einde()
  return { ...uitslag, waarde: uitslag.fouten.length === 0 ? uitslag.waarde : {}, klassen: uitslag.fouten.length === 0 ? klassen : [] }
}

/** Elk stuk in dezelfde bytes, zoals wie een bestand leest zonder steeds nieuw geheugen te vragen. */
function* inStukken(bytes: Buffer, eerste: number, daarna: number): Generator<Uint8Array> {
  const plek = Buffer.alloc(Math.max(eerste, daarna))
  for (let van = 0; van < bytes.length; ) {
    const lengte = bytes.copy(plek, 0, van, van + (van === 0 ? eerste : daarna))
    yield plek.subarray(0, lengte)
    plek.fill(63)
    van += lengte
  }
}

const bytes = declaratie(12)

describe('een declaratie vol herhaling', () => {
  it('geeft dezelfde klassen, op dezelfde volgorde, met dezelfde waarden', () => {
    const gewoon = lees([bytes], true)
    expect(gewoon.fouten).toEqual([])
    expect(gewoon.klassen.length).toBeGreaterThan(100)
    expect(lees([bytes])).toEqual(gewoon)
  })

  it('op welke byte van een cliënt met haar regels een stuk ook eindigt', () => {
    const gewoon = JSON.stringify(lees([bytes], true))
    const client = bytes.indexOf('<wmo323:Client>', 8000)
    const volgende = bytes.indexOf('<wmo323:Client>', client + 1)
    expect(volgende - client).toBeGreaterThan(500)
    for (let naad = client; naad <= volgende; naad++)
      if (JSON.stringify(lees(inStukken(bytes, naad, 4200))) !== gewoon) expect.fail(`naad op byte ${naad}`)
  })

  it('met ergens een andere byte: hetzelfde oordeel, dezelfde melding, op dezelfde regel', () => {
    const tekens = [...'<>/:& \r\n\t0Aé', '\u0000'].map((t) => Buffer.from(t))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.constantFrom(...tekens), fc.boolean(), (plek, teken, vervangt) => {
        const anders = Buffer.concat([bytes.subarray(0, plek), teken, bytes.subarray(vervangt ? plek + 1 : plek)])
        expect(lees(inStukken(anders, 7000, 9000))).toEqual(lees([anders], true))
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('met een regel die verdwijnt of dubbel staat', () => {
    const regels = bytes.toString().split('\r\n')
    fc.assert(
      fc.property(fc.nat(regels.length - 1), fc.boolean(), (plek, dubbel) => {
        const over = [...regels.slice(0, plek), ...(dubbel ? [regels[plek], regels[plek]] : []), ...regels.slice(plek + 1)]
        const anders = Buffer.from(over.join('\r\n'))
        expect(lees([anders])).toEqual(lees([anders], true))
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})
