import { alleUitspraken, documentnaam, openPunten, regelsVan } from '#core/catalogus/uitleg/naslag.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { vindWoorden, vouw } from './markeer.ts'

export type Treffer = {
  readonly adres: readonly string[]
  readonly anker?: string
  readonly label: string
  readonly tekst: string
  readonly bereiken: readonly (readonly [number, number])[]
  readonly gewicht: number
}
export type Treffergroep = { readonly titel: string; readonly treffers: readonly Treffer[]; readonly totaal: number }

type Ingang = {
  readonly groep: string
  readonly adres: readonly string[]
  readonly anker?: string
  readonly label: string
  readonly tekst: string
  readonly gevouwen: string
}
const bewaard = new WeakMap<Catalogus, readonly Ingang[]>()
const groepen = [
  'Producten',
  'Uitspraken',
  'Woorden van de bron',
  'Vragen',
  'Instellingen',
  'Rijen van beslistabellen',
  'Tekst van de brondocumenten',
]

/** Zoekt alle woorden van de term, per groep hoogstens `maximum` treffers. Hoofdletters en accenten doen niet mee. */
export function zoek(catalogus: Catalogus, term: string, maximum = 8): readonly Treffergroep[] {
  const woorden = vouw(term)
    .split(/\s+/)
    .filter((w) => w !== '')
  if (woorden.length === 0) return []
  const gevonden = ingangen(catalogus).filter((i) => woorden.every((w) => i.gevouwen.includes(w)))
  return groepen.flatMap((titel) => {
    const hier = gevonden
      .filter((i) => i.groep === titel)
      .map((i) => alsTreffer(i, woorden))
      .sort((a, b) => b.gewicht - a.gewicht)
    return hier.length > 0 ? [{ titel, treffers: hier.slice(0, maximum), totaal: hier.length }] : []
  })
}

function alsTreffer(i: Ingang, woorden: readonly string[]): Treffer {
  const label = vouw(i.label)
  const zin = woorden.join(' ')
  const gewicht =
    (label === zin ? 8 : 0) +
    (label.startsWith(zin) ? 4 : 0) +
    (i.gevouwen.includes(zin) ? 2 : 0) +
    (vouw(i.tekst).startsWith(woorden[0] ?? '') ? 1 : 0)
  return { adres: i.adres, anker: i.anker, label: i.label, tekst: i.tekst, bereiken: vindWoorden(i.tekst, woorden), gewicht }
}

function ingangen(catalogus: Catalogus): readonly Ingang[] {
  const eerder = bewaard.get(catalogus)
  if (eerder) return eerder
  const nieuw = maakIngangen(catalogus)
  bewaard.set(catalogus, nieuw)
  return nieuw
}

function maakIngangen(catalogus: Catalogus): Ingang[] {
  const ingang = (groep: string, adres: readonly string[], label: string, tekst: string, anker?: string): Ingang => ({
    groep,
    adres,
    anker,
    label,
    tekst,
    gevouwen: vouw(`${label} ${tekst}`),
  })
  const uitspraken = alleUitspraken(catalogus)
  const instellingen = Object.values(catalogus.instellingen ?? {})
  return [
    ...Object.entries(catalogus.producten).map(([code, p]) =>
      ingang('Producten', ['product', code], code, [p.naam, ...(p.aliassen ?? []), p.kort].join(' · ')),
    ),
    ...uitspraken.map((u) => ingang('Uitspraken', ['uitspraak', u.eis], u.eis, u.tekst)),
    ...uitspraken.flatMap((u) => u.citaten.map((c) => ingang('Woorden van de bron', ['uitspraak', u.eis], u.eis, c))),
    ...Object.entries(catalogus.vragen).map(([sleutel, v]) =>
      ingang('Vragen', ['tabellen'], catalogus.themas[v.thema]?.titel ?? 'Vraag', v.tekst, `vraag-${sleutel}`),
    ),
    ...openPunten(catalogus).map((p) => {
      const lezingen = instellingen.filter((i) => i.amb === p.amb).flatMap((i) => [i.titel, ...i.lezingen.map((l) => l.tekst)])
      return ingang('Instellingen', ['instellingen'], p.amb, [...new Set([p.titel, ...lezingen])].join(' · '), p.amb)
    }),
    ...Object.entries(catalogus.tabellen).flatMap(([sleutel, t]) =>
      t.rijen.map((r) => ingang('Rijen van beslistabellen', ['tabellen'], r.rij, r.tekst, `rij-${sleutel}-${r.rij}`)),
    ),
    ...catalogus.catalogus.bronnen.flatMap((b) =>
      regelsVan(catalogus, b.document).flatMap((regel, i) =>
        regel.trim() === ''
          ? []
          : [ingang('Tekst van de brondocumenten', ['bron', documentnaam(b.document)], `regel ${i + 1}`, regel.trim(), `regel-${i + 1}`)],
      ),
    ),
  ]
}
