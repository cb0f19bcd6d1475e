/** Een contractregel in één zin. */
import type { Contractregelantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { schrijfBedrag } from './bedrag.ts'

type Regel = Contractregelantwoord

export const dagen = (van: string | null, tot: string | null): string =>
  [van && `vanaf ${schrijfDatum(van)}`, tot && `tot en met ${schrijfDatum(tot)}`].filter(Boolean).join(' ') || 'zonder einde'
export const tariefzin = (r: Pick<Regel, 'tarief' | 'eenheidnaam'>): string =>
  r.tarief === null ? `per ${r.eenheidnaam}, zonder tarief` : `${schrijfBedrag(r.tarief)} per ${r.eenheidnaam}`
/** De code met waar zij voor staat. */
const codezin = (r: Regel): string => {
  const erbij = [r.productnaam ?? r.catalogusproduct, r.naam].filter(Boolean)
  return erbij.length === 0 ? r.code : `${r.code} (${erbij.join(', ')})`
}
export const regelzin = (r: Regel): string => `${codezin(r)}: ${tariefzin(r)}, ${dagen(r.van, r.tot)}`

/** Wat er aan een regel verandert. */
export function wijzigzin({ was, wordt }: { was: Regel; wordt: Regel }): string {
  const delen = [
    was.tarief !== wordt.tarief && `tarief ${schrijfBedrag(was.tarief)} wordt ${schrijfBedrag(wordt.tarief)}`,
    was.tot !== wordt.tot && (wordt.tot ? `loopt tot en met ${schrijfDatum(wordt.tot)}` : 'krijgt geen einde meer'),
    was.catalogusproduct !== wordt.catalogusproduct &&
      `staat voor ${wordt.productnaam ?? wordt.catalogusproduct ?? 'geen product van de catalogus'}`,
    was.naam !== wordt.naam && (wordt.naam ? `heet ${wordt.naam}` : 'heeft geen naam meer'),
  ]
  return `${codezin(wordt)}, ${tariefzin(wordt)} vanaf ${schrijfDatum(wordt.van)}: ${delen.filter(Boolean).join('; ')}`
}
