-- Noodtoegang is eerder te beëindigen door wie haar vroeg. Alleen de eigen, alleen zolang zij geldt, en verder verandert er niets aan.

alter table noodtoegang add column gestopt_op timestamptz;   -- leeg: nog geldig, of vanzelf voorbij

create function stop_noodtoegang(welke uuid) returns boolean language sql security definer set search_path = public as $$
  with gestopt as (
    update noodtoegang set tot = mijn_nu(), gestopt_op = mijn_nu()
    where gemeente = mijn_gemeente() and id = welke and medewerker = mijn_medewerker() and tot > mijn_nu() returning id)
  select exists (select from gestopt)
$$;
revoke all on function stop_noodtoegang(uuid) from public;
grant execute on function stop_noodtoegang(uuid) to meedoen_app;
