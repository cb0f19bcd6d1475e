/** Doorrekeningen lezen en stoppen. Er staan alleen aantallen in. */
import { ok, type Result } from '#core/base/result.ts'
import { parseUuid } from '#core/base/uuid.ts'
import { leesSimulatie, leesSimulaties, type Simulatierij, stopSimulatie } from '#storage/simulaties.ts'
import { zijnGevallenBewaard } from '#storage/simulatiegevallen.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { kantVan, type Simulatievraag } from './simulatievraag.ts'
import { type Simulatienamen, simulatienamen, vraagInWoorden } from './simulatie-in-woorden.ts'
import type { Simulatieuitkomst } from './gemeentedoorrekening.ts'

export type Simulatiebeeld = {
  readonly id: string
  readonly vanaf: string
  readonly vraag: Simulatievraag
  /** Wat er verandert, één zin per wijziging. */
  readonly inWoorden: readonly string[]
  /** Namen bij de uitkomsten en de tabellen, in beide versies. */
  readonly namen: Simulatienamen
  readonly stand: Simulatierij['stand']
  readonly klaar: number
  readonly totaal: number | null
  readonly uitkomst: Simulatieuitkomst | null
  /** Of bewaard is om wie het gaat; null voor wie dat niet mag zien, en als er geen uitkomst is. */
  readonly gevallenBewaard: boolean | null
  readonly fout: string | null
  readonly gevraagdOp: string
  readonly gevraagdDoor: string
  readonly klaarOp: string | null
}

export const leesEenSimulatie = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Simulatiebeeld, Weigering>> =>
  handel<Simulatiebeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'simulatie_lezen')
    if (!mag.ok) return mag
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'simulatie', id }], doel: 'doorrekening bekijken' })
    return haalSimulatie(w, id)
  })

export type Simulatielijst = { readonly items: readonly Simulatiebeeld[]; readonly volgende: string | null }
type Lijstvraag = { readonly cursor?: string | undefined; readonly limiet: number }

export const leesSimulatielijst = (dienst: Dienst, aanroep: Aanroep, v: Lijstvraag): Promise<Result<Simulatielijst, Weigering>> =>
  handel<Simulatielijst>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'simulatie_lezen')
    if (!mag.ok) return mag
    const na = v.cursor === undefined ? undefined : parseUuid(v.cursor)
    if (na === null)
      return ongeldig([{ code: 'CURSOR_ONGELDIG', plaats: '/cursor', tekst: 'Deze wijzer komt niet uit een lijst. Begin vooraan.' }])
    const rijen = await leesSimulaties(w.tx, w.actor.gemeente, { na, hoogstens: v.limiet + 1 })
    const items = rijen.slice(0, v.limiet)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'simulaties', id: 'alle' }], doel: 'doorrekening bekijken' })
    const beelden: Simulatiebeeld[] = []
    for (const r of items) beelden.push(await toon(w, r))
    return ok({ items: beelden, volgende: rijen.length > v.limiet ? (items.at(-1)?.id ?? null) : null })
  })

export const stopEenSimulatie = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<Simulatiebeeld, Weigering>> =>
  handel<Simulatiebeeld>(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'simuleren')
    if (!mag.ok) return mag
    const gestopt = await stopSimulatie(w.tx, { gemeente: w.actor.gemeente, id }, w.nu)
    const nu = await haalSimulatie(w, id)
    if (!nu.ok) return nu
    if (!gestopt && nu.value.stand !== 'gestopt') return weiger({ ...alKlaar, huidig: nu.value })
    w.noteer({ soort: 'wijzigen', objecten: [{ soort: 'simulatie', id }], doel: 'doorrekening stoppen' })
    return nu
  })

export async function haalSimulatie(w: Werk, id: string): Promise<Result<Simulatiebeeld, Weigering>> {
  const rij = await leesSimulatie(w.tx, { gemeente: w.actor.gemeente, id })
  return rij ? ok(await toon(w, rij)) : nietGevonden('Deze doorrekening', { objecten: [{ soort: 'simulatie', id }] })
}

async function toon(w: Werk, r: Simulatierij & { door: string | null }): Promise<Simulatiebeeld> {
  const vraag = r.vraag as unknown as Simulatievraag
  const nu = await kantVan(w.tx, w.actor.gemeente, vraag.nu)
  const straks = await kantVan(w.tx, w.actor.gemeente, vraag.straks)
  return {
    id: r.id,
    vanaf: vraag.vanaf,
    vraag,
    inWoorden: vraagInWoorden(vraag, nu, straks),
    namen: simulatienamen(nu.catalogus, straks.catalogus),
    stand: r.stand,
    klaar: r.klaar,
    totaal: r.totaal,
    uitkomst: r.uitkomst as unknown as Simulatieuitkomst | null,
    gevallenBewaard: await gevallenBewaard(w, r),
    fout: r.fout,
    gevraagdOp: r.gevraagd_op.toISOString(),
    gevraagdDoor: r.door ?? 'Onbekend',
    klaarOp: r.klaar_op?.toISOString() ?? null,
  }
}

async function gevallenBewaard(w: Werk, { id, poging, uitkomst }: Simulatierij): Promise<boolean | null> {
  if (uitkomst === null || poging === null || !eisInGemeente(w, 'simulatiegevallen_lezen').ok) return null
  return zijnGevallenBewaard(w.tx, { gemeente: w.actor.gemeente, id, poging })
}

const alKlaar: Weigering = {
  soort: 'botst',
  code: 'SIMULATIE_KLAAR',
  tekst: 'Deze doorrekening is al klaar.',
  watNu: 'Bekijk de uitkomst.',
}
