-- Wat een consulent ziet was bij elke tabel de hele verzameling van haar cliënten: in een vraag met tien keer zo'n tabel werd die tien keer opgebouwd,
-- ook als er vijf rijen waren. Nu wordt bij een rij gevraagd of zij er een van is, en wie een lijst maakt kiest eerst de rijen van haar cliënten.
-- Zelfde regel: eigen team, een open zaak van mij of mijn team, of noodtoegang.
create function ziet_client(welke bytea) returns boolean language plpgsql stable security definer set search_path = public as $$
begin
  return heb_rol('consulent') and exists (select from inwoner i where i.gemeente = mijn_gemeente() and i.bsn_index = welke
    and (i.team = mijn_team()
      or exists (select from zaak z where z.gemeente = i.gemeente and z.inwoner = i.id and z.afgesloten_op is null
        and (z.behandelaar = mijn_medewerker() or z.team = mijn_team()))
      or exists (select from noodtoegang n where n.gemeente = i.gemeente and n.inwoner = i.id and n.medewerker = mijn_medewerker() and n.tot > mijn_nu())));
end $$;
revoke all on function ziet_client(bytea) from public;
grant execute on function ziet_client(bytea) to meedoen_app;

do $$ declare t text; begin
  foreach t in array array['toewijzing','levering','verzoek','afgewezen_regel'] loop
    execute format('drop policy lezen on %I', t);
    execute format('create policy lezen on %I for select
      using ((select heb_rol(''administratie'', ''teamleider'', ''toezichthouder'', ''systeem'')) or ((select heb_rol(''consulent'')) and ziet_client(bsn_index)))', t);
  end loop;
end $$;
drop policy lezen on bericht;
create policy lezen on bericht for select
  using ((select heb_rol('administratie', 'teamleider', 'toezichthouder', 'systeem')) or ((select heb_rol('consulent')) and ziet_client(client_index)));

-- Voor wie rijen kiest. Wie al van het eigen team is, hoeft niet ook langs haar zaak; en wat van de transactie afhangt wordt één keer uitgerekend.
create or replace function mijn_clienten() returns setof bytea language sql stable rows 200 security definer set search_path = public as $$
  select i.bsn_index from inwoner i where i.gemeente = mijn_gemeente() and i.team = mijn_team() and i.bsn_index is not null and heb_rol('consulent')
  union all
  select i.bsn_index from (
    select z.inwoner from zaak z where z.gemeente = mijn_gemeente() and z.team = mijn_team() and z.afgesloten_op is null
    union select z.inwoner from zaak z where z.gemeente = mijn_gemeente() and z.behandelaar = mijn_medewerker() and z.afgesloten_op is null
    union select n.inwoner from noodtoegang n where n.gemeente = mijn_gemeente() and n.medewerker = mijn_medewerker() and n.tot > mijn_nu()
  ) d join inwoner i on i.gemeente = (select mijn_gemeente()) and i.id = d.inwoner and i.team is distinct from (select mijn_team())
  where i.bsn_index is not null and heb_rol('consulent')
$$;
