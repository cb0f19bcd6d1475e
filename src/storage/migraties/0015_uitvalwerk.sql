-- Uitval als werk: wie ermee bezig is, en elke stap met wie, wanneer en waarom.
alter table uitval
  add column behandelaar uuid,
  add column gewijzigd_op timestamptz,
  add column gewijzigd_door uuid,
  add foreign key (gemeente, behandelaar) references medewerker (gemeente, id);
create index uitval_klaar on uitval (gemeente, partij, klaar_op, id) where stand = 'klaar';

create table uitvalstap (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  partij text not null,
  uitval uuid not null,
  soort text not null check (soort in ('opgepakt', 'overgedragen', 'losgelaten', 'gesloten', 'heropend', 'opmerking')),
  naar uuid,                                              -- bij overgedragen: aan wie
  toelichting text,
  gedaan_op timestamptz not null,
  gedaan_door uuid not null,
  primary key (gemeente, id),
  foreign key (gemeente, uitval) references uitval (gemeente, id),
  foreign key (gemeente, naar) references medewerker (gemeente, id),
  foreign key (gemeente, gedaan_door) references medewerker (gemeente, id)
);
create index uitvalstap_bij on uitvalstap (gemeente, uitval, gedaan_op);

grant select, insert on uitvalstap to meedoen_app;
grant update (behandelaar, gewijzigd_op, gewijzigd_door) on uitval to meedoen_app;
alter table uitvalstap enable row level security, force row level security;
create policy gemeente on uitvalstap as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
create policy partij on uitvalstap as restrictive using (partij = mijn_partij()) with check (partij = mijn_partij());
create policy lezen on uitvalstap for select using ((select heb_rol('administratie', 'teamleider', 'toezichthouder', 'systeem')));
create policy schrijven on uitvalstap for insert with check ((select heb_rol('administratie')) and gedaan_door = (select mijn_medewerker()));
