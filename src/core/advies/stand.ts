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
  readonly gezegd: Bundels<Reden | Melding, Gezegd>
  /** Niveaus waar een reden of melding nog van afhangt. */
  readonly open: Bundels<number, readonly number[]>
  /** Niveaus die hier gelezen worden. */
  readonly niveaus: readonly number[]
}

export type Gezegd = Pick<Advies, 'redenen' | 'waarschuwingen' | 'info'>

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
  const gezegd = [...criteria.map((c) => c.reden), ...meldregels.map((m) => m.melding)]
  const vakken = [...criteria.map(() => 'redenen' as const), ...meldregels.map((m) => (m.info ? 'info' : 'waarschuwingen'))]
  return {
    gezegd: maakBundels<Reden | Melding, Gezegd>(breedte, gezegd, (perRegel) => legUit(vakken, perRegel)),
    open: maakBundels(breedte, open, (perRegel) => perRegel.flat()),
    niveaus: [...new Set(open.flatMap((r) => r.niveaus))],
  }
}

/** Legt wat elke regel zegt in haar vak. Draait bij elk geval dat nog niet langskwam, dus zonder tussenstappen. */
function legUit(vakken: readonly (keyof Gezegd)[], perRegel: readonly (readonly (Reden | Melding)[])[]): Gezegd {
  const uit: Record<keyof Gezegd, (Reden | Melding)[]> = { redenen: [], waarschuwingen: [], info: [] }
  for (let r = 0; r < perRegel.length; r++) {
    const zegt = perRegel[r] as readonly (Reden | Melding)[]
    if (zegt.length === 0) continue
    const vak = uit[vakken[r] as keyof Gezegd]
    for (let k = 0; k < zegt.length; k++) vak.push(zegt[k] as Reden | Melding)
  }
  return uit as Gezegd
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
