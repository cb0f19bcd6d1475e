-- Wat niet bewaard hoeft te worden, ruimt het achtergrondwerk op: sessies die al een tijd voorbij zijn, en uitgaand werk dat gedaan is.

grant delete on sessie, outbox to meedoen_app;
create policy opruimen on sessie as restrictive for delete
  using ((select heb_rol('systeem')) and (verloopt_op < mijn_nu() or ingetrokken_op is not null));
create policy weg on outbox for delete using ((select heb_rol('systeem')) and verwerkt_op is not null);
create index sessie_oud on sessie (gemeente, verloopt_op);
