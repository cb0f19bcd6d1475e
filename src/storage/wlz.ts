/** Wie er hulp heeft die nog loopt en iets met de Wlz: weinig mensen, via eigen indexen. */
import { sql } from 'kysely'
import type { Datum } from '#core/base/datum.ts'
import type { Gebeurtenis } from '#core/dossier/gebeurtenis.ts'
import type { Naam } from '#core/dossier/naam.ts'
import type { Tx } from './transactie.ts'

export type Wlzinwoner = { readonly id: string; readonly naam: Naam }

/** Van wie deze medewerker een zaak behandelt of behandelde, of van dit team. */
export async function leesWlzinwoners(
  tx: Tx,
  gemeente: string,
  van: { readonly behandelaar: string } | { readonly team: string },
  vandaag: Datum,
): Promise<Wlzinwoner[]> {
  const hoort =
    'team' in van
      ? sql`n.team = ${van.team}`
      : sql`exists (select from zaak z where z.gemeente = ${gemeente} and z.inwoner = n.id and z.behandelaar = ${van.behandelaar})`
  const { rows } = await sql<{ id: string } & Naam>`
    select n.id, n.achternaam, n.voorvoegsel, n.voornamen, n.voorletters from inwoner n
    where n.gemeente = ${gemeente} and n.id in (
        select g.inwoner from gebeurtenis g where g.gemeente = ${gemeente} and g.soort = 'wlz_vastgelegd'
        union select i.inwoner from indicatie i where i.gemeente = ${gemeente} and i.waarschuwing_motiveringen @> '[{"code":"WLZ_VOORLIGGEND"}]')
      and exists (select from indicatie l where l.gemeente = ${gemeente} and l.inwoner = n.id and (l.tot is null or l.tot >= ${vandaag}))
      and ${hoort}
    order by n.id`.execute(tx)
  return rows.map(({ id, ...naam }) => ({ id, naam }))
}

/** Wat er over de Wlz vastligt, met wat daarvan verviel. */
export async function leesWlzfeiten(
  tx: Tx,
  gemeente: string,
  inwoners: readonly string[],
): Promise<(Gebeurtenis & { readonly inwoner: string })[]> {
  const { rows } = await sql<Gebeurtenis & { inwoner: string }>`
    select id, soort, datum, gegevens, vervangt, inwoner from gebeurtenis
    where gemeente = ${gemeente} and inwoner = any(${[...inwoners]}::uuid[]) and soort in ('wlz_vastgelegd', 'vervallen') order by id`.execute(
    tx,
  )
  return rows
}
