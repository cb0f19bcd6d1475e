/** Een bewaard advies opnieuw berekenen met dezelfde catalogus en lezingen, en byte voor byte vergelijken. */
import { leesGeval } from '#core/advies/lees-geval.ts'
import { invariant } from '#core/base/invariant.ts'
import { ok, type Result } from '#core/base/result.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import { keuzeHash } from '#core/catalogus/laden/keuzes.ts'
import { leesAdvies } from '#storage/adviezen.ts'
import { leesOnderzoek } from '#storage/onderzoeken.ts'
import { catalogusBijHash } from '../catalogus/geldende-catalogus.ts'
import { maakAntwoord } from '../geef-advies.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { zoekMetRecht } from './toegang.ts'

export type Adviesherhaling = {
  readonly gelijk: boolean
  readonly engine: { readonly was: string; readonly is: string }
  /** De bytes van toen en van nu. */
  readonly was: string
  readonly is: string
}

export function herhaalBewaardAdvies(dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Adviesherhaling, Weigering>> {
  return handel<Adviesherhaling>(dienst, aanroep, async (w) => {
    const { tx, actor } = w
    const gevonden = await zoekMetRecht(w, 'onderzoek_lezen', { naam: 'Dit advies', soort: 'advies', id }, () =>
      leesAdvies(tx, actor.gemeente, id),
    )
    if (!gevonden.ok) return gevonden
    const advies = gevonden.value
    const catalogus = await catalogusBijHash(tx, advies.catalogus_hash)
    const onderzoek = await leesOnderzoek(tx, actor.gemeente, advies.onderzoek)
    invariant(catalogus && onderzoek, 'bij een advies zijn de catalogus en het onderzoek bewaard')
    const keuze = onderzoek.keuze as Keuze
    const geval = leesGeval(catalogus, advies.geval, keuze)
    const is = geval.ok ? JSON.stringify(maakAntwoord(catalogus, keuze, geval.value, true)) : ''
    const gelijk = is === advies.resultaat && keuzeHash(keuze) === advies.keuzes_hash
    w.noteer({ soort: 'controleren', objecten: [{ soort: 'advies', id }], inwoner: advies.inwoner, doel: 'advies herhalen' })
    return ok({ gelijk, engine: { was: advies.engine, is: dienst.versie }, was: advies.resultaat, is })
  })
}
