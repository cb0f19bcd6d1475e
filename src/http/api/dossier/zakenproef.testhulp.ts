/** Een proefserver met wie er aan zaken werkt, en de stappen die een test vaak zet. */
import { maakProefserver, type Proefgebruiker } from '../proefserver.testhulp.ts'
import { maakInwoner, maakMelding } from './dossier.testhulp.ts'

export const zaakVoor = async (wie: Proefgebruiker, anders: Record<string, unknown> = {}) =>
  maakMelding(wie, (await maakInwoner(wie)).id, anders)
export const stap = (wie: Proefgebruiker, id: string, versie: number, soort: string, gegevens: object = {}, anders: object = {}) =>
  wie.roep('POST', `/zaken/${id}/gebeurtenissen`, { soort, datum: '2026-11-25', gegevens, ...anders }, { 'if-match': `"v${versie}"` })
export const draagOver = (wie: Proefgebruiker, id: string, versie: number, naar: object) =>
  wie.roep('POST', `/zaken/${id}/overdrachten`, naar, { 'if-match': `"v${versie}"` })

export async function maakZakenproef() {
  const s = await maakProefserver()
  return {
    s,
    noord: await s.meldAan('consulent'),
    zuid: await s.meldAan('consulent', undefined, 1),
    tess: await s.meldAan('teamleider'),
    toezicht: await s.meldAan('toezichthouder'),
    administratie: await s.meldAan('administratie'),
  }
}
