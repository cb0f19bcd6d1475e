/**
 * De feiten van het berichtenverkeer van een hele gemeente, elk één keer gelezen: berichten, toewijzingen die gelden, en wat gestart en
 * gestopt is. Termijnen en aansluiting rekenen ermee verder zonder de tabellen opnieuw te lezen.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../transactie.ts'

/**
 * Over een hele gemeente tegelijk is rij voor rij zoeken altijd de verkeerde weg; over een tussenuitkomst kiest PostgreSQL die soms toch.
 * Met genoeg geheugen hoeft een tussenuitkomst niet naar de schijf. Geldt tot het eind van de transactie.
 */
export async function metGroteVragen(tx: Tx): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(
    tx,
  )
}

/** De dag van een tijdstip in Nederland. */
export const dag = (moment: RawBuilder<unknown>) => sql`(${moment} at time zone 'Europe/Amsterdam')::date::text`

const HEEN = sql`('WMO301', 'WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO319', 'WMO323')`

/**
 * `verkeer`: elk bericht. `telt`: heenberichten die gelden, niet vervangen en niet afgewezen. `geldend`: per nummer de versie die geldt, met
 * het moment waarop de aanbieder haar voor het eerst kreeg; verwijderd telt niet. `gemeld`: starts en stops die er staan, vaker neergezet
 * dan weggehaald.
 */
export const ketenfeiten = (gemeente: string) => sql`
  verkeer as materialized (
    select id, aanbieder, richting, naam, afzender, identificatie, dagtekening, uitkomst, retour, over, telt and vervangen_op is null as staat,
      vervangen_op, vastgelegd_op, verzonden_op
    from bericht where gemeente = ${gemeente} and partij = ${gemeente}),
  afgewezen as materialized (
    select o.aanbieder, o.over_naam, o.over_identificatie, o.over_afzender from oordeel o
    where o.gemeente = ${gemeente} and o.partij = ${gemeente} and o.uitkomst = 'afgewezen' and o.vervallen_op is null),
  telt as materialized (
    select b.id, b.dagtekening, b.identificatie, b.vastgelegd_op, b.verzonden_op from verkeer b
    where b.staat and b.naam in ${HEEN} and not exists (select from afgewezen a where a.aanbieder = b.aanbieder and a.over_naam = b.naam
      and a.over_identificatie = b.identificatie and a.over_afzender = b.afzender)),
  geldend as materialized (
    select * from (
      select t.nummer, t.bsn_index, t.aanbieder, t.ingangsdatum, t.einddatum, t.reden_wijziging, t.bericht,
        (array_agg(t.indicatie) filter (where t.indicatie is not null) over w)[1] as indicatie,
        min(coalesce(b.verzonden_op, b.vastgelegd_op)) over w as ontvangen_op, row_number() over w as rang
      from toewijzing t join telt b on b.id = t.bericht
      where t.gemeente = ${gemeente} and t.partij = ${gemeente}
      window w as (partition by t.nummer, t.bsn_index order by t.versie desc, b.dagtekening desc, b.identificatie desc
        rows between unbounded preceding and unbounded following)) t
    where rang = 1 and not (einddatum is not distinct from ingangsdatum and coalesce(reden_wijziging, '') in ('01', '13'))),
  gemeld as materialized (
    select l.nummer, l.bsn_index, l.soort, min(l.begindatum) as begin, max(l.einddatum) as eind, min(b.vastgelegd_op) as op
    from levering l join telt b on b.id = l.bericht
    where l.gemeente = ${gemeente} and l.partij = ${gemeente} and l.nummer is not null and (l.soort = 'start' or l.reden <> '20')
    group by l.nummer, l.bsn_index, l.soort having sum(case l.status when '1' then 1 else -1 end) > 0)`
