/** Of de gevraagde dagen van een indicatie niet al bij een andere aanbieder liggen (AMB-59). */
import type { Periode } from '#core/base/datum.ts'
import { opDezeDagen, openDagen } from '#core/toewijzing/open-dagen.ts'
import { isVoorbij } from '#core/toewijzing/voorbij.ts'
import { leesToewijzingenBij } from '#storage/berichten/toewijzingen.ts'
import type { Werk } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { bezetteDagen } from './lees-toewijzingen.ts'
import { weigeringen } from './weigeringen.ts'

export type Elders = {
  readonly aanbieder: { readonly agb: string; readonly naam: string }
  readonly nummer: number
  /** Waar zij het laatst in stond. */
  readonly bericht: string
  readonly dagen: Periode
}
type Gevraagd = { readonly indicatie: string; readonly aanbieder: string; readonly dagen: Periode; readonly looptijd: Periode }

/** Achter het slot van de inwoner gevraagd: van twee die tegelijk toewijzen, ziet de tweede wat de eerste deed. */
export async function beoordeelElders(w: Werk, { indicatie, aanbieder, dagen, looptijd }: Gevraagd): Promise<Weigering | null> {
  const elders = (await leesToewijzingenBij(w.tx, w.actor.gemeente, [indicatie])).flatMap((r): Elders[] => {
    const bezet = r.aanbieder === aanbieder ? null : bezetteDagen(r)
    return bezet === null
      ? []
      : [{ aanbieder: { agb: r.aanbieder, naam: r.naam ?? r.aanbieder }, nummer: r.nummer, bericht: r.bericht, dagen: bezet }]
  })
  const botst = opDezeDagen(dagen, elders)
  if (botst.length === 0) return null
  const vrij = openDagen(
    looptijd,
    elders.map((e) => e.dagen),
  )
  return weigeringen.elders(
    botst,
    vrij.filter((p) => !isVoorbij(p, w.dienst.vandaag())),
  )
}
