/** Tarief en bedrag van een prestatie (TR418, TR346, IV081). Hele eurocenten; afgerond wordt één keer, half naar boven. */
import { breuk, maal, rondAf } from '#core/base/breuk.ts'
import type { Tarief } from './contract.ts'
import { groepeer } from '#core/base/groepeer.ts'

const MINUUT = '01'
const UUR = '04'

/** Een uurtarief dat in minuten gedeclareerd wordt: het tarief per minuut is dan alleen ter informatie. */
export const tariefVanMinuut = (uurtarief: number): number => rondAf(breuk(uurtarief, 60), 1, 'dichtstbij')
export const bedragVanMinuten = (uurtarief: number, minuten: number): number =>
  rondAf(maal(breuk(uurtarief, 60), breuk(minuten)), 1, 'dichtstbij')

const metEenheid = (tarieven: readonly Tarief[], eenheid: string): number[] =>
  tarieven.flatMap((t) => (t.eenheid === eenheid && t.tarief !== undefined ? [t.tarief] : []))

/** De uurtarieven waar een tarief per minuut uit volgt. Binnen één afspraak gaat een eigen tarief per minuut voor. */
function uurtarieven(tarieven: readonly Tarief[]): number[] {
  const afspraken = [...groepeer(tarieven, (t) => t.afspraak ?? '').values()]
  return afspraken.flatMap((eigen) => (metEenheid(eigen, MINUUT).length === 0 ? metEenheid(eigen, UUR) : []))
}

/** Of dit het afgesproken tarief is (TR418). */
export function isTarief(tarieven: readonly Tarief[], eenheid: string, tarief: number): boolean {
  return (
    tarieven.some((t) => t.eenheid === eenheid && t.tarief === tarief) ||
    (eenheid === MINUUT && uurtarieven(tarieven).some((uur) => tariefVanMinuut(uur) === tarief))
  )
}

/**
 * Of dit het bedrag is dat bij volume en tarief hoort (TR346). Draagt de code ook een uurtarief, dan zegt het tarief op de regel welke
 * afspraak telt. Noemt de regel geen afgesproken tarief, dan zegt TR418 dat al, en past het bedrag bij elk uurtarief.
 */
export function isBedrag(tarieven: readonly Tarief[], p: { eenheid: string; volume: number; tarief: number; bedrag: number }): boolean {
  if (p.eenheid !== MINUUT) return p.volume * p.tarief === p.bedrag
  const uren = uurtarieven(tarieven)
  const eigen = uren.length === 0 || metEenheid(tarieven, p.eenheid).includes(p.tarief)
  if (eigen && p.volume * p.tarief === p.bedrag) return true
  const afgerond = uren.filter((uur) => tariefVanMinuut(uur) === p.tarief)
  return (eigen || afgerond.length > 0 ? afgerond : uren).some((uur) => bedragVanMinuten(uur, p.volume) === p.bedrag)
}

/** Zonder contract is een uurtarief niet bekend; dan past elk heel uurtarief dat afgerond dit tarief per minuut geeft. */
export function isMogelijkBedrag(p: { eenheid: string; volume: number; tarief: number; bedrag: number }): boolean {
  if (p.volume * p.tarief === p.bedrag) return true
  if (p.eenheid !== MINUUT) return false
  const laagste = Math.max(p.tarief * 60 - 30, 0)
  return Array.from({ length: 60 }, (_, i) => laagste + i).some(
    (uur) => tariefVanMinuut(uur) === p.tarief && bedragVanMinuten(uur, p.volume) === p.bedrag,
  )
}

/** Of deze eenheid in het contract staat; een uurtarief mag in minuten (TR341 bij een toewijzing zonder omvang). */
export const isEenheid = (tarieven: readonly Tarief[], eenheid: string): boolean =>
  tarieven.some((t) => t.eenheid === eenheid || (t.eenheid === UUR && eenheid === MINUUT))
