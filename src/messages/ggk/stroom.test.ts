/** Een envelop in stukken is teken voor teken dezelfde als in haar geheel, en heeft nooit meer dan één stuk van de lading in handen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STUK } from '../adempauze.ts'
import { GRENS, type Heen } from './envelop.ts'
import { schrijfSoap, schrijfSoapStroom } from './schrijf.ts'

const heen: Heen = {
  soort: 'Di01',
  zender: { organisatie: '9990', applicatie: 'Meedoen', administratie: 'Café & </GGK:xmlBestand>' },
  ontvanger: { organisatie: '98765432', applicatie: 'GGk' },
  referentienummer: '3f8a2c10-6b1d-4e7f-9a55-0c1d2e3f4a5b',
  tijdstip: '20260220120000',
  functie: 'WMO325',
  versies: { applicatieVersie: '0001', applicatieSubversie: '0000', functieVersie: '0003', functieSubversie: '0002' },
  lading: { soort: 'xml', inhoud: new Uint8Array() },
}
const heel = (inhoud: Uint8Array, lading: Heen['lading'] = heen.lading): string => {
  const geschreven = schrijfSoap({ ...heen, lading: { ...lading, inhoud } })
  if (!geschreven.ok) throw new Error(JSON.stringify(geschreven.fout))
  return geschreven.value
}
const stroom = (grootte: number, stukken: () => Iterable<Uint8Array>, envelop = heen) => {
  const gemaakt = schrijfSoapStroom(envelop, { grootte, stukken })
  if (!gemaakt.ok) throw new Error(JSON.stringify(gemaakt.fout))
  return gemaakt.value
}
async function alles(delen: AsyncIterable<string>): Promise<string> {
  let tekst = ''
  for await (const deel of delen) tekst += deel
  return tekst
}

describe('een envelop in stukken', () => {
  it('is dezelfde, in stukken van welke lengte ook, met de lengte die vooraf gezegd is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }), async (stukken) => {
        const inhoud = Buffer.concat(stukken)
        const { lengte, stukken: delen } = stroom(inhoud.length, () => stukken)
        const tekst = await alles(delen())
        expect([tekst, lengte]).toEqual([heel(inhoud), Buffer.byteLength(tekst)])
      }),
    )
  })
  it('ook met een stuk dat groter is dan een beurt, en als tekstbestand', async () => {
    const inhoud = Buffer.alloc(3 * STUK + 1, 'iWmo')
    expect(await alles(stroom(inhoud.length, () => [inhoud]).stukken())).toBe(heel(inhoud))
    const lading = { soort: 'tekst', bestandsnaam: 'bericht.xml', inhoud: new Uint8Array() } as const
    expect(await alles(stroom(3, () => [Buffer.from('abc')], { ...heen, lading }).stukken())).toBe(heel(Buffer.from('abc'), lading))
  })
  it('haalt een stuk pas op als het vorige weg is', async () => {
    let opgehaald = 0
    const bron = function* () {
      for (; opgehaald < 100; ) {
        opgehaald++
        yield Buffer.alloc(STUK)
      }
    }
    let weg = -1
    for await (const _ of stroom(100 * STUK, bron).stukken()) expect(opgehaald - ++weg).toBeLessThanOrEqual(1)
    expect(opgehaald).toBe(100)
  })
  it('die te groot wordt, wordt geweigerd zonder de lading te lezen', () => {
    const gelezen = () => {
      throw new Error('niet lezen')
    }
    const past = Math.floor(((GRENS - heel(new Uint8Array()).length) / 4) * 3) - 3
    expect(schrijfSoapStroom(heen, { grootte: past, stukken: gelezen }).ok).toBe(true)
    expect(schrijfSoapStroom(heen, { grootte: past + 6, stukken: gelezen })).toMatchObject({ ok: false, fout: [{ tekst: /25 MB/ }] })
  })
})
