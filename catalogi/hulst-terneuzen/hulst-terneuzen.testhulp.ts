/** De catalogus van Hulst en Terneuzen voor haar tests: geladen zoals het programma haar laadt, met een adviseur per keuze. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Advies, Antwoord, Overschrijving } from '#core/advies/advies.ts'
import { type Adviseur, maakAdviseur } from '#core/advies/adviseur.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { type Json, type Keuze, leesKeuze } from '#core/catalogus/instellingen.ts'
import { type GeladenCatalogus, laadMetPlaatsen } from '#core/catalogus/laden/laad.ts'
import type { Product, Uitspraak } from '#core/catalogus/vorm.ts'
import { leesOmvang } from '#core/indicatie/lees-omvang.ts'
import { leesStapeling } from '#core/indicatie/lees-stapeling.ts'
import { berekenOmvang, type Omvang } from '#core/indicatie/omvang.ts'
import { beoordeelStapeling, type Stapelingsoordeel } from '#core/indicatie/stapeling.ts'

const map = join(import.meta.dirname, '2026-01')

function laad(): GeladenCatalogus {
  const yaml = readdirSync(map).filter((naam) => naam.endsWith('.yaml'))
  const bron = readdirSync(join(map, 'bron')).map((naam) => `bron/${naam}`)
  const bestanden = [...yaml, ...bron].map((pad) => ({ pad, tekst: readFileSync(join(map, pad), 'utf8') }))
  const gelezen = laadMetPlaatsen(bestanden, { geldigVan: '2026-01-01' })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout, null, 2))
  return gelezen.value
}

export const geladen = laad()
export const catalogus = geladen.catalogus

export type Instellingen = Readonly<Record<string, Json>>
export type Antwoorden = Readonly<Record<string, Antwoord | undefined>>
export type Tabel = 'individueel' | 'groep'
type Erbij = { gemeente?: string; instellingen?: Instellingen; overschrijvingen?: Record<string, Overschrijving> }

export function keuze({ gemeente, instellingen = {} }: Erbij = {}): Keuze {
  const gelezen = leesKeuze(catalogus, { gemeente, instellingen })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return gelezen.value
}

const adviseurs = new Map<string, Adviseur>()

function situatie(antwoorden: Antwoorden, erbij: Erbij) {
  const sleutel = JSON.stringify([erbij.gemeente, erbij.instellingen])
  const gekozen = keuze(erbij)
  const adviseur = adviseurs.get(sleutel) ?? maakAdviseur(catalogus, gekozen)
  adviseurs.set(sleutel, adviseur)
  const bekend = Object.fromEntries(Object.entries(antwoorden).filter(([, antwoord]) => antwoord !== undefined))
  const geval = leesGeval(catalogus, { antwoorden: bekend, overschrijvingen: erbij.overschrijvingen }, gekozen)
  if (!geval.ok) throw new Error(JSON.stringify(geval.fout))
  return { adviseur, geval: geval.value }
}

/** Het advies bij deze antwoorden; `undefined` is niet gevraagd. Een onbekende vraag of waarde is een fout in de test. */
export function adviseer(tabel: Tabel, antwoorden: Antwoorden, erbij: Erbij = {}): Advies {
  const { adviseur, geval } = situatie(antwoorden, erbij)
  return adviseur.adviseer(tabel, geval)
}

export function afgeleid(antwoorden: Antwoorden, erbij: Erbij = {}): Record<string, string> {
  const { adviseur, geval } = situatie(antwoorden, erbij)
  return adviseur.afgeleid(geval)
}

/** Kort: het product, de grond, de vraag die eerst komt, of de producten om te bespreken. */
export function uitkomst(advies: Advies): string {
  if (advies.uitkomst === 'eerst_vragen') return `vraag ${advies.vraag}`
  if (advies.uitkomst === 'eerst_bespreken') return `bespreken ${advies.kandidaten.join(' of ')}`
  return advies.product ?? (advies.grond as string)
}
export const individueel = (antwoorden: Antwoorden, erbij: Erbij = {}): string => uitkomst(adviseer('individueel', antwoorden, erbij))
export const groep = (antwoorden: Antwoorden, erbij: Erbij = {}): string => uitkomst(adviseer('groep', antwoorden, erbij))

export const codes = (advies: Advies): string[] => advies.waarschuwingen.map((w) => w.code)
export const infocodes = (advies: Advies): string[] => advies.info.map((w) => w.code)
export const oordeel = (advies: Advies, eis: string): string | undefined => advies.redenen.find((r) => r.eis === eis)?.oordeel

const samen: Antwoorden = {
  zorgbehoefteBlijvend: 'nee',
  zorgbehoefte24x7: 'nee',
  zorgInNabijheidNodig: 'nee',
  gevolgVanBeperking: 'ja',
  eigenKrachtVolstaat: 'nee',
  gebruikelijkeHulpVolstaat: 'nee',
  mantelzorgVolstaat: 'nee',
  netwerkVolstaat: 'nee',
  algemeenGebruikelijkVolstaat: 'nee',
  algemeneVoorzieningVolstaat: 'nee',
  kanBesluitenNemen: 'ja',
  kanProblemenOplossen: 'ja',
  kanBezighedenRegelen: 'nee',
  kanRoutineAanbrengen: 'ja',
  kanBegrijpenEnBegrepenWorden: 'ja',
  kanSociaalContactOnderhouden: 'ja',
  gedragsvormen: [],
  gedragDuurMaanden: 0,
  gedragDuidelijkNadelig: 'nee',
  gedragNadeligVoorOmgeving: 'nee',
  verhoogdEscalatierisico: 'nee',
  beschermendeFactorenOntbreken: 'nee',
  beperkingPsychisch: 'nee',
  beperkingSocialeRedzaamheid: 'nee',
  beperkingBewegenSociaal: 'nee',
  beperkingGeheugenOrientatie: 'nee',
}
/** Doelgroep in orde en zes maanden of langer, maar geen enkel punt uit een lijst. */
export const zonderPunt: Antwoorden = {
  ...samen,
  alleenBehandelvraag: 'nee',
  zesMaandenOfLangerNodig: 'ja',
  hogeKwetsbaarheid: 'nee',
  combinatieFysiekCognitiefPsychisch: 'nee',
  multidisciplinairNodig: 'nee',
  verhoogdCrisisrisico: 'nee',
}
export const voorBB: Antwoorden = { ...zonderPunt, beperkingSocialeRedzaamheid: 'ja' }
export const voorBR: Antwoorden = { ...zonderPunt, beperkingPsychisch: 'ja' }
export const matigGedrag: Antwoorden = { gedragsvormen: ['geprikkeld_driftig'], gedragDuurMaanden: 1, gedragNadeligVoorOmgeving: 'ja' }
export const ernstigGedrag: Antwoorden = {
  gedragsvormen: ['agressief'],
  gedragDuurMaanden: 4,
  gedragDuidelijkNadelig: 'ja',
  gedragNadeligVoorOmgeving: 'ja',
}
export const voorBP: Antwoorden = { ...voorBR, ...ernstigGedrag }

export const voorGB: Antwoorden = {
  ...samen,
  hoogEscalatierisico: 'nee',
  significantePsychischeKwetsbaarheid: 'nee',
  combinatieVerstandelijkPsychischStructuur: 'nee',
  prikkelarmeOmgevingNodig: 'nee',
  daginvullingBuitenWoningNodig: 'ja',
  groepsresultaten: ['sociaal_contact'],
  ontwikkelgerichteBehoefte: 'ja',
  nogNietActiefArbeidsmarkt: 'nee',
  veelBegeleidingTijdensWerk: 'nee',
  ernstigeBeperkingDagelijksFunctioneren: 'nee',
  participatieBinnenAlgemeneVoorzieningMogelijk: 'ja',
  vervoerNodig: 'nee',
}
export const voorGP: Antwoorden = {
  ...voorGB,
  beperkingPsychisch: 'ja',
  significantePsychischeKwetsbaarheid: 'ja',
  ernstigeBeperkingDagelijksFunctioneren: 'ja',
  participatieBinnenAlgemeneVoorzieningMogelijk: 'nee',
}

export function product(code: string): Product {
  const gevonden = catalogus.producten[code]
  if (!gevonden) throw new Error(`product ${code} bestaat`)
  return gevonden
}
/** De genummerde lijst van een product als `sleutel nummer eis`. */
export const lijst = (code: string): string[] => (product(code).lijst ?? []).map((l) => `${l.sleutel} ${l.nummer} ${l.eis}`)
export const resultaten = (code: string): string[] => (product(code).resultaten ?? []).map((r) => r.code)

export function uitspraak(eis: string): Uitspraak {
  const alle: readonly Uitspraak[] = [...(catalogus.gedeeld ?? []), ...Object.values(catalogus.producten).flatMap((p) => p.uitspraken)]
  const gevonden = alle.find((u) => u.eis === eis)
  if (!gevonden) throw new Error(`uitspraak ${eis} bestaat`)
  return gevonden
}

/** De omvang uit dezelfde JSON als op de opdrachtregel. */
export function omvang(invoer: Record<string, unknown>): Omvang {
  const gelezen = leesOmvang(catalogus, invoer)
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return berekenOmvang(catalogus, gelezen.value.keuze, gelezen.value.opgave)
}
export const bezwaren = (o: Omvang): string[] => o.bezwaren.map((b) => b.code)
export const motiveren = (o: Omvang): string[] => o.waarschuwingen.map((w) => w.code)

export function stapel(indicaties: readonly Record<string, unknown>[], instellingen: Instellingen = {}): Stapelingsoordeel {
  const gelezen = leesStapeling(catalogus, { indicaties, instellingen })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fout))
  return beoordeelStapeling(catalogus, gelezen.value.keuze, gelezen.value.indicaties)
}
