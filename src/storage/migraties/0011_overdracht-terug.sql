-- Wie werk weggaf en het daarmee zelf niet meer ziet, kan dat kort daarna terugdraaien. Alleen de eigen overdracht, alleen zolang er
-- daarna niets met de zaak gebeurde, en alleen terug naar waar zij vandaan kwam. Geeft de zaak terug zoals draag_zaak_over haar gaf.

create function neem_overdracht_terug(welke uuid, op_versie int, overdracht uuid, termijn interval) returns boolean
  language plpgsql security definer set search_path = public as $$
declare
  over uuid;
  van jsonb;
begin
  select z.inwoner, g.gegevens -> 'van' into over, van from zaak z
    join gebeurtenis g on g.gemeente = z.gemeente and g.zaak = z.id
    where z.gemeente = mijn_gemeente() and z.id = welke and z.versie = op_versie and z.afgesloten_op is null
      and g.id = overdracht and g.soort = 'zaak_overgedragen' and g.gemaakt_door = mijn_medewerker()
      and g.gemaakt_op > mijn_nu() - termijn and heb_rol('consulent', 'teamleider')
      and z.gewijzigd_door = mijn_medewerker() and z.gewijzigd_op = g.gemaakt_op
      and not exists (select from gebeurtenis v where v.gemeente = g.gemeente and v.vervangt = g.id)
    for update of z;
  if over is null or van is null then return false; end if;
  update inwoner set team = (van ->> 'inwonerteam')::uuid
    where gemeente = mijn_gemeente() and id = over and team is distinct from (van ->> 'inwonerteam')::uuid;
  update zaak set behandelaar = (van ->> 'behandelaar')::uuid, team = (van ->> 'team')::uuid, versie = versie + 1,
      gewijzigd_op = mijn_nu(), gewijzigd_door = mijn_medewerker()
    where gemeente = mijn_gemeente() and id = welke;
  return true;
end $$;
revoke all on function neem_overdracht_terug(uuid, int, uuid, interval) from public;
grant execute on function neem_overdracht_terug(uuid, int, uuid, interval) to meedoen_app;
