/**
 * Eén beslistabel, klaar om te beslissen: de rijen als één diagram, plus per product de criteria en waarschuwingen.
 * Rijen worden in volgorde gelezen; de eerste die geldt beslist (eisen §6).
 */
import { type Automaat, maakAutomaat } from '#core/advies/automaat.ts'
import { eind, eindnummer, metEindpunten, ONWAAR, type Ref, WAAR } from '#core/advies/diagram.ts'
import { maakVoorwaardenboek, type Voorwaardenboek } from '#core/advies/voorwaarden.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud, Tabel, Uitkomst, Waarschuwing } from '#core/catalogus/vorm.ts'

/** Een ja-of-nee-regel met haar diagram en automaat. */
export type Regel<T> = { readonly bij: T; readonly ref: Ref; readonly automaat: Automaat }
export type Criterium = { readonly eis: string; readonly volgnummer: number }

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
  readonly criteriaVanProduct: ReadonlyMap<string, readonly Regel<Criterium>[]>
  readonly criteriaVanRij: readonly (readonly Regel<Criterium>[])[]
  readonly waarschuwingen: readonly Regel<Waarschuwing>[]
}

/** Producten die een uitkomst noemt. */
export const productenVan = (u: Uitkomst): readonly string[] => ('product' in u ? [u.product] : 'bespreken' in u ? u.bespreken : [])

/** Maakt de besliskaart van tabel `id` bij deze instellingen. De catalogus is gecontroleerd bij het laden. */
export function maakBesliskaart(catalogus: CatalogusInhoud, keuze: Keuze, id: string): Besliskaart {
  const tabel = catalogus.tabellen[id]
  invariant(tabel, `tabel ${id} bestaat`)
  const boek = maakVoorwaardenboek(catalogus, keuze, tabel.vraagvolgorde)
  const d = boek.diagram
  const rijen = tabel.rijen.reduceRight((rest, rij, i) => d.kies(rij.als ? boek.voorwaarde(rij.als) : WAAR, eind(i), rest), eind(tabel.rijen.length))
  const sleutels = tabel.rijen.map((r) => JSON.stringify(r.dan))
  const uniek = [...new Set(sleutels)]
  const uitkomstVanRij = sleutels.map((s) => uniek.indexOf(s))
  const uitkomsten = metEindpunten(d, rijen, (i) => uitkomstVanRij[i] ?? uniek.length)
  const maakRegel = <T>(bij: T, ref: Ref): Regel<T> => ({ bij, ref, automaat: maakAutomaat(d, ref) })
  const criteria = verzamelCriteria(catalogus, boek, maakRegel)
  const producten = [...new Set(tabel.rijen.flatMap((r) => productenVan(r.dan)))]
  return {
    id,
    tabel,
    boek,
    rijen,
    rijAutomaat: maakAutomaat(d, rijen),
    uitkomsten,
    uitkomstVanRij,
    uitkomst: uniek.map((s) => JSON.parse(s) as Uitkomst),
    criteriaVanProduct: new Map(producten.map((p) => [p, criteria.filter((c) => c.producten.includes(p)).map((c) => c.regel)])),
    criteriaVanRij: tabel.rijen.map((r) => criteria.filter((c) => r.eisen.includes(c.regel.bij.eis)).map((c) => c.regel)),
    waarschuwingen: (tabel.waarschuwingen ?? [])
      .map((w) => maakRegel(w, w.als ? boek.voorwaarde(w.als) : WAAR))
      .filter((w) => w.ref !== ONWAAR),
  }
}

/** Uitspraken die een antwoord toetst, in volgorde van de catalogus: eerst de gedeelde, dan die van elk product. */
function verzamelCriteria(
  c: CatalogusInhoud,
  boek: Voorwaardenboek,
  maakRegel: (bij: Criterium, ref: Ref) => Regel<Criterium>,
): { producten: readonly string[]; regel: Regel<Criterium> }[] {
  const alle = [
    ...(c.gedeeld ?? []),
    ...c.catalogus.productvolgorde.flatMap((p) => (c.producten[p]?.uitspraken ?? []).map((u) => ({ ...u, producten: [p] }))),
  ]
  return alle.flatMap((u, volgnummer) => (u.als ? [{ producten: u.producten, regel: maakRegel({ eis: u.eis, volgnummer }, boek.voorwaarde(u.als)) }] : []))
}

/** Nummers van de rijen die de verzameling eindpunten noemt, zonder het eindpunt "geen uitkomst". */
export const rijnummers = (eindpunten: readonly number[], aantalRijen: number): readonly number[] => eindpunten.filter((e) => e < aantalRijen)

/** Eindpunt van een voorwaarde als ja/nee. */
export const isWaar = (e: number): boolean => e === eindnummer(WAAR)
