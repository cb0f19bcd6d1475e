-- Een toewijzing van één dag zonder reden van wijziging loopt ook: zonder reden was de vergelijking onbekend, en viel zij uit de telling.
create or replace function lopende_toewijzingen(dag text) returns table (aanbieder text, categorie text, code text, catalogusproduct text, aantal bigint)
  language sql stable security definer set search_path = public as $$
  select t.aanbieder, t.categorie, t.code, i.product, count(*)
  from (select distinct on (t.nummer, t.bsn_index) t.aanbieder, t.categorie, t.code, t.ingangsdatum, t.einddatum, t.reden_wijziging,
      (array_agg(t.indicatie) filter (where t.indicatie is not null) over (partition by t.nummer, t.bsn_index))[1] as indicatie
    from toewijzing t
    join geldend_bericht b on b.gemeente = t.gemeente and b.id = t.bericht
    where t.gemeente = mijn_gemeente() and t.partij = mijn_gemeente()
    order by t.nummer, t.bsn_index, t.versie desc, b.dagtekening desc, b.identificatie desc) t
  left join indicatie i on i.gemeente = mijn_gemeente() and i.id = t.indicatie
  where heb_rol('contractmanager', 'administratie', 'toezichthouder', 'systeem')
    and (t.einddatum is null or t.einddatum >= dag)
    and not (t.einddatum is not distinct from t.ingangsdatum and coalesce(t.reden_wijziging, '') in ('01', '13'))
  group by 1, 2, 3, 4
$$;
