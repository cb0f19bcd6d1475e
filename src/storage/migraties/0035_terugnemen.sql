-- Een antwoord op een verzoek gaat niet meteen weg: tot dit moment is het terug te nemen, en tot dat moment brengt niemand het weg. Wat
-- teruggenomen is, is vervangen door niets: het telt nergens meer mee, en blijft te zien.
alter table bericht add column verzend_na timestamptz;

-- Als eigenaar: wie de inwoner helpt wijzigt verder geen bericht. Een tel speling, want een ander programma kan een andere klok hebben.
create function neem_bericht_terug(welk uuid) returns boolean language sql security definer set search_path = public as $$
  with terug as (update bericht b set vervangen_op = mijn_nu()
    where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.id = welk and b.richting = 'uit' and b.naam = 'WMO319'
      and b.verzonden_op is null and b.vervangen_op is null and b.verzend_na > mijn_nu() + interval '1 second'
      and not exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id)
      and (heb_rol('administratie') or (b.client_index is not null and mag_client_schrijven(b.client_index)))
    returning 1)
  select exists (select from terug)
$$;
revoke all on function neem_bericht_terug(uuid) from public;
grant execute on function neem_bericht_terug(uuid) to meedoen_app;

-- Als voorheen, zonder wat teruggenomen is.
create or replace view berichtstand with (security_invoker = true) as
  select b.gemeente, b.partij, b.id, b.aanbieder, b.richting, b.naam, b.release, b.afzender, b.ontvanger, b.identificatie, b.dagtekening, b.bsn_index,
    b.grootte, b.uitkomst, b.telt, b.retour, b.over, b.vastgelegd_op, b.verzonden_op,
    case
      when b.vervangen_op is not null then case when b.verzend_na is not null and b.verzonden_op is null then 'teruggenomen' else 'vervangen' end
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

create or replace function berichtenverkeer_nu()
  returns table (klaargezet int, oudste_klaargezet timestamptz, laatste_in timestamptz, laatste_uit timestamptz, open_uitval int)
  language sql stable security definer set search_path = public as $$
  select
    (select count(*)::int from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit' and b.verzonden_op is null and b.vervangen_op is null),
    (select min(b.vastgelegd_op) from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit' and b.verzonden_op is null and b.vervangen_op is null),
    (select b.vastgelegd_op from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'in'
      order by b.vastgelegd_op desc limit 1),
    (select max(b.verzonden_op) from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit'),
    (select count(*)::int from uitval u where u.gemeente = mijn_gemeente() and u.partij = mijn_partij() and u.stand = 'open')
  where heb_rol('administratie', 'teamleider', 'toezichthouder', 'beheerder', 'systeem')
$$;

create or replace function achterstand() returns table (wat text, aantal bigint) language sql stable security definer set search_path = public as $$
  select 'logboek_open', count(*) from audit_open
  union all select 'uitgaand_open', count(*) from outbox where verwerkt_op is null
  union all select 'berichten_uit_wacht', count(*) from bericht where richting = 'uit' and verzonden_op is null and vervangen_op is null
  union all select 'enveloppen_in_wacht', count(*) from envelop where richting = 'in' and stand = 'wacht'
  union all select 'enveloppen_mislukt', count(*) from envelop where stand = 'mislukt'
$$;

create or replace function open_berichten() returns table (gemeente char(4), partij text) language sql stable security definer set search_path = public as $$
  select b.gemeente, b.partij from bericht b where b.richting = 'uit' and b.verzonden_op is null and b.vervangen_op is null
    and not exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.stand = 'mislukt'
      and e.fout_code is distinct from 'GEEN_HEENENVELOP')
  union select e.gemeente, e.partij from envelop e where e.richting = 'uit' and e.stand = 'wacht'
  order by 1, 2
$$;
