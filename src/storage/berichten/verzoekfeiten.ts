/** Wat er met de verzoeken over een inwoner gebeurde, per bericht, voor op zijn tijdlijn. De rijbeveiliging bepaalt wie welke ziet. */
import { sql } from 'kysely'
import type { Datum } from '#core/base/datum.ts'
import type { Verzoekfeit } from '#core/toewijzing/verzoek.ts'
import type { Tx } from '../transactie.ts'
import { dag } from './ketenfeiten.ts'

export type Verzoekfeitrij = Verzoekfeit & { readonly bericht: string; readonly datum: Datum }

const geldt = (t: string) =>
  sql`exists (select from geldend_bericht g where g.gemeente = ${sql.ref(`${t}.gemeente`)} and g.id = ${sql.ref(`${t}.bericht`)})`
const opReferentie = (t: string) => sql`${sql.ref(`${t}.gemeente`)} = v.gemeente and ${sql.ref(`${t}.partij`)} = v.partij
  and ${sql.ref(`${t}.aanbieder`)} = v.aanbieder and ${sql.ref(`${t}.referentie`)} = v.referentie`

/** Wat is afgekeurd telt niet (OP286). Een referentie staat na de toewijzing in elk bericht; het eerste telt. */
export async function leesVerzoekfeiten(tx: Tx, gemeente: string, inwoner: string): Promise<Verzoekfeitrij[]> {
  const { rows } = await sql<Verzoekfeitrij>`
    with v as (select v.* from inwoner i join verzoek v on v.gemeente = i.gemeente and v.partij = ${gemeente} and v.bsn_index = i.bsn_index
        where i.gemeente = ${gemeente} and i.id = ${inwoner} and ${geldt('v')}),
    feit as (
      select v.bericht, 'ontvangen' as wat, v.soort, v.aanbieder, v.referentie from v
      union all
      select a.bericht, case a.antwoord when '1' then 'afgewezen' else 'in_onderzoek' end, v.soort, v.aanbieder, v.referentie
        from v join verzoekantwoord a on ${opReferentie('a')} where ${geldt('a')}
      union all
      select * from (select distinct on (v.aanbieder, v.referentie) t.bericht, 'toegewezen', v.soort, v.aanbieder, v.referentie
        from v join toewijzing t on ${opReferentie('t')} where ${geldt('t')} order by v.aanbieder, v.referentie, t.versie, t.bericht) t)
    select f.bericht, f.wat, f.soort, array_agg(f.referentie order by f.referentie) as referenties, ${dag(sql`b.vastgelegd_op`)} as datum,
      coalesce((select c.naam from contract c where c.gemeente = ${gemeente} and c.aanbieder = f.aanbieder
        order by c.geladen_op desc, c.id desc limit 1), f.aanbieder) as aanbieder
    from feit f join bericht b on b.gemeente = ${gemeente} and b.id = f.bericht
    group by f.bericht, f.wat, f.soort, f.aanbieder, b.vastgelegd_op`.execute(tx)
  return rows
}
