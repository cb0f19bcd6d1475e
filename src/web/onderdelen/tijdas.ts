/** Rekenen voor een tijdlijn: welk stuk tijd in beeld komt, waar iets op de breedte staat, en welke streepjes eronder passen. */
import { type Datum, dagnummer, type Periode, vanDagnummer } from '#core/base/datum.ts'

/** Plaats op de tijdlijn in procenten van de breedte. */
export type Plek = { readonly links: number; readonly breedte: number }
export type Streepje = Plek & { readonly tekst: string }
/** `jaren` blijft leeg als de streepjes zelf al jaren zijn. */
export type Tijdas = { readonly jaren: readonly Streepje[]; readonly maanden: readonly Streepje[] }

const kort = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
/** Zo ver loopt een open einde nog door in beeld. */
const openMaanden = 3
/** Meer maandnamen passen niet naast elkaar. */
const meesteStrepen = 14

/** Dagnummers; `tot` telt niet meer mee. */
export type Venster = { readonly van: number; readonly tot: number }

const maandVan = (dag: number): [jaar: number, maand: number] => {
  const d = vanDagnummer(dag)
  return [Number(d.slice(0, 4)), Number(d.slice(5, 7))]
}
const eersteVan = (jaar: number, maand: number): number => {
  const j = jaar + Math.floor((maand - 1) / 12)
  const m = ((((maand - 1) % 12) + 12) % 12) + 1
  return dagnummer(`${j}-${String(m).padStart(2, '0')}-01` as Datum)
}

/** Hele maanden rond alle perioden, zodat alles in beeld past; een open einde loopt nog een paar maanden door. */
export function venster(rijen: readonly Periode[]): Venster | null {
  if (rijen.length === 0) return null
  const begin = Math.min(...rijen.map((r) => dagnummer(r.van)))
  const eind = Math.max(...rijen.map((r) => dagnummer(r.tot ?? r.van)))
  const [bj, bm] = maandVan(begin)
  const [ej, em] = maandVan(eind)
  const extra = rijen.some((r) => r.tot === undefined) ? openMaanden : 0
  // Minstens een half jaar in beeld: anders lijkt een korte periode heel lang.
  const tot = Math.max(eersteVan(ej, em + 1 + extra), eersteVan(bj, bm + 6))
  return { van: eersteVan(bj, bm), tot }
}

export function plek(v: Venster, van: number, totEnMet: number): Plek {
  const lengte = v.tot - v.van
  const links = (Math.max(van, v.van) - v.van) / lengte
  const rechts = (Math.min(totEnMet + 1, v.tot) - v.van) / lengte
  return { links: links * 100, breedte: Math.max(0, rechts - links) * 100 }
}

type Begin = { readonly begin: number; readonly jaar: number; readonly maand: number }

function strepen(v: Venster, begins: readonly Begin[], tekst: (b: Begin) => string): Streepje[] {
  return begins.map((b, i) => ({ ...plek(v, b.begin, (begins[i + 1]?.begin ?? v.tot) - 1), tekst: tekst(b) }))
}

/** Maanden, of bij een lange tijd kwartalen, halve jaren of jaren; jaartallen staan erboven. */
export function asVan(v: Venster): Tijdas {
  const [jaar, maand] = maandVan(v.van)
  const alle: Begin[] = []
  for (let i = 0; eersteVan(jaar, maand + i) < v.tot; i++) {
    const begin = eersteVan(jaar, maand + i)
    const [j, m] = maandVan(begin)
    alle.push({ begin, jaar: j, maand: m })
  }
  const stap = [1, 2, 3, 6, 12, 24, 60, 120].find((s) => alle.length / s <= meesteStrepen) ?? 240
  const opStap = alle.filter((m) => (m.jaar * 12 + m.maand - 1) % stap === 0)
  const gekozen = opStap.length > 0 ? opStap : alle.slice(0, 1)
  if (stap >= 12) return { jaren: [], maanden: strepen(v, gekozen, (b) => String(b.jaar)) }
  const jaren = alle.filter((m, i) => i === 0 || m.maand === 1)
  return { jaren: strepen(v, jaren, (b) => String(b.jaar)), maanden: strepen(v, gekozen, (b) => kort[b.maand - 1] ?? '') }
}

/** Wat elkaar overlapt, komt onder elkaar: elke uitkomst is een rij perioden die na elkaar komen. */
export function verdeel<P extends Periode>(rijen: readonly P[]): P[][] {
  const banen: P[][] = []
  for (const rij of [...rijen].sort((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : 0))) {
    const vrij = banen.find((baan) => {
      const laatste = baan.at(-1)
      return laatste?.tot !== undefined && laatste.tot < rij.van
    })
    if (vrij) vrij.push(rij)
    else banen.push([rij])
  }
  return banen
}
