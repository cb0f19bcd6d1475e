/** Aan wie men werk kan geven. */
import { ok, type Result } from '#core/base/result.ts'
import { type Collega, leesBehandelaars, leesTeams } from '#storage/medewerkers.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import type { Weigering } from '../handeling/weigering.ts'
import { eisInGemeente } from './toegang.ts'

export type Collegas = {
  readonly behandelaars: readonly { readonly id: string; readonly naam: string; readonly team: string | null }[]
  readonly teams: readonly { readonly id: string; readonly naam: string }[]
}

export const leesCollegas = (dienst: Dienst, aanroep: Aanroep): Promise<Result<Collegas, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'collegas_lezen')
    if (!mag.ok) return mag
    const { gemeente } = w.actor
    const behandelaars = (await leesBehandelaars(w.tx, gemeente)).map(({ id, naam, teamnaam }: Collega) => ({ id, naam, team: teamnaam }))
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'collegas', id: 'alle' }], doel: 'werk overdragen' })
    return ok({ behandelaars, teams: await leesTeams(w.tx, gemeente) })
  })
