/**
 * Eén beslistabel, klaar om te beslissen: de rijen als één diagram, plus per product de criteria en waarschuwingen.
 * Rijen worden in volgorde gelezen; de eerste die geldt beslist (eisen §6).
 */
import type { Melding, Oordeel, Reden } from '#core/advies/advies.ts'
import { type Automaat, maakAutomaat } from '#core/advies/automaat.ts'
import { eind, metEindpunten, ONWAAR, type Ref, WAAR } from '#core/advies/diagram.ts'
import { maakRegel, type Regel, type Uitslag } from '#core/advies/uitslag.ts'
import { maakVoorwaardenboek, vragenIn, type Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Tabel, Uitkomst } from '#core/catalogus/vorm.ts'
import type { Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'

/** Een uitspraak die antwoorden toetst: haar reden, en de niveaus die daarvoor nog open staan. */
export type Criterium = {
  readonly eis: string
  readonly volgnummer: number
  readonly reden: Regel<Reden>
  readonly open: Regel<number>
}
/** Een waarschuwing of uitleg; `bij` leeg is bij elke uitkomst met een product. */
export type Meldregel = {
  readonly bij: readonly string[] | undefined
  readonly info: boolean
  readonly melding: Regel<Melding>
  readonly open: Regel<number>
}

export type Besliskaart = {
  readonly id: string
  readonly tabel: Tabel
  readonly boek: Voorwaardenboek
  /** Eindpunt i is rij i; eindpunt `rijen.length` is een combinatie zonder uitkomst. */
  readonly rijen: Ref
  readonly rijAutomaat: Automaat
  /** Eindpunt i is uitkomst i. */
  readonly uitkomsten: Ref
  readonly uitkomstVanRij: readonly number[]
  /** Welke uitkomsten er zijn, in volgorde van eerste rij. */
  readonly uitkomst: readonly Uitkomst[]
  readonly criteriaVanProduct: ReadonlyMap<string, readonly Criterium[]>
  readonly criteriaVanRij: readonly (readonly Criterium[])[]
  readonly meldregels: readonly Meldregel[]
  /** Niveaus die een rij, een criterium van een product van deze tabel of een melding leest. */
  readonly niveaus: ReadonlySet<number>
}

/** Producten die een uitkomst noemt. */
export const productenVan = (u: Uitkomst): readonly string[] => ('product' in u ? [u.product] : 'bespreken' in u ? u.bespreken : [])

/** Maakt de besliskaart van tabel `id` bij deze instellingen. De catalogus is gecontroleerd bij het laden. */
export function maakBesliskaart(catalogus: CatalogusInhoud, keuze: Keuze, id: string): Besliskaart {
  const tabel = catalogus.tabellen[id]
  invariant(tabel, `tabel ${id} bestaat`)
  const boek = maakVoorwaardenboek(catalogus, keuze, tabel.vraagvolgorde)
  const d = boek.diagram
  const rijen = tabel.rijen.reduceRight(
    (rest, rij, i) => d.kies(rij.als ? boek.voorwaarde(rij.als) : WAAR, eind(i), rest),
    eind(tabel.rijen.length),
  )
  const sleutels = tabel.rijen.map((r) => JSON.stringify(r.dan))
  const uniek = [...new Set(sleutels)]
  const uitkomstVanRij = sleutels.map((s) => uniek.indexOf(s))
  const uitkomsten = metEindpunten(d, rijen, (i) => uitkomstVanRij[i] ?? uniek.length)
  const criteria = verzamelCriteria(catalogus, boek)
  const producten = [...new Set(tabel.rijen.flatMap((r) => productenVan(r.dan)))]
  const criteriaVanProduct = new Map(producten.map((p) => [p, criteria.filter((c) => c.producten.includes(p)).map((c) => c.criterium)]))
  const criteriaVanRij = tabel.rijen.map((r) => criteria.filter((c) => r.eisen.includes(c.criterium.eis)).map((c) => c.criterium))
  const meldregels = maakMeldregels(tabel, boek)
  const regels = [...criteriaVanProduct.values(), ...criteriaVanRij, meldregels].flat()
  return {
    id,
    tabel,
    boek,
    rijen,
    rijAutomaat: maakAutomaat(d, rijen),
    uitkomsten,
    uitkomstVanRij,
    uitkomst: uniek.map((s) => JSON.parse(s) as Uitkomst),
    criteriaVanProduct,
    criteriaVanRij,
    meldregels,
    niveaus: new Set([...d.steunVan(rijen), ...regels.flatMap((r) => [...r.open.niveaus])]),
  }
}

/** Uitspraken die een antwoord toetst, in volgorde van de catalogus: eerst de gedeelde, dan die van elk product. */
function verzamelCriteria(c: CatalogusInhoud, boek: Voorwaardenboek): { producten: readonly string[]; criterium: Criterium }[] {
  const alle = [
    ...(c.gedeeld ?? []),
    ...c.catalogus.productvolgorde.flatMap((p) => (c.producten[p]?.uitspraken ?? []).map((u) => ({ ...u, producten: [p] }))),
  ]
  return alle.flatMap((u, volgnummer) =>
    u.als ? [{ producten: u.producten, criterium: maakCriterium(c, boek, u.eis, volgnummer, u.als) }] : [],
  )
}

const oordelen: Record<Uitslag['stand'], Oordeel> = { waar: 'voldaan', onwaar: 'niet_voldaan', open: 'ontbreekt' }

/** De vraag bij een beslist oordeel is de eerste die de catalogus bij de uitspraak noemt; bij een open oordeel de eerste open vraag. */
function maakCriterium(c: CatalogusInhoud, boek: Voorwaardenboek, eis: string, volgnummer: number, als: Voorwaarde): Criterium {
  const ref = boek.voorwaarde(als)
  const telt = new Set(boek.diagram.steunVan(ref).map((n) => boek.variabelen[n]?.id))
  const eersteVraag = [...vragenIn(c, als)].find((id) => telt.has(id)) ?? null
  const reden = maakRegel(boek.diagram, ref, ({ stand, open }): Reden[] => {
    const vraag = open[0] === undefined ? eersteVraag : (boek.variabelen[open[0]]?.id ?? null)
    return [Object.freeze({ eis, vraag, oordeel: oordelen[stand] })]
  })
  return { eis, volgnummer, reden, open: maakRegel(boek.diagram, ref, (u) => u.open) }
}

function maakMeldregels(tabel: Tabel, boek: Voorwaardenboek): Meldregel[] {
  return (tabel.waarschuwingen ?? []).flatMap(({ als, bij, soort, code, eis, tekst }) => {
    const ref = als ? boek.voorwaarde(als) : WAAR
    if (ref === ONWAAR) return []
    const gemeld = [Object.freeze({ code, eis, tekst })]
    const melding = maakRegel(boek.diagram, ref, ({ stand }) => (stand === 'waar' ? gemeld : []))
    return [{ bij, info: soort === 'info', melding, open: maakRegel(boek.diagram, ref, (u) => u.open) }]
  })
}
