/** Elk besluit over regels heeft een reden die een ander later nog begrijpt. */
import { ok, type Result } from '#core/base/result.ts'
import { ongeldig, type Weigering } from '../handeling/weigering.ts'

export const MINSTE_REDEN = 10

export function leesReden(ruw: string): Result<string, Weigering> {
  const reden = ruw.trim()
  if (reden.length >= MINSTE_REDEN) return ok(reden)
  const tekst = `Schrijf in minstens ${MINSTE_REDEN} tekens waarom. Collega's en toezicht lezen dit later terug.`
  return ongeldig([{ code: 'REDEN_ONTBREEKT', plaats: '/reden', tekst }])
}
