-- De reactietermijnen van een gemeente zoals zij de laatste keer berekend zijn: over tienduizenden toewijzingen duurt dat te lang om op te
-- wachten. Eén rij per gemeente, alleen aantallen en verwijzingen, zonder personen.
create table ketentermijnen (
  gemeente char(4) not null references gemeente (code),
  berekend_op timestamptz not null,                       -- alles wat toen vastlag telt mee
  vandaag date not null,                                  -- de dag waarop beoordeeld is
  berichten int not null,                                 -- zoveel zijn er bekeken; wie er weinig heeft rekent elke keer
  tellingen jsonb not null,
  verlopen jsonb not null,                                -- de langst verlopen gevallen
  primary key (gemeente)
);

-- Gemeenten met verkeer waarvan de termijnen van een andere dag zijn, of van voor `voor` terwijl er sindsdien een bericht kwam of ging. Wat nog niet
-- vastlag toen er gerekend werd kan een eerder moment dragen, vandaar de paar minuten.
create function te_berekenen_gemeenten(op date, voor timestamptz, weinig int) returns setof char(4)
  language sql stable security definer set search_path = public as $$
  select g.code from gemeente g left join ketentermijnen k on k.gemeente = g.code
  where exists (select from bericht b where b.gemeente = g.code and b.partij = g.code)
    and (k.gemeente is null or k.vandaag <> op or (k.berichten > weinig and k.berekend_op < voor
      and exists (select from bericht b where b.gemeente = g.code and b.partij = g.code
        and (greatest(b.vastgelegd_op, b.verzonden_op, b.vervangen_op) >= k.berekend_op - interval '5 minutes'))))
  order by g.code
$$;
revoke all on function te_berekenen_gemeenten(date, timestamptz, int) from public;
grant execute on function te_berekenen_gemeenten(date, timestamptz, int) to meedoen_app;

grant select, insert, update on ketentermijnen to meedoen_app;
alter table ketentermijnen enable row level security, force row level security;
create policy gemeente on ketentermijnen as restrictive using (gemeente = mijn_gemeente()) with check (gemeente = mijn_gemeente());
create policy lezen on ketentermijnen for select using ((select heb_rol('administratie', 'toezichthouder', 'systeem')));
create policy schrijven on ketentermijnen for insert with check ((select heb_rol('administratie', 'systeem')));
create policy wijzigen on ketentermijnen for update using ((select heb_rol('administratie', 'systeem')));
