-- Berichten van de keten (iWmo): wat binnenkwam en uitging, de feiten daaruit, contracten, en wat werk voor een mens werd.
--
-- `gemeente` is de gemeente van het paar dat berichten wisselt, ook in de administratie van een aanbieder. `partij` is van wie de
-- administratie is: de gemeente zelf (vier cijfers) of een aanbieder (AGB-code, acht cijfers). Beide zijn bij elke transactie gebonden,
-- dus twee kanten van dezelfde keten in één database zien niets van elkaar (docs/besluiten/0011).
--
-- Een stand is een verzameling berichten met hun feiten; wat nu geldt wordt afgeleid (docs/besluiten/0009). Datums en tijden blijven
-- tekst zoals in het bericht: het schema laat jaren toe die een `date` niet kent. Een BSN staat er alleen versleuteld en als blinde index.
--
-- In een index staat na `gemeente` meteen wat één rij aanwijst. Met partij en aanbieder ervoor denkt PostgreSQL zonder statistieken dat
-- elke index even goed is, en leest het soms de hele administratie per sleutel.

create function mijn_partij() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('meedoen.partij', true), ''), nullif(current_setting('meedoen.gemeente', true), '')) $$;

-- Gemeentecodes van het CBS met hun geldigheid (TR378). Leeg: er is geen lijst, en er wordt niet op getoetst.
create table gemeentelijst (
  code char(4) not null check (code ~ '^[0-9]{4}$'),
  van text collate "C" not null default '',               -- leeg: van altijd
  tot text collate "C",                                   -- leeg: nog geldig
  primary key (code, van)
);

-- Telt door voor eigen berichtnummers. Een gat mag, dubbel niet.
create sequence bericht_nummer;

create table ketenclient (
  gemeente char(4) not null references gemeente (code),
  partij text not null,
  bsn_index bytea not null,                               -- gelijk aan inwoner.bsn_index
  versleuteld bytea not null,
  sleutel text not null,
  primary key (gemeente, partij, bsn_index)
);

create table bericht (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  partij text not null check (partij ~ '^([0-9]{4}|[0-9]{8})$'),
  aanbieder text,                                         -- de andere helft van het paar; leeg: niet te lezen
  richting text not null check (richting in ('in', 'uit')),
  naam text,                                              -- WMO301 …; leeg: niet te herkennen
  release text,
  afzender text,
  ontvanger text,
  identificatie text collate "C",
  dagtekening text collate "C",
  bsn_index bytea,                                        -- over wie, als dat er één is
  hash bytea not null,                                    -- van de bytes, met sleutel: zelfde bytes zijn hetzelfde bericht
  grootte bigint not null,
  uitkomst text not null check (uitkomst in ('geaccepteerd', 'afgewezen', 'deels', 'niveau1', 'vreemd', 'verzonden')),
  uitslag bytea,                                          -- retourcodes met hun plek, versleuteld: een sleutel kan een BSN zijn
  uitslag_sleutel text,
  telt boolean not null,                                  -- brengt feiten; niet bij een herhaald nummer of een schemafout
  retour uuid,                                            -- ons antwoord
  over uuid,                                              -- bij een antwoord: het heenbericht, als dat er al was
  systeemdatum text collate "C" not null,
  vastgelegd_op timestamptz not null,
  verzonden_op timestamptz,                               -- bij uit: wanneer het is afgeleverd
  vervangen_op timestamptz,                               -- er kwam een ander met hetzelfde nummer voor in de plaats
  primary key (gemeente, id)
);
create unique index bericht_hash on bericht (gemeente, hash, partij);
create unique index bericht_kenmerk on bericht (gemeente, identificatie, naam, afzender, partij, aanbieder) where telt and vervangen_op is null;
create index bericht_dag on bericht (gemeente, partij, vastgelegd_op, id);
create index bericht_client on bericht (gemeente, bsn_index) where bsn_index is not null;
create index bericht_klaar on bericht (gemeente, partij, vastgelegd_op) where richting = 'uit' and verzonden_op is null;

-- De bytes, in stukken: samengepakt en versleuteld. Delen en feiten verwijzen pas aan het eind van de transactie: van een groot bericht is
-- het oordeel er dan pas, en tot dan telt het nergens mee.
create table berichtdeel (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,
  volg int not null,
  versleuteld bytea not null,
  sleutel text not null,
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);

-- Wat een retourbericht over een heenbericht zegt. Mag er eerder zijn dan dat bericht.
create table oordeel (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,                                  -- het retourbericht
  aanbieder text not null,
  over_naam text not null,
  over_afzender text not null,
  over_identificatie text collate "C" not null,
  uitkomst text not null check (uitkomst in ('geaccepteerd', 'afgewezen')),
  vervallen_op timestamptz,                               -- het heenbericht is vervangen
  primary key (gemeente, bericht),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index oordeel_over on oordeel (gemeente, over_identificatie, over_naam, over_afzender) where vervallen_op is null;

create table afgewezen_regel (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,                                  -- het declaratieantwoord
  volg int not null,
  bsn_index bytea not null,
  referentie text collate "C" not null,
  vorige text collate "C" not null default '',
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references oordeel (gemeente, bericht)
);
create index afgewezen_regel_wie on afgewezen_regel (gemeente, bericht, referentie);

-- Elke versie van een toewijzing, zo vaak als zij in een bericht stond.
create table toewijzing (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,
  volg int not null,
  aanbieder text not null,
  bsn_index bytea not null,
  nummer int not null,
  toewijzingsdatum text collate "C" not null,
  toewijzingstijd text collate "C" not null,
  versie text collate "C" not null,                       -- waarop versies van één nummer te ordenen zijn; de grootste geldt
  ingangsdatum text collate "C" not null,
  einddatum text collate "C",
  reden_wijziging text,
  categorie text,
  code text,
  volume int,
  eenheid text,
  frequentie text,
  budget int,
  referentie text collate "C",
  indicatie uuid,                                         -- waar zij uit voortkomt, als wij haar maakten
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred,
  foreign key (gemeente, indicatie) references indicatie (gemeente, id)
);
create index toewijzing_nummer on toewijzing (gemeente, nummer);
create index toewijzing_client on toewijzing (gemeente, bsn_index);
create index toewijzing_referentie on toewijzing (gemeente, referentie) where referentie is not null;
create index toewijzing_indicatie on toewijzing (gemeente, indicatie) where indicatie is not null;

create table toewijzingnummer (gemeente char(4) not null references gemeente (code), laatste int not null, primary key (gemeente));

-- Starts (zonder reden) en stops.
create table levering (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,
  volg int not null,
  aanbieder text not null,
  bsn_index bytea not null,
  soort text not null check (soort in ('start', 'stop')),
  nummer int,
  categorie text,
  code text,
  begindatum text collate "C" not null,
  toewijzing_ingangsdatum text collate "C",
  reden text,
  einddatum text collate "C",
  status text not null check (status in ('1', '3')),
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index levering_client on levering (gemeente, bsn_index);

create table verzoek (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,
  volg int not null,
  aanbieder text not null,
  bsn_index bytea not null,
  referentie text collate "C" not null,
  soort text not null check (soort in ('VOT', 'VOW')),
  ingangsdatums text[] not null,
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index verzoek_referentie on verzoek (gemeente, referentie);
create index verzoek_client on verzoek (gemeente, bsn_index);

create table verzoekantwoord (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,
  volg int not null,
  aanbieder text not null,
  referentie text collate "C" not null,
  antwoord text not null check (antwoord in ('1', '2')),
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index verzoekantwoord_referentie on verzoekantwoord (gemeente, referentie);

create table declaratie (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,
  volg int not null,
  aanbieder text not null,
  nummer text collate "C" not null,
  identificatie text collate "C" not null,
  dagtekening text collate "C" not null,
  xsd_versie text not null,
  van text collate "C" not null,
  tot text collate "C" not null,
  totaal bigint not null,                                 -- eurocenten, credit als aftrek
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index declaratie_nummer on declaratie (gemeente, nummer);
create index declaratie_identificatie on declaratie (gemeente, identificatie);
create index declaratie_periode on declaratie (gemeente, partij, aanbieder, van);

create table prestatie (
  gemeente char(4) not null,
  partij text not null,
  bericht uuid not null,
  volg int not null,
  aanbieder text not null,
  bsn_index bytea not null,
  referentie text collate "C" not null,
  vorige text collate "C",
  toewijzing int not null,
  categorie text not null,
  code text not null,
  van text collate "C" not null,
  tot text collate "C" not null,
  volume int not null,
  eenheid text not null,
  tarief int,
  bedrag int not null,                                    -- eurocenten
  dc text not null check (dc in ('D', 'C')),
  primary key (gemeente, bericht, volg),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index prestatie_referentie on prestatie (gemeente, referentie);
create index prestatie_toewijzing on prestatie (gemeente, toewijzing, van);
create index prestatie_vorige on prestatie (gemeente, vorige) where vorige is not null;

-- Wat gemeente en aanbieder afspraken; van beide. Het laatst geladen contract van een paar geldt, de eerdere blijven te lezen.
create table contract (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  aanbieder text not null check (aanbieder ~ '^[0-9]{8}$'),
  naam text not null,
  geladen_op timestamptz not null,
  geladen_door uuid,
  primary key (gemeente, id)
);
create index contract_paar on contract (gemeente, aanbieder, geladen_op);

create table contracttarief (
  gemeente char(4) not null,
  contract uuid not null,
  aanbieder text not null,
  code text not null,
  categorie text not null,
  eenheid text not null,
  tarief int,                                             -- eurocenten; leeg bij euro's
  van text collate "C" not null,
  tot text collate "C",
  primary key (gemeente, contract, code, categorie, eenheid, van),
  foreign key (gemeente, contract) references contract (gemeente, id)
);

-- Werk voor een mens: wat er mis is, hoe dat meestal komt en wat te doen. Zonder naam of BSN.
create table uitval (
  gemeente char(4) not null,
  id uuid not null,
  partij text not null,
  bericht uuid not null,
  soort text not null check (soort in ('schema', 'vreemd', 'onbekend_antwoord', 'antwoord_klopt_niet', 'dubbel_nummer', 'afgewezen')),
  code text,                                              -- retourcode
  regel text,                                             -- regel van de standaard
  klasse text,
  tekst text not null,
  oorzaak text not null,
  doe text not null,
  aantal int not null default 1,                          -- hoe vaak in dit bericht
  stand text not null default 'open' check (stand in ('open', 'klaar')),
  gemaakt_op timestamptz not null,
  klaar_op timestamptz,
  klaar_door uuid,
  toelichting text,
  versie int not null default 1,
  primary key (gemeente, id),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index uitval_open on uitval (gemeente, partij, gemaakt_op, id) where stand = 'open';
create index uitval_bericht on uitval (gemeente, bericht);

-- ── Wat geldt ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Berichten die tellen: niet vervangen en niet afgewezen (OP286).
create view geldend_bericht with (security_invoker = true) as
  select b.gemeente, b.partij, b.aanbieder, b.id, b.naam, b.afzender, b.identificatie, b.dagtekening from bericht b
  where b.telt and b.vervangen_op is null
    and not exists (select from oordeel o where o.gemeente = b.gemeente and o.partij = b.partij and o.aanbieder = b.aanbieder
      and o.over_naam = b.naam and o.over_identificatie = b.identificatie and o.over_afzender = b.afzender
      and o.vervallen_op is null and o.uitkomst = 'afgewezen');

-- ── Rechten ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Of deze cliënt iemand is wiens dossier ik mag lezen.
create function mag_client_lezen(welke bytea) returns boolean language sql stable as $$
  select heb_rol('consulent', 'teamleider') and exists (select from inwoner i
    where i.gemeente = mijn_gemeente() and i.bsn_index = welke and mag_dossier_lezen(i.id))
$$;

create function mag_client_schrijven(welke bytea) returns boolean language sql stable as $$
  select heb_rol('consulent', 'teamleider') and exists (select from inwoner i
    where i.gemeente = mijn_gemeente() and i.bsn_index = welke and mag_dossier_schrijven(i.id))
$$;

-- Waar nog iets te versturen is, per administratie.
create function open_berichten() returns table (gemeente char(4), partij text) language sql stable security definer set search_path = public as $$
  select distinct b.gemeente, b.partij from bericht b where b.richting = 'uit' and b.verzonden_op is null order by 1, 2
$$;
-- Een nieuw nummer voor een toewijzing van deze gemeente, na elk nummer dat er al is. Leest als eigenaar: ook wat een consulent niet ziet.
create function volgend_toewijzingnummer() returns int language sql security definer set search_path = public as $$
  insert into toewijzingnummer (gemeente, laatste)
    values (mijn_gemeente(), 1 + coalesce((select max(nummer) from toewijzing t where t.gemeente = mijn_gemeente() and t.partij = mijn_gemeente()), 0))
  on conflict (gemeente) do update set laatste = greatest(toewijzingnummer.laatste + 1, excluded.laatste)
  returning laatste
$$;
revoke all on function open_berichten(), volgend_toewijzingnummer() from public;
grant execute on function open_berichten(), volgend_toewijzingnummer() to meedoen_app;

grant usage on sequence bericht_nummer to meedoen_app;
grant select on gemeentelijst, geldend_bericht to meedoen_app;
grant select, insert on ketenclient, bericht, berichtdeel, oordeel, afgewezen_regel, toewijzing, levering, verzoek, verzoekantwoord, declaratie,
  prestatie, contract, contracttarief, uitval to meedoen_app;
grant update (verzonden_op, vervangen_op) on bericht to meedoen_app;
grant update (vervallen_op) on oordeel to meedoen_app;
grant update (stand, klaar_op, klaar_door, toelichting, versie) on uitval to meedoen_app;
grant select on toewijzingnummer to meedoen_app;

do $$ declare t text; begin
  foreach t in array array['ketenclient','bericht','berichtdeel','oordeel','afgewezen_regel','toewijzing','levering','verzoek','verzoekantwoord',
    'declaratie','prestatie','uitval'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy gemeente on %I as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente())', t);
    execute format('create policy partij on %I as restrictive using (partij = mijn_partij()) with check (partij = mijn_partij())', t);
    execute format('create policy schrijven on %I for insert with check (heb_rol(''administratie'', ''systeem''))', t);
  end loop;
  -- Wie een inwoner helpt, wijst ook toe.
  foreach t in array array['ketenclient','bericht','toewijzing'] loop
    execute format('create policy toewijzen on %I for insert with check (mag_client_schrijven(bsn_index))', t);
  end loop;
  foreach t in array array['contract','contracttarief'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy gemeente on %I as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente())', t);
    execute format('create policy partij on %I as restrictive using (mijn_partij() in (gemeente::text, aanbieder))', t);
    execute format('create policy lezen on %I for select using (true)', t);
    execute format('create policy schrijven on %I for insert with check (heb_rol(''contractmanager'', ''systeem''))', t);
  end loop;
  -- De bytes zelf: alleen wie het verkeer doet; wie toewijst schrijft haar eigen bericht.
  create policy lezen on berichtdeel for select using (heb_rol('administratie', 'systeem'));
  create policy toewijzen on berichtdeel for insert
    with check (exists (select from bericht b where b.gemeente = mijn_gemeente() and b.id = bericht and mag_client_schrijven(b.bsn_index)));
  create policy lezen on ketenclient for select using (heb_rol('administratie', 'systeem') or mag_client_lezen(bsn_index));
  foreach t in array array['declaratie','uitval'] loop
    execute format('create policy lezen on %I for select using (heb_rol(''administratie'', ''toezichthouder'', ''systeem''))', t);
  end loop;
  -- Zegt niets over een persoon, en zonder is niet te zien wat nog geldt.
  foreach t in array array['oordeel','verzoekantwoord'] loop
    execute format('create policy lezen on %I for select
      using (heb_rol(''administratie'', ''toezichthouder'', ''systeem'', ''consulent'', ''teamleider''))', t);
  end loop;
  foreach t in array array['bericht','toewijzing','levering','verzoek','prestatie','afgewezen_regel'] loop
    execute format('create policy lezen on %I for select using (heb_rol(''administratie'', ''toezichthouder'', ''systeem'')
      or (bsn_index is not null and mag_client_lezen(bsn_index)))', t);
  end loop;
end $$;
create policy wijzigen on bericht for update using (heb_rol('administratie', 'systeem'));
create policy wijzigen on oordeel for update using (heb_rol('systeem'));
create policy wijzigen on uitval for update using (heb_rol('administratie', 'systeem'));

alter table toewijzingnummer enable row level security, force row level security;
create policy gemeente on toewijzingnummer as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
create policy lezen on toewijzingnummer for select using (heb_rol('administratie', 'systeem'));
