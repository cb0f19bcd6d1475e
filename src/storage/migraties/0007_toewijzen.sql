-- De administratie wijst ook toe: dat zij dat deed, en een opdracht buiten het berichtenverkeer om (OP003), staat als feit bij de indicatie.
create policy toewijzen on gebeurtenis for insert
  with check ((select heb_rol('administratie')) and indicatie is not null and vervangt is null
    and soort in ('toegewezen', 'opdracht_buitenom'));
