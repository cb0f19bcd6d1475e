-- Berichten bekijken: wie de inhoud leest, hoe een bericht er nu voor staat, en tellingen zonder inhoud.

-- De inhoud van een bericht draagt het burgerservicenummer: dezelfde regel als voor het nummer zelf (inwoner_bsn).
create function mag_client_bsn_tonen(welke bytea) returns boolean language sql stable as $$
  select heb_rol('consulent', 'teamleider', 'toezichthouder') and exists (select from inwoner i
    where i.gemeente = mijn_gemeente() and i.bsn_index = welke
      and (case when heb_rol('consulent', 'teamleider') then sterke_relatie(i.id) else heeft_noodtoegang(i.id) end))
$$;

drop policy lezen on berichtdeel;
create policy lezen on berichtdeel for select
  using ((select heb_rol('administratie', 'systeem'))
      or exists (select from bericht b where b.gemeente = mijn_gemeente() and b.id = bericht and b.bsn_index is not null
        and mag_client_bsn_tonen(b.bsn_index)));

-- De teamleider bewaakt het werk van de hele gemeente, dus ook wat over meer dan één cliënt gaat. Met een vraag die één keer
-- beantwoord wordt in plaats van per rij blijft een lijst met tienduizenden berichten snel.
do $$ declare t text; begin
  foreach t in array array['bericht','toewijzing','levering','verzoek','prestatie','afgewezen_regel'] loop
    execute format('drop policy lezen on %I', t);
    execute format('create policy lezen on %I for select
      using ((select heb_rol(''administratie'', ''teamleider'', ''toezichthouder'', ''systeem'')) or (bsn_index is not null and mag_client_lezen(bsn_index)))', t);
  end loop;
end $$;
-- Wie een bericht ziet, ziet ook wat eraan mis is.
drop policy lezen on uitval;
create policy lezen on uitval for select
  using ((select heb_rol('administratie', 'teamleider', 'toezichthouder', 'systeem'))
      or exists (select from bericht b where b.gemeente = mijn_gemeente() and b.id = bericht));

-- Hoe een bericht er nu voor staat, in één woord.
create view berichtstand with (security_invoker = true) as
  select b.gemeente, b.partij, b.id, b.aanbieder, b.richting, b.naam, b.release, b.afzender, b.ontvanger, b.identificatie, b.dagtekening, b.bsn_index,
    b.grootte, b.uitkomst, b.telt, b.retour, b.over, b.vastgelegd_op, b.verzonden_op,
    case
      when b.vervangen_op is not null then 'vervangen'
      when b.uitkomst = 'niveau1' then 'schemafout'
      when b.uitkomst = 'vreemd' then 'vreemd'
      when b.richting = 'uit' and b.verzonden_op is null then case when exists (select from envelop e where e.gemeente = b.gemeente
        and e.bericht = b.id and e.richting = 'uit' and e.stand = 'mislukt') then 'niet_bezorgd' else 'klaargezet' end
      when not b.telt and b.richting = 'in' then 'dubbel'
      when b.richting = 'in' then case b.uitkomst when 'geaccepteerd' then 'aangenomen' when 'deels' then 'deels' else 'afgekeurd' end
      when b.naam not in ('WMO301', 'WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO319', 'WMO323') then 'verzonden'
      else coalesce((select case o.uitkomst when 'afgewezen' then 'afgekeurd' else 'aangenomen' end from oordeel o
        where o.gemeente = b.gemeente and o.partij = b.partij and o.aanbieder = b.aanbieder and o.over_naam = b.naam
          and o.over_identificatie = b.identificatie and o.over_afzender = b.afzender and o.vervallen_op is null
        order by (o.uitkomst = 'afgewezen') desc limit 1), 'wacht_op_antwoord')
    end as stand
  from bericht b;

create index bericht_retour on bericht (gemeente, retour) where retour is not null;
create index bericht_over on bericht (gemeente, over) where over is not null;
create index uitval_code on uitval (gemeente, code) where code is not null;

-- Aantallen per dag in Nederlandse tijd. Leest als eigenaar: wie het programma beheert telt mee zonder een bericht te zien.
create function tel_berichten(vanaf timestamptz, tot timestamptz)
  returns table (dag text, richting text, stand text, aantal int)
  language sql stable security definer set search_path = public as $$
  select to_char(b.vastgelegd_op at time zone 'Europe/Amsterdam', 'YYYY-MM-DD'), b.richting, b.stand, count(*)::int from berichtstand b
  where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.vastgelegd_op >= vanaf and b.vastgelegd_op < tot
    and heb_rol('administratie', 'teamleider', 'toezichthouder', 'beheerder', 'systeem')
  group by 1, 2, 3
$$;
create function berichtenverkeer_nu()
  returns table (klaargezet int, oudste_klaargezet timestamptz, laatste_in timestamptz, laatste_uit timestamptz, open_uitval int)
  language sql stable security definer set search_path = public as $$
  select
    (select count(*)::int from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit' and b.verzonden_op is null),
    (select min(b.vastgelegd_op) from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit' and b.verzonden_op is null),
    (select b.vastgelegd_op from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'in'
      order by b.vastgelegd_op desc limit 1),
    (select max(b.verzonden_op) from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit'),
    (select count(*)::int from uitval u where u.gemeente = mijn_gemeente() and u.partij = mijn_partij() and u.stand = 'open')
  where heb_rol('administratie', 'teamleider', 'toezichthouder', 'beheerder', 'systeem')
$$;
-- Over wie een bericht gaat, ook als het niet te zien is: een geweigerde poging hoort in het logboek van die inwoner.
create function inwoner_van_bericht(welk uuid) returns uuid language sql stable security definer set search_path = public as $$
  select i.id from bericht b join inwoner i on i.gemeente = b.gemeente and i.bsn_index = b.bsn_index
  where b.gemeente = mijn_gemeente() and b.partij = mijn_gemeente()::text and b.id = welk
$$;
revoke all on function tel_berichten(timestamptz, timestamptz), berichtenverkeer_nu(), inwoner_van_bericht(uuid) from public;
grant execute on function tel_berichten(timestamptz, timestamptz), berichtenverkeer_nu(), inwoner_van_bericht(uuid) to meedoen_app;
grant select on berichtstand to meedoen_app;
