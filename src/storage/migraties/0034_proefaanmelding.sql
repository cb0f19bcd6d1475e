-- Wie de beheerder van een proefgemeente toevoegt, kan zich daar ook aanmelden: na de verzonnen medewerkers, op naam.
create or replace function proefmedewerkers()
  returns table (gemeente char(4), gemeentenaam text, medewerker uuid, aanmeldnaam text, naam text, rollen text[], team text)
  language sql stable security definer set search_path = public as $$
  select m.gemeente, g.naam, m.id, m.aanmeldnaam, m.naam, m.rollen, t.naam from medewerker m join gemeente g on g.code = m.gemeente
  left join team t on t.gemeente = m.gemeente and t.id = m.team
  where g.verzonnen and m.actief order by g.naam, m.aanmeldnaam not like 'proef-%', m.aanmeldnaam
$$;
