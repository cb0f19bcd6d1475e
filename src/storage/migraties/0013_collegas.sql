-- Van een collega zijn naam, team en of hij zaken behandelt te zien; aanmeldnaam, rollen en identiteit alleen voor de beheerder en voor
-- wie het zelf is.

drop policy lezen on medewerker;
create policy lezen on medewerker for select using ((select heb_rol('beheerder', 'systeem')) or id = (select mijn_medewerker()));

create function collegas() returns table (id uuid, naam text, team uuid, actief boolean, behandelt boolean)
  language sql stable rows 100 security definer set search_path = public as $$
  select m.id, m.naam, m.team, m.actief, m.rollen && array['consulent', 'teamleider'] from medewerker m where m.gemeente = mijn_gemeente()
$$;

-- Het aanmeldscherm van de proefomgeving zegt ook bij welk team iemand hoort.
drop function proefmedewerkers();
create function proefmedewerkers()
  returns table (gemeente char(4), gemeentenaam text, medewerker uuid, aanmeldnaam text, naam text, rollen text[], team text)
  language sql stable security definer set search_path = public as $$
  select m.gemeente, g.naam, m.id, m.aanmeldnaam, m.naam, m.rollen, t.naam from medewerker m join gemeente g on g.code = m.gemeente
  left join team t on t.gemeente = m.gemeente and t.id = m.team
  where g.verzonnen and m.aanmeldnaam like 'proef-%' and m.actief order by g.naam, m.aanmeldnaam
$$;

revoke all on function collegas(), proefmedewerkers() from public;
grant execute on function collegas(), proefmedewerkers() to meedoen_app;
