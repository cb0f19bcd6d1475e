/**
 * Van voorwaarden in de catalogus naar beslisdiagrammen, bij één keuze van instellingen en gemeente.
 * Instellingen en gemeente zijn dan bekend en worden ingevuld; alleen vragen blijven over als variabelen.
 */
import {
  type Diagram,
  eind,
  eindnummer,
  en,
  maakDiagram,
  metEindpunten,
  minstens,
  niet,
  of,
  ONWAAR,
  type Ref,
  WAAR,
} from '#core/advies/diagram.ts'
import { keuzeKlassen, type Klassen, maakKlassen, type VasteToets, voldoet } from '#core/advies/klassen.ts'
import { invariant } from '#core/base/invariant.ts'
import { type Keuze, leesInstelling } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud } from '#core/catalogus/vorm.ts'
import type { Toets, Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

/** Een variabele van het diagram: een vraag, of de keuze van de consulent om een afgeleide waarde te overschrijven. */
export type Variabele = { readonly id: string; readonly soort: 'vraag' | 'overschrijving'; readonly klassen: Klassen }

export type Voorwaardenboek = {
  readonly diagram: Diagram
  readonly variabelen: readonly Variabele[]
  readonly niveauVan: ReadonlyMap<string, number>
  /** Diagram met eindpunten waar en onwaar. */
  voorwaarde(v: Voorwaarde): Ref
  /** Diagram van een afgeleide waarde; eindpunt i is haar i-de waarde. */
  afgeleid(id: string): Ref
  waardenVanAfgeleid(id: string): readonly string[]
}

/** Klasse 0 van een overschrijving betekent: niet overschreven. */
export const NIET_OVERSCHREVEN = { id: '', tekst: 'niet overschreven' }

/**
 * Alle voorwaarden van een catalogus in één diagram. Volgorde van de variabelen: eerst wat altijd bekend is
 * (overschrijvingen en vragen waarvan `afwezig` de waarde geeft), dan `vraagvolgorde`, dan de andere vragen.
 */
export function maakVoorwaardenboek(catalogus: CatalogusInhoud, keuze: Keuze, vraagvolgorde: readonly string[]): Voorwaardenboek {
  const vast = (w: unknown): unknown =>
    typeof w === 'object' && w !== null && 'instelling' in w
      ? leesInstelling(catalogus, keuze, (w as { instelling: string }).instelling)
      : w
  const toetsen = verzamelToetsen(catalogus, vast)
  const variabelen = maakVariabelen(catalogus, vraagvolgorde, toetsen)
  const niveauVan = new Map(variabelen.map((v, i) => [v.soort === 'vraag' ? v.id : `!${v.id}`, i]))
  const d = maakDiagram(variabelen.map((v) => v.klassen.aantal))
  const afgeleidKlaar = new Map<string, Ref>()

  function toetsOpVraag(id: string, toets: Toets): Ref {
    const niveau = niveauVan.get(id)
    invariant(niveau !== undefined, `vraag ${id} bestaat`)
    const vasteToets = maakVast(toets, vast)
    const { voorbeelden } = (variabelen[niveau] as Variabele).klassen
    return d.knoop(
      niveau,
      voorbeelden.map((v) => (voldoet(vasteToets, v) ? WAAR : ONWAAR)),
    )
  }

  const waardenVanAfgeleid = (id: string): readonly string[] => waardenVan(catalogus.afgeleid?.[id]?.waarden).map((w) => w.id)

  function afgeleid(id: string): Ref {
    const klaar = afgeleidKlaar.get(id)
    if (klaar !== undefined) return klaar
    const regel = catalogus.afgeleid?.[id]
    invariant(regel, `afgeleide waarde ${id} bestaat`)
    const waarden = waardenVanAfgeleid(id)
    let ref: Ref = eind(waarden.length)
    for (const rij of [...regel.rijen].reverse()) {
      const waarde = eind(waarden.indexOf(rij.dan))
      ref = rij.als ? d.kies(voorwaarde(rij.als), waarde, ref) : waarde
    }
    const niveau = niveauVan.get(`!${id}`)
    if (niveau !== undefined) {
      waarden.forEach((_, i) => {
        const gekozen = d.knoop(niveau, [ONWAAR, ...waarden.map((_, j) => (i === j ? WAAR : ONWAAR))])
        ref = d.kies(gekozen, eind(i), ref)
      })
    }
    afgeleidKlaar.set(id, ref)
    return ref
  }

  function toetsOpAfgeleid(id: string, toets: Toets): Ref {
    const waarden = waardenVanAfgeleid(id)
    const vasteToets = maakVast(toets, vast)
    return metEindpunten(d, afgeleid(id), (i) =>
      i < waarden.length && voldoet(vasteToets, waarden[i] as string) ? eindnummer(WAAR) : eindnummer(ONWAAR),
    )
  }

  function voorwaarde(v: Voorwaarde): Ref {
    if ('alle' in v) return (v.alle as Voorwaarde[]).map(voorwaarde).reduce((a, b) => en(d, a, b), WAAR)
    if ('een' in v) return (v.een as Voorwaarde[]).map(voorwaarde).reduce((a, b) => of(d, a, b), ONWAAR)
    if ('geen' in v) return niet(d, voorwaarde({ een: v.geen as Voorwaarde[] }))
    if ('niet' in v) return niet(d, voorwaarde(v.niet as Voorwaarde))
    if ('minstens' in v && 'van' in v) return minstens(d, Number(vast(v.minstens)), (v.van as Voorwaarde[]).map(voorwaarde))
    if ('definitie' in v) return voorwaarde(catalogus.definities?.[v.definitie as string] as Voorwaarde)
    if ('gemeente' in v) return [v.gemeente].flat().includes(keuze.gemeente as string) ? WAAR : ONWAAR
    if ('instelling' in v)
      return Object.entries(v.instelling as object).every(([pad, w]) => geldt(leesInstelling(catalogus, keuze, pad), w)) ? WAAR : ONWAAR
    const [id, toets] = Object.entries(v)[0] as [string, Toets]
    return catalogus.vragen[id] ? toetsOpVraag(id, toets) : toetsOpAfgeleid(id, toets)
  }

  return { diagram: d, variabelen, niveauVan, voorwaarde, afgeleid, waardenVanAfgeleid }
}

/** Een instelling geldt als haar waarde een van de genoemde is, of als ze een lijst is die er een bevat. */
function geldt(waarde: unknown, genoemd: unknown): boolean {
  const toegestaan = [genoemd].flat()
  return Array.isArray(waarde) ? waarde.some((w) => toegestaan.includes(w)) : toegestaan.includes(waarde)
}

function maakVast(toets: Toets, vast: (w: unknown) => unknown): VasteToets {
  if (typeof toets !== 'object') return { soort: 'waarde', waarden: [toets] }
  if (Array.isArray(toets)) return { soort: 'waarde', waarden: toets.flatMap((t) => vast(t) as string | number) }
  if ('instelling' in toets) return { soort: 'waarde', waarden: [vast(toets)].flat() as (string | number)[] }
  if (toets.minstens !== undefined || toets.uit !== undefined) {
    const uit = vast(toets.uit) as string[] | undefined
    return { soort: 'aantal', minstens: Number(vast(toets.minstens) ?? 1), ...(uit && { uit }) }
  }
  const grens = (w: unknown): number | undefined => (w === undefined ? undefined : Number(vast(w)))
  return { soort: 'bereik', vanaf: grens(toets.vanaf), tot: grens(toets.tot), totEnMet: grens(toets.totEnMet) }
}

/** Loopt elke voorwaarde van de catalogus langs: tabellen, waarschuwingen, afgeleide waarden, definities, criteria, lijsten. */
export function* alleVoorwaarden(c: CatalogusInhoud): Generator<Voorwaarde> {
  for (const tabel of Object.values(c.tabellen)) {
    for (const rij of tabel.rijen) if (rij.als) yield rij.als
    for (const w of tabel.waarschuwingen ?? []) if (w.als) yield w.als
  }
  for (const a of Object.values(c.afgeleid ?? {})) for (const rij of a.rijen) if (rij.als) yield rij.als
  yield* Object.values(c.definities ?? {})
  for (const u of c.gedeeld ?? []) if (u.als) yield u.als
  for (const p of Object.values(c.producten)) {
    for (const u of p.uitspraken) if (u.als) yield u.als
    for (const item of p.lijst ?? []) yield item.als
  }
}

/** De enkele toetsen in een voorwaarde, met de vraag of afgeleide waarde waarop ze slaan. */
export function* toetsenIn(v: Voorwaarde): Generator<[string, Toets]> {
  if ('alle' in v) for (const d of v.alle as Voorwaarde[]) yield* toetsenIn(d)
  else if ('een' in v) for (const d of v.een as Voorwaarde[]) yield* toetsenIn(d)
  else if ('geen' in v) for (const d of v.geen as Voorwaarde[]) yield* toetsenIn(d)
  else if ('niet' in v) yield* toetsenIn(v.niet as Voorwaarde)
  else if ('van' in v) for (const d of v.van as Voorwaarde[]) yield* toetsenIn(d)
  else if (!('definitie' in v) && !('gemeente' in v) && !('instelling' in v)) yield Object.entries(v)[0] as [string, Toets]
}

/** De vragen waar een voorwaarde op rust, in de volgorde waarin de catalogus ze noemt; ook achter definities en afgeleide waarden. */
export function* vragenIn(c: CatalogusInhoud, v: Voorwaarde): Generator<string> {
  if ('definitie' in v) {
    const d = c.definities?.[v.definitie as string]
    if (d) yield* vragenIn(c, d)
    return
  }
  const { alle, een, geen, van } = v as Record<string, Voorwaarde[] | undefined>
  for (const deel of alle ?? een ?? geen ?? van ?? []) {
    yield* vragenIn(c, deel)
  }
  if ('niet' in v) yield* vragenIn(c, v.niet as Voorwaarde)
  for (const [id] of toetsenIn(v)) {
    if (c.vragen[id]) yield id
    else for (const rij of c.afgeleid?.[id]?.rijen ?? []) if (rij.als) yield* vragenIn(c, rij.als)
  }
}

function verzamelToetsen(c: CatalogusInhoud, vast: (w: unknown) => unknown): Map<string, VasteToets[]> {
  const uit = new Map<string, VasteToets[]>()
  for (const v of alleVoorwaarden(c)) {
    for (const [id, toets] of toetsenIn(v)) uit.set(id, [...(uit.get(id) ?? []), maakVast(toets, vast)])
  }
  return uit
}

function maakVariabelen(c: CatalogusInhoud, vraagvolgorde: readonly string[], toetsen: Map<string, VasteToets[]>): Variabele[] {
  const overschrijvingen = Object.entries(c.afgeleid ?? {})
    .filter(([, a]) => a.overschrijfbaar)
    .map(([id, a]): Variabele => ({ id, soort: 'overschrijving', klassen: keuzeKlassen([NIET_OVERSCHREVEN, ...waardenVan(a.waarden)]) }))
  const vragen = Object.keys(c.vragen)
  const altijdBekend = (id: string): boolean => {
    const v = c.vragen[id]
    return v?.soort === 'janee' && v.afwezig !== undefined
  }
  const volgorde = [
    ...vragen.filter((id) => altijdBekend(id)),
    ...vraagvolgorde.filter((id) => c.vragen[id] && !altijdBekend(id)),
    ...vragen.filter((id) => !altijdBekend(id) && !vraagvolgorde.includes(id)),
  ]
  return [
    ...overschrijvingen,
    ...volgorde.map(
      (id): Variabele => ({
        id,
        soort: 'vraag',
        klassen: maakKlassen(c.vragen[id] as CatalogusInhoud['vragen'][string], toetsen.get(id) ?? []),
      }),
    ),
  ]
}
