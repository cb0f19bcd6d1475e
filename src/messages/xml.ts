/**
 * XML lezen zonder gevaar: alleen UTF-8 en XML 1.0, geen DOCTYPE en dus geen eigen entiteiten, en grenzen aan diepte,
 * attributen, tekst en omvang. Wie een grens passeert, wordt geweigerd voordat er geheugen aan op gaat.
 */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes'
import { leesbaar } from './waarde.ts'

export const grenzen = {
  /** Een bericht is hooguit negen niveaus diep; de rest is kwade wil of een ander soort bestand. */
  diepte: 64,
  /** Per element. Berichten hebben geen attributen, behalve naamruimten. */
  attributen: 64,
  /** Tekens in één waarde. De standaard kent voor commentaar geen grens. */
  tekst: 1_000_000,
  /** Bytes zonder dat een element, tekst of commentaar eindigt. */
  onderdeel: 4 * 1024 * 1024,
  /** Bytes in één bestand. */
  bestand: 2 * 1024 ** 3,
} as const

export type Plaatsfout = { readonly regel: number; readonly element: string; readonly tekst: string }

/** Het bestand is geen XML die we lezen: hier stopt het. */
class Stop extends Error {
  readonly fout: Plaatsfout
  constructor(fout: Plaatsfout) {
    super(fout.tekst)
    this.fout = fout
  }
}

export type Ontvanger = {
  open(element: { ruimte: string; naam: string; attributen: readonly SaxesAttributeNS[] }, regel: number): void
  tekst(tekst: string, isCdata: boolean, regel: number): void
  sluit(regel: number): void
  /** De naamruimte achter een voorvoegsel, om `xsi:type` te lezen. */
  ruimteVan?: (voorvoegsel: string) => string | undefined
}

export type Xmllezer = {
  /** Leest door. Een fout die het lezen stopt komt terug; daarna hoeft er niets meer in. */
  schrijf(bytes: Uint8Array): Plaatsfout | null
  einde(): Plaatsfout | null
  /** Waar het lezen is. */
  readonly regel: number
  /**
   * Gaat verder waar een ander het lezen overliet: `open` staat open binnen wat hier al gelezen is, `bytes` zijn overgeslagen, en het
   * vervolg begint op `regel`. De ontvanger hoort deze elementen niet opnieuw te tellen.
   */
  hervat(open: readonly string[], bytes: number, regel: number): void
}

const MB = 1024 * 1024

/** Een lezer die bytes in stukken aanneemt en per element, tekst en einde aan de ontvanger vertelt. `onderdeel` is het meeste dat één tekst mag beslaan. */
export function maakXmllezer(ontvanger: Ontvanger, onderdeel: number = grenzen.onderdeel): Xmllezer {
  const parser = new SaxesParser({ xmlns: true })
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const open: string[] = []
  let gelezen = 0
  let laatsteGebeurtenis = 0
  let attributen = 0
  const stop = (tekst: string, regel = parser.line): never => {
    throw new Stop({ regel, element: open.at(-1) ?? '', tekst })
  }
  const gebeurd = () => {
    laatsteGebeurtenis = gelezen
  }
  ontvanger.ruimteVan = (voorvoegsel) => parser.resolve(voorvoegsel)

  parser.on('error', (f) => stop(inHetNederlands(f.message)))
  parser.on('doctype', () => stop('Een DOCTYPE mag niet. Een iWmo-bericht heeft er geen; haal hem weg, met alle eigen entiteiten.'))
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== undefined && version !== '1.0') stop(`Dit is XML ${version}. Een bericht is XML 1.0.`)
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      stop(`De tekenset is ${kort(encoding)}. Een bericht staat in UTF-8; sla het bestand zo op.`)
  })
  parser.on('opentagstart', () => {
    attributen = 0
    gebeurd()
  })
  parser.on('attribute', ({ prefix, local, value }) => {
    if (++attributen > grenzen.attributen) stop(`Dit element heeft meer dan ${grenzen.attributen} attributen.`)
    // De lezer laat dit wit weg, maar voor XML is het een andere naamruimte.
    if ((prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) && value !== value.trim())
      stop('Een naamruimte heeft wit vooraan of achteraan.')
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    open.push(tag.local)
    if (open.length > grenzen.diepte) stop(`De elementen zijn dieper genest dan ${grenzen.diepte} niveaus.`)
    ontvanger.open({ ruimte: tag.uri, naam: tag.local, attributen: Object.values(tag.attributes) }, parser.line)
    gebeurd()
  })
  const neemTekst = (tekst: string, isCdata: boolean) => {
    ontvanger.tekst(tekst, isCdata, parser.line)
    gebeurd()
  }
  parser.on('text', (t) => neemTekst(t, false))
  parser.on('cdata', (t) => neemTekst(t, true))
  parser.on('comment', gebeurd)
  parser.on('processinginstruction', gebeurd)
  parser.on('closetag', () => {
    ontvanger.sluit(parser.line)
    open.pop()
    gebeurd()
  })

  const veilig = (werk: () => void): Plaatsfout | null => {
    try {
      werk()
      return null
    } catch (f) {
      if (f instanceof Stop) return f.fout
      throw f
    }
  }
  const decodeer = (bytes: Uint8Array | undefined): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      return stop('Het bestand is geen geldige UTF-8. Sla het op als UTF-8 en probeer het opnieuw.')
    }
  }
  let isBegin = true
  return {
    get regel() {
      return parser.line
    },
    hervat: (tags, bytes, regel) => {
      parser.write(tags.map((tag) => `<${tag}>`).join(''))
      parser.line = regel
      gelezen += bytes
      gebeurd()
    },
    schrijf: (bytes) =>
      veilig(() => {
        if (isBegin && isUtf16(bytes)) stop('Het bestand staat in UTF-16. Een bericht staat in UTF-8; sla het bestand zo op.')
        isBegin &&= bytes.length === 0
        for (let i = 0; i < bytes.length; i += STUK) {
          const stuk = bytes.subarray(i, i + STUK)
          gelezen += stuk.length
          if (gelezen > grenzen.bestand) stop(TE_GROOT)
          parser.write(decodeer(stuk))
          if (gelezen - laatsteGebeurtenis > onderdeel)
            stop(`Een tekst, commentaar of attribuut is groter dan ${onderdeel / MB} MB. Dat hoort niet in een bericht.`)
        }
      }),
    einde: () =>
      veilig(() => {
        parser.write(decodeer(undefined))
        parser.close()
      }),
  }
}

const STUK = 64 * 1024
export const TE_GROOT = 'Het bestand is groter dan 2 GB. Dat leest dit programma niet; splits de declaratie.'

const isUtf16 = (b: Uint8Array): boolean => (b[0] === 0xff && b[1] === 0xfe) || (b[0] === 0xfe && b[1] === 0xff)
const kort = (tekst: string): string => leesbaar(tekst, 40)

/** De meldingen van de XML-lezer die in de praktijk voorkomen; `\d+:\d+: ` ervoor valt weg, want de regel staat al apart. */
const vertalingen: readonly [RegExp, (m: RegExpExecArray) => string][] = [
  [/^unclosed tag: (.*)$/, (m) => `Het element ${kort(m[1] ?? '')} wordt niet afgesloten; het bestand houdt te vroeg op.`],
  [/^unexpected close tag|^unmatched closing tag/, () => 'Hier sluit een ander element dan er open staat.'],
  [/^unexpected end/, () => 'Het bestand houdt te vroeg op.'],
  [/^document must contain a root element/, () => 'Er staat geen XML-element in het bestand.'],
  [/^documents may contain only one root/, () => 'Na het hoofdelement staat nog een element.'],
  [/^text data outside of root node/, () => 'Er staat tekst buiten het hoofdelement. Is dit wel een XML-bestand?'],
  [/^undefined entity/, () => 'Hier staat een onbekende entiteit. Alleen &amp; &lt; &gt; &quot; en &apos; bestaan.'],
  [/^malformed character entity/, () => 'Hier staat een verkeerde tekenverwijzing (&#…;).'],
  [/^disallowed character\.?$/, () => 'Hier staat een teken dat in XML niet mag, bijvoorbeeld NUL.'],
  [/^duplicate attribute/, () => 'Dit element heeft twee keer hetzelfde attribuut.'],
  [/^unbound namespace prefix: "(.*)"/, (m) => `Het voorvoegsel ${kort(m[1] ?? '')} hoort bij geen naamruimte (xmlns).`],
  [/^the string "\]\]>"/, () => 'De tekens ]]> mogen niet los in tekst staan.'],
  [/XML declaration/, () => 'De XML-declaratie klopt niet of staat niet helemaal vooraan.'],
]

function inHetNederlands(melding: string): string {
  const kaal = melding.replace(/^\d+:\d+: /, '')
  for (const [vorm, vertaal] of vertalingen) {
    const gevonden = vorm.exec(kaal)
    if (gevonden) return vertaal(gevonden)
  }
  return `De XML klopt hier niet (${kort(kaal)}).`
}
