-- Over wie een bericht gaat: de cliënt die het noemt, of bij een antwoord dat er geen noemt die van wat het beantwoordt. Als kolom, want de
-- rijbeveiliging vraagt ernaar bij elke rij, en een lijst zoekt erop. Wie een bericht vastlegt vult haar.
alter table bericht add column client_index bytea;
-- Zonder de rijbeveiliging, want die geldt ook voor de eigenaar: alle gemeenten tegelijk.
alter table bericht no force row level security;
alter table oordeel no force row level security;
alter table verzoek no force row level security;
alter table verzoekantwoord no force row level security;
update bericht set client_index = bsn_index where bsn_index is not null;
-- Een antwoord op een verzoek (WMO319) eerst: het retourbericht daarop gaat over dezelfde.
update bericht a set client_index = v.bsn_index
  from verzoekantwoord n join verzoek v on v.gemeente = n.gemeente and v.partij = n.partij and v.aanbieder = n.aanbieder and v.referentie = n.referentie
  where n.gemeente = a.gemeente and n.bericht = a.id and a.client_index is null;
update bericht a set client_index = h.client_index
  from bericht h where h.gemeente = a.gemeente and h.retour = a.id and h.client_index is not null and a.client_index is null;
update bericht a set client_index = h.client_index
  from bericht h where h.gemeente = a.gemeente and h.id = a.over and h.client_index is not null and a.client_index is null;
update bericht a set client_index = h.client_index
  from (select distinct on (o.gemeente, o.bericht) o.gemeente, o.bericht, h.client_index
    from oordeel o join bericht h on h.gemeente = o.gemeente and h.partij = o.partij and h.aanbieder = o.aanbieder and h.naam = o.over_naam
      and h.identificatie = o.over_identificatie and h.afzender = o.over_afzender
    where h.client_index is not null
    order by o.gemeente, o.bericht, h.telt and h.vervangen_op is null desc, h.vastgelegd_op desc, h.id) h
  where h.gemeente = a.gemeente and h.bericht = a.id and a.client_index is null;
alter table bericht force row level security;
alter table oordeel force row level security;
alter table verzoek force row level security;
alter table verzoekantwoord force row level security;
alter table bericht add constraint bericht_over_wie check (bsn_index is null or client_index = bsn_index);
drop index bericht_client;
-- Met de partij erbij, want daar toetst de rijbeveiliging op: zo kiest de index alleen al de laatste berichten van duizend cliënten.
create index bericht_client on bericht (gemeente, client_index, vastgelegd_op, id, partij) where client_index is not null;
-- Wat bij een bericht hoort wordt gezocht op zijn nummer, ook als het vervangen is of dubbel kwam.
create index bericht_opnummer on bericht (gemeente, identificatie, naam);
drop index oordeel_over;
create index oordeel_over on oordeel (gemeente, over_identificatie, over_naam, over_afzender);

-- Wie ik mag zien: eerst de dossiers waar ik iets mee heb, dan pas wie dat zijn. Elke tak gaat langs een index, in plaats van per inwoner
-- van de gemeente na te gaan of er een zaak is. De regel is dezelfde: eigen team, een open zaak van mij of mijn team, of noodtoegang.
create or replace function mijn_clienten() returns setof bytea language sql stable rows 200 security definer set search_path = public as $$
  with dossier as (
    select i.id from inwoner i where i.gemeente = mijn_gemeente() and i.team = mijn_team()
    union select z.inwoner from zaak z where z.gemeente = mijn_gemeente() and z.team = mijn_team() and z.afgesloten_op is null
    union select z.inwoner from zaak z where z.gemeente = mijn_gemeente() and z.behandelaar = mijn_medewerker() and z.afgesloten_op is null
    union select n.inwoner from noodtoegang n where n.gemeente = mijn_gemeente() and n.medewerker = mijn_medewerker() and n.tot > mijn_nu()
  )
  select i.bsn_index from dossier d join inwoner i on i.gemeente = mijn_gemeente() and i.id = d.id
  where heb_rol('consulent') and i.bsn_index is not null
$$;

drop policy lezen on bericht;
create policy lezen on bericht for select
  using ((select heb_rol('administratie', 'teamleider', 'toezichthouder', 'systeem'))
    or ((select heb_rol('consulent')) and client_index in (select mijn_clienten())));

drop policy lezen on berichtdeel;
create policy lezen on berichtdeel for select
  using ((select heb_rol('administratie', 'systeem'))
      or exists (select from bericht b where b.gemeente = mijn_gemeente() and b.id = bericht and b.client_index is not null
        and mag_client_bsn_tonen(b.client_index)));

create or replace function inwoner_van_bericht(welk uuid) returns uuid language sql stable security definer set search_path = public as $$
  select i.id from bericht b join inwoner i on i.gemeente = b.gemeente and i.bsn_index = b.client_index
  where b.gemeente = mijn_gemeente() and b.partij = mijn_gemeente()::text and b.id = welk
$$;

drop function client_van_antwoord(uuid);

-- Bij het vastleggen. Noemt dit bericht zelf geen cliënt, dan gaat het over wie het beantwoorde bericht gaat; en wat dit bericht beantwoordt en zelf
-- geen cliënt noemt, gaat over wie dit bericht gaat: ons antwoord staat er al, en dat van een ander kan er eerder geweest zijn. Als eigenaar: het
-- programma zelf kan een cliënt niet veranderen, en wie een bericht vastlegt ziet niet altijd wat het beantwoordt.
create function koppel_client(welk uuid) returns void language sql security definer set search_path = public as $$
  update bericht b set client_index = coalesce(
      (select x.client_index from bericht x where x.gemeente = b.gemeente and x.id = b.over),
      (select x.client_index from oordeel o join bericht x on x.gemeente = o.gemeente and x.partij = o.partij and x.aanbieder = o.aanbieder
          and x.naam = o.over_naam and x.identificatie = o.over_identificatie and x.afzender = o.over_afzender
        where o.gemeente = b.gemeente and o.bericht = b.id and b.richting = 'in' and x.telt and x.vervangen_op is null),
      (select v.bsn_index from verzoekantwoord a join verzoek v on v.gemeente = a.gemeente and v.partij = a.partij and v.aanbieder = a.aanbieder
          and v.referentie = a.referentie
        where a.gemeente = b.gemeente and a.bericht = b.id order by v.bericht limit 1))
    where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.id = welk and b.client_index is null;

  with recursive keten as (
    select x.id, x.client_index from bericht x
      where x.gemeente = mijn_gemeente() and x.partij = mijn_partij() and x.id = welk and x.client_index is not null
    union
    select r.id, k.client_index from keten k join bericht x on x.gemeente = mijn_gemeente() and x.id = k.id
      cross join lateral (
        select x.retour as id
        union all select o.bericht from oordeel o where o.gemeente = x.gemeente and o.partij = x.partij and o.aanbieder = x.aanbieder
          and o.over_naam = x.naam and o.over_identificatie = x.identificatie and o.over_afzender = x.afzender and o.vervallen_op is null and x.telt
        union all select a.bericht from verzoek v join verzoekantwoord a on a.gemeente = v.gemeente and a.partij = v.partij
            and a.aanbieder = v.aanbieder and a.referentie = v.referentie where v.gemeente = x.gemeente and v.bericht = x.id) d
      join bericht r on r.gemeente = x.gemeente and r.id = d.id and r.client_index is null
  )
  update bericht b set client_index = k.client_index from keten k
    where b.gemeente = mijn_gemeente() and b.id = k.id and b.client_index is null;
$$;
revoke all on function koppel_client(uuid) from public;
grant execute on function koppel_client(uuid) to meedoen_app;

-- Als voorheen, met de cliënt erbij.
create or replace view berichtstand with (security_invoker = true) as
  select b.gemeente, b.partij, b.id, b.aanbieder, b.richting, b.naam, b.release, b.afzender, b.ontvanger, b.identificatie, b.dagtekening, b.bsn_index,
    b.grootte, b.uitkomst, b.telt, b.retour, b.over, b.vastgelegd_op, b.verzonden_op,
    case
      when b.vervangen_op is not null then 'vervangen'
      when b.uitkomst = 'niveau1' then 'schemafout'
      when b.uitkomst = 'vreemd' then 'vreemd'
      when b.richting = 'in' then case when not b.telt then 'dubbel' else case b.uitkomst when 'geaccepteerd' then 'aangenomen' when 'deels' then 'deels'
        else 'afgekeurd' end end
      else coalesce(
        (select case o.uitkomst when 'afgewezen' then 'afgekeurd' else 'aangenomen' end from oordeel o
          where o.gemeente = b.gemeente and o.partij = b.partij and o.aanbieder = b.aanbieder and o.over_naam = b.naam
            and o.over_identificatie = b.identificatie and o.over_afzender = b.afzender and o.vervallen_op is null
          order by (o.uitkomst = 'afgewezen') desc limit 1),
        case
          when exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.richting = 'uit' and e.stand = 'mislukt')
            then 'niet_bezorgd'
          when b.verzonden_op is null
            or exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.richting = 'uit' and e.stand = 'wacht') then 'klaargezet'
          when b.naam in ('WMO301', 'WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO319', 'WMO323') then 'wacht_op_antwoord'
          else 'verzonden'
        end)
    end as stand, b.client_index
  from bericht b;
