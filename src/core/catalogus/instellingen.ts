/**
 * Instellingen: per open punt van de bron (AMB) de gekozen lezing. Een keuze legt iemand vast boven op de standaard
 * van de catalogus; wat niet gekozen is, houdt de standaard.
 */
import { bedoelde } from '#core/base/dichtstbij.ts'
import { invariant } from '#core/base/invariant.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import type { Catalogus, CatalogusInhoud, Instelling, Keuzes } from './vorm.ts'

export type Json = string | number | boolean | null | Json[] | { [sleutel: string]: Json }

/** De gemeente (op naam) en de instellingen die van de standaard afwijken. Gecontroleerd door `leesKeuze`. */
export type Keuze = { readonly gemeente?: string; readonly instellingen?: Readonly<Record<string, Json>> }

/**
 * De geldende waarde. Een punt in het pad gaat een niveau dieper (`maxMaanden.LICHT`). Bij `perGemeente` is het de
 * waarde van de gekozen gemeente; is er geen gemeente gekozen of heeft zij geen waarde, dan null.
 */
export function leesInstelling(catalogus: Pick<CatalogusInhoud, 'instellingen'>, keuze: Keuze, pad: string): Json {
  const [sleutel = '', ...dieper] = pad.split('.')
  const instelling = eigen(catalogus.instellingen, sleutel)
  invariant(instelling, `instelling ${sleutel} bestaat`)
  const gekozen = eigen(keuze.instellingen, sleutel)
  let waarde: Json = gekozen === undefined ? (instelling.standaard as Json) : gekozen
  // Een pad dat zelf een gemeente noemt (`vervoer.Zonnedal`) vraagt die waarde, welke gemeente er ook gekozen is.
  if (instelling.perGemeente && (dieper.length === 0 || lid(waarde, dieper[0] as string) === undefined)) {
    waarde = (keuze.gemeente === undefined ? undefined : lid(waarde, keuze.gemeente)) ?? null
  }
  for (const stap of dieper) waarde = lid(waarde, stap) ?? null
  return waarde
}

/**
 * Controleert een keuze uit een bestand, van de opdrachtregel of van een scherm. Een gemeente mag met naam of CBS-code;
 * een sleutel met een punt (`maxMaanden.LICHT`) vervangt één deel van de waarde.
 */
export function leesKeuze(catalogus: CatalogusInhoud, ruw: { gemeente?: unknown; instellingen?: unknown }): Result<Keuze, Invoerfout[]> {
  const gemeente = leesGemeente(catalogus, ruw.gemeente)
  if (!gemeente.ok) return gemeente
  const keuze: Keuze = gemeente.value === undefined ? {} : { gemeente: gemeente.value }
  if (ruw.instellingen === undefined || ruw.instellingen === null) return ok(keuze)
  if (!isBlok(ruw.instellingen)) return fout([bezwaar('INSTELLINGEN_ONGELDIG', '', 'Instellingen zijn een blok met sleutels en waarden.')])
  return leesInstellingen(catalogus, keuze, ruw.instellingen)
}

/** Wat een gemeente op een dag heeft vastgelegd: haar laatste keuze die dan is ingegaan. */
export function keuzeOp(keuzes: readonly Keuzes[], gemeente: string | null | undefined, dag: string): Keuzes | undefined {
  return keuzes
    .filter((k) => k.gemeente === gemeente && k.geldigVan <= dag)
    .sort((a, b) => (a.geldigVan < b.geldigVan ? -1 : 1))
    .at(-1)
}

/** De catalogus zoals hij voor een gemeente geldt: wat zij heeft vastgelegd is daar de standaard. */
export function metKeuzes(catalogus: Catalogus, gemeente: string | null, dag: string): Catalogus {
  const vastgelegd = keuzeOp(catalogus.keuzes ?? [], gemeente, dag)
  if (!vastgelegd) return catalogus
  const keuze = leesKeuze(catalogus, { gemeente, instellingen: vastgelegd.instellingen })
  invariant(keuze.ok, 'de keuzes van gemeenten zijn bij het laden gecontroleerd')
  const gekozen = keuze.value.instellingen ?? {}
  const instellingen = Object.entries(catalogus.instellingen ?? {}).map(([sleutel, i]) => [
    sleutel,
    sleutel in gekozen ? { ...i, standaard: gekozen[sleutel] } : i,
  ])
  return { ...catalogus, instellingen: Object.fromEntries(instellingen) as Catalogus['instellingen'] }
}

/** Naam van de gemeente bij een naam of CBS-code; undefined als er geen gemeente gegeven is. */
export function leesGemeente(
  catalogus: Pick<CatalogusInhoud, 'gemeenten' | 'catalogus'>,
  ruw: unknown,
): Result<string | undefined, Invoerfout[]> {
  if (ruw === undefined || ruw === null) return ok(undefined)
  const plaats = '/gemeente'
  if (typeof ruw !== 'string')
    return fout([{ code: 'GEMEENTE_ONGELDIG', plaats, tekst: 'De gemeente is een naam of een CBS-code van vier cijfers, als tekst.' }])
  const gevonden = catalogus.gemeenten.find((g) => g.naam.toLowerCase() === ruw.toLowerCase() || (g.code !== null && g.code === ruw))
  if (gevonden) return ok(gevonden.naam)
  const namen = catalogus.gemeenten.map((g) => (g.code ? `${g.naam} (${g.code})` : g.naam)).join(', ')
  const tip = bedoelde(
    ruw,
    catalogus.gemeenten.map((g) => g.naam),
  )
  const tekst = `De gemeente "${ruw}" hoort niet bij de catalogus ${catalogus.catalogus.id}.${tip} Kies uit: ${namen || 'geen; laat de gemeente weg'}.`
  return fout([{ code: 'GEMEENTE_ONBEKEND', plaats, tekst }])
}

function leesInstellingen(catalogus: CatalogusInhoud, keuze: Keuze, ruw: Record<string, unknown>): Result<Keuze, Invoerfout[]> {
  const bekend = catalogus.instellingen ?? {}
  const uit: Record<string, Json> = {}
  const fouten: Invoerfout[] = []
  for (const [pad, waarde] of Object.entries(ruw)) {
    const [sleutel = '', ...dieper] = pad.split('.')
    const instelling = eigen(bekend, sleutel)
    if (!instelling) {
      fouten.push(
        bezwaar(
          'INSTELLING_ONBEKEND',
          pad,
          `De instelling "${sleutel}" bestaat niet in ${catalogus.catalogus.id}.${bedoelde(sleutel, Object.keys(bekend))}`,
        ),
      )
      continue
    }
    const nu = uit[sleutel] ?? (instelling.standaard as Json)
    const [stappen, nieuw] = inTabel(instelling, keuze, dieper, waarde as Json)
    const geheel = stappen.length === 0 ? nieuw : zet(nu, stappen, nieuw)
    const weigering =
      geheel === undefined ? `Het deel "${dieper.join('.')}" bestaat niet in ${sleutel}.` : weiger(instelling, sleutel, geheel)
    if (weigering) fouten.push(bezwaar('INSTELLING_WAARDE', pad, weigering))
    else uit[sleutel] = geheel as Json
  }
  return fouten.length > 0 ? fout(fouten) : ok(Object.keys(uit).length > 0 ? { ...keuze, instellingen: uit } : keuze)
}

/** Wie bij een instelling per gemeente één waarde noemt, bedoelt de gekozen gemeente. */
function inTabel(instelling: Instelling, keuze: Keuze, dieper: string[], waarde: Json): [string[], Json] {
  const eenWaarde = instelling.perGemeente && dieper.length === 0 && !isBlok(waarde)
  return eenWaarde && keuze.gemeente ? [[keuze.gemeente], waarde] : [dieper, waarde]
}

/** Waarom deze waarde niet kan, of null. Een lezing die nog iets mist, wordt geweigerd met wat er eerst nodig is. */
function weiger(instelling: Instelling, sleutel: string, waarde: Json): string | null {
  const lezing = instelling.lezingen.find((l) => gelijk(l.waarde as Json, waarde))
  if (lezing?.ontbreekt) return `De lezing ${toon(waarde)} van ${sleutel} kan nog niet: ${lezing.ontbreekt}`
  if (lezing || gelijk(instelling.standaard as Json, waarde) || magVrij(instelling, waarde)) return null
  if (instelling.perGemeente && isBlok(waarde)) {
    const standaard = Object.values(instelling.standaard as Record<string, Json>)
    for (const w of Object.values(waarde)) {
      if (w === null || standaard.some((s) => gelijk(s, w))) continue
      const reden = weiger({ ...instelling, perGemeente: false }, sleutel, w)
      if (reden) return reden
    }
    return null
  }
  const lijst = instelling.lezingen.filter((l) => !l.ontbreekt).map((l) => toon(l.waarde as Json))
  const vrij = instelling.vrij ? ` Een eigen waarde mag ook: ${vrijeSoort[instelling.vrij]}.` : ''
  return `${toon(waarde)} is geen lezing van ${sleutel}.${
    typeof waarde === 'string'
      ? bedoelde(
          waarde,
          instelling.lezingen.map((l) => String(l.waarde)),
        )
      : ''
  } Kies uit: ${lijst.join(', ')}.${vrij}`
}

const vrijeSoort: Record<NonNullable<Instelling['vrij']>, string> = {
  getal: 'een getal van 0 of meer',
  tekst: 'een tekst',
  lijst: 'een lijst',
  object: 'een blok met sleutels',
}

function magVrij(instelling: Instelling, waarde: Json): boolean {
  if (instelling.vrij === 'getal') return typeof waarde === 'number' && Number.isFinite(waarde) && waarde >= 0
  if (instelling.vrij === 'tekst') return typeof waarde === 'string' && waarde.length > 0
  if (instelling.vrij === 'lijst') return Array.isArray(waarde)
  return instelling.vrij === 'object' && isBlok(waarde) && zelfdeSoorten(instelling.standaard as Json, waarde)
}

/** Een eigen blok mag delen weglaten of toevoegen, maar een getal van de standaard wordt geen tekst. */
function zelfdeSoorten(standaard: Json, waarde: Json): boolean {
  if (!isBlok(standaard) || !isBlok(waarde)) return true
  return Object.entries(waarde).every(([k, v]) => {
    const s = eigen(standaard, k)
    return s === undefined || s === null || v === null || typeof s === typeof v
  })
}

function zet(basis: Json, stappen: readonly string[], waarde: Json): Json | undefined {
  const [stap, ...rest] = stappen
  if (stap === undefined) return waarde
  if (!isBlok(basis)) return undefined
  const binnen = zet(eigen(basis, stap) ?? (rest.length > 0 ? {} : null), rest, waarde)
  return binnen === undefined ? undefined : { ...basis, [stap]: binnen }
}

const isBlok = (w: unknown): w is Record<string, Json> => w !== null && typeof w === 'object' && !Array.isArray(w)
const eigen = <T>(blok: Readonly<Record<string, T>> | undefined, sleutel: string): T | undefined =>
  blok !== undefined && Object.hasOwn(blok, sleutel) ? blok[sleutel] : undefined
const lid = (waarde: Json, stap: string): Json | undefined => (isBlok(waarde) ? eigen(waarde, stap) : undefined)
const toon = (w: Json): string => (typeof w === 'string' ? w : JSON.stringify(w))
const bezwaar = (code: string, pad: string, tekst: string): Invoerfout => ({
  code,
  plaats: pad ? `/instellingen/${pad.replaceAll('~', '~0').replaceAll('/', '~1')}` : '/instellingen',
  tekst,
})

/** Gelijke JSON-waarden; de volgorde van sleutels doet er niet toe. */
export function gelijk(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => gelijk(x, b[i] as Json))
  if (isBlok(a) && isBlok(b)) {
    const ka = Object.keys(a)
    return ka.length === Object.keys(b).length && ka.every((k) => Object.hasOwn(b, k) && gelijk(a[k] as Json, b[k] as Json))
  }
  return a === b
}
