/** De regels die het schema zelf afdwingt (niveau 1): grenzen aan lengte, getal en vorm, en de vaste waarden van de kop. */
import { describe, expect, it } from 'vitest'
import { controleer } from './controleer.ts'
import { iwmo32 } from './iwmo-3-2/release.ts'
import { schrijfBericht } from './schrijf.ts'
import { een305, een323 } from './voorbeelden.testhulp.ts'
import { leesWaarde } from './waarde.ts'

const mag = (type: string, tekst: string): boolean => {
  const gevonden = iwmo32.typen.find((t) => t.naam === `LDT_${type}`)
  if (gevonden === undefined) throw new Error(`type ${type} bestaat niet`)
  return !('fout' in leesWaarde(gevonden, tekst))
}

type Proef = [id: string, typen: string, goed: string[], fout: string[]]
const x = (n: number) => 'x'.repeat(n)
const cijfers = (n: number) => '1'.repeat(n)
const proeven: Proef[] = [
  [
    'RS001',
    'Bedrag BerichtSubversie BerichtVersie Budget Huisnummer Nummer RelatieVolgorde TotaalBedrag Volume',
    ['0', '-0', '+0', '00'],
    ['-1', ''],
  ],
  ['RS002', 'BerichtSubversie BerichtVersie RelatieVolgorde', ['99'], ['100']],
  ['RS004', 'Huisnummer', ['99999'], ['100000']],
  ['RS005', 'Bedrag Budget Volume', ['99999999'], ['100000000']],
  ['RS006', 'Nummer', ['999999999'], ['1000000000']],
  ['RS008', 'Huisletter', ['x', 'é'], [x(2)]],
  [
    'RS008',
    'Communicatievorm DatumGebruik DebetCredit Frequentie Geslacht JaNee NaamGebruik RedenVerzoek StatusAanlevering VerzoekAntwoord',
    [],
    ['11', 'DD'],
  ],
  ['RS009', 'Eenheid', ['04', '16'], ['4', '004', '05']],
  ['RS009', 'LandCode', ['NL'], ['NLD', 'nl', 'XK']],
  ['RS009', 'ProductCategorie', ['02', '18'], ['2', '002', '19']],
  ['RS010', 'BerichtCode', ['414'], ['4141', '']],
  ['RS011', 'HuisnummerToevoeging Landnummer', [x(4)], [x(5)]],
  ['RS011', 'RetourCode', ['0001', 'S300'], ['00001', '1']],
  ['RS012', 'ProductCode', [x(5)], [x(6)]],
  ['RS013', 'Voorletters', ['ABCDEF'], ['ABCDEFG']],
  ['RS014', 'Postcode', [x(8)], [x(9)]],
  ['RS014', 'AgbCode', [cijfers(8)], [cijfers(9)]],
  ['RS015', 'BurgerServicenummer', [cijfers(9)], [cijfers(10)]],
  ['RS016', 'Voorvoegsel', [x(10)], [x(11)]],
  ['RS017', 'IdentificatieBericht IdentificatieDeclaratie', [x(12)], [x(13)]],
  ['RS018', 'Telefoonnummer', [cijfers(15)], [cijfers(16)]],
  ['RS019', 'Persoonsid ReferentieNummer', [x(20), '😀'.repeat(20)], [x(21), '😀'.repeat(21)]],
  ['RS020', 'Straatnaam', [x(24)], [x(25)]],
  ['RS021', 'Taal', [x(25)], [x(26)]],
  ['RS023', 'Organisatienaam', [x(35)], [x(36)]],
  ['RS024', 'Referentie', [x(36)], [x(37)]],
  ['RS025', 'NaamVerwijzer', [x(64)], [x(65)]],
  ['RS026', 'Emailadres Plaatsnaam', [x(80)], [x(81)]],
  ['RS028', 'Naam', [x(200)], [x(201)]],
  ['RS031', 'Commentaar', ['a', ' a\n\n b ', x(5000)], ['', ' ', '\n\t ']],
  ['RS032', 'Datum', ['2026-02-10', ' 2026-02-10\n'], ['2026-02-10Z', '2026-02-10+01:00', '2026-02-10-01:00', '2026-02-29', '10-02-2026']],
  [
    'RS033',
    'Emailadres Huisletter Landnummer Naam Persoonsid Plaatsnaam Postcode ProductCode Referentie Straatnaam Taal Voorvoegsel',
    ['a', '\u00a0'],
    ['', ' ', '\t', '\n'],
  ],
  ['RS033', 'Naam', ['a b', '\u2028a'], ['a\nb', 'a\rb']],
  ['RS034', 'Tijd', ['10:00:00', '24:00:00'], ['10:00:00Z', '10:00:00+01:00', '10:00:00-01:00', '24:00:01', '10:00']],
  ['RS035', 'Gemeente', ['0001'], ['001', '00001', '000a']],
  ['RS036', 'AgbCode', ['01234567'], ['1234567', '0123456a']],
  ['RS037', 'BurgerServicenummer', ['012345678'], ['12345678', '01234567a', ' 12345678']],
  ['RS040', 'TotaalBedrag', ['999999999999'], ['1000000000000']],
  ['RS045', 'Voorletters', ['AÉ', 'ỳ'], ['A.', 'A B', 'ỵ']],
  ['RS046', 'Telefoonnummer', ['0101234567'], ['+31101234567', '010-1234567', '']],
  ['RS048', 'Versie', ['1.0.0', '0.10.2'], ['1.0', '01.0.0', '1.0.0.0', 'v1.0.0']],
]

describe('facetten van de typen', () => {
  for (const [id, typen, goed, fout] of proeven)
    for (const type of typen.split(' ')) {
      if (goed.length > 0) it(`${id} goed: ${type}`, () => expect(goed.filter((t) => !mag(type, t))).toEqual([]))
      it(`${id} fout: ${type}`, () => expect(fout.filter((t) => mag(type, t))).toEqual([]))
    }
})

const oordeel = (xml: string) => controleer(new TextEncoder().encode(xml))
const xmlVan = (r: ReturnType<typeof schrijfBericht>): string => (r.ok ? r.value : '')
const start = xmlVan(schrijfBericht('WMO305', een305()))
const declaratie = xmlVan(schrijfBericht('WMO323', een323()))

describe('vaste waarden in de kop en het declaratienummer', () => {
  const proef = (id: string, xml: string, element: string, goed: string, fout: string[]) => {
    it(`${id} goed: ${element} ${goed}`, () => {
      expect(xml).toContain(`${element}>${goed}<`)
      expect(oordeel(xml).niveau1.fouten).toEqual([])
    })
    it.each(fout)(`${id} fout: ${element} %s`, (waarde) => {
      const { niveau1 } = oordeel(xml.replace(`${element}>${goed}<`, `${element}>${waarde}<`))
      expect(niveau1.fouten.map((f) => f.element)).toEqual([element])
    })
  }
  proef('RS047', start, 'BerichtCode', '418', ['419', '0418'])
  proef('CS025', start, 'BerichtVersie', '3', ['2', '03', '+3'])
  proef('CS015', start, 'BerichtSubversie', '2', ['1', '02'])
  proef('CS319', declaratie, 'DeclaratieNummer', 'D202601', ['D-2026', 'D 2026', 'É1'])
})
