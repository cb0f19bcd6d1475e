/**
 * Een tweede, bewust trage lezing van dezelfde regels: elke invulling van de open vragen wordt opgesomd en met gewone
 * waar/onwaar beslist. Alleen in tests; de rekenkern moet precies hetzelfde zeggen.
 */
import type { Antwoord, Geval, Oordeel } from '#core/advies/advies.ts'
import { leesInstelling } from '#core/catalogus/instellingen.ts'
import type { CatalogusInhoud } from '#core/catalogus/vorm.ts'
import type { Toets, Voorwaarde } from '#core/catalogus/vorm-voorwaarde.ts'
import { waardenVan } from '#core/catalogus/waarden.ts'

type Volledig = Readonly<Record<string, Antwoord>>
export type Verwacht = {
  uitkomst: string
  rij: string | null
  rijen: string[]
  kandidaten: string[]
  vraag: string | null
  /** Alleen bij eerst_vragen. */
  openVragen: string[] | null
  oordelen: Record<string, Oordeel>
}

/** Alle mogelijke antwoorden op een vraag; getallen tot een klein maximum. */
export function domein(c: CatalogusInhoud, id: string): Antwoord[] {
  const v = c.vragen[id]
  if (!v) throw new Error(id)
  if (v.soort === 'janee') return ['ja', 'nee']
  if (v.soort === 'getal') return Array.from({ length: (v.max ?? 8) - v.min + 1 }, (_, i) => v.min + i)
  const waarden = waardenVan(v.waarden).map((w) => w.id)
  if (v.soort === 'keuze') return waarden
  return Array.from({ length: 2 ** waarden.length }, (_, n) => waarden.filter((_, i) => (n >> i) & 1))
}

function* invullingen(c: CatalogusInhoud, geval: Geval, vragen: string[]): Generator<Volledig> {
  const [eerste, ...rest] = vragen
  if (eerste === undefined) {
    yield {}
    return
  }
  const bekend = geval.antwoorden[eerste]
  for (const deel of invullingen(c, geval, rest))
    for (const a of bekend === undefined ? domein(c, eerste) : [bekend]) yield { ...deel, [eerste]: a }
}

function waarde(c: CatalogusInhoud, w: unknown): unknown {
  return typeof w === 'object' && w !== null && 'instelling' in w ? leesInstelling(c, {}, (w as { instelling: string }).instelling) : w
}

function toetst(c: CatalogusInhoud, toets: Toets, a: Antwoord): boolean {
  if (typeof toets !== 'object' || Array.isArray(toets) || 'instelling' in toets) {
    const een = [toets].flat().map((t) => waarde(c, t))
    return Array.isArray(a) ? a.some((x) => een.includes(x)) : een.includes(a)
  }
  if (toets.minstens !== undefined || toets.uit !== undefined) {
    const uit = toets.uit === undefined ? null : (waarde(c, toets.uit) as string[])
    let aantal = 0
    for (const x of a as string[]) if (uit === null || uit.includes(x)) aantal++
    return aantal >= Number(waarde(c, toets.minstens) ?? 1)
  }
  const n = a as number
  const { vanaf, tot, totEnMet } = toets
  if (vanaf !== undefined && !(n >= Number(waarde(c, vanaf)))) return false
  if (tot !== undefined && !(n < Number(waarde(c, tot)))) return false
  return !(totEnMet !== undefined && !(n <= Number(waarde(c, totEnMet))))
}

export function geldt(c: CatalogusInhoud, v: Voorwaarde, geval: Geval, antwoorden: Volledig): boolean {
  const hier = (x: Voorwaarde): boolean => geldt(c, x, geval, antwoorden)
  if ('alle' in v) return (v.alle as Voorwaarde[]).every(hier)
  if ('een' in v) return (v.een as Voorwaarde[]).some(hier)
  if ('geen' in v) return !(v.geen as Voorwaarde[]).some(hier)
  if ('niet' in v) return !hier(v.niet as Voorwaarde)
  if ('van' in v) return (v.van as Voorwaarde[]).filter(hier).length >= Number(waarde(c, v.minstens))
  if ('definitie' in v) return hier(c.definities?.[v.definitie as string] as Voorwaarde)
  if ('instelling' in v) return Object.entries(v.instelling as object).every(([k, w]) => [w].flat().includes(leesInstelling(c, {}, k)))
  const [id, toets] = Object.entries(v)[0] as [string, Toets]
  const a = c.vragen[id] ? (antwoorden[id] as Antwoord) : afgeleideWaarde(c, id, geval, antwoorden)
  return toetst(c, toets, a)
}

export function afgeleideWaarde(c: CatalogusInhoud, id: string, geval: Geval, antwoorden: Volledig): string {
  const gekozen = geval.overschrijvingen?.[id]
  if (gekozen) return gekozen.waarde
  return c.afgeleid?.[id]?.rijen.find((r) => !r.als || geldt(c, r.als, geval, antwoorden))?.dan as string
}

/** Het advies volgens de opsomming. */
export function referentie(c: CatalogusInhoud, tabelId: string, geval: Geval): Verwacht {
  const tabel = c.tabellen[tabelId]
  if (!tabel) throw new Error(tabelId)
  const vragen = Object.keys(c.vragen)
  const alle = [...invullingen(c, geval, vragen)]
  const rijBij = (a: Volledig): number => tabel.rijen.findIndex((r) => !r.als || geldt(c, r.als, geval, a))
  const uitkomstBij = (rij: number): string => JSON.stringify(tabel.rijen[rij]?.dan)
  const perInvulling = new Map(alle.map((a) => [JSON.stringify(vragen.map((v) => a[v])), rijBij(a)]))
  const rijen = [...new Set(perInvulling.values())].sort((x, y) => x - y)
  const uitkomsten = [...new Set(rijen.map(uitkomstBij))]
  const producten = new Set(
    rijen.flatMap((r) => {
      const dan = tabel.rijen[r]?.dan
      return dan && 'product' in dan ? [dan.product] : dan && 'bespreken' in dan ? dan.bespreken : []
    }),
  )
  const eerste = tabel.rijen[rijen[0] as number]
  const open = vragen.filter((v) => geval.antwoorden[v] === undefined && kanVeranderen(v))
  const volgorde = [...tabel.vraagvolgorde, ...vragen.filter((v) => !tabel.vraagvolgorde.includes(v))]
  open.sort((x, y) => volgorde.indexOf(x) - volgorde.indexOf(y))

  function kanVeranderen(vraag: string): boolean {
    return alle.some((a) => domein(c, vraag).some((d) => uitkomstBij(rij(a)) !== uitkomstBij(rij({ ...a, [vraag]: d }))))
  }
  function rij(a: Volledig): number {
    return perInvulling.get(JSON.stringify(vragen.map((v) => a[v]))) as number
  }
  const oordelen: Record<string, Oordeel> = {}
  for (const u of [...(c.gedeeld ?? []), ...Object.values(c.producten).flatMap((p) => p.uitspraken)]) {
    if (!u.als) continue
    const als = u.als
    const uit = new Set(alle.map((a) => geldt(c, als, geval, a)))
    oordelen[u.eis] = uit.size > 1 ? 'ontbreekt' : uit.has(true) ? 'voldaan' : 'niet_voldaan'
  }
  const een = uitkomsten.length === 1
  return {
    uitkomst: !een
      ? 'eerst_vragen'
      : eerste && 'product' in eerste.dan
        ? 'product'
        : eerste && 'geen' in eerste.dan
          ? 'geen_product'
          : 'eerst_bespreken',
    rij: een ? (eerste?.rij as string) : null,
    rijen: rijen.map((r) => tabel.rijen[r]?.rij as string),
    kandidaten: c.catalogus.productvolgorde.filter((p) => producten.has(p)),
    vraag: een ? null : (open[0] as string),
    openVragen: een ? null : open,
    oordelen,
  }
}
