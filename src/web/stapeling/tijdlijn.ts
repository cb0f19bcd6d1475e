import { type Datum, dagnummer, vanDagnummer } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Stapelingsbotsing } from '#core/indicatie/stapeling.ts'
import type { Rij } from './stand.ts'

/** Plaats op de tijdlijn in procenten van de breedte. */
export type Plek = { readonly links: number; readonly breedte: number }
export type Balk = Plek & { readonly rij: Rij; readonly open: boolean }
export type Streep = Plek & { readonly soort: 'conflict' | 'waarschuwing' }
export type Baan = { readonly product: string; readonly banen: readonly (readonly Balk[])[]; readonly strepen: readonly Streep[] }
export type Streepje = Plek & { readonly tekst: string }
/** `jaren` blijft leeg als de streepjes zelf al jaren zijn. */
export type Tijdlijn = { readonly jaren: readonly Streepje[]; readonly maanden: readonly Streepje[]; readonly banen: readonly Baan[] }

const kort = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
/** Zo ver loopt een open einde nog door in beeld. */
const openMaanden = 3
/** Meer maandnamen passen niet naast elkaar. */
const meesteStrepen = 14

type Venster = { readonly van: number; readonly tot: number }

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
export function venster(rijen: readonly Rij[]): Venster | null {
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

function plek(v: Venster, van: number, totEnMet: number): Plek {
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
function asVan(v: Venster): Pick<Tijdlijn, 'jaren' | 'maanden'> {
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

/** Banen per product in de volgorde van de catalogus; wat in één product overlapt komt onder elkaar. */
export function maakTijdlijn(catalogus: Catalogus, rijen: readonly Rij[], botsingen: readonly Stapelingsbotsing[]): Tijdlijn | null {
  const v = venster(rijen)
  if (!v) return null
  const volgorde = [...new Set([...catalogus.catalogus.productvolgorde, ...rijen.map((r) => r.product)])]
  const banen = volgorde
    .filter((product) => rijen.some((r) => r.product === product))
    .map((product) => ({
      product,
      banen: verdeel(rijen.filter((r) => r.product === product)).map((baan) =>
        baan.map((rij) => ({
          ...plek(v, dagnummer(rij.van), rij.tot === undefined ? v.tot : dagnummer(rij.tot)),
          rij,
          open: rij.tot === undefined,
        })),
      ),
      strepen: botsingen
        .filter((b) => b.indicaties.some((i) => i.product === product))
        .map((b) => ({ ...plek(v, dagnummer(b.melding.van), b.melding.tot === null ? v.tot : dagnummer(b.melding.tot)), soort: b.soort })),
    }))
  return { ...asVan(v), banen }
}

function verdeel(rijen: readonly Rij[]): Rij[][] {
  const banen: Rij[][] = []
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
