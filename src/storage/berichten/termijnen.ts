/** De feiten onder de reactietermijnen: per soort één opdracht over de hele gemeente, sinds een dag. Zonder personen. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../transactie.ts'

export type Termijnrij = {
  readonly soort: string
  readonly aanbieder: string
  /** Wat een mens herkent: een nummer van een bericht, toewijzing of verzoek, of een maand. */
  readonly kenmerk: string
  readonly bericht: string | null
  readonly indicatie: string | null
  readonly vanaf: string
  readonly klaar_op: string | null
}

/**
 * Over een hele gemeente tegelijk is rij voor rij zoeken altijd de verkeerde weg; zonder statistieken (of over een tussenuitkomst) kiest
 * PostgreSQL die soms toch. Geldt tot het eind van de transactie.
 */
export async function metGroteVragen(tx: Tx): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(tx)
}

/** De dag van een tijdstip in Nederland. */
export const dag = (moment: RawBuilder<unknown>) => sql`(${moment} at time zone 'Europe/Amsterdam')::date::text`

/** Alles wat na `sinds` begon, of nog loopt; `vandaag` begrenst wat al begonnen hoort te zijn. */
export async function leesTermijnen(
  tx: Tx,
  gemeente: string,
  op: { readonly sinds: string; readonly vandaag: string },
): Promise<Termijnrij[]> {
  const delen = [
    retour(gemeente),
    eigenRetour(gemeente),
    levering(gemeente, op.vandaag),
    verzoeken(gemeente),
    declaraties(gemeente, op.vandaag),
  ]
  await metGroteVragen(tx)
  const { rows } = await sql<Termijnrij>`
    with ${geldendeToewijzingen(gemeente)}, gedeclareerd as materialized (${gedeclareerd(gemeente, op.vandaag)})
    select * from (${sql.join(delen, sql` union all `)}) t
    where vanaf >= ${op.sinds} or klaar_op is null
    order by vanaf, kenmerk`.execute(tx)
  return rows
}

/** Per nummer de versie die geldt, met de dag waarop de aanbieder haar voor het eerst kreeg. Verwijderd telt niet. */
export const geldendeToewijzingen = (gemeente: string) => sql`geldend as materialized (
  select * from (
    select distinct on (t.nummer, t.bsn_index) t.nummer, t.bsn_index, t.aanbieder, t.ingangsdatum, t.einddatum, t.reden_wijziging, t.bericht,
      (array_agg(t.indicatie) filter (where t.indicatie is not null) over w)[1] as indicatie,
      min(${dag(sql`coalesce(b.verzonden_op, b.vastgelegd_op)`)}) over w as ontvangen_op
    from toewijzing t join geldend_bericht g on g.gemeente = t.gemeente and g.id = t.bericht
    join bericht b on b.gemeente = t.gemeente and b.id = t.bericht
    where t.gemeente = ${gemeente} and t.partij = ${gemeente}
    window w as (partition by t.nummer, t.bsn_index)
    order by t.nummer, t.bsn_index, t.versie desc, g.dagtekening desc, g.identificatie desc) t
  where not (einddatum is not distinct from ingangsdatum and reden_wijziging in ('01', '13')))`

/** Wat wij stuurden en waarop een antwoord hoort te komen. */
const retour = (gemeente: string) => sql`
  select 'retour' as soort, b.aanbieder, b.naam || ' ' || b.identificatie as kenmerk, b.id as bericht, null::uuid as indicatie,
    ${dag(sql`b.verzonden_op`)} as vanaf,
    a.op as klaar_op
  from bericht b left join (
    select o.aanbieder, o.over_naam, o.over_identificatie, o.over_afzender, min(${dag(sql`r.vastgelegd_op`)}) as op
    from oordeel o join bericht r on r.gemeente = o.gemeente and r.id = o.bericht
    where o.gemeente = ${gemeente} and o.partij = ${gemeente} and o.vervallen_op is null group by 1, 2, 3, 4) a
    on a.aanbieder = b.aanbieder and a.over_naam = b.naam and a.over_identificatie = b.identificatie and a.over_afzender = b.afzender
  where b.gemeente = ${gemeente} and b.partij = ${gemeente} and b.richting = 'uit' and b.naam in ('WMO301', 'WMO319')
    and b.verzonden_op is not null and b.vervangen_op is null`

/** Wat wij kregen en moeten beantwoorden; een declaratie heeft een eigen termijn. */
const eigenRetour = (gemeente: string) => sql`
  select case b.naam when 'WMO323' then 'declaratieantwoord' else 'eigen_retour' end, b.aanbieder, b.naam || ' ' || b.identificatie, b.id, null::uuid,
    ${dag(sql`b.vastgelegd_op`)}, (select ${dag(sql`r.verzonden_op`)} from bericht r where r.gemeente = b.gemeente and r.id = b.retour)
  from bericht b where b.gemeente = ${gemeente} and b.partij = ${gemeente} and b.richting = 'in' and b.uitkomst in ('geaccepteerd', 'afgewezen', 'deels')
    and b.naam in ('WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO323')`

/** Starts en stops die er staan: vaker neergezet dan weggehaald. De dag is die van de melding. */
const gemeld = (gemeente: string, soort: 'start' | 'stop') => sql`(
  select l.nummer, l.bsn_index, ${soort === 'start' ? sql`min(l.begindatum)` : sql`max(l.einddatum)`} as op, min(${dag(sql`b.vastgelegd_op`)}) as gemeld_op
  from levering l join geldend_bericht g on g.gemeente = l.gemeente and g.id = l.bericht join bericht b on b.gemeente = l.gemeente and b.id = l.bericht
  where l.gemeente = ${gemeente} and l.partij = ${gemeente} and l.soort = ${soort} and l.nummer is not null
    ${soort === 'stop' ? sql`and l.reden <> '20'` : sql``}
  group by l.nummer, l.bsn_index having sum(case l.status when '1' then 1 else -1 end) > 0)`

const levering = (gemeente: string, vandaag: string) => sql`
  select 'start', t.aanbieder, 'toewijzing ' || t.nummer, t.bericht, t.indicatie, greatest(coalesce(s.op, t.ingangsdatum), t.ontvangen_op), s.gemeld_op
  from geldend t left join ${gemeld(gemeente, 'start')} s on s.nummer = t.nummer and s.bsn_index = t.bsn_index
  where t.ingangsdatum <= ${vandaag}
  union all
  select 'stop', t.aanbieder, 'toewijzing ' || t.nummer, t.bericht, t.indicatie, coalesce(e.op, t.einddatum), e.gemeld_op
  from geldend t join ${gemeld(gemeente, 'start')} s on s.nummer = t.nummer and s.bsn_index = t.bsn_index
  left join ${gemeld(gemeente, 'stop')} e on e.nummer = t.nummer and e.bsn_index = t.bsn_index
  where coalesce(e.op, t.einddatum) <= ${vandaag}`

/** Eerst een antwoord of toewijzing; zegt het antwoord "in onderzoek", dan loopt daarna de lange termijn. */
const verzoeken = (gemeente: string) => sql`
  select x.soort, x.aanbieder, x.kenmerk, x.bericht, null::uuid, x.vanaf, x.klaar_op from (
    select v.*, case v.verzoek when 'VOT' then 'verzoek_toewijzing' else 'verzoek_wijziging' end as soort, v.ontvangen as vanaf,
      least(v.besloten_op, v.onderzoek_op) as klaar_op from (${verzoekfeiten(gemeente)}) v
    union all
    select v.*, 'in_onderzoek', v.dagtekening, v.besloten_op from (${verzoekfeiten(gemeente)}) v where v.onderzoek_op is not null) x`

const verzoekfeiten = (gemeente: string) => sql`
  select v.aanbieder, v.soort as verzoek, 'verzoek ' || v.referentie as kenmerk, v.bericht, ${dag(sql`b.vastgelegd_op`)} as ontvangen, b.dagtekening,
    least(t.op, a.nee_op) as besloten_op, a.onderzoek_op
  from verzoek v join geldend_bericht h on h.gemeente = v.gemeente and h.id = v.bericht join bericht b on b.gemeente = v.gemeente and b.id = v.bericht
  left join (select t.aanbieder, t.referentie, min(${dag(sql`c.vastgelegd_op`)}) as op from toewijzing t ${metBericht('t')}
    where t.gemeente = ${gemeente} and t.partij = ${gemeente} and t.referentie is not null group by 1, 2) t
    on t.aanbieder = v.aanbieder and t.referentie = v.referentie
  left join (select a.aanbieder, a.referentie, min(${dag(sql`c.vastgelegd_op`)}) filter (where a.antwoord = '1') as nee_op,
      min(${dag(sql`c.vastgelegd_op`)}) filter (where a.antwoord = '2') as onderzoek_op from verzoekantwoord a ${metBericht('a')}
    where a.gemeente = ${gemeente} and a.partij = ${gemeente} group by 1, 2) a
    on a.aanbieder = v.aanbieder and a.referentie = v.referentie
  where v.gemeente = ${gemeente} and v.partij = ${gemeente}`
/** Alleen uit een bericht dat telt, met dat bericht als `c`. */
const metBericht = (
  t: string,
) => sql`join geldend_bericht g on g.gemeente = ${sql.ref(`${t}.gemeente`)} and g.id = ${sql.ref(`${t}.bericht`)}
  join bericht c on c.gemeente = g.gemeente and c.id = g.id`

/**
 * Per aanbieder elke volle maand waarin hulp liep die gestart was. Een gemiste maand mag ook later, in de declaratie over een andere maand
 * (IV090); wie de toewijzing pas later kreeg, kon niet eerder declareren.
 */
const declaraties = (gemeente: string, vandaag: string) => sql`
  select 'declaratie', m.aanbieder, 'maand ' || m.maand, null::uuid, null::uuid, greatest(m.laatste, m.ontvangen_op),
    (select d.op from gedeclareerd d where d.aanbieder = m.aanbieder and d.maand = m.maand)
  from (select t.aanbieder, to_char(w.maand, 'YYYY-MM') as maand, (w.maand + interval '1 month - 1 day')::date::text as laatste,
      min(t.ontvangen_op) as ontvangen_op
    from geldend t join ${gemeld(gemeente, 'start')} s on s.nummer = t.nummer and s.bsn_index = t.bsn_index
    cross join generate_series(${eersteMaand(vandaag)}, date_trunc('month', ${vandaag}::date) - interval '1 month', interval '1 month') as w(maand)
    where s.op <= (w.maand + interval '1 month - 1 day')::date::text and (t.einddatum is null or t.einddatum >= w.maand::date::text)
    group by t.aanbieder, w.maand) m`
const eersteMaand = (vandaag: string) => sql`date_trunc('month', ${vandaag}::date) - interval '6 months'`

/** Over welke maanden een aanbieder declareerde, en op welke dag voor het eerst. */
const gedeclareerd = (gemeente: string, vandaag: string) => sql`
  select x.aanbieder, left(x.van, 7) as maand, min(${dag(sql`b.vastgelegd_op`)}) as op
  from (select aanbieder, bericht, van from declaratie where gemeente = ${gemeente} and partij = ${gemeente}
    union all select aanbieder, bericht, van from prestatie where gemeente = ${gemeente} and partij = ${gemeente} and dc = 'D') x
  join geldend_bericht g on g.gemeente = ${gemeente} and g.id = x.bericht join bericht b on b.gemeente = ${gemeente} and b.id = x.bericht
  where x.van >= (${eersteMaand(vandaag)})::date::text
  group by 1, 2`
