/**
 * De stand van een tabel: welke rijen bij de open vragen nog kunnen beslissen, en wat daaruit volgt. Er zijn er maar een
 * paar per tabel, dus elke stand wordt één keer gemaakt.
 */
import type { Advies } from '#core/advies/advies.ts'
import { type Beoordeling, type Besliskaart, type Meldregel, productenVan } from '#core/advies/tabel.ts'
import { maakRegelblok, type Regelblok, type Uitslag } from '#core/advies/uitslag.ts'
import { invariant } from '#core/base/invariant.ts'
import type { CatalogusInhoud, Uitkomst } from '#core/catalogus/vorm.ts'

export type Stand = {
  readonly kop: Pick<Advies, 'uitkomst' | 'product' | 'grond' | 'rij'>
  readonly rijen: readonly string[]
  readonly kandidaten: readonly string[]
  readonly criteria: Regelblok<Beoordeling>
  readonly meldregels: readonly Meldregel[]
  readonly meldingen: Regelblok<Uitslag>
}

/** De stand bij deze verzameling eindpunten van het rijendiagram. */
export function maakStand(catalogus: CatalogusInhoud, kaart: Besliskaart, eindpunten: readonly number[]): Stand {
  const nummers = eindpunten.filter((e) => e < kaart.tabel.rijen.length)
  invariant(nummers.length === eindpunten.length, 'elke combinatie van antwoorden heeft een uitkomst; de catalogus is gecontroleerd')
  const uitkomsten = [...new Set(nummers.map((r) => kaart.uitkomstVanRij[r] as number))].map((u) => kaart.uitkomst[u] as Uitkomst)
  const genoemd = new Set(uitkomsten.flatMap(productenVan))
  const kandidaten = catalogus.catalogus.productvolgorde.filter((p) => genoemd.has(p))
  const enige = uitkomsten.length === 1 ? (uitkomsten[0] as Uitkomst) : null
  const criteria = [
    ...new Set(
      kandidaten.length > 0
        ? kandidaten.flatMap((p) => kaart.criteriaVanProduct.get(p) ?? [])
        : nummers.flatMap((r) => kaart.criteriaVanRij[r] ?? []),
    ),
  ].sort((a, b) => a.volgnummer - b.volgnummer)
  const meldregels = kaart.meldregels.filter((m) => hoortErbij(m, enige, kandidaten))
  return {
    kop: maakKop(enige, kaart.tabel.rijen[nummers[0] as number]?.rij as string),
    rijen: Object.freeze(nummers.map((r) => kaart.tabel.rijen[r]?.rij as string)),
    kandidaten: Object.freeze(kandidaten),
    criteria: maakRegelblok(criteria.map((c) => c.regel)),
    meldregels,
    meldingen: maakRegelblok(meldregels.map((m) => m.regel)),
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
  if (!enige && !(m.info && m.regel.niveaus.length > 0)) return false
  const geen = enige && 'geen' in enige ? enige.geen : null
  // `bij` mag ook een grond noemen: zo kan de uitkomst "geen product" een motivering vragen als de consulent toch doorgaat.
  return m.bij ? m.bij.some((p) => kandidaten.includes(p) || p === geen) : geen === null
}
