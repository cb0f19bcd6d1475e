/** De catalogus regio-b voor haar tests: geladen zoals het programma haar laadt, met een adviseur per keuze van instellingen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Advies, Antwoord } from '#core/advies/advies.ts'
import { type Adviseur, maakAdviseur } from '#core/advies/adviseur.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { type Json, type Keuze, leesKeuze } from '#core/catalogus/instellingen.ts'
import { type GeladenCatalogus, laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'
import type { Product } from '#core/catalogus/vorm.ts'
import type { Bestand } from '#core/catalogus/laden/yaml-bestand.ts'
import { toetsDuur } from '#core/indicatie/duur.ts'
import { type Indicatie, leesIndicatie } from '#core/indicatie/indicatie.ts'
import { beoordeelStapeling, type Stapelingsoordeel } from '#core/indicatie/stapeling.ts'

const map = join(import.meta.dirname, '2026-01')

/** De bestanden van de versie; `pas` mag de tekst van één bestand veranderen om te zien wat het laden ervan zegt. */
export function bestanden(pas: (pad: string, tekst: string) => string = (_, tekst) => tekst): Bestand[] {
  const lees = (pad: string): Bestand => ({ pad, tekst: pas(pad, readFileSync(join(map, pad), 'utf8')) })
  const yaml = readdirSync(map).filter((naam) => naam.endsWith('.yaml'))
  const bron = readdirSync(join(map, 'bron')).map((naam) => `bron/${naam}`)
  return [...yaml, ...bron].map(lees)
}

/** Laadt de bestanden en gooit als dat niet lukt: een test zonder catalogus zegt niets. */
export function laad(b: readonly Bestand[] = bestanden()): GeladenCatalogus {
  const geladen = laadMetPlaatsen(b, { geldigVan: '2026-01-01' })
  if (!geladen.ok) throw new Error(JSON.stringify(geladen.fout, null, 2))
  return geladen.value
}

export const geladen = laad()
export const catalogus = geladen.catalogus

export type Instellingen = Readonly<Record<string, Json>>
export type Antwoorden = Readonly<Record<string, Antwoord>>

export function keuze(instellingen: Instellingen = {}): Keuze {
  const gelezen = leesKeuze(catalogus, { instellingen })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return gelezen.value
}

const adviseurs = new Map<string, Adviseur>()

/** Het advies bij deze antwoorden. Een onbekende vraag of waarde is een fout in de test. */
export function adviseer(tabel: 'individueel' | 'groep', antwoorden: Antwoorden, instellingen: Instellingen = {}): Advies {
  const sleutel = JSON.stringify(instellingen)
  const adviseur = adviseurs.get(sleutel) ?? maakAdviseur(catalogus, keuze(instellingen))
  adviseurs.set(sleutel, adviseur)
  const geval = leesGeval(catalogus, { antwoorden })
  if (!geval.ok) throw new Error(JSON.stringify(geval.fout))
  return adviseur.adviseer(tabel, geval.value)
}

/** Advies over een individueel product; de meeste tests gaan daarover. */
export const individueel = (antwoorden: Antwoorden, instellingen?: Instellingen): Advies =>
  adviseer('individueel', antwoorden, instellingen)
export const groep = (antwoorden: Antwoorden, instellingen?: Instellingen): Advies => adviseer('groep', antwoorden, instellingen)

export const codes = (advies: Advies): string[] => advies.waarschuwingen.map((w) => w.code)
export const infocodes = (advies: Advies): string[] => advies.info.map((w) => w.code)
export const oordeel = (advies: Advies, eis: string): string | undefined => advies.redenen.find((r) => r.eis === eis)?.oordeel

/** Stabiel, kan wachten, geen ingrijpen, niemand dag en nacht: begeleiding individueel. */
export const voorBI: Antwoorden = {
  wlzPassend: 'nee',
  kanZelfstandigWonen: 'ja',
  nietPlanbareOndersteuningNodig: 'nee',
  stapNaarZelfstandigWonenTeGroot: 'nee',
  behoudZelfstandigWonenBijTerugval: 'nee',
  problematiekStabiel: 'ja',
  acuutIngrijpen: 'nooit',
  hulpvraagUitstelbaar: 'ja',
  bereikbaarheid24x7Nodig: 'nee',
}
/** Niet stabiel, soms ingrijpen, meerdere problemen: begeleiding individueel extra. */
export const voorBX: Antwoorden = {
  ...voorBI,
  problematiekStabiel: 'nee',
  acuutIngrijpen: 'incidenteel',
  hulpvraagUitstelbaar: 'meestal',
  multiproblematiek: 'ja',
}
/** Stabiel met pieken, kan niet wachten, dag en nacht bereikbaar: beschermd thuis. */
export const voorBT: Antwoorden = { ...voorBI, acuutIngrijpen: 'noodzakelijk', hulpvraagUitstelbaar: 'nee', bereikbaarheid24x7Nodig: 'ja' }

/** Ontwikkeling kan niet meer, dagactiviteiten nodig: belevingsgericht. */
export const voorGV: Antwoorden = {
  wlzPassend: 'nee',
  voorliggendVeldVolstaat: 'nee',
  heeftOntwikkelpotentieel: 'nee',
  kanZelfstandigWerkenOfNaarSchool: 'nee',
  uitstroomHaalbaar: 'nee',
  groepBeterVoorDoelen: 'nee',
  ontwikkelgerichtHaalbaar: 'niet_meer_mogelijk',
  behoefteDagactiviteiten: 'ja',
}
/** Ontwikkeling en uitstroom haalbaar, beter in een groep: ontwikkelgericht. */
export const voorGO: Antwoorden = {
  ...voorGV,
  heeftOntwikkelpotentieel: 'ja',
  uitstroomHaalbaar: 'ja',
  groepBeterVoorDoelen: 'ja',
  ontwikkelgerichtHaalbaar: 'ja',
}

export function product(code: string): Product {
  const gevonden = catalogus.producten[code]
  if (!gevonden) throw new Error(`product ${code} bestaat`)
  return gevonden
}

/** Een indicatie uit `BI 2026-01-01 2026-06-30`; zonder einde loopt ze door. */
export function indicatie(tekst: string, extra: Partial<Indicatie> = {}): Indicatie {
  const [code, van, tot] = tekst.split(' ')
  const fouten: unknown[] = []
  const gelezen = leesIndicatie({ product: code, van, ...(tot && { tot }) }, '', fouten as never[])
  if (!gelezen) throw new Error(JSON.stringify(fouten))
  return { ...gelezen, ...extra }
}

/** Wat de duur van deze ene indicatie aan meldingen geeft. */
export const duur = (tekst: string, instellingen?: Instellingen) => toetsDuur(catalogus, keuze(instellingen), indicatie(tekst))

/** De producten met deze naam of schrijfwijze. */
export const vindProduct = (naam: string): string[] =>
  Object.entries(catalogus.producten).flatMap(([code, p]) => ([p.naam, ...(p.aliassen ?? [])].includes(naam) ? [code] : []))

export const stapel = (indicaties: readonly (string | Indicatie)[], instellingen: Instellingen = {}, c = catalogus): Stapelingsoordeel =>
  beoordeelStapeling(
    c,
    keuze(instellingen),
    indicaties.map((i) => (typeof i === 'string' ? indicatie(i) : i)),
  )
