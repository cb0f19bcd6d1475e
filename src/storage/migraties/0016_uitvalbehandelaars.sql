-- Wie uitval kan overnemen: de namen van wie nu bij de administratie werkt, voor wie die werklijst ziet.
create function uitvalbehandelaars() returns table (id uuid, naam text) language sql stable security definer set search_path = public as $$
  select m.id, m.naam from medewerker m
  where m.gemeente = mijn_gemeente() and m.actief and m.rollen && array['administratie']
    and heb_rol('administratie', 'teamleider', 'toezichthouder')
  order by m.naam
$$;
revoke all on function uitvalbehandelaars() from public;
grant execute on function uitvalbehandelaars() to meedoen_app;
