/** De uitkomst van een advies in een zin. */
import type { Advies } from '#core/advies/advies.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { aantal, opsomming, productNaam, productNamen, vraagNaam } from '#core/advies/woorden.ts'

export type Uitkomstzin = {
  /** Kort, groot: het product of wat er nu moet gebeuren. */
  readonly kop: string
  /** Eén zin die zegt waarom. */
  readonly zin: string
  /** Wat nu te doen, als de catalogus dat zegt. */
  readonly vervolg?: string
}

/** De rij uit de tabel die besliste. */
export function rijVan(catalogus: Catalogus, tabel: string, rij: string | null) {
  return catalogus.tabellen[tabel]?.rijen.find((r) => r.rij === rij) ?? null
}

/** De uitkomst in gewone woorden; zo staat ze op het scherm, in de aankondiging voor een schermlezer en op papier. */
export function uitkomstzin(catalogus: Catalogus, tabel: string, advies: Advies): Uitkomstzin {
  const rij = rijVan(catalogus, tabel, advies.rij)
  if (advies.uitkomst === 'product') return { kop: productNaam(catalogus, advies.product ?? ''), zin: rij?.tekst ?? '' }
  if (advies.uitkomst === 'eerst_bespreken')
    return { kop: `Eerst bespreken: ${productNamen(catalogus, advies.kandidaten)}`, zin: rij?.tekst ?? '' }
  if (advies.uitkomst === 'geen_product') {
    const grond = catalogus.gronden[advies.grond ?? '']
    return { kop: 'Geen product', zin: grond?.tekst ?? rij?.tekst ?? '', vervolg: grond?.vervolg }
  }
  const n = advies.openVragen.length
  return {
    kop: n === 1 ? 'Nog één vraag maakt het verschil' : `Nog ${aantal(n, 'vraag', 'vragen')} die het verschil maken`,
    zin:
      advies.kandidaten.length === 0
        ? 'De vraag bepaalt welke grond geldt.'
        : `Mogelijk: ${productNamen(catalogus, advies.kandidaten)}${kanGeen(catalogus, tabel, advies) ? ', of geen product' : ''}.`,
  }
}

function kanGeen(catalogus: Catalogus, tabel: string, advies: Advies): boolean {
  return advies.rijen.some((r) => 'geen' in (rijVan(catalogus, tabel, r)?.dan ?? {}))
}

/** Eén zin per tabel om rustig voor te lezen na een antwoord. */
export function aankondiging(catalogus: Catalogus, adviezen: Readonly<Record<string, Advies>>): string {
  return Object.entries(adviezen)
    .map(([tabel, advies]) => {
      const { kop } = uitkomstzin(catalogus, tabel, advies)
      const vraag = advies.vraag ? `: ${vraagNaam(catalogus, advies.vraag)}` : ''
      return `${catalogus.tabellen[tabel]?.titel ?? tabel}. ${kop}${vraag}.`
    })
    .join(' ')
}

/** Uitkomst als sleutel, om te zien of iets echt verandert. */
export function uitkomstSleutel(a: Advies): string {
  return [a.uitkomst, a.product, a.grond, a.vraag, a.uitkomst === 'eerst_bespreken' ? a.kandidaten.join('+') : ''].join('|')
}

/** Wat de uitkomst na een ander antwoord wordt, kort: een product, een grond of wat er dan nog te vragen is. */
export function korteUitkomst(catalogus: Catalogus, a: Advies, metMogelijk = true): string {
  if (a.uitkomst === 'product') return productNaam(catalogus, a.product ?? '')
  if (a.uitkomst === 'eerst_bespreken') return `eerst bespreken: ${productNamen(catalogus, a.kandidaten)}`
  if (a.uitkomst === 'geen_product') return `geen product: ${(catalogus.gronden[a.grond ?? '']?.tekst ?? a.grond ?? '').replace(/\.$/, '')}`
  return `verder vragen: ${vraagNaam(catalogus, a.vraag ?? '')}${metMogelijk && a.kandidaten.length > 0 ? ` (mogelijk ${productNamen(catalogus, a.kandidaten)})` : ''}`
}

/** Zin over wat er nog openstaat zonder dat het de uitkomst verandert. */
export function openTerInfo(catalogus: Catalogus, a: Advies): string | null {
  if (a.uitkomst === 'eerst_vragen' || a.openVragen.length === 0) return null
  const namen = a.openVragen.slice(0, 3).map((v) => vraagNaam(catalogus, v))
  const rest = a.openVragen.length - namen.length
  const lijst = rest > 0 ? `${namen.join(', ')} en nog ${aantal(rest, 'vraag', 'vragen')}` : opsomming(namen)
  return `Nog niet bekend, maar het antwoord verandert dit advies niet: ${lijst}.`
}
