-- Dat een toewijzing is ingetrokken of een andere laatste dag kreeg, staat als feit bij de indicatie.
drop policy toewijzen on gebeurtenis;
create policy toewijzen on gebeurtenis for insert
  with check ((select heb_rol('administratie')) and indicatie is not null and vervangt is null
    and soort in ('toegewezen', 'opdracht_buitenom', 'toewijzing_ingetrokken', 'toewijzing_gewijzigd'));

-- Een antwoord waarin alles is aangenomen noemt geen cliënt. Het gaat over wie het beantwoorde bericht gaat. Leest als eigenaar: het
-- antwoord is er voor wie het bericht ziet, en dat is pas hiermee te zeggen.
create function client_van_antwoord(welk uuid) returns bytea language sql stable security definer set search_path = public as $$
  select h.bsn_index from bericht b
    join lateral (
      select x.bsn_index from bericht x where x.gemeente = b.gemeente and x.retour = b.id
      union all select x.bsn_index from bericht x where x.gemeente = b.gemeente and x.id = b.over
      union all select x.bsn_index from oordeel o join bericht x on x.gemeente = o.gemeente and x.partij = o.partij and x.aanbieder = o.aanbieder
          and x.naam = o.over_naam and x.identificatie = o.over_identificatie and x.afzender = o.over_afzender
        where o.gemeente = b.gemeente and o.bericht = b.id
    ) h on h.bsn_index is not null
  where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.id = welk and b.bsn_index is null
  limit 1
$$;
revoke all on function client_van_antwoord(uuid) from public;
grant execute on function client_van_antwoord(uuid) to meedoen_app;

drop policy lezen on bericht;
create policy lezen on bericht for select
  using ((select heb_rol('administratie', 'teamleider', 'toezichthouder', 'systeem'))
    or ((select heb_rol('consulent')) and coalesce(bsn_index, client_van_antwoord(id)) in (select mijn_clienten())));

drop policy lezen on berichtdeel;
create policy lezen on berichtdeel for select
  using ((select heb_rol('administratie', 'systeem'))
      or exists (select from bericht b where b.gemeente = mijn_gemeente() and b.id = bericht
        and mag_client_bsn_tonen(coalesce(b.bsn_index, client_van_antwoord(b.id)))));

-- Wie een geweigerde poging doet op een antwoord, doet dat bij de inwoner van het beantwoorde bericht.
create or replace function inwoner_van_bericht(welk uuid) returns uuid language sql stable security definer set search_path = public as $$
  select i.id from bericht b join inwoner i on i.gemeente = b.gemeente and i.bsn_index = coalesce(b.bsn_index, client_van_antwoord(b.id))
  where b.gemeente = mijn_gemeente() and b.partij = mijn_gemeente()::text and b.id = welk
$$;

-- Een antwoord op een bestand dat niet in een envelop kon, gaat alsnog als er weer een map is.
create or replace function open_berichten() returns table (gemeente char(4), partij text) language sql stable security definer set search_path = public as $$
  select b.gemeente, b.partij from bericht b where b.richting = 'uit' and b.verzonden_op is null
    and not exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.stand = 'mislukt'
      and e.fout_code is distinct from 'GEEN_HEENENVELOP')
  union select e.gemeente, e.partij from envelop e where e.richting = 'uit' and e.stand = 'wacht'
  order by 1, 2
$$;

-- Een certificaat dat bijna verloopt is werk voor de beheerder: één keer, met de dag, en klaar als er een nieuw certificaat is.
create table certificaatwerk (
  gemeente char(4) not null references gemeente (code),
  naam text not null,                                     -- de plek in het ketenbestand: verzending, ontvangst, partijen.9990, met .ca
  tot timestamptz not null,                               -- tot wanneer dit certificaat geldt
  gemeld_op timestamptz not null,
  klaar_op timestamptz,
  primary key (gemeente, naam, tot)
);
grant select, insert on certificaatwerk to meedoen_app;
grant update (klaar_op) on certificaatwerk to meedoen_app;
alter table certificaatwerk enable row level security, force row level security;
create policy gemeente on certificaatwerk as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
create policy lezen on certificaatwerk for select
  using ((select heb_rol('beheerder', 'administratie', 'teamleider', 'toezichthouder', 'systeem')));
create policy schrijven on certificaatwerk for insert with check ((select heb_rol('systeem')));
create policy wijzigen on certificaatwerk for update using ((select heb_rol('systeem')));
