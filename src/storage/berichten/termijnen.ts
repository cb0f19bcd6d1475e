/** De reactietermijnen van een hele gemeente: wat erover gaat, of het op tijd was, hoeveel er van elk zijn en wat nu te laat is. Zonder personen. */
import { sql } from 'kysely'
import type { Tx } from '../transactie.ts'
import { dag, ketenfeiten, metGroteVragen } from './ketenfeiten.ts'

export type Termijnrij = {
  readonly soort: string
  readonly aanbieder: string
  /** Wat een mens herkent: een nummer van een bericht, toewijzing of verzoek, of een maand. */
  readonly kenmerk: string
  readonly bericht: string | null
  readonly indicatie: string | null
  readonly vanaf: string
}
export type Termijntelling = {
  readonly soort: string
  readonly aanbieder: string
  readonly op_tijd: number
  readonly te_laat: number
  readonly loopt: number
  readonly verlopen: number
}
export type Termijnvraag = {
  /** Wat klaar is telt mee vanaf deze dag; wat nog niet klaar is telt altijd. */
  readonly sinds: string
  readonly vandaag: string
  /** De uiterste dag per soort, voor elke eerste dag van de eerste die hier staat tot en met vandaag. Wat eerder begon en niet klaar is, is voorbij. */
  readonly uiterlijk: readonly {
    readonly soorten: readonly string[]
    readonly vanaf: readonly string[]
    readonly dagen: readonly string[]
  }[]
  /** Zoveel van elke soort, het langst te laat eerst. */
  readonly hoogstens: number
}
export type Termijnen = {
  readonly tellingen: readonly Termijntelling[]
  readonly verlopen: readonly Termijnrij[]
  /** Zoveel berichten zijn ervoor bekeken. */
  readonly berichten: number
}

/** De database telt en kiest: naar buiten komen de aantallen en de langst verlopen gevallen, niet de feiten zelf. */
export async function leesTermijnen(tx: Tx, gemeente: string, v: Termijnvraag): Promise<Termijnen> {
  await metGroteVragen(tx)
  const { rows } = await sql<Termijnen>`
    with ${ketenfeiten(gemeente)}, ${termijnfeiten(gemeente, v)}, ${oordelen(v)}
    select
      coalesce((select jsonb_agg(to_jsonb(x)) from (select soort, aanbieder, count(*) filter (where stand = 'op_tijd') as op_tijd,
          count(*) filter (where stand = 'te_laat') as te_laat, count(*) filter (where stand = 'loopt') as loopt,
          count(*) filter (where stand = 'verlopen') as verlopen
        from beoordeeld group by soort, aanbieder order by soort, aanbieder) x), '[]') as tellingen,
      coalesce((select jsonb_agg(jsonb_build_object('soort', soort, 'aanbieder', aanbieder, 'kenmerk', kenmerk, 'bericht', bericht,
          'indicatie', indicatie, 'vanaf', vanaf) order by volg)
        from (select *, row_number() over (partition by soort order by vanaf, kenmerk) as rang, row_number() over (order by vanaf, kenmerk) as volg
          from beoordeeld where stand = 'verlopen') x where rang <= ${v.hoogstens}), '[]') as verlopen,
      (select count(*)::int from verkeer) as berichten`.execute(tx)
  return rows[0] as Termijnen
}

/** Klaar na de uiterste dag is te laat; nog niet klaar en die dag voorbij is verlopen. */
const oordelen = ({ uiterlijk, vandaag }: Termijnvraag) => sql`
  uiterste as (${sql.join(
    uiterlijk.map(
      (u) => sql`select s.soort, d.vanaf, d.dag from unnest(${[...u.soorten]}::text[]) as s(soort),
        unnest(${[...u.vanaf]}::text[], ${[...u.dagen]}::text[]) as d(vanaf, dag)`,
    ),
    sql` union all `,
  )}),
  beoordeeld as materialized (
    select f.*, case
        when f.klaar_op is null then case when f.vanaf > ${vandaag} or u.dag >= ${vandaag} then 'loopt' else 'verlopen' end
        else case when f.vanaf > ${vandaag} or u.dag >= f.klaar_op then 'op_tijd' else 'te_laat' end
      end as stand
    from feit f left join uiterste u on u.soort = f.soort and u.vanaf = f.vanaf)`

/** Alles wat na `sinds` begon, of nog loopt; `vandaag` begrenst wat al begonnen hoort te zijn. */
const termijnfeiten = (gemeente: string, v: Pick<Termijnvraag, 'sinds' | 'vandaag'>) => sql`
  levert as materialized (
    select t.aanbieder, t.nummer, t.bericht, t.indicatie, t.ingangsdatum, t.einddatum, ${dag(sql`t.ontvangen_op`)} as ontvangen_op,
      s.nummer is not null as is_gestart, s.begin, ${dag(sql`s.op`)} as start_op, e.eind, ${dag(sql`e.op`)} as stop_op
    from geldend t
    left join gemeld s on s.soort = 'start' and s.nummer = t.nummer and s.bsn_index = t.bsn_index
    left join gemeld e on e.soort = 'stop' and e.nummer = t.nummer and e.bsn_index = t.bsn_index),
  gevraagd as materialized (${verzoekfeiten(gemeente)}),
  gedeclareerd as materialized (${gedeclareerd(gemeente, v.vandaag)}),
  feit as materialized (
    select * from (${sql.join([retour(gemeente), eigenRetour, levering(v.vandaag), verzoeken, declaraties(v.vandaag)], sql` union all `)}) f
    where vanaf >= ${v.sinds} or klaar_op is null)`

/** Wat wij stuurden en waarop een antwoord hoort te komen. */
const retour = (gemeente: string) => sql`
  select 'retour' as soort, b.aanbieder, b.naam || ' ' || b.identificatie as kenmerk, b.id as bericht, null::uuid as indicatie,
    ${dag(sql`b.verzonden_op`)} as vanaf, ${dag(sql`a.op`)} as klaar_op
  from verkeer b left join (
    select o.aanbieder, o.over_naam, o.over_identificatie, o.over_afzender, min(r.vastgelegd_op) as op
    from oordeel o join verkeer r on r.id = o.bericht
    where o.gemeente = ${gemeente} and o.partij = ${gemeente} and o.vervallen_op is null and o.over_naam in ('WMO301', 'WMO319') group by 1, 2, 3, 4) a
    on a.aanbieder = b.aanbieder and a.over_naam = b.naam and a.over_identificatie = b.identificatie and a.over_afzender = b.afzender
  where b.richting = 'uit' and b.naam in ('WMO301', 'WMO319') and b.verzonden_op is not null and b.vervangen_op is null`

/** Wat wij kregen en moeten beantwoorden; een declaratie heeft een eigen termijn. */
const eigenRetour = sql`
  select case b.naam when 'WMO323' then 'declaratieantwoord' else 'eigen_retour' end, b.aanbieder, b.naam || ' ' || b.identificatie, b.id, null::uuid,
    ${dag(sql`b.vastgelegd_op`)}, ${dag(sql`r.verzonden_op`)}
  from verkeer b left join verkeer r on r.id = b.retour and r.richting = 'uit'
  where b.richting = 'in' and b.uitkomst in ('geaccepteerd', 'afgewezen', 'deels') and b.naam in ('WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO323')`

const levering = (vandaag: string) => sql`
  select 'start', aanbieder, 'toewijzing ' || nummer, bericht, indicatie, greatest(coalesce(begin, ingangsdatum), ontvangen_op), start_op
  from levert where ingangsdatum <= ${vandaag}
  union all
  select 'stop', aanbieder, 'toewijzing ' || nummer, bericht, indicatie, coalesce(eind, einddatum), stop_op
  from levert where is_gestart and coalesce(eind, einddatum) <= ${vandaag}`

/** Eerst een antwoord of toewijzing; zegt het antwoord "in onderzoek", dan loopt daarna de lange termijn. */
const verzoeken = sql`
  select case verzoek when 'VOT' then 'verzoek_toewijzing' else 'verzoek_wijziging' end, aanbieder, kenmerk, bericht, null::uuid, ontvangen,
    least(besloten_op, onderzoek_op) from gevraagd
  union all
  select 'in_onderzoek', aanbieder, kenmerk, bericht, null::uuid, dagtekening, besloten_op from gevraagd where onderzoek_op is not null`

const verzoekfeiten = (gemeente: string) => sql`
  select v.aanbieder, v.soort as verzoek, 'verzoek ' || v.referentie as kenmerk, v.bericht, ${dag(sql`b.vastgelegd_op`)} as ontvangen, b.dagtekening,
    ${dag(sql`least(t.op, a.nee_op)`)} as besloten_op, ${dag(sql`a.onderzoek_op`)} as onderzoek_op
  from verzoek v join telt b on b.id = v.bericht
  left join (select t.aanbieder, t.referentie, min(c.vastgelegd_op) as op from toewijzing t join telt c on c.id = t.bericht
    where t.gemeente = ${gemeente} and t.partij = ${gemeente} and t.referentie is not null group by 1, 2) t
    on t.aanbieder = v.aanbieder and t.referentie = v.referentie
  left join (select a.aanbieder, a.referentie, min(c.vastgelegd_op) filter (where a.antwoord = '1') as nee_op,
      min(c.vastgelegd_op) filter (where a.antwoord = '2') as onderzoek_op from verzoekantwoord a join telt c on c.id = a.bericht
    where a.gemeente = ${gemeente} and a.partij = ${gemeente} group by 1, 2) a
    on a.aanbieder = v.aanbieder and a.referentie = v.referentie
  where v.gemeente = ${gemeente} and v.partij = ${gemeente}`

/**
 * Per aanbieder elke volle maand waarin hulp liep die gestart was. Een gemiste maand mag ook later, in de declaratie over een andere maand
 * (IV090); wie de toewijzing pas later kreeg, kon niet eerder declareren.
 */
const declaraties = (vandaag: string) => sql`
  select 'declaratie', m.aanbieder, 'maand ' || m.maand, null::uuid, null::uuid, greatest(m.laatste, m.ontvangen_op), d.op
  from (select t.aanbieder, to_char(w.maand, 'YYYY-MM') as maand, (w.maand + interval '1 month - 1 day')::date::text as laatste,
      min(t.ontvangen_op) as ontvangen_op
    from generate_series(${eersteMaand(vandaag)}, date_trunc('month', ${vandaag}::date) - interval '1 month', interval '1 month') as w(maand)
    join levert t on t.is_gestart and t.begin <= (w.maand + interval '1 month - 1 day')::date::text
      and (t.einddatum is null or t.einddatum >= w.maand::date::text)
    group by t.aanbieder, w.maand) m
  left join gedeclareerd d on d.aanbieder = m.aanbieder and d.maand = m.maand`
const eersteMaand = (vandaag: string) => sql`date_trunc('month', ${vandaag}::date) - interval '6 months'`

/** Over welke maanden een aanbieder declareerde, en op welke dag voor het eerst. */
const gedeclareerd = (gemeente: string, vandaag: string) => sql`
  select x.aanbieder, x.maand, ${dag(sql`min(b.vastgelegd_op)`)} as op
  from (select aanbieder, bericht, left(van, 7) as maand from declaratie where gemeente = ${gemeente} and partij = ${gemeente}
      and van >= (${eersteMaand(vandaag)})::date::text
    union select aanbieder, bericht, left(van, 7) from prestatie where gemeente = ${gemeente} and partij = ${gemeente} and dc = 'D'
      and van >= (${eersteMaand(vandaag)})::date::text) x
  join telt b on b.id = x.bericht
  group by 1, 2`
