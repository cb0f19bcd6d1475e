-- De termijn die nu loopt: zes weken voor het onderzoek, en na de aanvraag twee weken voor het besluit (Wmo 2.3.2 lid 1, 2.3.5 lid 2).
-- `uiterlijk` is wat een lijst sorteert; een zaak zonder lopende termijn staat achteraan. Dezelfde regel als core/dossier/lopende-termijn.ts.

alter table zaak add column besluit_uiterlijk date;       -- leeg zolang er geen aanvraag is

-- Wat er al was: de laatste aanvraag die geldt, twee weken verder, en dan de eerste dag die geen weekend, feestdag of gelijkgestelde
-- dag is (Algemene termijnenwet). Twee weken bevatten altijd twee werkdagen.
create function pg_temp.eerste_gewone_dag(dag date) returns date language plpgsql as $$
declare
  jaar int; a int; eeuw int; rest int; maan int; week int; som int; paasdag date; koningsdag date;
begin
  loop
    jaar := extract(year from dag); a := jaar % 19; eeuw := jaar / 100; rest := jaar % 100;
    maan := (19 * a + eeuw - eeuw / 4 - (eeuw - (eeuw + 8) / 25 + 1) / 3 + 15) % 30;
    week := (32 + 2 * (eeuw % 4) + 2 * (rest / 4) - maan - rest % 4) % 7;
    som := maan + week - 7 * ((a + 11 * maan + 22 * week) / 451) + 114;
    paasdag := make_date(jaar, som / 31, som % 31 + 1);
    koningsdag := make_date(jaar, 4, 27);
    if extract(isodow from koningsdag) = 7 then koningsdag := koningsdag - 1; end if;
    exit when extract(isodow from dag) < 6
      and dag not in (make_date(jaar, 1, 1), paasdag - 2, paasdag + 1, koningsdag, make_date(jaar, 5, 5), paasdag + 39, paasdag + 50,
                      make_date(jaar, 12, 25), make_date(jaar, 12, 26))
      and not exists (select from gelijkgestelde_dag g where g.dag = eerste_gewone_dag.dag);
    dag := dag + 1;
  end loop;
  return dag;
end $$;

update zaak z set besluit_uiterlijk = pg_temp.eerste_gewone_dag(a.datum + 14)
from (select distinct on (g.gemeente, g.zaak) g.gemeente, g.zaak, g.datum from gebeurtenis g
      where g.soort = 'aanvraag_ontvangen' and g.zaak is not null
        and not exists (select from gebeurtenis v where v.gemeente = g.gemeente and v.vervangt = g.id)
      order by g.gemeente, g.zaak, g.datum desc, g.id desc) a
where a.gemeente = z.gemeente and a.zaak = z.id;

alter table zaak add column uiterlijk date not null generated always as (
  case when stand = 'aanvraag' then coalesce(besluit_uiterlijk, onderzoek_uiterlijk)
       when stand in ('verslag_verzonden', 'afgesloten') then '2199-12-31'::date
       else onderzoek_uiterlijk end) stored;

drop index zaak_behandelaar;
drop index zaak_team;
create index zaak_behandelaar on zaak (gemeente, behandelaar, uiterlijk, id) where afgesloten_op is null;
create index zaak_team on zaak (gemeente, team, uiterlijk, id) where afgesloten_op is null;
create index zaak_termijn on zaak (gemeente, uiterlijk, id);

grant update (besluit_uiterlijk) on zaak to meedoen_app;
