-- Of berichten en toewijzingen op elkaar aansluiten: elke keer dat het nagekeken is, en wat er toen niet klopte. Zonder personen.
create table ketencontrole (
  gemeente char(4) not null references gemeente (code),
  id uuid not null,
  gecontroleerd_op timestamptz not null,
  aantallen jsonb not null,                               -- per soort hoeveel, ook als er te veel zijn om te bewaren
  primary key (gemeente, id)
);
create index ketencontrole_op on ketencontrole (gemeente, gecontroleerd_op);

create table ketenverschil (
  gemeente char(4) not null,
  controle uuid not null,
  volg int not null,
  soort text not null,
  aanbieder text,
  kenmerk text not null,
  bericht uuid,
  indicatie uuid,
  sinds text collate "C" not null,
  primary key (gemeente, controle, volg),
  foreign key (gemeente, controle) references ketencontrole (gemeente, id) on delete cascade
);

-- Gemeenten met verkeer of een contract die langer dan `sinds` niet zijn nagekeken.
create function na_te_kijken_gemeenten(sinds timestamptz) returns setof char(4)
  language sql stable security definer set search_path = public as $$
  select g.code from gemeente g
  where (exists (select from contract c where c.gemeente = g.code) or exists (select from bericht b where b.gemeente = g.code and b.partij = g.code))
    and not exists (select from ketencontrole k where k.gemeente = g.code and k.gecontroleerd_op > sinds)
  order by g.code
$$;
revoke all on function na_te_kijken_gemeenten(timestamptz) from public;
grant execute on function na_te_kijken_gemeenten(timestamptz) to meedoen_app;

grant select, insert, delete on ketencontrole, ketenverschil to meedoen_app;
do $$ declare t text; begin
  foreach t in array array['ketencontrole', 'ketenverschil'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy gemeente on %I as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente())', t);
    execute format('create policy lezen on %I for select using ((select heb_rol(''administratie'', ''toezichthouder'', ''systeem'')))', t);
    execute format('create policy schrijven on %I for insert with check ((select heb_rol(''administratie'', ''systeem'')))', t);
    execute format('create policy weg on %I for delete using ((select heb_rol(''systeem'')))', t);
  end loop;
end $$;
