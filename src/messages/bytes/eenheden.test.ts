/** Wat programma's schrijven gaat helemaal rechtstreeks uit de bytes, en elke andere schrijfwijze vanaf die plek niet meer. */
import { describe, expect, it } from 'vitest'
import { Leesstand } from '../leesstand.ts'
import { maakBerichtlezer } from '../lees.ts'
import { schrijfBericht } from '../schrijf.ts'
import { voorbeelden } from '../voorbeelden.testhulp.ts'
import { maakXmllezer } from '../xml.ts'
import { zoekBegin } from './begin.ts'
import { GRENS_EENHEID, maakEenhedenlezer } from './eenheden.ts'
import { maakPlan } from './plan.ts'

const namen = Object.keys(voorbeelden) as (keyof typeof voorbeelden)[]
function xmlVan(naam: keyof typeof voorbeelden): string {
  const xml = schrijfBericht(naam, voorbeelden[naam]() as never)
  if (!xml.ok) throw new Error(JSON.stringify(xml.fout))
  return xml.value
}

/** De bytes na het hoofdelement, en een eenhedenlezer die daar staat. */
function open(xml: string) {
  const bytes = Buffer.from(xml)
  const begin = zoekBegin(bytes)
  if (begin === null || begin === 'meer') throw new Error('geen gewoon begin')
  const stand = new Leesstand({})
  maakXmllezer(stand).schrijf(bytes.subarray(0, begin.lengte))
  const plan = stand.beschreven && maakPlan(stand.beschreven, begin.voorvoegsels)
  if (plan === null) throw new Error('geen plan')
  const rest = Buffer.concat([bytes.subarray(begin.lengte), Buffer.alloc(GRENS_EENHEID)])
  return { stand, rest, lengte: bytes.length - begin.lengte, lezer: maakEenhedenlezer(stand, plan, 2) }
}
const over = (xml: string): string => {
  const { rest, lengte, lezer } = open(xml)
  return rest.subarray(lezer.lees(rest, 0, lengte), lengte).toString()
}
const lees = (xml: string, alleenGewoon: boolean) => {
  const lezer = maakBerichtlezer({ alleenGewoon })
  lezer.schrijf(Buffer.from(xml))
  return lezer.einde()
}

it.each(namen)('%s zoals wij het schrijven: alleen het einde van het hoofdelement blijft over', (naam) => {
  const xml = xmlVan(naam)
  expect(over(xml).trim()).toBe(`</${naam.toLowerCase()}:Bericht>`)
  expect(lees(xml, false)).toEqual(lees(xml, true))
  expect(lees(xml, false).fouten).toEqual([])
})

describe('blijft liggen voor de gewone lezer', () => {
  const xml = xmlVan('WMO305')
  it.each<[string, string, string]>([
    ['commentaar', '<wmo305:Bsn>', '<!-- x --><wmo305:Bsn>'],
    ['CDATA', '>Voorbeeld<', '><![CDATA[Voorbeeld]]><'],
    ['een verwijzing', '>Voorbeeld<', '>Voor&#98;eeld<'],
    ['een attribuut', '<wmo305:Bsn>', '<wmo305:Bsn a="1">'],
    ['wit in een begin', '<wmo305:Bsn>', '<wmo305:Bsn >'],
    ['wit in een einde', '</wmo305:Bsn>', '</wmo305:Bsn >'],
    ['een leeg element', '>Voorbeeld</iwmo:Achternaam>', '/>'],
    ['een ander voorvoegsel', '<wmo305:Bsn>', '<x:Bsn xmlns:x="http://www.istandaarden.nl/iwmo/3_2/wmo305/schema">'],
    ['een losse CR', '<wmo305:Bsn>', '\r<wmo305:Bsn>'],
    ['een regeleinde in een waarde', '>Voorbeeld<', '>Voor\nbeeld<'],
    ['een verkeerde volgorde', '<wmo305:Bsn>', '<wmo305:Geslacht>'],
    ['een code die niet bestaat', '>2</wmo305:Geslacht>', '>7</wmo305:Geslacht>'],
    ['een datum die niet bestaat', '>1950-05-17<', '>1950-02-30<'],
    ['een getal met een plus', '>1</wmo305:ToewijzingNummer>', '>+1</wmo305:ToewijzingNummer>'],
    ['een waarde die niet eindigt', '>Voorbeeld<', `>${'x'.repeat(GRENS_EENHEID * 2)}<`],
    ['veel wit', '<wmo305:Bsn>', `${' '.repeat(GRENS_EENHEID * 2)}<wmo305:Bsn>`],
    ['losse tekst', '<wmo305:Bsn>', 'x<wmo305:Bsn>'],
  ])('%s', (_, van, naar) => {
    const anders = xml.replace(van, naar)
    expect(anders).not.toBe(xml)
    expect(over(anders).length).toBeGreaterThan(100)
    expect(lees(anders, false)).toEqual(lees(anders, true))
  })

  it('geen overbodige vlotheid: tekens buiten ASCII en een standaardnaamruimte zijn gewoon', () => {
    const kaal = xml.replaceAll('wmo305:', '').replace('xmlns:wmo305', 'xmlns').replace('>Voorbeeld<', '>Vóórbeeld €😀<')
    expect(over(kaal).trim()).toBe('</Bericht>')
    expect(lees(kaal, false)).toEqual(lees(kaal, true))
    expect(lees(kaal, false).fouten).toEqual([])
  })
})

it('een fout staat op haar eigen regel, waar het bestand ook in stukken valt', () => {
  const regels = xmlVan('WMO323').split('\r\n')
  const plek = regels.findIndex((r) => r.includes('GeleverdVolume'))
  const kapot = Buffer.from(regels.with(plek, '<wmo323:GeleverdVolume>veel</wmo323:GeleverdVolume>').join('\r\n'))
  for (const perStuk of [1, 7, 100, 1000, kapot.length]) {
    const lezer = maakBerichtlezer()
    for (let i = 0; i < kapot.length; i += perStuk) lezer.schrijf(kapot.subarray(i, i + perStuk))
    expect(lezer.einde().fouten).toEqual([{ regel: plek + 1, element: 'GeleverdVolume', tekst: '"veel" is geen geheel getal.' }])
  }
})
