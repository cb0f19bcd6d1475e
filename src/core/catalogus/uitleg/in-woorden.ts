/** Voorwaarden en waarden van een catalogus als gewone zinnen, zodat iemand een beslistabel kan lezen zonder de YAML. */
import { gelijk, leesInstelling, type Json, type Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Toets, Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

/** Waar een zinsdeel over gaat, zodat een scherm ernaartoe kan leiden. */
export type Onderwerp = { readonly soort: 'vraag' | 'afgeleid' | 'definitie' | 'instelling'; readonly sleutel: string }
/**
 * Eén zinsdeel, of een groep delen onder een aanhef ("Eén van deze geldt"). Bij een toets is `tekst` de `naam` van het onderwerp
 * met de `waarde` erachter.
 */
export type Woorden = {
  readonly tekst: string
  readonly naam?: string
  readonly waarde?: string
  readonly over?: Onderwerp
  readonly delen?: readonly Woorden[]
}

const telwoorden = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien']
const getal = (n: number) => new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4 }).format(n)
const telwoord = (n: number) => telwoorden[n] ?? getal(n)
const opsomming = (delen: readonly string[], voegwoord: string) =>
  delen.length <= 1 ? (delen[0] ?? '') : `${delen.slice(0, -1).join(', ')} ${voegwoord} ${delen.at(-1)}`

/** Een voorwaarde in woorden. Grenzen uit een instelling staan er met de gekozen waarde; zonder `keuze` is dat de standaard. */
export function voorwaardeInWoorden(catalogus: Catalogus, voorwaarde: Voorwaarde, keuze: Keuze = {}): Woorden {
  const deel = (v: Voorwaarde) => voorwaardeInWoorden(catalogus, v, keuze)
  const groep = (tekst: string, delen: Voorwaarde[]): Woorden => {
    const [enige] = delen
    return delen.length === 1 && enige ? deel(enige) : { tekst, delen: delen.map(deel) }
  }
  const v = voorwaarde as Record<string, unknown>
  if ('alle' in v) return groep('Dit geldt allemaal', v.alle as Voorwaarde[])
  if ('een' in v) return groep('Minstens één van deze geldt', v.een as Voorwaarde[])
  if ('geen' in v) return { tekst: 'Geen van deze geldt', delen: (v.geen as Voorwaarde[]).map(deel) }
  if ('niet' in v) return omgekeerd(catalogus, keuze, v.niet as Voorwaarde) ?? ontken(deel(v.niet as Voorwaarde))
  if ('van' in v) {
    const aantal = constante(catalogus, keuze, v.minstens)
    return {
      tekst: `Minstens ${typeof aantal === 'number' ? telwoord(aantal) : String(aantal)} van deze gelden`,
      delen: (v.van as Voorwaarde[]).map(deel),
    }
  }
  if (typeof v.definitie === 'string') return definitieInWoorden(catalogus, v.definitie, keuze)
  if ('instelling' in v) return instellingInWoorden(catalogus, v.instelling as Record<string, Json>)
  if ('gemeente' in v) return { tekst: `De gemeente is ${opsomming([v.gemeente as string | string[]].flat(), 'of')}` }
  const [[sleutel, toets] = ['', '']] = Object.entries(v)
  return toetsInWoorden(catalogus, keuze, sleutel, toets as Toets)
}

/** Dezelfde woorden op één regel: `a; en b`, met haakjes om een groep in een groep. */
export function opEenRegel(woorden: Woorden, binnen = false): string {
  if (!woorden.delen) return woorden.tekst
  const regel = `${woorden.tekst.toLowerCase()}: ${woorden.delen.map((d) => opEenRegel(d, true)).join('; ')}`
  return binnen ? `(${regel})` : regel.charAt(0).toUpperCase() + regel.slice(1)
}

/** Niet ja is nee, bij een vraag of waarde die alleen ja en nee kent. */
function omgekeerd(catalogus: Catalogus, keuze: Keuze, binnen: Voorwaarde): Woorden | null {
  const [[sleutel, waarde] = ['', null]] = Object.entries(binnen)
  const vraag = catalogus.vragen[sleutel]
  const jaNee = vraag ? vraag.soort === 'janee' : catalogus.afgeleid?.[sleutel] && !catalogus.afgeleid[sleutel]?.waarden
  if (!jaNee || (waarde !== 'ja' && waarde !== 'nee')) return null
  return toetsInWoorden(catalogus, keuze, sleutel, waarde === 'ja' ? 'nee' : 'ja')
}

function ontken(woorden: Woorden): Woorden {
  if (!woorden.delen && woorden.naam !== undefined) return { ...woorden, ...metWaarde(woorden.naam, `niet ${woorden.waarde}`) }
  if (!woorden.delen) return { ...woorden, tekst: `Niet: ${woorden.tekst}` }
  if (woorden.tekst === 'Minstens één van deze geldt') return { ...woorden, tekst: 'Geen van deze geldt' }
  if (woorden.tekst === 'Dit geldt allemaal') return { ...woorden, tekst: 'Dit geldt niet allemaal' }
  return { tekst: 'Dit geldt niet', delen: [woorden] }
}

const metWaarde = (naam: string, waarde: string) => ({ naam, waarde, tekst: `${naam}: ${waarde}` })

function definitieInWoorden(catalogus: Catalogus, sleutel: string, keuze: Keuze): Woorden {
  const inhoud = catalogus.definities?.[sleutel]
  return inhoud ? { ...voorwaardeInWoorden(catalogus, inhoud, keuze), over: { soort: 'definitie', sleutel } } : { tekst: sleutel }
}

function instellingInWoorden(catalogus: Catalogus, toets: Record<string, Json>): Woorden {
  const delen = Object.entries(toets).map(([pad, waarde]): Woorden => {
    const sleutel = pad.split('.')[0] ?? pad
    const titel = catalogus.instellingen?.[sleutel]?.titel ?? sleutel
    const lezingen = [waarde].flat().map((w) => `“${lezingInWoorden(catalogus, sleutel, w as Json)}”`)
    return { ...metWaarde(`Instelling ${titel}`, opsomming(lezingen, 'of')), over: { soort: 'instelling', sleutel } }
  })
  const [enige] = delen
  return delen.length === 1 && enige ? enige : { tekst: 'Dit geldt allemaal', delen }
}

function toetsInWoorden(catalogus: Catalogus, keuze: Keuze, sleutel: string, eis: Toets): Woorden {
  const over: Onderwerp = { soort: catalogus.vragen[sleutel] ? 'vraag' : 'afgeleid', sleutel }
  const naam = onderwerpInWoorden(catalogus, over)
  const eenheid = eenheidVan(catalogus, sleutel)
  const waarde = (w: unknown) => waardeInWoorden(catalogus, keuze, sleutel, w)
  if (Array.isArray(eis)) return { over, ...metWaarde(naam, opsomming(eis.map(waarde), 'of')) }
  if (typeof eis !== 'object' || 'instelling' in eis) return { over, ...metWaarde(naam, waarde(eis)) }
  const grens = (w: unknown) => `${constanteInWoorden(catalogus, keuze, w)}${eenheid}`
  const grenzen: string[] = []
  if (eis.vanaf !== undefined) grenzen.push(`${grens(eis.vanaf)} of meer`)
  if (eis.tot !== undefined) grenzen.push(`minder dan ${grens(eis.tot)}`)
  if (eis.totEnMet !== undefined) grenzen.push(`hoogstens ${grens(eis.totEnMet)}`)
  if (eis.minstens !== undefined) {
    const uit = eis.uit === undefined ? [] : [constante(catalogus, keuze, eis.uit)].flat()
    const lijst = uit.map((w) => waarde(w as string))
    grenzen.push(
      `minstens ${telwoordVan(constante(catalogus, keuze, eis.minstens))}${lijst.length > 0 ? ` van: ${opsomming(lijst, 'of')}` : ' gekozen'}`,
    )
  }
  return { over, ...metWaarde(naam, grenzen.join(' en ')) }
}

const telwoordVan = (w: unknown) => (typeof w === 'number' ? telwoord(w) : String(w))

/** De korte naam van een vraag; van een afgeleide waarde het stuk voor de eerste punt of dubbele punt. */
export function onderwerpInWoorden(catalogus: Catalogus, over: Onderwerp): string {
  if (over.soort === 'instelling') return catalogus.instellingen?.[over.sleutel]?.titel ?? over.sleutel
  const vraag = catalogus.vragen[over.sleutel]
  if (vraag) return hoofdletter(vraag.kort ?? vraag.tekst.replace(/\?$/, ''))
  return hoofdletter(catalogus.afgeleid?.[over.sleutel]?.tekst.split(/[.:](?:\s|$)/)[0] ?? over.sleutel)
}

const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1)

function eenheidVan(catalogus: Catalogus, sleutel: string): string {
  const vraag = catalogus.vragen[sleutel]
  return vraag?.soort === 'getal' && vraag.eenheid ? ` ${vraag.eenheid}` : ''
}

function constante(catalogus: Catalogus, keuze: Keuze, w: unknown): unknown {
  return isVerwijzing(w) ? leesInstelling(catalogus, keuze, w.instelling) : w
}

function constanteInWoorden(catalogus: Catalogus, keuze: Keuze, w: unknown): string {
  const c = constante(catalogus, keuze, w)
  return typeof c === 'number' ? getal(c) : c === null ? 'nog niet bepaald' : String(c)
}

function waardeInWoorden(catalogus: Catalogus, keuze: Keuze, sleutel: string, w: unknown): string {
  const c = constante(catalogus, keuze, w)
  if (Array.isArray(c))
    return opsomming(
      c.map((x) => waardeInWoorden(catalogus, keuze, sleutel, x)),
      'of',
    )
  if (typeof c === 'number') return `${getal(c)}${eenheidVan(catalogus, sleutel)}`
  const vraag = catalogus.vragen[sleutel]
  const waarden = vraag ? ('waarden' in vraag ? vraag.waarden : undefined) : catalogus.afgeleid?.[sleutel]?.waarden
  return (
    waardenVan(waarden as string[] | Record<string, string> | undefined).find((x) => x.id === c)?.tekst ??
    (c === null ? 'nog niet bepaald' : String(c).replaceAll('_', ' '))
  )
}

const isVerwijzing = (w: unknown): w is { instelling: string } => typeof w === 'object' && w !== null && 'instelling' in w

/** Een waarde van een instelling als tekst: de tekst van de lezing als die er is, anders de waarde zelf leesbaar geschreven. */
export function lezingInWoorden(catalogus: Catalogus, sleutel: string, waarde: Json): string {
  const instelling = catalogus.instellingen?.[sleutel]
  const lezing = instelling?.lezingen.find((l) => gelijk(l.waarde as Json, waarde))
  return lezing ? lezing.tekst : jsonInWoorden(waarde)
}

/** JSON zonder accolades: `{licht: 12, zwaar: 6}` → `licht: 12; zwaar: 6`. */
export function jsonInWoorden(waarde: Json | undefined): string {
  if (waarde === null || waarde === undefined) return 'niet bepaald'
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  if (typeof waarde === 'number') return getal(waarde)
  if (typeof waarde === 'string') return waarde.replaceAll('_', ' ')
  if (Array.isArray(waarde)) return waarde.length === 0 ? 'geen' : waarde.map(jsonInWoorden).join(', ')
  return Object.entries(waarde)
    .map(([naam, w]) => `${naam.replaceAll('_', ' ')}: ${jsonInWoorden(w)}`)
    .join('; ')
}
