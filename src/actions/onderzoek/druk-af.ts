/** Dat iemand de samenvatting afdrukt, staat in het logboek: op papier is zij niet meer te volgen. */
import { ok, type Result } from '#core/base/result.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { DOEL_ONDERZOEK, openOnderzoek } from './open-onderzoek.ts'

export type Afdruk = { readonly op: string; readonly door: string; readonly versie: number }

export function noteerAfdruk(dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Afdruk, Weigering>> {
  return handel<Afdruk>(dienst, aanroep, async (w) => {
    const open = await openOnderzoek(w, id, 'onderzoek_afdrukken')
    if (!open.ok) return open
    const { rij } = open.value
    w.noteer({
      soort: 'afdrukken',
      objecten: [{ soort: 'samenvatting', id, versie: rij.versie }],
      inwoner: rij.inwoner,
      zaak: rij.zaak,
      doel: DOEL_ONDERZOEK,
    })
    return ok({ op: w.nu.toISOString(), door: w.actor.naam, versie: rij.versie })
  })
}
