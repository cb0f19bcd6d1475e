/** Weken, zondagen, maanden en dagen tellen in een periode. Met een formule, want een toewijzing kan tot het jaar 9999 lopen. */
import { dagVan, vergelijk } from '../dagen.ts'
import { dagenIn } from '../waarde.ts'

/** Begin en eind tellen mee. */
export type Periode = { readonly van: string; readonly tot: string }

/** 5 januari 1970 was een maandag, 4 januari een zondag; 1 januari is dag 0. */
const EEN_MAANDAG = 4
const EEN_ZONDAG = 3

/** Een declaratie noemt weinig verschillende dagen, elk heel vaak. */
const MEEST_ONTHOUDEN = 1_000
function onthoud<W>(reken: (datum: string) => W): (datum: string) => W {
  const bekend = new Map<string, W>()
  return (datum) => {
    const eerder = bekend.get(datum)
    if (eerder !== undefined) return eerder
    if (bekend.size === MEEST_ONTHOUDEN) bekend.clear()
    const nieuw = reken(datum)
    bekend.set(datum, nieuw)
    return nieuw
  }
}

/** Het nummer van een dag, ook voor jaren die `Datum` niet kent. Het jaar begint hier in maart. */
export const dagnummer = onthoud((datum: string): number => {
  const { jaar, maand, dag } = dagVan(datum)
  const j = maand <= 2 ? jaar - 1 : jaar
  const dagVanJaar = Math.floor((153 * (maand > 2 ? maand - 3 : maand + 9) + 2) / 5) + dag - 1
  return j * 365 + Math.floor(j / 4) - Math.floor(j / 100) + Math.floor(j / 400) + dagVanJaar - 719_468
})

/** Kalenderdagen in de periode. */
export const dagenTussen = ({ van, tot }: Periode): number => dagnummer(tot) - dagnummer(van) + 1

/** Kalenderweken (maandag tot en met zondag) waar de periode in valt. */
export const weken = ({ van, tot }: Periode): number =>
  Math.floor((dagnummer(tot) - EEN_MAANDAG) / 7) - Math.floor((dagnummer(van) - EEN_MAANDAG) / 7) + 1

export const zondagen = ({ van, tot }: Periode): number =>
  Math.floor((dagnummer(tot) - EEN_ZONDAG) / 7) - Math.floor((dagnummer(van) - 1 - EEN_ZONDAG) / 7)

export const isZondag = (datum: string): boolean => zondagen({ van: datum, tot: datum }) === 1

/** Kalendermaanden waar de periode in valt. */
export function maanden({ van, tot }: Periode): number {
  const [v, t] = [dagVan(van), dagVan(tot)]
  return (t.jaar - v.jaar) * 12 + t.maand - v.maand + 1
}

const twee = (getal: number): string => String(getal).padStart(2, '0')

/** De hele kalendermaand waar deze dag in ligt. */
export const maandVan = onthoud((datum: string): Periode => {
  const { jaar, maand } = dagVan(datum)
  const stam = datum.slice(0, -2)
  return { van: `${stam}01`, tot: `${stam}${twee(dagenIn(jaar, maand))}` }
})

/** De laatste zondag op of voor deze dag ligt in de periode. */
export const laatsteZondagIn = (dag: string, { van, tot }: Periode): boolean => {
  const zondag = Math.floor((dagnummer(dag) - EEN_ZONDAG) / 7) * 7 + EEN_ZONDAG
  return zondag >= dagnummer(van) && zondag <= dagnummer(tot)
}

export const laatste = (a: string, b: string): string => (vergelijk(a, b) >= 0 ? a : b)
export const eerste = (a: string, b: string): string => (vergelijk(a, b) <= 0 ? a : b)
