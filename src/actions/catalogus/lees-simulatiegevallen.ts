/**
 * Wie er achter een getal van een doorrekening zitten, zoals zij het zag: een bladzijde van wat zij opschreef, met de namen van nu.
 * Bij de uitkomst zelf staat nooit een persoon.
 */
import { ok, type Result } from '#core/base/result.ts'
import { parseUuid } from '#core/base/uuid.ts'
import type { Naam } from '#core/dossier/naam.ts'
import {
  type Gevalrij,
  leesGevalids,
  leesIndicatiegevallen,
  leesInwonergevallen,
  leesOnderzoekgevallen,
} from '#storage/simulatiegevallen.ts'
import { leesSimulatie } from '#storage/simulaties.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering } from '../handeling/weigering.ts'

export type Gevalvraag = {
  readonly deel: 'onderzoeken' | 'indicaties' | 'stapeling'
  /** Leeg bij stapeling. */
  readonly tabel: string
  readonly van: string
  readonly naar: string
  readonly cursor?: string | undefined
  readonly limiet: number
}
export type Simulatiegeval = {
  readonly id: string
  readonly inwoner: { readonly id: string; readonly naam: Naam }
  readonly zaak: { readonly id: string; readonly nummer: string } | null
  readonly behandelaar: string | null
  readonly team: string | null
}
export type Gevallenlijst = { readonly items: readonly Simulatiegeval[]; readonly volgende: string | null }

const perDeel = {
  onderzoeken: { object: 'onderzoek', lees: leesOnderzoekgevallen },
  indicaties: { object: 'indicatie', lees: leesIndicatiegevallen },
  stapeling: { object: 'inwoner', lees: leesInwonergevallen },
} as const

export const leesSimulatiegevallen = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  v: Gevalvraag,
): Promise<Result<Gevallenlijst, Weigering>> =>
  handel<Gevallenlijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'simulatiegevallen_lezen')
    if (!mag.ok) return mag
    const na = v.cursor === undefined ? null : parseUuid(v.cursor)
    if (v.cursor !== undefined && na === null)
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const rij = await leesSimulatie(w.tx, { gemeente: w.actor.gemeente, id })
    if (!rij) return nietGevonden('Deze doorrekening', { objecten: [{ soort: 'simulatie', id }] })
    const { object, lees } = perDeel[v.deel]
    const waar = { gemeente: w.actor.gemeente, id, poging: rij.poging }
    const ids = waar.poging === null ? [] : await leesGevalids(w.tx, { ...waar, poging: waar.poging }, v, { na, hoogstens: v.limiet + 1 })
    const blad = ids.slice(0, v.limiet)
    const rijen = await lees(w.tx, w.actor.gemeente, blad)
    w.noteer(
      { soort: 'lezen', objecten: [{ soort: 'simulatie', id }], doel: 'gevallen achter een doorrekening bekijken' },
      ...[...new Set(rijen.map((r) => r.inwoner))].map((inwoner) => ({
        soort: 'lijst' as const,
        inwoner,
        objecten: rijen.filter((r) => r.inwoner === inwoner).map((r) => ({ soort: object, id: r.id })),
        doel: 'gevallen achter een doorrekening bekijken',
      })),
    )
    return ok({ items: rijen.map(toon), volgende: ids.length > v.limiet ? (blad.at(-1) ?? null) : null })
  })

const toon = (r: Gevalrij): Simulatiegeval => ({
  id: r.id,
  inwoner: {
    id: r.inwoner,
    naam: { achternaam: r.achternaam, voorvoegsel: r.voorvoegsel, voornamen: r.voornamen, voorletters: r.voorletters },
  },
  zaak: r.zaak && r.zaaknummer ? { id: r.zaak, nummer: r.zaaknummer } : null,
  behandelaar: r.behandelaar,
  team: r.team,
})
