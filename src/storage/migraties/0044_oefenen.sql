-- Oefenen met het berichtenverkeer: hoe een gespeelde aanbieder zich gedraagt, en wat er gespeeld is. Alleen in een gemeente van verzonnen mensen;
-- daarbuiten laat de rijbeveiliging er niets van zien en niets in toe.
create function is_proefgemeente() returns boolean language sql stable parallel safe set search_path = public
  as $$ select coalesce((select g.verzonnen from gemeente g where g.code = mijn_gemeente()), false) $$;

create table oefengedrag (
  gemeente char(4) not null references gemeente (code),
  aanbieder char(8) not null check (aanbieder ~ '^[0-9]{8}$'),
  antwoord text not null check (antwoord in ('neemt_aan', 'keurt_af', 'zwijgt')),
  code_toewijzing text check (code_toewijzing ~ '^[0-9S][0-9]{3}$'),    -- waarmee hij een WMO301 afkeurt
  code_verzoek text check (code_verzoek ~ '^[0-9S][0-9]{3}$'),          -- waarmee hij een WMO319 afkeurt
  wacht int not null check (wacht between 0 and 365),
  eenheid text not null check (eenheid in ('minuten', 'dagen')),
  dubbel boolean not null,
  laatste_eerst boolean not null,
  gewijzigd_op timestamptz not null,
  primary key (gemeente, aanbieder),
  check ((antwoord = 'keurt_af') = (code_toewijzing is not null and code_verzoek is not null))
);

create table oefenantwoord (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  bericht uuid not null,                                  -- waar op geantwoord is
  code text,                                              -- leeg: aangenomen
  dubbel boolean not null,
  gespeeld_op timestamptz not null,
  primary key (gemeente, id),
  foreign key (gemeente, bericht) references bericht (gemeente, id) deferrable initially deferred
);
create index oefenantwoord_bericht on oefenantwoord (gemeente, bericht);

grant select, insert, update on oefengedrag to meedoen_app;
grant select, insert on oefenantwoord to meedoen_app;
alter table oefengedrag enable row level security, force row level security;
alter table oefenantwoord enable row level security, force row level security;
create policy gemeente on oefengedrag as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
create policy gemeente on oefenantwoord as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
create policy lezen on oefengedrag for select using ((select heb_rol('administratie') and is_proefgemeente()));
create policy schrijven on oefengedrag for insert with check ((select heb_rol('administratie') and is_proefgemeente()));
create policy wijzigen on oefengedrag for update using ((select heb_rol('administratie') and is_proefgemeente()));
create policy lezen on oefenantwoord for select using ((select heb_rol('administratie') and is_proefgemeente()));
create policy schrijven on oefenantwoord for insert with check ((select heb_rol('administratie') and is_proefgemeente()));
