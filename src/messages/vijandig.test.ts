/** XML die kwaad wil of kapot is: een duidelijke weigering, zonder geheugen of tijd te verspillen. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { controleer } from './controleer.ts'
import { controleerStroom } from './controleer-stroom.ts'
import { maakBerichtlezer } from './lees.ts'
import { schrijfBericht } from './schrijf.ts'
import { een301, een305, een323, prestatie } from './voorbeelden.testhulp.ts'
import { grenzen } from './xml.ts'

const utf8 = (tekst: string): Uint8Array => new TextEncoder().encode(tekst)
const xmlVan = (r: ReturnType<typeof schrijfBericht>): string => {
  if (!r.ok) throw new Error(JSON.stringify(r.fout))
  return r.value
}
const een = xmlVan(schrijfBericht('WMO305', een305()))
const lol = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${'bcdefghij'
  .split('')
  .map((c, i) => `<!ENTITY ${c} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
  .join('')}]>`
const zonderKop = een.replace(/^.*\r\n/, '')
const latin1 = (tekst: string): Uint8Array => Uint8Array.from([...tekst].map((c) => c.charCodeAt(0)))

describe('geweigerd, met de reden', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['een miljard keer lol', utf8(lol + zonderKop.replace('Voorbeeld', '&j;')), /DOCTYPE/],
    ['externe entiteit', utf8(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${zonderKop.replace('Voorbeeld', '&e;')}`), /DOCTYPE/],
    ['externe DTD', utf8(`<!DOCTYPE x SYSTEM "http://voorbeeld.invalid/x.dtd">${zonderKop}`), /DOCTYPE/],
    ['onbekende entiteit', utf8(een.replace('Voorbeeld', '&e;')), /onbekende entiteit/],
    ['diep genest', utf8(een.replace('Voorbeeld', '<a>'.repeat(100_000))), /dieper genest/],
    ['diep genest in een onbekend deel', utf8(een.replace('<wmo305:Client>', `<wmo305:Client>${'<x>'.repeat(1000)}`)), /dieper genest/],
    [
      'veel attributen',
      utf8(een.replace('<wmo305:Bsn>', `<wmo305:Bsn ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')}>`)),
      /attributen/,
    ],
    ['groot attribuut', utf8(een.replace('<wmo305:Bsn>', `<wmo305:Bsn a="${'x'.repeat(20_000_000)}">`)), /groter dan 4 MB/],
    [
      'veel naamruimten',
      utf8(een.replace('<wmo305:Bsn>', `<wmo305:Bsn ${Array.from({ length: 1000 }, (_, i) => `xmlns:n${i}="urn:${i}"`).join(' ')}>`)),
      /attributen/,
    ],
    ['groot commentaar', utf8(een.replace('<wmo305:Bsn>', `<!-- ${'<'.repeat(20_000_000)} --><wmo305:Bsn>`)), /groter dan 4 MB/],
    [
      'grote tekst',
      utf8(
        xmlVan(schrijfBericht('WMO301', { ...een301(), Client: { ...een301().Client, Commentaar: 'x' } })).replace(
          '>x<',
          `>${'a '.repeat(1_000_000)}<`,
        ),
      ),
      /langer dan 1000000/,
    ],
    ['kapotte UTF-8', latin1(een.replace('Voorbeeld', 'Caf\xe9')), /geen geldige UTF-8/],
    ['te lange UTF-8', Uint8Array.from([...utf8(een.slice(0, 60)), 0xc0, 0x80]), /geen geldige UTF-8/],
    ['afgebroken UTF-8', Uint8Array.from([...utf8(een.slice(0, 60)), 0xe2, 0x82]), /geen geldige UTF-8/],
    ['NUL', utf8(een.replace('Voorbeeld', 'a\u0000b')), /teken dat in XML niet mag/],
    ['NUL als verwijzing', utf8(een.replace('Voorbeeld', 'a&#0;b')), /tekenverwijzing/],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x3c, 0]), /UTF-16/],
    ['andere tekenset', utf8(een.replace('UTF-8', 'ISO-8859-1')), /ISO-8859-1/],
    ['XML 1.1', utf8(een.replace('1.0', '1.1')), /XML 1\.1/],
    ['leeg bestand', utf8(''), /geen XML-element/],
    ['geen XML', utf8('PK\u0003\u0004rommel'), /niet mag|buiten het hoofdelement/],
    ['halverwege afgebroken', utf8(een.slice(0, 900)), /houdt te vroeg op|niet afgesloten/],
    ['niet gesloten', utf8(een.replace('</wmo305:Client>', '')), /sluit een ander element/],
    ['twee hoofdelementen', utf8(een + zonderKop), /Na het hoofdelement/],
    ['naamruimte met spatie', utf8(een.replace('basisschema/schema"', 'basisschema/schema "')), /naamruimte heeft wit/],
    ['voorvoegsel zonder naamruimte', utf8(een.replace('<wmo305:Bsn>', '<q:Bsn>')), /hoort bij geen naamruimte/],
  ])('%s', (_, bytes, reden) => {
    const { niveau1, niveau2 } = controleer(bytes)
    expect(niveau1.geldig).toBe(false)
    expect(niveau1.fouten.map((f) => f.tekst).join('\n')).toMatch(reden)
    expect(niveau2.retourcodes).toEqual([])
    const lees = (alleenGewoon: boolean, perStuk: number) => {
      const lezer = maakBerichtlezer({ alleenGewoon })
      for (let i = 0; i < bytes.length; i += perStuk) if (!lezer.schrijf(bytes.subarray(i, i + perStuk))) break
      // Waar kapotte UTF-8 begint weet geen van beide precies: dat hangt af van waar een stuk ophoudt.
      return lezer.einde().fouten.map((f) => (/UTF-8\. Sla/.test(f.tekst) ? f.tekst : f))
    }
    const gewoon = lees(true, 64 * 1024)
    for (const perStuk of [64 * 1024, bytes.length + 1, 5000]) expect(lees(false, perStuk)).toEqual(gewoon)
  })

  it('veel fouten geven een korte lijst', () => {
    const { niveau1 } = controleer(utf8(een.replace('<wmo305:Client>', `<wmo305:Client>${'<x/>'.repeat(10_000)}`)))
    expect(niveau1.fouten.length).toBeLessThanOrEqual(51)
  })
})

// Zonder dit telt ook mee wat nog niet is opgeruimd, en dat hangt van het toeval af.
setFlagsFromString('--expose-gc')
const ruimGeheugenOp = runInNewContext('gc') as () => void

describe('een stroom', () => {
  /** Een declaratie van `aantal` regels, in stukken gemaakt zodat zij nergens in haar geheel staat. */
  async function* declaratie(aantal: number, perRegel = 5000): AsyncGenerator<Uint8Array> {
    const bericht = een323()
    bericht.Declaratie.TotaalIngediendBedrag.TotaalBedrag = aantal * perRegel
    bericht.Declaratie.Clienten.Client.forEach(
      (c) => (c.Prestaties.Prestatie = [{ ...prestatie(), ProductReferentie: { ReferentieNummer: '@' }, ProductCode: 'CODE' }]),
    )
    const [begin = '', midden = '', eind = ''] = xmlVan(schrijfBericht('WMO323', bericht)).split(
      /(?=<wmo323:Prestatie>)|(?<=<\/wmo323:Prestatie>)/,
    )
    yield utf8(begin)
    for (let i = 0; i < aantal; i++)
      yield utf8(midden.replace('>@<', `>R${i}<`).replace('>1</wmo323:ToewijzingNummer', `>${i + 1}</wmo323:ToewijzingNummer`))
    yield utf8(eind)
  }

  it('geeft hetzelfde oordeel als het hele bericht', async () => {
    const stukken: Uint8Array[] = []
    for await (const stuk of declaratie(20)) stukken.push(stuk)
    const geheel = controleer(Buffer.concat(stukken))
    expect(geheel).toEqual({ bericht: 'WMO323', niveau1: { geldig: true, fouten: [] }, niveau2: { retourcodes: [] } })
    expect(await controleerStroom(declaratie(20))).toEqual(geheel)
    const perByte = async function* () {
      for (const byte of Buffer.concat(stukken)) yield Uint8Array.of(byte)
    }
    expect(await controleerStroom(perByte())).toEqual(geheel)
  })

  it('ziet een fout in het totaal en een dubbele regel', async () => {
    expect((await controleerStroom(declaratie(20, 4999))).niveau2.retourcodes[0]?.regels).toEqual(['TR358'])
  })

  it('onthoudt geen regels: geheugen groeit veel minder dan het bestand', async () => {
    await controleerStroom(declaratie(1000))
    ruimGeheugenOp()
    const begin = process.memoryUsage().heapUsed
    let bytes = 0
    const geteld = async function* () {
      for await (const stuk of declaratie(8000)) {
        bytes += stuk.length
        yield stuk
      }
    }
    expect((await controleerStroom(geteld())).niveau1.geldig).toBe(true)
    ruimGeheugenOp()
    expect(bytes).toBeGreaterThan(6_000_000)
    // Een boom van dit bestand is tientallen malen groter; hier blijven alleen de sleutels van de regels over.
    expect(process.memoryUsage().heapUsed - begin).toBeLessThan(100_000_000)
  })

  it('stopt met lezen zodra het niets meer wordt', async () => {
    let gelezen = 0
    const eindeloos = async function* () {
      for (;;) {
        gelezen++
        yield utf8(gelezen === 1 ? '<!DOCTYPE x>' : ' '.repeat(1000))
      }
    }
    expect((await controleerStroom(eindeloos())).niveau1.geldig).toBe(false)
    expect(gelezen).toBeLessThan(5)
    const alleenTekst = async function* () {
      for (;;) yield utf8('x'.repeat(100_000))
    }
    expect((await controleerStroom(alleenTekst())).niveau1.geldig).toBe(false)
    expect(grenzen.onderdeel).toBeLessThan(10_000_000)
  })
})
