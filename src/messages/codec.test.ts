import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leesBericht } from './codec.ts'
import { controleer } from './controleer.ts'
import { iwmo32 } from './iwmo-3-2/release.ts'
import { schrijfBericht, schrijfBeschreven } from './schrijf.ts'
import { een305, een323 } from './voorbeelden.testhulp.ts'
import { willekeurigBericht } from './willekeurig.testhulp.ts'

const xmlVan = (r: ReturnType<typeof schrijfBericht>): string => {
  if (!r.ok) throw new Error(JSON.stringify(r.fout))
  return r.value
}
const een305Xml = () => xmlVan(schrijfBericht('WMO305', een305()))
const gelezen = (xml: string) => {
  const r = leesBericht(xml)
  if (!r.ok) throw new Error(JSON.stringify(r.fout))
  return r.value
}

describe('heen en terug', () => {
  it.each(iwmo32.berichten)('$naam: wat geschreven is komt precies zo terug, en is geldig', (bericht) => {
    fc.assert(
      fc.property(willekeurigBericht(bericht), (waarde) => {
        const xml = xmlVan(schrijfBeschreven({ release: iwmo32, bericht }, waarde))
        const terug = gelezen(xml)
        expect(terug.naam).toBe(bericht.naam)
        expect(terug.waarde).toEqual(waarde)
        expect(xmlVan(schrijfBeschreven(terug.beschreven, terug.waarde as Record<string, unknown>))).toBe(xml)
        expect(controleer(new TextEncoder().encode(xml)).niveau1.fouten).toEqual([])
      }),
      { seed: 5, numRuns: 15 },
    )
  })

  it('vaste vorm: UTF-8 zonder BOM, CR/LF, één element per regel', () => {
    const xml = een305Xml()
    expect(xml).toBe(een305Xml())
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\r\n<wmo305:Bericht xmlns:iwmo=')).toBe(true)
    expect(xml.endsWith('</wmo305:Bericht>\r\n')).toBe(true)
    expect(xml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('andere volgorde van velden in de waarde geeft dezelfde bytes', () => {
    const { Header, Client } = een305()
    expect(xmlVan(schrijfBericht('WMO305', { Client, Header }))).toBe(een305Xml())
  })
})

describe('elke schrijfwijze van XML', () => {
  const goed = gelezen(een305Xml()).waarde
  it.each<[string, (xml: string) => string]>([
    [
      'andere voorvoegsels',
      (x) => x.replaceAll('wmo305:', 'a:').replaceAll('iwmo:', 'b:').replace('xmlns:wmo305', 'xmlns:a').replace('xmlns:iwmo', 'xmlns:b'),
    ],
    ['standaardnaamruimte', (x) => x.replaceAll('wmo305:', '').replace('xmlns:wmo305', 'xmlns').replace(':iwmo=', ':iwmo=')],
    ['CDATA', (x) => x.replace('>999990019<', '><![CDATA[9999]]>90019<')],
    ['commentaar en verwerkingsopdracht middenin', (x) => x.replace('>999990019<', '>9999<!-- a --><?b c?>90019<')],
    ['tekenverwijzingen', (x) => x.replace('>Voorbeeld<', '>&#86;oorbee&#x6c;d<')],
    ['BOM vooraan', (x) => `\ufeff${x}`],
    ['zonder declaratie, op één regel', (x) => x.replace(/^.*\r\n/, '').replaceAll(/\r\n */g, '')],
    [
      'wit om getal en datum',
      (x) => x.replace('>1</wmo305:ToewijzingNummer>', '>\n +001 </wmo305:ToewijzingNummer>').replace('>1950-05-17<', '> 1950-05-17\t<'),
    ],
    [
      'xsi:schemaLocation',
      (x) => x.replace(' xmlns:iwmo', ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" xmlns:iwmo'),
    ],
    [
      'xsi:type met het eigen type',
      (x) =>
        x.replace(
          '<wmo305:Bsn>',
          '<wmo305:Bsn xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="iwmo:LDT_BurgerServicenummer">',
        ),
    ],
  ])('%s', (_, wijzig) => {
    const xml = wijzig(een305Xml())
    expect(xml).not.toBe(een305Xml())
    expect(gelezen(xml).waarde).toEqual(goed)
    expect(controleer(new TextEncoder().encode(xml)).niveau1.fouten).toEqual([])
  })

  it('de entiteiten van XML zelf worden gelezen', () => {
    const xml = een305Xml().replace('>Voorbeeld<', '>&amp;&lt;&gt;&quot;&apos;<')
    expect(gelezen(xml).waarde).toMatchObject({ Client: { Naam: { Geslachtsnaam: { Achternaam: '&<>"\'' } } } })
  })

  it('xsi:type met een ander type wordt geweigerd, zoals libxml2 doet', () => {
    const xml = een305Xml().replace(
      '<wmo305:Bsn>',
      '<wmo305:Bsn xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="iwmo:LDT_Naam">',
    )
    expect(leesBericht(xml).ok).toBe(false)
  })
})

describe('weigeren met naam', () => {
  const fouten = (xml: string) => {
    const r = leesBericht(xml)
    return r.ok ? [] : r.fout
  }
  it('een onbekende code noemt de code, de lijst en de keuze', () => {
    const xml = xmlVan(schrijfBericht('WMO323', een323())).replace('Eenheid>04<', 'Eenheid>05<')
    const [fout] = fouten(xml)
    expect(fout).toMatchObject({ element: 'Eenheid' })
    expect(fout?.tekst).toContain('"05"')
    expect(fout?.tekst).toContain('WJ756')
    expect(fout?.tekst).toContain('04 (Uur)')
    expect(xml.split('\r\n')[(fout?.regel ?? 0) - 1]).toContain('Eenheid>05<')
  })

  it.each<[string, string, string, string]>([
    ['ontbrekend element', '<wmo305:Geslacht>2</wmo305:Geslacht>', '', 'Geslacht'],
    [
      'verkeerde volgorde',
      '<wmo305:Bsn>999990019</wmo305:Bsn>',
      '<wmo305:Geslacht>2</wmo305:Geslacht><wmo305:Bsn>999990019</wmo305:Bsn>',
      'Bsn',
    ],
    ['onbekend element', '<wmo305:Client>', '<wmo305:Client><wmo305:Foto>x</wmo305:Foto>', 'Foto'],
    ['verkeerde naamruimte', '<iwmo:Datum>1950-05-17</iwmo:Datum>', '<wmo305:Datum>1950-05-17</wmo305:Datum>', 'Datum'],
    ['datum met tijdzone', '>1950-05-17<', '>1950-05-17Z<', 'Datum'],
    ['datum die niet bestaat', '>1950-05-17<', '>1950-02-29<', 'Datum'],
    ['versie anders geschreven', 'BerichtVersie>3<', 'BerichtVersie>03<', 'BerichtVersie'],
    ['attribuut', '<wmo305:Bsn>', '<wmo305:Bsn soort="x">', 'Bsn'],
  ])('%s', (_, van, naar, element) => {
    const xml = een305Xml()
    expect(xml).toContain(van)
    const gemeld = fouten(xml.replace(van, naar))
    expect(gemeld.map((f) => f.element)).toContain(element)
    for (const f of gemeld) {
      expect(f.regel).toBeGreaterThan(1)
      expect(f.tekst).toMatch(/\.$/)
    }
  })

  it('een melding herhaalt geen burgerservicenummer of naam', () => {
    const xml = een305Xml()
      .replace('999990019', '99999001X')
      .replace('>Voorbeeld<', `>${'Geheim'.repeat(50)}<`)
    expect(JSON.stringify(fouten(xml))).not.toMatch(/99999001X|Geheim/)
  })

  it('ook niet als het op een verkeerde plek staat', () => {
    const [fout] = fouten(een305Xml().replace('>1</wmo305:StatusAanlevering>', '>999990019</wmo305:StatusAanlevering>'))
    expect(fout?.tekst).toContain('"*******19"')
  })

  it('een onbekend bericht zegt welke releases bekend zijn', () => {
    expect(fouten('<a xmlns="urn:x"/>')[0]?.tekst).toContain('iWmo 3.2')
  })
})

describe('schrijven weigert wat het schema weigert', () => {
  it.each<[string, (m: ReturnType<typeof een305>) => void, string]>([
    ['te lange naam', (m) => (m.Client.Naam.Geslachtsnaam.Achternaam = 'x'.repeat(201)), '/Client/Naam/Geslachtsnaam/Achternaam'],
    ['NUL in tekst', (m) => (m.Client.Naam.Geslachtsnaam.Achternaam = 'a\u0000b'), '/Client/Naam/Geslachtsnaam/Achternaam'],
    ['half surrogaatpaar', (m) => (m.Client.Naam.Geslachtsnaam.Achternaam = '\ud800'), '/Client/Naam/Geslachtsnaam/Achternaam'],
    ['lege lijst', (m) => (m.Client.StartProducten.StartProduct = []), '/Client/StartProducten/StartProduct'],
    [
      'gebroken getal',
      (m) => m.Client.StartProducten.StartProduct.forEach((p) => (p.ToewijzingNummer = 1.5)),
      '/Client/StartProducten/StartProduct/0/ToewijzingNummer',
    ],
    ['onbekende code', (m) => (m.Client.Geslacht = '7' as '1'), '/Client/Geslacht'],
    ['veld dat niet bestaat', (m) => Object.assign(m.Client, { Foto: 1 }), '/Client/Foto'],
  ])('%s', (_, wijzig, plaats) => {
    const bericht = een305()
    wijzig(bericht)
    const r = schrijfBericht('WMO305', bericht)
    expect(r.ok ? [] : r.fout.map((f) => f.plaats)).toContain(plaats)
  })
})
