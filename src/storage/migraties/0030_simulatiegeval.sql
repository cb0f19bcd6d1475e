-- Wie er achter een getal van een doorrekening zit, zoals de doorrekening het zag: alleen wat anders uitvalt, en alleen verwijzingen.
-- De contractmanager ziet aantallen; deze rijen zijn voor wie de zaken van de hele gemeente mag zien.

create table simulatiegeval (
  gemeente char(4) not null references gemeente (code),
  simulatie uuid not null,
  poging uuid not null,                                    -- alleen de rijen van de poging die klaar is, tellen
  deel text not null check (deel in ('onderzoeken', 'indicaties', 'stapeling')),
  tabel text not null,                                     -- leeg bij stapeling
  van text not null,
  naar text not null,
  id uuid not null,                                        -- het onderzoek, de indicatie, of bij stapeling de inwoner
  primary key (gemeente, simulatie, poging, deel, tabel, van, naar, id),
  foreign key (gemeente, simulatie) references simulatie (gemeente, id)
);
grant select, insert, delete on simulatiegeval to meedoen_app;
alter table simulatiegeval enable row level security;
alter table simulatiegeval force row level security;
create policy gemeente on simulatiegeval as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
create policy lezen on simulatiegeval for select using ((select heb_rol('teamleider', 'toezichthouder', 'systeem')));
create policy schrijven on simulatiegeval for insert with check ((select heb_rol('systeem')));
create policy weg on simulatiegeval for delete using ((select heb_rol('systeem')));
