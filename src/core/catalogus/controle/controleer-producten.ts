/** Controle van de kop, de producten en hun eenheden. */
import { type Controle, dubbelen, type Pad } from './controle.ts'
import { controleerVerwijzing } from './controleer-voorwaarden.ts'
import type { Product } from '#core/catalogus/vorm.ts'

export function controleerKop(c: Controle): void {
  const { catalogus, gemeenten, producten } = c.catalogus
  const codes = Object.keys(producten)
  for (const [i, p] of catalogus.productvolgorde.entries())
    c.bestaat(['catalogus', 'productvolgorde', i], 'PRODUCT_ONBEKEND', 'het product', p, codes)
  for (const p of codes) {
    if (!catalogus.productvolgorde.includes(p))
      c.meld(['producten', p], 'PRODUCT_NIET_IN_VOLGORDE', `Het product ${p} staat niet in catalogus.productvolgorde.`, 'Zet het erbij.')
  }
  dubbelen(c, ['catalogus', 'productvolgorde'], catalogus.productvolgorde)
  dubbelen(
    c,
    ['gemeenten'],
    gemeenten.map((g) => g.naam),
  )
  dubbelen(
    c,
    ['catalogus', 'bronnen'],
    catalogus.bronnen.map((b) => b.document),
  )
  for (const [i, u] of (c.catalogus.gedeeld ?? []).entries()) {
    for (const [j, p] of u.producten.entries()) c.bestaat(['gedeeld', i, 'producten', j], 'PRODUCT_ONBEKEND', 'het product', p, codes)
    controleerInstellingenVan(c, ['gedeeld', i], u.instellingen)
  }
}

export function controleerProducten(c: Controle): void {
  for (const [p, product] of Object.entries(c.catalogus.producten)) {
    const pad: Pad = ['producten', p]
    controleerEenheid(c, pad, product)
    if (typeof product.bekostiging === 'object' && product.bekostiging)
      controleerVerwijzing(c, [...pad, 'bekostiging', 'instelling'], product.bekostiging.instelling)
    for (const [i, u] of product.uitspraken.entries()) controleerInstellingenVan(c, [...pad, 'uitspraken', i], u.instellingen)
    dubbelen(
      c,
      [...pad, 'lijst'],
      (product.lijst ?? []).map((l) => l.sleutel),
    )
    dubbelen(
      c,
      [...pad, 'resultaten'],
      (product.resultaten ?? []).map((r) => r.code),
    )
    dubbelen(
      c,
      [...pad, 'bouwstenen'],
      (product.bouwstenen ?? []).map((b) => b.code),
    )
    for (const [sleutel, w] of Object.entries(product.omvang ?? {})) {
      if (typeof w === 'object' && !Array.isArray(w) && 'instelling' in w)
        controleerVerwijzing(c, [...pad, 'omvang', sleutel, 'instelling'], w.instelling, getalInstelling(sleutel))
    }
  }
}

const getalInstelling = (sleutel: string) => (/^max|^min/.test(sleutel) ? ('getal' as const) : undefined)

function controleerInstellingenVan(c: Controle, pad: Pad, sleutels: readonly string[] | undefined): void {
  for (const [i, s] of (sleutels ?? []).entries()) controleerVerwijzing(c, [...pad, 'instellingen', i], s)
}

const eenheden = ['uur', 'dagdeel', 'minuut', 'etmaal', 'stuks']

/** De eenheid past bij de manier waarop de omvang wordt opgebouwd; een dagdeel heeft een lengte, iets anders niet. */
function controleerEenheid(c: Controle, pad: Pad, product: Product): void {
  let eenheid: unknown = product.eenheid
  if (typeof product.eenheid === 'object') {
    const plek = [...pad, 'eenheid', 'instelling']
    if (!controleerVerwijzing(c, plek, product.eenheid.instelling)) return
    eenheid = c.catalogus.instellingen?.[product.eenheid.instelling]?.standaard
    if (!eenheden.includes(String(eenheid))) {
      c.meld(
        plek,
        'EENHEID_ONGELIJK',
        `De instelling ${product.eenheid.instelling} is ${JSON.stringify(eenheid)}; dat is geen eenheid.`,
        `Kies uit: ${eenheden.join(', ')}.`,
      )
      return
    }
  }
  if (product.dagdeelUren !== undefined && eenheid !== 'dagdeel') {
    c.meld(
      [...pad, 'dagdeelUren'],
      'EENHEID_ONGELIJK',
      `Een product per ${String(eenheid)} heeft geen lengte van een dagdeel.`,
      'Haal dagdeelUren weg of maak de eenheid dagdeel.',
    )
  }
  const wijze = product.omvang?.wijze
  const hoort = wijze === 'dagdelen' ? ['dagdeel'] : ['uur', 'minuut']
  if (wijze && !hoort.includes(String(eenheid))) {
    c.meld(
      [...pad, 'omvang', 'wijze'],
      'EENHEID_ONGELIJK',
      `De omvang gaat in ${wijze}, maar het product telt per ${String(eenheid)}.`,
      `Bij ${wijze} hoort de eenheid ${hoort.join(' of ')}.`,
    )
  }
}
