-- Een consulent met een groot team: de cliënten die zij mag zien één keer opzoeken, in plaats van de vraag bij elk bericht opnieuw te stellen.
-- Zelfde regel als mag_dossier_lezen voor een consulent: eigen team, een open zaak van mij of mijn team, of noodtoegang.
create function mijn_clienten() returns setof bytea language sql stable rows 200 security definer set search_path = public as $$
  select i.bsn_index from inwoner i
  where heb_rol('consulent') and i.gemeente = mijn_gemeente() and i.bsn_index is not null
    and (i.team = mijn_team()
      or exists (select from zaak z where z.gemeente = i.gemeente and z.inwoner = i.id and z.afgesloten_op is null
        and (z.behandelaar = mijn_medewerker() or z.team = mijn_team()))
      or exists (select from noodtoegang n where n.gemeente = i.gemeente and n.inwoner = i.id and n.medewerker = mijn_medewerker() and n.tot > mijn_nu()))
$$;
revoke all on function mijn_clienten() from public;
grant execute on function mijn_clienten() to meedoen_app;

do $$ declare t text; begin
  foreach t in array array['bericht','toewijzing','levering','verzoek','prestatie','afgewezen_regel'] loop
    execute format('drop policy lezen on %I', t);
    execute format('create policy lezen on %I for select
      using ((select heb_rol(''administratie'', ''teamleider'', ''toezichthouder'', ''systeem''))
        or ((select heb_rol(''consulent'')) and bsn_index in (select mijn_clienten())))', t);
  end loop;
end $$;
