/** XML naar een kleine boom. Een envelop is klein op zijn lading na: wat meer elementen heeft is geen envelop. */
import { maakXmllezer, type Ontvanger, type Plaatsfout } from '../xml.ts'
import { adempauze, STUK } from '../adempauze.ts'
import { GRENS, STUF, TE_GROOT } from './envelop.ts'

export type Element = {
  readonly ruimte: string
  readonly naam: string
  readonly regel: number
  readonly attributen: ReadonlyMap<string, string>
  readonly kinderen: Element[]
  tekst: string
}

const MAX_ELEMENTEN = 200
const NIET_VAN_DE_INHOUD = new Set(['http://www.w3.org/2000/xmlns/', 'http://www.w3.org/2001/XMLSchema-instance'])

/** Leest de boom, of zegt waarom dat niet kan. Wat onder `detailsXML` staat wordt overgeslagen. */
export async function leesBoom(bytes: Uint8Array): Promise<Element | Plaatsfout> {
  if (bytes.length > GRENS) return { regel: 0, element: '', tekst: TE_GROOT }
  const bouwer = maakBouwer()
  const xml = maakXmllezer(bouwer.ontvanger, GRENS)
  for (let van = 0; van < bytes.length; van += STUK) {
    if (van > 0) await adempauze()
    const fout = xml.schrijf(bytes.subarray(van, van + STUK)) ?? bouwer.teveel()
    if (fout) return fout
  }
  return xml.einde() ?? bouwer.uitkomst()
}

export const isFout = (uitkomst: Element | Plaatsfout): uitkomst is Plaatsfout => 'element' in uitkomst

type Bouwer = {
  readonly ontvanger: Ontvanger
  /** Waarom verder lezen geen zin heeft. */
  teveel(): Plaatsfout | undefined
  uitkomst(): Element | Plaatsfout
}

function maakBouwer(): Bouwer {
  const open: Element[] = []
  let wortel: Element | undefined
  let aantal = 0
  let overgeslagen = 0
  let teveel: Plaatsfout | undefined
  const isOverslaan = (e: Element | undefined): boolean => e?.naam === 'detailsXML' && e.ruimte === STUF
  const ontvanger: Ontvanger = {
    open: ({ ruimte, naam, attributen }, regel) => {
      const boven = open.at(-1)
      if (overgeslagen > 0 || isOverslaan(boven) || teveel !== undefined) {
        overgeslagen++
        return
      }
      if (++aantal > MAX_ELEMENTEN) teveel = { regel, element: naam.slice(0, 40), tekst: 'Dit zijn meer elementen dan een envelop heeft.' }
      const eigen = attributen
        .filter((a) => !NIET_VAN_DE_INHOUD.has(a.uri))
        .map((a) => [a.uri === '' ? a.local : `{${a.uri}}${a.local}`, a.value] as const)
      const element: Element = { ruimte, naam, regel, attributen: new Map(eigen), kinderen: [], tekst: '' }
      if (boven === undefined) wortel = element
      else boven.kinderen.push(element)
      open.push(element)
    },
    tekst: (tekst) => {
      const boven = open.at(-1)
      if (overgeslagen === 0 && teveel === undefined && boven !== undefined && !isOverslaan(boven)) boven.tekst += tekst
    },
    sluit: () => {
      if (overgeslagen > 0) overgeslagen--
      else open.pop()
    },
  }
  return {
    ontvanger,
    teveel: () => teveel,
    uitkomst: () => teveel ?? wortel ?? { regel: 0, element: '', tekst: 'Er staat geen XML-element in het bestand.' },
  }
}
