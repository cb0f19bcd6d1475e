/**
 * Kalenderdagen en perioden, zonder tijd en zonder zone. Rekenen gaat met dagnummers (1 januari 1970 is dag 0);
 * geen `Date`, want die heeft een zone en een kalenderdag niet.
 */
import { invariant } from '#core/base/invariant.ts'

declare const merk: unique symbol
/** Kalenderdag 'JJJJ-MM-DD': `<` op de tekst is `<` op de dag. Alleen `parseDatum` en `vanDagnummer` maken er een. */
export type Datum = string & { readonly [merk]: 'Datum' }

/** Begin en eind tellen mee, zoals in de berichten. Zonder eind loopt de periode door. */
export type Periode = { readonly van: Datum; readonly tot?: Datum }

export const EERSTE_JAAR = 1900
export const LAATSTE_JAAR = 2199
/** Dagnummer van "geen einddatum": later dan elke dag die bestaat, en nog met één dag te verhogen. */
export const OPEN_EINDE = 1_000_000

const maanden = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']
const maandlengten = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Leest 'JJJJ-MM-DD'. Een dag die niet bestaat (2026-02-30), een korte vorm (2026-1-1) of een vreemd jaar geeft null. */
export function parseDatum(tekst: unknown): Datum | null {
  if (typeof tekst !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return null
  const jaar = Number(tekst.slice(0, 4))
  const maand = Number(tekst.slice(5, 7))
  const dag = Number(tekst.slice(8, 10))
  if (jaar < EERSTE_JAAR || jaar > LAATSTE_JAAR || maand < 1 || maand > 12 || dag < 1 || dag > dagenInMaand(jaar, maand)) return null
  return tekst as Datum
}

export function dagenInMaand(jaar: number, maand: number): number {
  const schrikkel = maand === 2 && jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0)
  return (maandlengten[maand - 1] ?? 0) + (schrikkel ? 1 : 0)
}

const cijfer = (d: string, plek: number): number => d.charCodeAt(plek) - 48
export const jaarVan = (d: Datum): number => cijfer(d, 0) * 1000 + cijfer(d, 1) * 100 + cijfer(d, 2) * 10 + cijfer(d, 3)
export const maandVan = (d: Datum): number => cijfer(d, 5) * 10 + cijfer(d, 6)
export const dagVan = (d: Datum): number => cijfer(d, 8) * 10 + cijfer(d, 9)

/** Aantal dagen sinds 1 januari 1970. Het jaar begint hier in maart, zodat de schrikkeldag achteraan komt. */
export function dagnummer(d: Datum): number {
  const maand = maandVan(d)
  const jaar = maand <= 2 ? jaarVan(d) - 1 : jaarVan(d)
  const dagVanJaar = (((153 * (maand > 2 ? maand - 3 : maand + 9) + 2) / 5) | 0) + dagVan(d) - 1
  return jaar * 365 + ((jaar / 4) | 0) - ((jaar / 100) | 0) + ((jaar / 400) | 0) + dagVanJaar - 719_468
}

const eersteDag = dagnummer(`${EERSTE_JAAR}-01-01` as Datum)
export const LAATSTE_DATUM = `${LAATSTE_JAAR}-12-31` as Datum
const laatsteDag = dagnummer(LAATSTE_DATUM)
/** Of dit dagnummer een dag is die als `Datum` kan bestaan (1900 tot en met 2199). */
export const bestaatDag = (nummer: number): boolean => Number.isInteger(nummer) && nummer >= eersteDag && nummer <= laatsteDag

export function vanDagnummer(nummer: number): Datum {
  invariant(bestaatDag(nummer), `dagnummer ${nummer} ligt in 1900 tot en met 2199`)
  const dag = nummer + 719_468
  const tijdperk = Math.floor(dag / 146_097)
  const dagVanTijdperk = dag - tijdperk * 146_097
  const jaarVanTijdperk = Math.floor(
    (dagVanTijdperk - Math.floor(dagVanTijdperk / 1_460) + Math.floor(dagVanTijdperk / 36_524) - Math.floor(dagVanTijdperk / 146_096)) /
      365,
  )
  const dagVanJaar = dagVanTijdperk - (365 * jaarVanTijdperk + Math.floor(jaarVanTijdperk / 4) - Math.floor(jaarVanTijdperk / 100))
  const maandVanafMaart = Math.floor((5 * dagVanJaar + 2) / 153)
  const maand = maandVanafMaart < 10 ? maandVanafMaart + 3 : maandVanafMaart - 9
  const jaar = jaarVanTijdperk + tijdperk * 400 + (maand <= 2 ? 1 : 0)
  return maakDatum(jaar, maand, dagVanJaar - Math.floor((153 * maandVanafMaart + 2) / 5) + 1)
}

const tweeCijfers = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))
const maakDatum = (jaar: number, maand: number, dag: number): Datum => `${jaar}-${tweeCijfers[maand]}-${tweeCijfers[dag]}` as Datum

/** Een dag die bestaat (invariant); voor invoer is er `parseDatum`. */
export function datumVan(jaar: number, maand: number, dag: number): Datum {
  const datum = parseDatum(`${jaar}-${tweeCijfers[maand]}-${tweeCijfers[dag]}`)
  invariant(datum, `${jaar}-${maand}-${dag} is een dag`)
  return datum
}

/** 1 is maandag, 7 is zondag (ISO 8601). */
export const weekdag = (d: Datum): number => ((((dagnummer(d) + 3) % 7) + 7) % 7) + 1

export const plusDagen = (d: Datum, dagen: number): Datum => vanDagnummer(dagnummer(d) + dagen)

/** Zelfde dag zoveel maanden later; bestaat die dag niet (31 februari), dan de laatste dag van die maand. Buiten 2199: null. */
export function plusMaanden(d: Datum, aantal: number): Datum | null {
  const index = jaarVan(d) * 12 + maandVan(d) - 1 + aantal
  const jaar = Math.floor(index / 12)
  const maand = (index % 12) + 1
  if (jaar < EERSTE_JAAR || jaar > LAATSTE_JAAR) return null
  return maakDatum(jaar, maand, Math.min(dagVan(d), dagenInMaand(jaar, maand)))
}

export const begindag = (p: Periode): number => dagnummer(p.van)
/** Laatste dag van de periode als dagnummer; `OPEN_EINDE` als zij doorloopt. */
export const einddag = (p: Periode): number => (p.tot === undefined ? OPEN_EINDE : dagnummer(p.tot))

/** Minstens één gemeenschappelijke kalenderdag. */
export const overlapt = (a: Periode, b: Periode): boolean =>
  (b.tot === undefined || a.van <= b.tot) && (a.tot === undefined || b.van <= a.tot)

/** De dagen die in beide perioden liggen, of null als er geen zijn. */
export function doorsnede(a: Periode, b: Periode): Periode | null {
  if (!overlapt(a, b)) return null
  const van = a.van > b.van ? a.van : b.van
  const tot = a.tot === undefined ? b.tot : b.tot === undefined || a.tot < b.tot ? a.tot : b.tot
  return tot === undefined ? { van } : { van, tot }
}

/** "1 maart 2026" */
export const inWoorden = (d: Datum): string => `${dagVan(d)} ${maanden[maandVan(d) - 1]} ${jaarVan(d)}`

/** "1 maart", voor waar het jaar vanzelf spreekt. */
export const dagEnMaand = (d: Datum): string => `${dagVan(d)} ${maanden[maandVan(d) - 1]}`

/** "1 juni 2026 t/m 30 juni 2026", "op 30 juni 2026" voor één dag, "vanaf 1 juni 2026" zonder eind. */
export function periodeInWoorden(p: Periode): string {
  if (p.tot === undefined) return `vanaf ${inWoorden(p.van)}`
  return p.van === p.tot ? `op ${inWoorden(p.van)}` : `${inWoorden(p.van)} t/m ${inWoorden(p.tot)}`
}
