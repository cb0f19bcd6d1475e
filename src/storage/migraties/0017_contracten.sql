-- Een contract heeft een looptijd en elke wijziging een reden. Een wijziging is een nieuwe rij met al haar regels; het vorige blijft te lezen.
alter table contract add column van text collate "C";     -- leeg: niet bekend
alter table contract add column tot text collate "C";     -- leeg: loopt door
alter table contract add column reden text;               -- waarom dit er kwam
alter table contract add check (tot is null or van is null or tot >= van);

-- Hoeveel toewijzingen per code lopen of nog ingaan: aantallen, geen personen. Leest als eigenaar, want wie contracten beheert ziet geen toewijzingen.
create function lopende_toewijzingen(dag text) returns table (aanbieder text, categorie text, code text, aantal bigint)
  language sql stable security definer set search_path = public as $$
  select t.aanbieder, t.categorie, t.code, count(*)
  from (select distinct on (t.nummer, t.bsn_index) t.* from toewijzing t
    join geldend_bericht b on b.gemeente = t.gemeente and b.id = t.bericht
    where t.gemeente = mijn_gemeente() and t.partij = mijn_gemeente()
    order by t.nummer, t.bsn_index, t.versie desc, b.dagtekening desc, b.identificatie desc) t
  where heb_rol('contractmanager', 'administratie', 'toezichthouder', 'systeem')
    and (t.einddatum is null or t.einddatum >= dag)
    and not (t.einddatum is not distinct from t.ingangsdatum and t.reden_wijziging in ('01', '13'))
  group by 1, 2, 3
$$;
revoke all on function lopende_toewijzingen(text) from public;
grant execute on function lopende_toewijzingen(text) to meedoen_app;
