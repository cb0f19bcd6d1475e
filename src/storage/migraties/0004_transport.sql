-- Enveloppen van de keten (StUF-GGk): wat er over https binnenkwam en uitging, met hoe het ervoor staat.
--
-- Uitgaand: één envelop per bericht, met een referentienummer dat bij elke poging gelijk blijft, zodat de ontvanger een herhaling herkent.
-- Binnenkomend: eerst vastgelegd, dan pas bevestigd (Bv03), en daarna op de achtergrond verwerkt.
create table envelop (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  partij text not null check (partij ~ '^([0-9]{4}|[0-9]{8})$'),
  richting text not null check (richting in ('in', 'uit')),
  soort text not null check (soort in ('Di01', 'Du01', 'Fo01')),
  referentie text collate "C" not null,
  kruisreferentie text collate "C",                       -- Du01 en Fo01: de envelop waarop dit het antwoord is
  afzender text not null,
  ontvanger text not null,
  functie text,                                           -- WMO301 …; leeg bij een Fo01
  tijdstip text not null,
  bericht uuid,                                           -- uit: wat erin zit; leeg bij een Fo01
  over uuid,                                              -- Fo01: de envelop waar de fout over gaat
  lading_hash bytea,                                      -- in: gelijk aan bericht.hash
  stand text not null check (stand in ('wacht', 'verzonden', 'ontvangen', 'mislukt', 'verwerkt')),
  pogingen int not null default 0,
  volgende_op timestamptz,                                -- wacht: niet eerder dan dit; tijdens een poging: wanneer een ander haar mag overnemen
  fout_code text,                                         -- waarom het (nog) niet lukt, of de code van een Fo01 of Fo03
  fout_tekst text,
  bevestiging text,                                       -- referentienummer van de Bv03
  gemaakt_op timestamptz not null,
  verzonden_op timestamptz,                               -- uit: de ontvanger nam het aan
  ontvangen_op timestamptz,                               -- uit: het moment van zijn Bv03; in: het moment van ontvangst
  verwerkt_op timestamptz,
  primary key (gemeente, id),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred,
  foreign key (gemeente, over) references envelop (gemeente, id)
);
create unique index envelop_kenmerk on envelop (gemeente, referentie, partij, richting, afzender);
create unique index envelop_bericht on envelop (gemeente, bericht, coalesce(kruisreferentie, '')) where bericht is not null;
create unique index envelop_fout on envelop (gemeente, over) where richting = 'uit' and over is not null;
create index envelop_lading on envelop (gemeente, lading_hash) where lading_hash is not null;
create index envelop_wacht on envelop (gemeente, partij, richting, volgende_op) where stand = 'wacht';
create index envelop_zoek on envelop (referentie);

-- De bytes, samengepakt en versleuteld: van een binnengekomen envelop alles, van een eigen Fo01 wat erin staat.
create table envelopinhoud (
  gemeente char(4) not null,
  partij text not null,
  envelop uuid not null,
  versleuteld bytea not null,
  sleutel text not null,
  primary key (gemeente, envelop),
  foreign key (gemeente, envelop) references envelop (gemeente, id)
);

alter table uitval drop constraint uitval_soort_check;
alter table uitval add constraint uitval_soort_check check (soort in
  ('schema', 'vreemd', 'onbekend_antwoord', 'antwoord_klopt_niet', 'dubbel_nummer', 'afgewezen', 'niet_bezorgd', 'foutverslag'));

-- Hoe het staat met elk bericht van ons, langs welke weg ook. `mislukt` vraagt een mens; `volgende_op` is de volgende poging.
create view bezorging with (security_invoker = true) as
  select b.gemeente, b.partij, b.id as bericht,
    coalesce(e.stand, case when b.verzonden_op is null then 'wacht' else 'verzonden' end) as stand,
    coalesce(e.pogingen, 0) as pogingen,
    case when e.stand = 'wacht' then e.volgende_op end as volgende_op,
    coalesce(e.verzonden_op, b.verzonden_op) as verzonden_op,
    e.ontvangen_op, e.fout_code, e.fout_tekst, e.referentie, e.kruisreferentie, e.soort as envelopsoort
  from bericht b
  left join lateral (select * from envelop v where v.gemeente = b.gemeente and v.bericht = b.id and v.richting = 'uit'
    order by v.gemaakt_op desc, v.id desc limit 1) e on true
  where b.richting = 'uit';

-- Waar nog iets te versturen is, per administratie. Wat mislukte, wacht op een mens.
create or replace function open_berichten() returns table (gemeente char(4), partij text) language sql stable security definer set search_path = public as $$
  select b.gemeente, b.partij from bericht b where b.richting = 'uit' and b.verzonden_op is null
    and not exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.stand = 'mislukt')
  union select e.gemeente, e.partij from envelop e where e.richting = 'uit' and e.stand = 'wacht'
  order by 1, 2
$$;

-- Waar binnengekomen enveloppen op verwerking wachten.
create function wachtende_enveloppen() returns table (gemeente char(4), partij text) language sql stable security definer set search_path = public as $$
  select distinct e.gemeente, e.partij from envelop e where e.richting = 'in' and e.stand = 'wacht' order by 1, 2
$$;

-- In het verkeer met welke gemeente deze partij dit referentienummer verstuurde; leeg als dat niet zo is.
create function gemeente_van_envelop(welke text, van text) returns char(4) language sql stable security definer set search_path = public as $$
  select e.gemeente from envelop e where e.referentie = welke and e.partij = van and e.richting = 'uit' limit 1
$$;
revoke all on function wachtende_enveloppen(), gemeente_van_envelop(text, text) from public;
grant execute on function wachtende_enveloppen(), gemeente_van_envelop(text, text) to meedoen_app;

grant select on bezorging to meedoen_app;
grant select, insert on envelop, envelopinhoud to meedoen_app;
grant update (stand, pogingen, volgende_op, fout_code, fout_tekst, bevestiging, verzonden_op, ontvangen_op, verwerkt_op) on envelop to meedoen_app;

do $$ declare t text; begin
  foreach t in array array['envelop','envelopinhoud'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy gemeente on %I as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente())', t);
    execute format('create policy partij on %I as restrictive using (partij = mijn_partij()) with check (partij = mijn_partij())', t);
    execute format('create policy schrijven on %I for insert with check (heb_rol(''systeem''))', t);
  end loop;
end $$;
-- Zegt niets over een persoon.
create policy lezen on envelop for select using (heb_rol('administratie', 'toezichthouder', 'systeem', 'consulent', 'teamleider'));
create policy wijzigen on envelop for update using (heb_rol('administratie', 'systeem'));
create policy lezen on envelopinhoud for select using (heb_rol('administratie', 'systeem'));
