-- Wat in het berichtenverkeer wacht of bleef hangen telt mee in wat op achtergrondwerk wacht.
create or replace function achterstand() returns table (wat text, aantal bigint) language sql stable security definer set search_path = public as $$
  select 'logboek_open', count(*) from audit_open
  union all select 'uitgaand_open', count(*) from outbox where verwerkt_op is null
  union all select 'berichten_uit_wacht', count(*) from bericht where richting = 'uit' and verzonden_op is null
  union all select 'enveloppen_in_wacht', count(*) from envelop where richting = 'in' and stand = 'wacht'
  union all select 'enveloppen_mislukt', count(*) from envelop where stand = 'mislukt'
$$;
create index envelop_mislukt on envelop (gemeente, partij) where stand = 'mislukt';
