/** Bewaarde filters: van mij alleen, elk met de zin die zegt wat het laat zien. */
import { ok, type Result } from '#core/base/result.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import { type Filterkeuze, filterzin, leesFilterkeuze } from '#core/dossier/filterzin.ts'
import { leesFilters as leesRijen, voegFilterToe, wisFilter as wisRij } from '#storage/filters.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { eisInGemeente } from './toegang.ts'

export type Filter = { readonly id: string; readonly zin: string; readonly keuze: Filterkeuze }
const LIJST = 'zaken'
const MEESTE = 50

export const leesFilters = (dienst: Dienst, aanroep: Aanroep): Promise<Result<{ items: readonly Filter[] }, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'werkvoorraad_lezen')
    if (!mag.ok) return mag
    const rijen = await leesRijen(w.tx, w.actor.gemeente, w.actor.medewerker)
    w.noteer({ soort: 'lezen', objecten: [{ soort: 'filters', id: 'eigen' }], doel: 'eigen filters' })
    return ok({
      items: rijen.filter((r) => r.lijst === LIJST).map((r) => ({ id: r.id, zin: r.naam, keuze: r.keuze as unknown as Filterkeuze })),
    })
  })

export const bewaarFilter = (dienst: Dienst, aanroep: Aanroep, ruw: unknown): Promise<Result<Filter, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'werkvoorraad_lezen')
    if (!mag.ok) return mag
    const keuze = leesFilterkeuze(ruw, '/keuze')
    if (!keuze.ok) return ongeldig(keuze.fout)
    const { gemeente, medewerker } = w.actor
    if ((await leesRijen(w.tx, gemeente, medewerker)).length >= MEESTE) return teVeel
    const filter = { id: w.nieuweId(), zin: filterzin(keuze.value), keuze: keuze.value }
    const nieuw = await voegFilterToe(w.tx, {
      gemeente,
      id: filter.id,
      medewerker,
      naam: filter.zin,
      lijst: LIJST,
      keuze: keuze.value as unknown as Json,
      gemaakt_op: w.nu,
    })
    if (!nieuw) return dubbel
    w.noteer({ soort: 'aanmaken', objecten: [{ soort: 'filter', id: filter.id }], doel: 'eigen filters' })
    return ok(filter)
  })

export const wisFilter = (dienst: Dienst, aanroep: Aanroep, id: string): Promise<Result<null, Weigering>> =>
  handel(dienst, aanroep, async (w) => {
    const mag = eisInGemeente(w, 'werkvoorraad_lezen')
    if (!mag.ok) return mag
    if (!(await wisRij(w.tx, w.actor.gemeente, w.actor.medewerker, id))) return nietGevonden('Dit filter')
    w.noteer({ soort: 'wijzigen', objecten: [{ soort: 'filter', id }], doel: 'eigen filter weggehaald' })
    return ok(null)
  })

const dubbel = weiger({
  soort: 'botst',
  code: 'FILTER_BESTAAT',
  tekst: 'Dit filter hebt u al bewaard.',
  watNu: 'Kies het uit de lijst, of verander een voorwaarde.',
})
const teVeel = weiger({ soort: 'regel', code: 'FILTERS_VOL', tekst: `U hebt al ${MEESTE} filters.`, watNu: 'Haal er eerst een weg.' })
