/**
 * Wie er achter een getal van een doorrekening zitten. Bij de uitkomst zelf staat nooit een persoon: wie dit vraagt en mag, laat het met
 * dezelfde regels opnieuw beslissen op wat nu loopt, een stuk per keer.
 */
import { maakVergelijker, type Situatie } from '#core/advies/doorrekening.ts'
import type { Datum } from '#core/base/datum.ts'
import { ok, type Result } from '#core/base/result.ts'
import { parseUuid } from '#core/base/uuid.ts'
import type { Naam } from '#core/dossier/naam.ts'
import { leesInwonersMetIndicatie, leesLopendeIndicaties, leesLopendeOnderzoeken } from '#storage/lopend.ts'
import { type Gevalrij, leesIndicatiegevallen, leesOnderzoekgevallen } from '#storage/simulatiegevallen.ts'
import { leesSimulatie } from '#storage/simulaties.ts'
import { eisInGemeente } from '../dossier/toegang.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { nietGevonden, ongeldig, type Weigering } from '../handeling/weigering.ts'
import { gevalVan, lopendeVan, situatieVan } from './gemeentedoorrekening.ts'
import { kantVan, type Simulatievraag } from './simulatievraag.ts'

export type Gevalvraag = {
  readonly deel: 'onderzoeken' | 'indicaties'
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

/** Zoveel bladzijden hoogstens per verzoek; is er dan nog niets gevonden, dan gaat de lezer met de wijzer verder. */
const MEESTE_BLADEN = 10
const PER_BLAD = 100
const LAATSTE_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

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
    const { ids, volgende } = await zoekGeraakt(w, rij.vraag as unknown as Simulatievraag, v, na)
    const lees = v.deel === 'onderzoeken' ? leesOnderzoekgevallen : leesIndicatiegevallen
    const rijen = await lees(w.tx, w.actor.gemeente, ids)
    w.noteer(
      { soort: 'lezen', objecten: [{ soort: 'simulatie', id }], doel: 'gevallen achter een doorrekening bekijken' },
      ...[...new Set(rijen.map((r) => r.inwoner))].map((inwoner) => ({
        soort: 'lijst' as const,
        inwoner,
        objecten: rijen
          .filter((r) => r.inwoner === inwoner)
          .map((r) => ({ soort: v.deel === 'onderzoeken' ? 'onderzoek' : 'indicatie', id: r.id })),
        doel: 'gevallen achter een doorrekening bekijken',
      })),
    )
    return ok({ items: rijen.map(toon), volgende })
  })

type Kandidaat = { readonly id: string; readonly wijzer: string; readonly catalogus: string; readonly situatie: Situatie | null }

/** Leest door tot er een bladzijde vol is, of tot het voor één verzoek genoeg is. */
async function zoekGeraakt(
  w: Werk,
  vraag: Simulatievraag,
  v: Gevalvraag,
  begin: string | null,
): Promise<{ ids: string[]; volgende: string | null }> {
  const { gemeente } = w.actor
  const [nu, straks] = [await kantVan(w.tx, gemeente, vraag.nu), await kantVan(w.tx, gemeente, vraag.straks)]
  const vergelijk = maakVergelijker(nu, straks)
  const hoort = (k: Kandidaat): boolean => {
    if (k.situatie === null || k.catalogus !== vraag.catalogus) return false
    if (k.situatie.tabel !== undefined && k.situatie.tabel !== v.tabel) return false
    const uit = vergelijk(v.tabel, k.situatie)
    return uit?.van === v.van && uit.naar === v.naar
  }
  const ids: string[] = []
  let na = begin
  for (let blad = 0; blad < MEESTE_BLADEN; blad++) {
    const { kandidaten, laatste } = await leesBlad(w, vraag.vanaf, v.deel, na)
    if (laatste === null) return { ids, volgende: null }
    for (const k of kandidaten) {
      // Alle indicaties van een inwoner hebben dezelfde wijzer: pas bij de volgende inwoner is de bladzijde vol.
      if (ids.length >= v.limiet && k.wijzer !== na) return { ids, volgende: na }
      if (hoort(k)) ids.push(k.id)
      na = k.wijzer
    }
    na = laatste
  }
  return { ids, volgende: na }
}

async function leesBlad(
  { tx, actor }: Werk,
  vanaf: Datum,
  deel: Gevalvraag['deel'],
  na: string | null,
): Promise<{ kandidaten: Kandidaat[]; laatste: string | null }> {
  if (deel === 'onderzoeken') {
    const rijen = await leesLopendeOnderzoeken(tx, actor.gemeente, { na, grens: LAATSTE_ID, hoogstens: PER_BLAD })
    const kandidaten = rijen.map((r) => ({ ...r, wijzer: r.id, situatie: situatieVan(r.antwoorden) }))
    return { kandidaten, laatste: rijen.at(-1)?.id ?? null }
  }
  const inwoners = await leesInwonersMetIndicatie(tx, actor.gemeente, { na, vanaf, hoogstens: PER_BLAD })
  const rijen = inwoners.length === 0 ? [] : await leesLopendeIndicaties(tx, actor.gemeente, inwoners, vanaf)
  const kandidaten = lopendeVan(rijen, vanaf).map(({ rij }) => ({ ...rij, wijzer: rij.inwoner, situatie: gevalVan(rij) }))
  return { kandidaten, laatste: inwoners.at(-1) ?? null }
}

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
