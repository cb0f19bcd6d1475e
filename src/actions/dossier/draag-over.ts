/** Een zaak aan een collega of een team geven, haar overnemen, of veel zaken tegelijk; elke zaak is haar eigen eenheid van werk. */
import { ok, type Result } from '#core/base/result.ts'
import { maakGebeurtenis } from '#core/dossier/gebeurtenis.ts'
import { leesBehandelaars, leesTeams } from '#storage/medewerkers.ts'
import { draagZaakOver, type Zaakrij } from '#storage/zaken.ts'
import type { Aanroep, Dienst } from '../handeling/dienst.ts'
import { handel, type Werk } from '../handeling/handel.ts'
import { ongeldig, type Weigering, weiger } from '../handeling/weigering.ts'
import { beeldNa } from './lees-zaak.ts'
import type { Overdrachtgegevens, Plaats } from './overdrachtgegevens.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import { beoordeelStap, bewaarGebeurtenis, zaakVerouderd } from './zaakstap.ts'
import { eisZaak, type Zaaktoegang } from './zaaktoegang.ts'

export const MINSTE_REDEN = 5

/** Naar een collega, of naar een team zonder behandelaar. */
export type Overdracht = { readonly behandelaar: string | null; readonly team: string | null; readonly reden: string | null }
export type Overgedragen = { readonly zaak: Zaakbeeld; readonly gebeurtenis: string }

export const draagOver = (
  dienst: Dienst,
  aanroep: Aanroep,
  id: string,
  versie: number | null,
  opdracht: Overdracht,
): Promise<Result<Overgedragen, Weigering>> => handel(dienst, aanroep, (w) => doeOverdracht(w, id, versie, opdracht))

async function doeOverdracht(w: Werk, id: string, versie: number | null, opdracht: Overdracht): Promise<Result<Overgedragen, Weigering>> {
  const open = await eisZaak(w, id, 'zaak_overdragen')
  if (!open.ok) return open
  const { zaak, toegang } = open.value
  if (versie !== null && zaak.versie !== versie) return zaakVerouderd(w, zaak)
  const naar = await bepaalDoel(w, open.value, opdracht)
  if (!naar.ok) return naar
  const { behandelaar, team, inwonerteam } = naar.value.plaats
  const van: Plaats = { behandelaar: zaak.behandelaar, team: zaak.team, inwonerteam: toegang.band.team }
  if (van.behandelaar === behandelaar && van.team === team) return zelfde
  const gegevens: Overdrachtgegevens = { aan: naar.value.naam, reden: opdracht.reden?.trim() || null, van, naar: naar.value.plaats }
  const stap = await beoordeelStap(w, zaak, maakGebeurtenis('zaak_overgedragen', w.dienst.vandaag(), gegevens))
  if (!stap.ok) return stap
  await bewaarGebeurtenis(w, zaak, stap.value)
  const gelukt = await draagZaakOver(w.tx, zaak, { behandelaar, team, inwonerteam })
  if (!gelukt) return zaakVerouderd(w, zaak)
  w.noteer({
    soort: 'wijzigen',
    inwoner: zaak.inwoner,
    zaak: id,
    objecten: [
      { soort: 'zaak', id, versie: zaak.versie + 1 },
      { soort: 'gebeurtenis', id: stap.value.id },
    ],
    doel: 'zaak overdragen',
    ...(gegevens.reden && { reden: gegevens.reden }),
  })
  const na: Zaakrij = { ...zaak, behandelaar, behandelaarnaam: null, team, teamnaam: null, versie: zaak.versie + 1 }
  return ok({ zaak: await beeldNa(w, na, stap.value.rijen, toegang), gebeurtenis: stap.value.id })
}

type Doel = { readonly plaats: Plaats; readonly naam: string }

async function bepaalDoel(w: Werk, { zaak, toegang }: Zaaktoegang, o: Overdracht): Promise<Result<Doel, Weigering>> {
  // Wat nog niemand heeft, mag wie het oppakt zonder uitleg nemen.
  const oppakken = zaak.behandelaar === null && o.behandelaar === w.actor.medewerker
  if (!oppakken && (o.reden ?? '').trim().length < MINSTE_REDEN) return geenReden
  if (o.behandelaar !== null) {
    const collega = (await leesBehandelaars(w.tx, w.actor.gemeente)).find((c) => c.id === o.behandelaar)
    if (!collega) return onbekend('/behandelaar', 'Deze collega behandelt geen zaken. Kies iemand uit de lijst.')
    const team = collega.team ?? zaak.team
    return ok({ naam: collega.naam, plaats: { behandelaar: collega.id, team, inwonerteam: team ?? toegang.band.team } })
  }
  const team = (await leesTeams(w.tx, w.actor.gemeente)).find((t) => t.id === o.team)
  if (!team) return onbekend('/team', 'Kies een collega of een team.')
  return ok({ naam: team.naam, plaats: { behandelaar: null, team: team.id, inwonerteam: team.id } })
}

const onbekend = (plaats: string, tekst: string) => ongeldig([{ code: 'DOEL_ONBEKEND', plaats, tekst }])
const geenReden = ongeldig([
  { code: 'REDEN_ONTBREEKT', plaats: '/reden', tekst: 'Schrijf kort op waarom u deze zaak overdraagt. Uw collega leest het mee.' },
])
const zelfde = weiger({
  soort: 'regel',
  code: 'OVERDRACHT_ZELFDE',
  tekst: 'Deze zaak is daar al.',
  watNu: 'Kies een andere collega of een ander team.',
})

export const MEESTE_TEGELIJK = 100
export type Uitslag = {
  readonly id: string
  readonly gelukt: boolean
  readonly nummer: string | null
  readonly versie: number | null
  readonly gebeurtenis: string | null
  readonly weigering: { readonly code: string; readonly tekst: string; readonly watNu: string | null } | null
}

/** Per zaak een uitslag: wat niet kan, houdt de rest niet tegen. */
export async function draagVeelOver(
  dienst: Dienst,
  aanroep: Aanroep,
  zaken: readonly { readonly id: string; readonly versie: number | null }[],
  opdracht: Overdracht,
): Promise<Result<{ items: readonly Uitslag[] }, Weigering>> {
  const items: Uitslag[] = []
  for (const { id, versie } of zaken) items.push(uitslag(id, await draagOver(dienst, perZaak(aanroep, id), id, versie, opdracht)))
  return ok({ items })
}

/** Elke zaak telt apart één keer, ook als het hele verzoek halverwege opnieuw moet. */
const perZaak = (aanroep: Aanroep, id: string): Aanroep =>
  aanroep.idempotentie
    ? { ...aanroep, idempotentie: { ...aanroep.idempotentie, sleutel: `${aanroep.idempotentie.sleutel}/${id}` } }
    : aanroep

const uitslag = (id: string, u: Result<Overgedragen, Weigering>): Uitslag =>
  u.ok
    ? { id, gelukt: true, nummer: u.value.zaak.nummer, versie: u.value.zaak.versie, gebeurtenis: u.value.gebeurtenis, weigering: null }
    : {
        id,
        gelukt: false,
        nummer: null,
        versie: null,
        gebeurtenis: null,
        weigering: { code: u.fout.code, tekst: u.fout.tekst, watNu: u.fout.watNu ?? null },
      }
