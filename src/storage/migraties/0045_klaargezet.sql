-- Klaar om te versturen is wat nog weg gaat: wat niet aankwam en niet vanzelf opnieuw gaat, telt daar niet bij. Zo zegt het getal wat de lijst laat zien.
create or replace function berichtenverkeer_nu()
  returns table (klaargezet int, oudste_klaargezet timestamptz, laatste_in timestamptz, laatste_uit timestamptz, open_uitval int)
  language sql stable security definer set search_path = public as $$
  with klaar as (select b.vastgelegd_op from bericht b
    where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit' and b.verzonden_op is null and b.vervangen_op is null
      and not exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.richting = 'uit' and e.stand = 'mislukt'))
  select
    (select count(*)::int from klaar),
    (select min(vastgelegd_op) from klaar),
    (select b.vastgelegd_op from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'in'
      order by b.vastgelegd_op desc limit 1),
    (select max(b.verzonden_op) from bericht b where b.gemeente = mijn_gemeente() and b.partij = mijn_partij() and b.richting = 'uit'),
    (select count(*)::int from uitval u where u.gemeente = mijn_gemeente() and u.partij = mijn_partij() and u.stand = 'open')
  where heb_rol('administratie', 'teamleider', 'toezichthouder', 'beheerder', 'systeem')
$$;
