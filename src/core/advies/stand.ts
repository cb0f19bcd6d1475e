/**
 * De stand van een tabel: welke rijen bij de open vragen nog kunnen beslissen, en wat daaruit volgt. Er zijn er maar een
 * paar per tabel, dus elke stand wordt één keer gemaakt.
 */
import type { Advies, Melding, Reden } from '#core/advies/advies.ts'
import { type Bundels, maakBundels } from '#core/advies/bundel.ts'
import { type Besliskaart, type Criterium, type Meldregel, productenVan } from '#core/advies/tabel.ts'
import { invariant } from '#core/base/invariant.ts'
import type { CatalogusInhoud, Uitkomst } from '#core/catalogus/vorm.ts'

export type Stand = {
  readonly kop: Pick<Advies, 'uitkomst' | 'product' | 'grond' | 'rij'>
  readonly rijen: readonly string[]
  readonly kandidaten: readonly string[]
  readonly inhoud: Inhoud
}

/** Wat er bij een stand te zeggen is; standen met dezelfde criteria en meldingen delen het. */
export type Inhoud = {
  readonly redenen: Bundels<Reden>
  readonly waarschuwingen: Bundels<Melding>
  readonly info: Bundels<Melding>
  /** Niveaus waar een reden of melding nog van afhangt. */
  readonly open: Bundels<number>
  /** Niveaus die hier gelezen worden. */
  readonly niveaus: readonly number[]
}

/** Geeft een functie van eindpunten van het rijendiagram naar hun stand. */
export function maakStandmaker(catalogus: CatalogusInhoud, kaart: Besliskaart): (eindpunten: readonly number[]) => Stand {
  const inhouden = new Map<string, Inhoud>()
  return (eindpunten) => {
    const nummers = eindpunten.filter((e) => e < kaart.tabel.rijen.length)
    invariant(nummers.length === eindpunten.length, 'elke combinatie van antwoorden heeft een uitkomst; de catalogus is gecontroleerd')
    const uitkomsten = [...new Set(nummers.map((r) => kaart.uitkomstVanRij[r] as number))].map((u) => kaart.uitkomst[u] as Uitkomst)
    const genoemd = new Set(uitkomsten.flatMap(productenVan))
    const kandidaten = catalogus.catalogus.productvolgorde.filter((p) => genoemd.has(p))
    const enige = uitkomsten.length === 1 ? (uitkomsten[0] as Uitkomst) : null
    const criteria = criteriaBij(kaart, kandidaten, nummers)
    const meldregels = kaart.meldregels.filter((m) => hoortErbij(m, enige, kandidaten))
    const sleutel = `${criteria.map((c) => c.volgnummer)};${meldregels.map((m) => kaart.meldregels.indexOf(m))}`
    const inhoud = inhouden.get(sleutel) ?? maakInhoud(kaart.boek.diagram.breedte, criteria, meldregels)
    inhouden.set(sleutel, inhoud)
    return {
      kop: maakKop(enige, kaart.tabel.rijen[nummers[0] as number]?.rij as string),
      rijen: Object.freeze(nummers.map((r) => kaart.tabel.rijen[r]?.rij as string)),
      kandidaten: Object.freeze(kandidaten),
      inhoud,
    }
  }
}

/** De criteria van de kandidaten, of als die er niet zijn, van de rijen zelf. */
function criteriaBij(kaart: Besliskaart, kandidaten: readonly string[], rijen: readonly number[]): Criterium[] {
  const gevonden =
    kandidaten.length > 0
      ? kandidaten.flatMap((p) => kaart.criteriaVanProduct.get(p) ?? [])
      : rijen.flatMap((r) => kaart.criteriaVanRij[r] ?? [])
  return [...new Set(gevonden)].sort((a, b) => a.volgnummer - b.volgnummer)
}

function maakInhoud(breedte: readonly number[], criteria: readonly Criterium[], meldregels: readonly Meldregel[]): Inhoud {
  const open = [...criteria, ...meldregels].map((r) => r.open)
  const redenen = criteria.map((c) => c.reden)
  const meldingen = (info: boolean) => meldregels.filter((m) => m.info === info).map((m) => m.melding)
  return {
    redenen: maakBundels(breedte, redenen),
    waarschuwingen: maakBundels(breedte, meldingen(false)),
    info: maakBundels(breedte, meldingen(true)),
    open: maakBundels(breedte, open),
    niveaus: [...new Set(open.flatMap((r) => r.niveaus))],
  }
}

function maakKop(u: Uitkomst | null, rij: string): Stand['kop'] {
  if (!u) return { uitkomst: 'eerst_vragen', product: null, grond: null, rij: null }
  if ('product' in u) return { uitkomst: 'product', product: u.product, grond: null, rij }
  if ('geen' in u) return { uitkomst: 'geen_product', product: null, grond: u.geen, rij }
  return { uitkomst: 'eerst_bespreken', product: null, grond: null, rij }
}

/**
 * Een waarschuwing vraagt een motivering bij een advies. Zolang er eerst gevraagd wordt is er niets te motiveren, en telt
 * alleen uitleg die op een antwoord rust: wat altijd bij een product geldt, komt pas bij dat product.
 */
function hoortErbij(m: Meldregel, enige: Uitkomst | null, kandidaten: readonly string[]): boolean {
  if (!enige && !(m.info && m.open.niveaus.length > 0)) return false
  const geen = enige && 'geen' in enige ? enige.geen : null
  // `bij` mag ook een grond noemen: zo kan de uitkomst "geen product" een motivering vragen als de consulent toch doorgaat.
  return m.bij ? m.bij.some((p) => kandidaten.includes(p) || p === geen) : geen === null
}
