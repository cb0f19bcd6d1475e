/** Schrijft een bericht: één vaste vorm, zodat dezelfde waarde altijd dezelfde bytes geeft. UTF-8 zonder BOM, CR/LF (OP192). */
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Berichtnaam, Berichtwaarden } from './iwmo-3-2/release.ts'
import { iwmo32 } from './iwmo-3-2/release.ts'
import type { Beschreven } from './releases.ts'
import type { Klasse, Simpel, Veld } from './vorm.ts'
import { leesWaarde, schrijfWaarde } from './waarde.ts'

/** Wat er aan een waarde niet klopt; `plaats` is het pad in het bericht. */
export type Schrijffout = { readonly plaats: string; readonly tekst: string }

/** Een bericht van iWmo 3.2 als XML, of wat er niet klopt. Er gaat nooit iets uit dat het schema weigert. */
export function schrijfBericht<N extends Berichtnaam>(naam: N, waarde: Berichtwaarden[N]): Result<string, Schrijffout[]> {
  const bericht = iwmo32.berichten.find((b) => b.naam === naam)
  if (bericht === undefined) return fout([{ plaats: '', tekst: `Het bericht ${String(naam)} bestaat niet.` }])
  return schrijfBeschreven({ release: iwmo32, bericht }, waarde as Record<string, unknown>)
}

/** Hetzelfde voor elke release. */
export function schrijfBeschreven(beschreven: Beschreven, waarde: Record<string, unknown>): Result<string, Schrijffout[]> {
  const { release, bericht } = beschreven
  const fouten: Schrijffout[] = []
  const prefix = bericht.naam.toLowerCase()
  const regels = ['<?xml version="1.0" encoding="UTF-8"?>']
  regels.push(`<${prefix}:Bericht xmlns:iwmo="${release.basisruimte}" xmlns:${prefix}="${release.berichtruimte(bericht.naam)}">`)
  schrijfKlasse({ soort: 'klasse', velden: bericht.velden }, waarde, { prefix, diep: '  ', plaats: '', regels, fouten })
  regels.push(`</${prefix}:Bericht>`)
  return fouten.length > 0 ? fout(fouten) : ok(`${regels.join('\r\n')}\r\n`)
}

type Plek = {
  readonly prefix: string
  readonly diep: string
  readonly plaats: string
  readonly regels: string[]
  readonly fouten: Schrijffout[]
}

function schrijfKlasse(klasse: Klasse, waarde: Record<string, unknown>, plek: Plek): void {
  for (const naam of Object.keys(waarde))
    if (!Object.hasOwn(klasse.velden, naam) && waarde[naam] !== undefined)
      plek.fouten.push({ plaats: `${plek.plaats}/${naam}`, tekst: `Het veld ${naam} bestaat hier niet.` })
  for (const [naam, veld] of Object.entries(klasse.velden))
    schrijfVeld(naam, veld, waarde[naam], { ...plek, prefix: klasse.soort === 'groep' ? 'iwmo' : plek.prefix })
}

function schrijfVeld(naam: string, veld: Veld, waarde: unknown, plek: Plek): void {
  const hier = { ...plek, plaats: `${plek.plaats}/${naam}` }
  if (veld.aantal === '1..n') {
    const lijst = Array.isArray(waarde) ? waarde : []
    if (lijst.length === 0) hier.fouten.push({ plaats: hier.plaats, tekst: `${naam} ontbreekt; minstens één is nodig.` })
    for (const [i, deel] of lijst.entries()) schrijfEen(naam, veld, deel, { ...hier, plaats: `${hier.plaats}/${i}` })
  } else if (waarde !== undefined) schrijfEen(naam, veld, waarde, hier)
  else if (veld.aantal === '1') hier.fouten.push({ plaats: hier.plaats, tekst: `Het verplichte veld ${naam} ontbreekt.` })
}

function schrijfEen(naam: string, { inhoud }: Veld, waarde: unknown, plek: Plek): void {
  const { prefix, diep, regels } = plek
  if (inhoud.soort === 'simpel')
    return void regels.push(`${diep}<${prefix}:${naam}>${schrijfTekst(inhoud, waarde, plek)}</${prefix}:${naam}>`)
  if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde))
    return void plek.fouten.push({ plaats: plek.plaats, tekst: `${naam} is geen groep velden.` })
  regels.push(`${diep}<${prefix}:${naam}>`)
  schrijfKlasse(inhoud, waarde as Record<string, unknown>, { ...plek, diep: `${diep}  ` })
  regels.push(`${diep}</${prefix}:${naam}>`)
}

function schrijfTekst(type: Simpel, waarde: unknown, plek: Plek): string {
  if (typeof waarde !== (type.basis === 'integer' ? 'number' : 'string')) {
    plek.fouten.push({ plaats: plek.plaats, tekst: `Hier hoort ${type.basis === 'integer' ? 'een getal' : 'tekst'}.` })
    return ''
  }
  const tekst = schrijfWaarde(waarde as string | number)
  const gelezen = leesWaarde(type, tekst)
  if ('fout' in gelezen) plek.fouten.push({ plaats: plek.plaats, tekst: gelezen.fout })
  else if (gelezen.waarde !== waarde) plek.fouten.push({ plaats: plek.plaats, tekst: 'Er staat wit om de waarde heen.' })
  else if (!isXmltekst(tekst)) plek.fouten.push({ plaats: plek.plaats, tekst: 'Hier staat een teken dat in XML niet mag.' })
  return ontsnap(tekst)
}

/** De tekens die XML 1.0 toelaat; losse helften van een surrogaatpaar niet. */
export const isXmltekst = (tekst: string): boolean => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(tekst)

/** CR wordt een verwijzing, anders leest elke XML-lezer er LF voor terug. */
export const ontsnap = (tekst: string): string =>
  tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
