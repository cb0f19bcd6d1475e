-- Wie een inwoner helpt, wijst toe en antwoordt dus ook op een verzoek van zijn aanbieder: "in onderzoek" of afgewezen.
create policy toewijzen on verzoekantwoord for insert
  with check (exists (select from bericht b where b.gemeente = mijn_gemeente() and b.id = bericht and b.naam = 'WMO319'
    and mag_client_schrijven(b.bsn_index)));

-- Een antwoord op een verzoek noemt geen cliënt. Het gaat over wie het verzoek gaat; zo ziet wie die inwoner helpt dat er al geantwoord is, ook als
-- het bericht buiten dit programma om verstuurd was.
create or replace function client_van_antwoord(welk uuid) returns bytea language sql stable security definer set search_path = public as $$
  select h.bsn_index from bericht b
    join lateral (
      select x.bsn_index from bericht x where x.gemeente = b.gemeente and x.retour = b.id
      union all select x.bsn_index from bericht x where x.gemeente = b.gemeente and x.id = b.over
      union all select x.bsn_index from oordeel o join bericht x on x.gemeente = o.gemeente and x.partij = o.partij and x.aanbieder = o.aanbieder
          and x.naam = o.over_naam and x.identificatie = o.over_identificatie and x.afzender = o.over_afzender
        where o.gemeente = b.gemeente and o.bericht = b.id
      union all select v.bsn_index from verzoekantwoord a join verzoek v on v.gemeente = a.gemeente and v.partij = a.partij
          and v.aanbieder = a.aanbieder and v.referentie = a.referentie
        where a.gemeente = b.gemeente and a.bericht = b.id
    ) h on h.bsn_index is not null
  where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.id = welk and b.bsn_index is null
  limit 1
$$;
