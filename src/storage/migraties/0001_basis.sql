-- Basis: gemeenten, medewerkers, dossiers, catalogi, logboek (ontwerp §6, §8).
--
-- Vaste vorm van een tabel met zaakgegevens: `gemeente` staat voorop in elke sleutel, elke unieke index en elke verwijzing, en
-- rijbeveiliging bindt elke transactie aan één gemeente en één medewerker (instellingen meedoen.*). De rol meedoen_app bezit niets.
-- De eigenaar draait migraties; functies met `security definer` lezen als eigenaar, zodat een regel over een andere tabel niet in
-- een kring loopt.

-- ── Buiten de gemeente: landelijke lijsten, identiteiten en sessies ────────────────────────────────────────────────────────────

create table gemeente (
  code char(4) primary key check (code ~ '^[0-9]{4}$'),   -- CBS-code
  naam text not null check (naam <> ''),
  catalogus text not null,                                -- id van de catalogus die hier geldt
  verzonnen boolean not null default false                -- proefgegevens: het scherm zegt dat
);

-- Dagen die bij besluit gelijk zijn gesteld met een feestdag (Algemene termijnenwet, artikel 3 lid 3).
create table gelijkgestelde_dag (dag date primary key, bron text not null);

-- De inhoud van een catalogusversie bij haar hash: een advies blijft te herhalen, ook als de map verdwijnt.
create table catalogus_inhoud (
  hash text primary key,
  catalogus text not null,
  versie text not null,
  inhoud json not null,                                   -- json, geen jsonb: de volgorde van sleutels is die van de catalogus
  bewaard_op timestamptz not null default now()
);

create table identiteit (
  id uuid primary key,
  uitgever text not null,                                 -- issuer van OpenID Connect, of 'demo'
  onderwerp text not null,                                -- sub
  naam text not null,
  gemaakt_op timestamptz not null,
  unique (uitgever, onderwerp)
);

create table sessie (
  id uuid primary key,
  sleutel_hash bytea not null unique,                     -- SHA-256 van de cookie; de cookie zelf staat nergens
  csrf text not null,
  identiteit uuid not null,
  gemeente char(4) not null,
  medewerker uuid not null,
  gemaakt_op timestamptz not null,
  laatst_op timestamptz not null,
  verloopt_op timestamptz not null,
  ingetrokken_op timestamptz,
  toegangspunt text not null default ''
);
create index sessie_medewerker on sessie (gemeente, medewerker);

-- ── Wie de transactie doet ─────────────────────────────────────────────────────────────────────────────────────────────────────

create function mijn_gemeente() returns char(4) language sql stable parallel safe
  as $$ select nullif(current_setting('meedoen.gemeente', true), '')::char(4) $$;
create function mijn_medewerker() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('meedoen.medewerker', true), '')::uuid $$;
create function mijn_team() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('meedoen.team', true), '')::uuid $$;
-- Het moment van de handeling volgens het programma, zodat rijbeveiliging en programma dezelfde klok lezen.
create function mijn_nu() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('meedoen.nu', true), '')::timestamptz, now()) $$;
-- Rollen als tekst met komma's: 'consulent,teamleider'. 'systeem' is een achtergrondtaak, nooit een mens.
create function heb_rol(variadic gevraagd text[]) returns boolean language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('meedoen.rollen', true), ''), ',') && gevraagd $$;

-- ── Organisatie ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table team (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  naam text not null check (naam <> ''),
  versie int not null default 1,
  primary key (gemeente, id),
  unique (gemeente, naam)
);

create table medewerker (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  identiteit uuid,                                        -- leeg tot de eerste aanmelding
  aanmeldnaam text not null,                              -- sub of e-mailadres bij de uitgever, in kleine letters; bij demo een sleutel
  naam text not null check (naam <> ''),
  team uuid,
  rollen text[] not null check (cardinality(rollen) > 0 and rollen <@ array['consulent','teamleider','administratie','contractmanager','toezichthouder','beheerder']),
  actief boolean not null default true,
  versie int not null default 1,
  gewijzigd_op timestamptz not null default now(),
  gewijzigd_door uuid,
  primary key (gemeente, id),
  unique (gemeente, aanmeldnaam),
  foreign key (gemeente, team) references team (gemeente, id)
);

-- ── Inwoner: wie het is, hoe te bereiken, en het BSN, elk met eigen toegang ────────────────────────────────────────────────────

create table inwoner (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  achternaam text not null check (achternaam <> ''),
  voorvoegsel text,
  voornamen text,
  voorletters text,
  geboortedatum date,                                     -- leeg: nog niet bekend
  woonplaats text,
  zoeknaam text collate "C" not null,                     -- kleine letters, zonder accenten; "C": zoeken op een begin gaat via de index
  bsn_index bytea,                                        -- HMAC met sleutel, per gemeente anders; leeg: geen BSN
  geen_bsn_reden text,
  geheim_adres boolean not null default false,
  overleden_op date,
  team uuid,                                              -- het team dat dit dossier behandelt
  versie int not null default 1,
  gemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null,
  primary key (gemeente, id),
  unique (gemeente, bsn_index),
  foreign key (gemeente, team) references team (gemeente, id),
  check (bsn_index is not null or geen_bsn_reden is not null)
);
create index inwoner_naam on inwoner (gemeente, zoeknaam, id);
create index inwoner_geboren on inwoner (gemeente, geboortedatum, zoeknaam, id);
create index inwoner_team on inwoner (gemeente, team, zoeknaam, id);

create table inwoner_gegevens (
  gemeente char(4) not null,
  inwoner uuid not null,
  straat text, huisnummer text, toevoeging text, postcode text,
  telefoon text, email text,
  contactvoorkeur text,
  vertegenwoordiger jsonb,                                -- {naam, rol, telefoon, sinds}
  geheim_adres boolean not null default false,            -- gelijk aan inwoner.geheim_adres
  primary key (gemeente, inwoner),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id)
);

create table inwoner_bsn (
  gemeente char(4) not null,
  inwoner uuid not null,
  versleuteld bytea not null,                             -- AES-256-GCM: iv ‖ tag ‖ cijfertekst
  sleutel text not null,                                  -- welke sleutel
  primary key (gemeente, inwoner),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id)
);

-- ── Zaak: een melding, herindicatie of ander verzoek, met haar termijn ─────────────────────────────────────────────────────────

create table zaak (
  gemeente char(4) not null,
  id uuid not null,
  nummer text collate "C" not null,                       -- wat mensen noemen: 2026-000123
  inwoner uuid not null,
  soort text not null check (soort in ('melding', 'herindicatie', 'wijziging', 'signaal')),
  stand text not null,
  hulpvraag text,
  kanaal text not null,
  gemeld_door text not null,
  ontvangen_op date not null,
  plan_tot date not null,                                 -- persoonlijk plan: tot en met deze dag
  onderzoek_uiterlijk date not null,                      -- zes weken, Algemene termijnenwet
  wacht_op text,                                          -- op wie of wat gewacht wordt; leeg: op ons
  behandelaar uuid,
  team uuid,
  afgesloten_op date,
  versie int not null default 1,
  gemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null,
  primary key (gemeente, id),
  unique (gemeente, nummer),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id),
  foreign key (gemeente, behandelaar) references medewerker (gemeente, id),
  foreign key (gemeente, team) references team (gemeente, id)
);
create index zaak_behandelaar on zaak (gemeente, behandelaar, onderzoek_uiterlijk, id) where afgesloten_op is null;
create index zaak_team on zaak (gemeente, team, onderzoek_uiterlijk, id) where afgesloten_op is null;
create index zaak_inwoner on zaak (gemeente, inwoner, ontvangen_op);
create index zaak_lijst on zaak (gemeente, onderzoek_uiterlijk, id);

create table zaaknummer (gemeente char(4) not null references gemeente (code), jaar int not null, laatste int not null, primary key (gemeente, jaar));

-- ── Onderzoek en wat eruit komt ────────────────────────────────────────────────────────────────────────────────────────────────

create table onderzoek (
  gemeente char(4) not null,
  id uuid not null,
  zaak uuid not null,
  inwoner uuid not null,
  catalogus text not null,
  catalogus_versie text not null,
  catalogus_hash text not null references catalogus_inhoud (hash),
  keuze jsonb not null,                                   -- gemeente en lezingen die golden bij de start
  gestart_op timestamptz not null,
  gestart_door uuid not null,
  afgerond_op timestamptz,
  versie int not null default 1,                          -- loopt op bij elk antwoord: gelijktijdig werk valt op
  gewijzigd_op timestamptz not null,
  gewijzigd_door uuid not null,
  primary key (gemeente, id),
  foreign key (gemeente, zaak) references zaak (gemeente, id),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id)
);
create index onderzoek_zaak on onderzoek (gemeente, zaak);
create index onderzoek_inwoner on onderzoek (gemeente, inwoner);
create index onderzoek_lopend on onderzoek (gemeente, id) where afgerond_op is null;

create table bezoek (
  gemeente char(4) not null,
  id uuid not null,
  onderzoek uuid not null,
  inwoner uuid not null,
  datum date not null,
  soort text not null,                                    -- huisbezoek, telefonisch, op kantoor, beeldbellen, dossier
  aanwezig text,
  verslag text,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null,
  primary key (gemeente, id),
  foreign key (gemeente, onderzoek) references onderzoek (gemeente, id)
);
create index bezoek_onderzoek on bezoek (gemeente, onderzoek, datum);

-- Alleen toevoegen. Het laatste antwoord op een vraag geldt; `waarde` leeg is: weet ik niet (meer).
create table antwoord (
  gemeente char(4) not null,
  id uuid not null,
  onderzoek uuid not null,
  inwoner uuid not null,
  volgnummer int not null,                                -- oplopend binnen het onderzoek
  versie int not null,                                    -- versie van het onderzoek waarmee dit bewaard is
  soort text not null check (soort in ('antwoord', 'overschrijving')),
  vraag text not null,
  waarde jsonb,
  toelichting text,
  bron text,
  datum date not null,                                    -- de dag waarop dit zo was, of verteld werd
  bezoek uuid,
  vervangt uuid,
  gegeven_op timestamptz not null,
  gegeven_door uuid not null,
  primary key (gemeente, id),
  unique (gemeente, onderzoek, volgnummer),
  foreign key (gemeente, onderzoek) references onderzoek (gemeente, id),
  foreign key (gemeente, bezoek) references bezoek (gemeente, id)
);
create index antwoord_vraag on antwoord (gemeente, onderzoek, vraag, volgnummer);

-- Alleen toevoegen: wat het advies was toen iemand erop besliste, woordelijk te herhalen.
create table advies (
  gemeente char(4) not null,
  id uuid not null,
  onderzoek uuid not null,
  inwoner uuid not null,
  onderzoek_versie int not null,
  engine text not null,
  catalogus_hash text not null references catalogus_inhoud (hash),
  keuzes_hash text not null,
  geval json not null,
  resultaat text not null,                                -- de bytes zoals gegeven
  gegeven_op timestamptz not null,
  gegeven_door uuid not null,
  primary key (gemeente, id),
  foreign key (gemeente, onderzoek) references onderzoek (gemeente, id)
);
create index advies_onderzoek on advies (gemeente, onderzoek, gegeven_op);

-- Het langlopende object: één inwoner, één product, jaren (ontwerp §2).
create table voorziening (
  gemeente char(4) not null,
  id uuid not null,
  inwoner uuid not null,
  product text not null,
  familie text not null,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null,
  primary key (gemeente, id),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id)
);
create index voorziening_inwoner on voorziening (gemeente, inwoner);

-- Alleen toevoegen; een verbetering noemt de rij die zij vervangt.
create table indicatie (
  gemeente char(4) not null,
  id uuid not null,
  voorziening uuid not null,
  inwoner uuid not null,
  onderzoek uuid,
  advies uuid,
  tabel text not null,                                    -- welke beslistabel: individueel, groep
  product text not null,
  catalogus_hash text not null references catalogus_inhoud (hash),
  van date not null,
  tot date,                                               -- leeg: loopt door
  eenheid text not null,
  minuten_per_week int,                                   -- hele minuten
  dagdelen_per_week int,
  omvang jsonb not null,                                  -- regels en berekening
  afwijking_motivering text,                              -- gekozen product is niet het geadviseerde
  waarschuwing_motiveringen jsonb not null default '[]',
  stapeling jsonb not null,                               -- oordeel op het moment van vaststellen
  vervangt uuid,
  vastgesteld_op timestamptz not null,
  vastgesteld_door uuid not null,
  primary key (gemeente, id),
  foreign key (gemeente, voorziening) references voorziening (gemeente, id),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id),
  foreign key (gemeente, onderzoek) references onderzoek (gemeente, id),
  foreign key (gemeente, advies) references advies (gemeente, id),
  check (tot is null or tot >= van)
);
create index indicatie_inwoner on indicatie (gemeente, inwoner, van);
create index indicatie_voorziening on indicatie (gemeente, voorziening);
create index indicatie_vervangt on indicatie (gemeente, vervangt) where vervangt is not null;
create index indicatie_vastgesteld on indicatie (gemeente, vastgesteld_op, id);

-- Alleen toevoegen: status is een feit met een datum en een zin, nooit afgeleid uit een lege datum.
create table gebeurtenis (
  gemeente char(4) not null,
  id uuid not null,
  inwoner uuid not null,
  zaak uuid,
  indicatie uuid,
  soort text not null,
  datum date not null,
  zin text not null,
  gegevens jsonb not null default '{}',
  vervangt uuid,
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null,
  primary key (gemeente, id),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id),
  foreign key (gemeente, zaak) references zaak (gemeente, id),
  foreign key (gemeente, indicatie) references indicatie (gemeente, id)
);
create index gebeurtenis_inwoner on gebeurtenis (gemeente, inwoner, datum);
create index gebeurtenis_indicatie on gebeurtenis (gemeente, indicatie, datum) where indicatie is not null;
create index gebeurtenis_zaak on gebeurtenis (gemeente, zaak, datum) where zaak is not null;

create table noodtoegang (
  gemeente char(4) not null,
  id uuid not null,
  inwoner uuid not null,
  medewerker uuid not null,
  reden text not null check (length(reden) >= 10),
  van timestamptz not null,
  tot timestamptz not null,
  beoordeeld_op timestamptz,
  beoordeeld_door uuid,
  oordeel text check (oordeel in ('terecht', 'onterecht')),
  toelichting text,
  primary key (gemeente, id),
  foreign key (gemeente, inwoner) references inwoner (gemeente, id),
  foreign key (gemeente, medewerker) references medewerker (gemeente, id)
);
create index noodtoegang_wie on noodtoegang (gemeente, medewerker, inwoner, tot);
create index noodtoegang_open on noodtoegang (gemeente, van) where beoordeeld_op is null;
create index noodtoegang_van on noodtoegang (gemeente, van, id);

create table filter (
  gemeente char(4) not null,
  id uuid not null,
  medewerker uuid not null,
  naam text not null check (naam <> ''),
  lijst text not null,
  keuze jsonb not null,
  gemaakt_op timestamptz not null,
  primary key (gemeente, id),
  unique (gemeente, medewerker, lijst, naam)
);

-- ── Catalogusbeheer per gemeente: alleen toevoegen ─────────────────────────────────────────────────────────────────────────────

create table cataloguspublicatie (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  catalogus text not null,
  versie text not null,
  hash text not null references catalogus_inhoud (hash),
  geldig_van date not null,
  reden text not null,
  gedaan_op timestamptz not null,
  gedaan_door uuid,
  vervangt uuid,                                          -- de publicatie van dezelfde dag die nog niet was ingegaan
  primary key (gemeente, id),
  unique (gemeente, vervangt)
);
create index cataloguspublicatie_geldig on cataloguspublicatie (gemeente, geldig_van, gedaan_op);

create table instellingkeuze (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  sleutel text not null,
  waarde jsonb not null,
  geldig_van date not null,
  reden text not null check (reden <> ''),
  gedaan_op timestamptz not null,
  gedaan_door uuid not null,
  primary key (gemeente, id)
);
create index instellingkeuze_geldig on instellingkeuze (gemeente, sleutel, geldig_van, gedaan_op);

create table simulatie (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  vraag jsonb not null,
  stand text not null check (stand in ('wacht', 'loopt', 'klaar', 'mislukt', 'gestopt')),
  klaar int not null default 0,
  totaal int,
  uitkomst jsonb,
  fout text,
  poging uuid,                                            -- wie er nu mee bezig is; een nieuwe poging neemt het over
  gevraagd_op timestamptz not null,
  gevraagd_door uuid not null,
  gestart_op timestamptz,
  klaar_op timestamptz,
  primary key (gemeente, id)
);
create index simulatie_lijst on simulatie (gemeente, gevraagd_op, id);

-- ── Logboek (NEN 7513), uitgaand werk, en verzoeken die maar één keer tellen ───────────────────────────────────────────────────

create table audit (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  tijdstip timestamptz not null,
  soort text not null,
  uitkomst text not null check (uitkomst in ('gelukt', 'geweigerd')),
  inwoner uuid,                                           -- over wie
  objecten jsonb not null,                                -- [{soort, id, versie}]
  medewerker uuid,                                        -- leeg: achtergrondtaak of nog niet aangemeld
  rollen text not null,
  namens uuid,                                            -- voor wie, bij vervanging of mandaat
  zaak uuid,
  doel text not null,                                     -- grondslag of proces
  toegangspunt text not null,                             -- programma, adres, sessie
  reden text,                                             -- bij noodtoegang
  weigering text,                                         -- code van de regel
  hash_voor bytea, hash_na bytea,                         -- van de inhoud, niet de inhoud
  correlatie text not null,
  primary key (gemeente, id)
);
create index audit_inwoner on audit (gemeente, inwoner, tijdstip) where inwoner is not null;
create index audit_tijd on audit (gemeente, tijdstip, id);
create index audit_medewerker on audit (gemeente, medewerker, tijdstip, id);
create index audit_geweigerd on audit (gemeente, tijdstip, id) where uitkomst = 'geweigerd';

-- Wat nog verzegeld moet worden; staat in dezelfde transactie als de regel zelf.
create table audit_open (
  gemeente char(4) not null,
  audit uuid not null,
  primary key (gemeente, audit),
  foreign key (gemeente, audit) references audit (gemeente, id)
);

create table auditzegel (
  gemeente char(4) not null,
  volgnummer bigint not null,
  audit uuid not null,
  hash bytea not null,                                    -- SHA-256 van de vorige hash en de regel
  verzegeld_op timestamptz not null,
  primary key (gemeente, volgnummer),
  unique (gemeente, audit),
  foreign key (gemeente, audit) references audit (gemeente, id)
);

-- Wanneer de keten is nagelopen en wat eruit kwam.
create table auditcontrole (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  stand text not null check (stand in ('wacht', 'loopt', 'klaar', 'mislukt')),
  klaar bigint not null default 0,
  totaal bigint,
  uitkomst jsonb,                                         -- {verzegeld, open, breuk}
  fout text,
  poging uuid,
  gevraagd_op timestamptz not null,
  gevraagd_door uuid not null,
  gestart_op timestamptz,
  klaar_op timestamptz,
  primary key (gemeente, id)
);
create index auditcontrole_lijst on auditcontrole (gemeente, gevraagd_op, id);

create table outbox (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  soort text not null,
  gegevens jsonb not null,                                -- alleen verwijzingen, nooit een naam of BSN
  gemaakt_op timestamptz not null,
  verwerkt_op timestamptz,
  pogingen int not null default 0,
  fout text,
  primary key (gemeente, id)
);
create index outbox_open on outbox (gemeente, gemaakt_op) where verwerkt_op is null;

create table idempotentie (
  gemeente char(4) not null references gemeente (code),
  medewerker uuid not null,
  sleutel text not null,
  verzoek bytea not null,                                 -- SHA-256 van pad en lichaam
  antwoord jsonb,                                         -- wat het eerste verzoek kreeg
  gemaakt_op timestamptz not null,
  primary key (gemeente, medewerker, sleutel)
);
create index idempotentie_oud on idempotentie (gemeente, gemaakt_op);

-- ── Relatie tot een dossier; dezelfde regels als core/dossier/rechten.ts ───────────────────────────────────────────────────────

-- Noodtoegang die op dit moment geldt.
create function heeft_noodtoegang(wie uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from noodtoegang n where n.gemeente = mijn_gemeente() and n.inwoner = wie and n.medewerker = mijn_medewerker() and n.tot > mijn_nu())
$$;

-- Eigen zaak of eigen team: het team van de inwoner, of een team dat een open zaak van hem heeft. Leest als eigenaar, met een vast zoekpad.
create function vaste_relatie(wie uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from inwoner i where i.gemeente = mijn_gemeente() and i.id = wie and i.team = mijn_team())
      or exists (select 1 from zaak z where z.gemeente = mijn_gemeente() and z.inwoner = wie and z.afgesloten_op is null
                   and (z.behandelaar = mijn_medewerker() or z.team = mijn_team()))
$$;

-- Eigen zaak, eigen team of noodtoegang.
create function sterke_relatie(wie uuid) returns boolean language sql stable as $$
  select vaste_relatie(wie) or heeft_noodtoegang(wie)
$$;

-- Het team van een inwoner, voor een regel op een andere tabel.
create function team_van(wie uuid) returns uuid language sql stable security definer set search_path = public as $$
  select i.team from inwoner i where i.gemeente = mijn_gemeente() and i.id = wie
$$;

-- Over wie een zaak gaat, ook als zij niet te zien is: een geweigerde poging hoort in het logboek van die inwoner.
create function inwoner_van_zaak(welke uuid) returns uuid language sql stable security definer set search_path = public as $$
  select z.inwoner from zaak z where z.gemeente = mijn_gemeente() and z.id = welke
$$;

-- Net zelf toegevoegd, in deze handeling: wat erbij hoort mag er dan bij, ook zonder team.
create function net_toegevoegd(wie uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from inwoner i where i.gemeente = mijn_gemeente() and i.id = wie and i.gewijzigd_door = mijn_medewerker() and i.gemaakt_op = mijn_nu())
$$;

-- Of dit een overdracht was; alleen die maakt een teamleider ongedaan zonder zelf in het dossier te werken.
create function is_overdracht(welke uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from gebeurtenis g where g.gemeente = mijn_gemeente() and g.id = welke and g.soort = 'zaak_overgedragen')
$$;

-- Het werk aan een ander geven: wie het zelf heeft, of wie verdeelt. Noodtoegang is geen werk.
create function mag_overdragen(wie uuid) returns boolean language sql stable as $$
  select heb_rol('teamleider', 'systeem') or (heb_rol('consulent') and vaste_relatie(wie))
$$;

-- Het eigen team neemt een inwoner aan die nog bij geen team hoort, met zijn eerste melding. Verder verandert er niets aan hem.
create function neem_inwoner_aan(wie uuid) returns void language sql security definer set search_path = public as $$
  update inwoner set team = mijn_team()
  where gemeente = mijn_gemeente() and id = wie and team is null and heb_rol('consulent', 'teamleider', 'systeem')
$$;

-- Een zaak aan een ander geven, met haar inwoner als die van team wisselt; geeft false als iemand anders eerder was. Dit is de enige weg:
-- wie verdeelt raakt de inhoud niet aan, en wie in het dossier schrijft (ook in nood) verdeelt niet.
create function draag_zaak_over(welke uuid, op_versie int, naar uuid, naar_team uuid, inwonerteam uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  over uuid;
begin
  select z.inwoner into over from zaak z
    where z.gemeente = mijn_gemeente() and z.id = welke and z.versie = op_versie and mag_overdragen(z.inwoner) for update;
  if over is null then return false; end if;
  update inwoner set team = inwonerteam where gemeente = mijn_gemeente() and id = over and team is distinct from inwonerteam;
  update zaak set behandelaar = naar, team = naar_team, versie = versie + 1, gewijzigd_op = mijn_nu(), gewijzigd_door = mijn_medewerker()
    where gemeente = mijn_gemeente() and id = welke;
  return true;
end $$;

-- Inhoud van een dossier lezen.
create function mag_dossier_lezen(wie uuid) returns boolean language sql stable as $$
  select heb_rol('teamleider', 'toezichthouder', 'systeem') or (heb_rol('consulent') and sterke_relatie(wie))
$$;
-- Schrijven: alleen met een sterke relatie.
create function mag_dossier_schrijven(wie uuid) returns boolean language sql stable as $$
  select heb_rol('systeem') or (heb_rol('consulent', 'teamleider') and sterke_relatie(wie))
$$;

-- ── Aanmelden: vóór er een gemeente gebonden is ────────────────────────────────────────────────────────────────────────────────

-- Bij wie deze persoon van deze uitgever hoort, in elke gemeente: eerder aan hem gekoppeld, of met een van deze namen bekend.
-- `van_ander`: de naam klopt, maar het account is al van een ander; een e-mailadres dat opnieuw wordt uitgegeven opent zo niets.
create function vind_aanmelding(van_uitgever text, van_onderwerp text, namen text[])
  returns table (gemeente char(4), gemeentenaam text, medewerker uuid, naam text, rollen text[], team uuid, actief boolean, van_ander boolean)
  language sql stable security definer set search_path = public as $$
  select m.gemeente, g.naam, m.id, m.naam, m.rollen, m.team, m.actief, m.identiteit is not null and m.identiteit is distinct from i.id
  from medewerker m
  join gemeente g on g.code = m.gemeente
  left join identiteit i on i.uitgever = van_uitgever and i.onderwerp = van_onderwerp
  where m.identiteit = i.id or lower(m.aanmeldnaam) = any(namen)
  order by g.naam, m.identiteit is null, m.naam
$$;

-- Na de eerste aanmelding hoort het account bij die ene persoon. Alleen het eigen account, en alleen als het nog van niemand is.
create function koppel_identiteit(wie uuid) returns void language sql security definer set search_path = public as $$
  update medewerker set identiteit = wie where gemeente = mijn_gemeente() and id = mijn_medewerker() and identiteit is null
$$;

-- Een geldige sessie met de rollen en het team van dit moment: wie zijn rol verliest, verliest haar meteen.
create function open_sessie(hash bytea, nu timestamptz)
  returns table (id uuid, csrf text, gemeente char(4), gemeentenaam text, catalogus text, verzonnen boolean, medewerker uuid, naam text,
                 rollen text[], team uuid, teamnaam text, laatst_op timestamptz, verloopt_op timestamptz)
  language sql stable security definer set search_path = public as $$
  select s.id, s.csrf, s.gemeente, g.naam, g.catalogus, g.verzonnen, m.id, m.naam, m.rollen, m.team, t.naam, s.laatst_op, s.verloopt_op
  from sessie s
  join gemeente g on g.code = s.gemeente
  join medewerker m on m.gemeente = s.gemeente and m.id = s.medewerker and m.actief
  left join team t on t.gemeente = m.gemeente and t.id = m.team
  where s.sleutel_hash = hash and s.ingetrokken_op is null and s.verloopt_op > nu
$$;

-- Een sessie verlengen en sluiten gebeurt ook vóór er een gemeente gebonden is.
create function raak_sessie_aan(welke uuid, nu timestamptz, rust_ms bigint, langst_ms bigint) returns void
  language sql security definer set search_path = public as $$
  update sessie set laatst_op = nu, verloopt_op = least(nu + rust_ms * interval '1 ms', gemaakt_op + langst_ms * interval '1 ms') where id = welke
$$;
create function sluit_sessie(welke uuid, nu timestamptz) returns void language sql security definer set search_path = public as $$
  update sessie set ingetrokken_op = nu where id = welke and ingetrokken_op is null
$$;

-- De medewerkers van de proefomgeving, voor de knoppen op het aanmeldscherm; alleen in gemeenten met verzonnen gegevens.
create function proefmedewerkers()
  returns table (gemeente char(4), gemeentenaam text, medewerker uuid, aanmeldnaam text, naam text, rollen text[])
  language sql stable security definer set search_path = public as $$
  select m.gemeente, g.naam, m.id, m.aanmeldnaam, m.naam, m.rollen from medewerker m join gemeente g on g.code = m.gemeente
  where g.verzonnen and m.aanmeldnaam like 'proef-%' and m.actief order by g.naam, m.aanmeldnaam
$$;

-- Waar achtergrondwerk ligt: alleen de codes, zodat een taak niet elke gemeente hoeft af te gaan.
create function open_logboeken() returns setof char(4) language sql stable security definer set search_path = public as $$
  select g.code from gemeente g where exists (select from audit_open o where o.gemeente = g.code) order by g.code
$$;
create function open_uitgaand() returns setof char(4) language sql stable security definer set search_path = public as $$
  select g.code from gemeente g where exists (select from outbox o where o.gemeente = g.code and o.verwerkt_op is null) order by g.code
$$;

-- Alleen aantallen, voor de meetwaarden.
create function achterstand() returns table (wat text, aantal bigint) language sql stable security definer set search_path = public as $$
  select 'logboek_open', count(*) from audit_open union all select 'uitgaand_open', count(*) from outbox where verwerkt_op is null
$$;

-- ── Rechten van het programma ──────────────────────────────────────────────────────────────────────────────────────────────────

do $$ begin
  if not exists (select from pg_roles where rolname = 'meedoen_app') then create role meedoen_app login; end if;
end $$;
revoke all on schema public from public;
grant usage on schema public to meedoen_app;
-- Wat als eigenaar leest, is alleen voor het programma.
do $$ declare f regprocedure; begin
  for f in select oid::regprocedure from pg_proc where prosecdef and pronamespace = 'public'::regnamespace loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to meedoen_app', f);
  end loop;
end $$;
grant select on gemeente, gelijkgestelde_dag to meedoen_app;
grant select, insert on catalogus_inhoud to meedoen_app;
grant select, insert, update on identiteit, sessie to meedoen_app;
grant select, insert on inwoner, zaak to meedoen_app;
-- Team en behandelaar wisselen alleen langs neem_inwoner_aan en draag_zaak_over.
grant update (achternaam, voorvoegsel, voornamen, voorletters, geboortedatum, woonplaats, zoeknaam, bsn_index, geen_bsn_reden, geheim_adres,
  overleden_op, versie, gewijzigd_op, gewijzigd_door) on inwoner to meedoen_app;
grant update (soort, stand, hulpvraag, kanaal, gemeld_door, ontvangen_op, plan_tot, onderzoek_uiterlijk, wacht_op, afgesloten_op, versie,
  gewijzigd_op, gewijzigd_door) on zaak to meedoen_app;
grant select, insert, update on team, medewerker, inwoner_gegevens, zaaknummer, onderzoek, bezoek, noodtoegang, simulatie, auditcontrole, outbox to meedoen_app;
grant select, insert on antwoord, advies, voorziening, indicatie, gebeurtenis, cataloguspublicatie, instellingkeuze, audit, auditzegel to meedoen_app;
grant select, insert, update, delete on inwoner_bsn, filter, idempotentie, audit_open to meedoen_app;

do $$ declare t text; begin
  foreach t in array array['team','medewerker','inwoner','inwoner_gegevens','inwoner_bsn','zaak','zaaknummer','onderzoek','bezoek','antwoord','advies',
    'voorziening','indicatie','gebeurtenis','noodtoegang','filter','cataloguspublicatie','instellingkeuze','simulatie','audit','audit_open','auditzegel','auditcontrole',
    'outbox','idempotentie'] loop
    -- Ook voor de eigenaar (force): wie per ongeluk als eigenaar aanmeldt zonder BYPASSRLS ziet niets in plaats van alles.
    execute format('alter table %I enable row level security, force row level security', t);
    -- De gemeente geldt altijd, naast wat hieronder per tabel mag.
    execute format('create policy gemeente on %I as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente())', t);
  end loop;
end $$;

-- Sessies liggen buiten de gemeente (de cookie zegt pas welke), maar eenmaal binnen ziet ieder alleen de eigen, en de beheerder die
-- van zijn gemeente.
alter table sessie enable row level security, force row level security;
create policy eigen on sessie using (gemeente = mijn_gemeente() and (medewerker = mijn_medewerker() or heb_rol('beheerder', 'systeem')))
  with check (gemeente = mijn_gemeente() and (medewerker = mijn_medewerker() or heb_rol('beheerder', 'systeem')));

-- Wat van de transactie afhangt en niet van de rij staat in een eigen select: dan wordt het één keer per opdracht uitgerekend,
-- in plaats van bij elke rij.

-- Organisatie: elke medewerker ziet namen van collega's; alleen de beheerder wijzigt.
create policy lezen on team for select using (true);
create policy schrijven on team for insert with check ((select heb_rol('beheerder', 'systeem')));
create policy wijzigen on team for update using ((select heb_rol('beheerder', 'systeem')));
create policy lezen on medewerker for select using (true);
create policy schrijven on medewerker for insert with check ((select heb_rol('beheerder', 'systeem')));
create policy wijzigen on medewerker for update using ((select heb_rol('beheerder', 'systeem')));

create policy lezen on inwoner for select using ((select heb_rol('consulent', 'teamleider', 'administratie', 'toezichthouder', 'systeem')));
create policy schrijven on inwoner for insert with check ((select heb_rol('consulent', 'teamleider', 'systeem')));
create policy wijzigen on inwoner for update using ((select heb_rol('administratie', 'systeem')) or mag_dossier_schrijven(id));

-- Een geheim adres alleen met een sterke relatie.
create policy lezen on inwoner_gegevens for select
  using (((select heb_rol('teamleider', 'administratie', 'toezichthouder')) and not geheim_adres) or (select heb_rol('systeem'))
      or ((select heb_rol('consulent', 'teamleider', 'administratie', 'toezichthouder')) and sterke_relatie(inwoner)));
create policy schrijven on inwoner_gegevens for insert
  with check ((select heb_rol('systeem')) or mag_dossier_schrijven(inwoner) or ((select heb_rol('consulent', 'teamleider')) and net_toegevoegd(inwoner)));
create policy wijzigen on inwoner_gegevens for update using ((select heb_rol('administratie', 'systeem')) or mag_dossier_schrijven(inwoner));

create policy lezen on inwoner_bsn for select
  using ((select heb_rol('administratie', 'systeem')) or ((select heb_rol('consulent', 'teamleider')) and sterke_relatie(inwoner))
      or ((select heb_rol('toezichthouder')) and heeft_noodtoegang(inwoner)));
create policy schrijven on inwoner_bsn for insert
  with check ((select heb_rol('administratie', 'systeem')) or mag_dossier_schrijven(inwoner) or ((select heb_rol('consulent', 'teamleider')) and net_toegevoegd(inwoner)));
create policy wijzigen on inwoner_bsn for update using ((select heb_rol('administratie', 'systeem')) or mag_dossier_schrijven(inwoner));
create policy weg on inwoner_bsn for delete using ((select heb_rol('administratie', 'systeem')) or mag_dossier_schrijven(inwoner));

-- Een open zaak van mijn team of van mij is zelf al een vaste relatie: dat zonder verdere vraag toelaten houdt lange lijsten snel.
create policy lezen on zaak for select
  using ((select heb_rol('teamleider', 'toezichthouder', 'systeem'))
      or ((select heb_rol('consulent')) and ((afgesloten_op is null and (team = (select mijn_team()) or behandelaar = (select mijn_medewerker()))) or sterke_relatie(inwoner))));
-- Een melding vastleggen mag voor iedereen; wie haar aanneemt zonder vaste relatie, krijgt daarmee geen dossier: zij gaat
-- naar het team van de inwoner, zonder behandelaar.
create policy schrijven on zaak for insert
  with check ((select heb_rol('teamleider', 'systeem'))
      or ((select heb_rol('consulent')) and (vaste_relatie(inwoner) or (behandelaar is null and team is not distinct from team_van(inwoner)))));
create policy wijzigen on zaak for update using (mag_dossier_schrijven(inwoner)) with check ((select heb_rol('consulent', 'teamleider', 'systeem')));
create policy alles on zaaknummer using ((select heb_rol('consulent', 'teamleider', 'systeem'))) with check ((select heb_rol('consulent', 'teamleider', 'systeem')));

do $$ declare t text; begin
  foreach t in array array['onderzoek','bezoek','antwoord','advies'] loop
    execute format('create policy lezen on %I for select using (mag_dossier_lezen(inwoner))', t);
    execute format('create policy schrijven on %I for insert with check (mag_dossier_schrijven(inwoner))', t);
  end loop;
  -- De administratie leest ook wat is toegekend, en wat daarmee gebeurde.
  foreach t in array array['voorziening','indicatie'] loop
    execute format('create policy lezen on %I for select using ((select heb_rol(''administratie'')) or mag_dossier_lezen(inwoner))', t);
  end loop;
end $$;
create policy lezen on gebeurtenis for select using (((select heb_rol('administratie')) and indicatie is not null) or mag_dossier_lezen(inwoner));
create policy wijzigen on onderzoek for update using (mag_dossier_schrijven(inwoner));
create policy wijzigen on bezoek for update using (mag_dossier_schrijven(inwoner));
create policy schrijven on voorziening for insert with check (mag_dossier_schrijven(inwoner));
create policy schrijven on indicatie for insert with check (mag_dossier_schrijven(inwoner));
-- Een melding maken mag ook zonder sterke relatie; haar eerste gebeurtenis hoort daarbij. De teamleider draagt over en maakt dat ongedaan.
create policy schrijven on gebeurtenis for insert
  with check (mag_dossier_schrijven(inwoner)
      or ((select heb_rol('consulent', 'teamleider')) and soort = 'melding_ontvangen' and indicatie is null and vervangt is null)
      or (indicatie is null and mag_overdragen(inwoner) and (soort = 'zaak_overgedragen' or (soort = 'vervallen' and is_overdracht(vervangt)))));

create policy lezen on noodtoegang for select using (medewerker = (select mijn_medewerker()) or (select heb_rol('teamleider', 'toezichthouder', 'systeem')));
create policy schrijven on noodtoegang for insert with check (medewerker = (select mijn_medewerker()) and (select heb_rol('consulent', 'teamleider', 'toezichthouder')));
create policy wijzigen on noodtoegang for update using ((select heb_rol('teamleider')) and medewerker <> (select mijn_medewerker()));

create policy eigen on filter using (medewerker = (select mijn_medewerker())) with check (medewerker = (select mijn_medewerker()));

create policy lezen on cataloguspublicatie for select using (true);
create policy schrijven on cataloguspublicatie for insert with check ((select heb_rol('contractmanager', 'systeem')));
create policy lezen on instellingkeuze for select using (true);
create policy schrijven on instellingkeuze for insert with check ((select heb_rol('contractmanager', 'systeem')));
create policy alles on simulatie using ((select heb_rol('contractmanager', 'systeem'))) with check ((select heb_rol('contractmanager', 'systeem')));

-- Het logboek lezen: de toezichthouder alles; wie een dossier mag lezen, wie daarin keek; iedereen wat hij zelf deed.
create policy lezen on audit for select
  using ((select heb_rol('toezichthouder', 'systeem')) or medewerker = (select mijn_medewerker()) or (inwoner is not null and mag_dossier_lezen(inwoner)));
create policy schrijven on audit for insert with check ((select heb_rol('systeem')) or medewerker is not distinct from (select mijn_medewerker()));
create policy schrijven on audit_open for insert with check (true);
create policy lezen on audit_open for select using ((select heb_rol('systeem', 'beheerder', 'toezichthouder')));
create policy weg on audit_open for delete using ((select heb_rol('systeem')));
create policy lezen on auditzegel for select using ((select heb_rol('toezichthouder', 'beheerder', 'systeem')));
create policy alles on auditcontrole using ((select heb_rol('toezichthouder', 'beheerder', 'systeem'))) with check ((select heb_rol('toezichthouder', 'beheerder', 'systeem')));
create policy schrijven on auditzegel for insert with check ((select heb_rol('systeem')));

create policy schrijven on outbox for insert with check (true);
create policy lezen on outbox for select using ((select heb_rol('systeem', 'beheerder')));
create policy wijzigen on outbox for update using ((select heb_rol('systeem', 'beheerder')));

create policy eigen on idempotentie using (medewerker = (select mijn_medewerker()) or (select heb_rol('systeem'))) with check (medewerker = (select mijn_medewerker()));
