/** Wat er op de achtergrond wacht, loopt of mislukte, en opnieuw proberen. Alleen verwijzingen: geen personen. */
import { ok, type Result } from '#core/base/result.ts'
import { leesTaak, lijstTaken, type Taak, type Taaksoort, taaksoorten } from '#storage/wachtrij.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nietGevonden, type Weigering, weiger } from '../handeling/weigering.ts'

export type Taakbeeld = {
  readonly id: string
  readonly soort: string
  readonly titel: string
  readonly stand: Taak['stand']
  readonly onderwerp: string | null
  readonly pogingen: number
  readonly gemaaktOp: string
  readonly volgendeOp: string | null
  readonly klaarOp: string | null
  readonly fout: string | null
}

const MEESTE = 200

export const leesWachtrij = (dienst: Dienst, aanroep: Aanroep): Promise<Result<{ items: readonly Taakbeeld[] }, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'wachtrij_zien')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'wachtrij', id: 'lijst' }], doel: 'achtergrondwerk bekijken' })
    return ok({ items: (await lijstTaken(w.tx, w.actor.gemeente, MEESTE)).map(toon) })
  })

export const probeerOpnieuw = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Taakbeeld, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'wachtrij_hervatten')
    if (!mag.ok) return mag
    const taak = await leesTaak(w.tx, w.actor.gemeente, id)
    if (!taak) return nietGevonden('Deze taak', { objecten: [{ soort: 'taak', id }] })
    if (!dienst.wachtrij) return geenWachtrij
    if (taak.stand !== 'mislukt') return nietMislukt
    await dienst.wachtrij.opnieuw(w.tx, taak.soort as Taaksoort, id)
    w.noteer({ soort: 'wijzigen', objecten: [{ soort: 'taak', id }], doel: 'achtergrondwerk opnieuw proberen' })
    return ok(toon((await leesTaak(w.tx, w.actor.gemeente, id)) ?? taak))
  })

const toon = (t: Taak): Taakbeeld => ({
  id: t.id,
  soort: t.soort,
  titel: taaksoorten[t.soort as Taaksoort]?.titel ?? t.soort,
  stand: t.stand,
  onderwerp: t.onderwerp,
  pogingen: t.pogingen,
  gemaaktOp: t.gemaakt_op.toISOString(),
  volgendeOp: t.volgende_op?.toISOString() ?? null,
  klaarOp: t.klaar_op?.toISOString() ?? null,
  fout: t.fout,
})

const nietMislukt = weiger({
  soort: 'regel',
  code: 'TAAK_LOOPT',
  tekst: 'Alleen werk dat mislukt is kan opnieuw.',
  watNu: 'Herlaad de lijst om te zien hoe het er nu voor staat.',
})
const geenWachtrij = weiger({
  soort: 'even_weg',
  code: 'WACHTRIJ_WEG',
  tekst: 'Op deze server draait geen achtergrondwerk.',
  watNu: 'Probeer het op de server die dat werk doet.',
})
