-- Een grote declaratie vastleggen. Wie er schrijft is voor elke regel gelijk, dus dat wordt één keer gevraagd en niet per rij: zo staat het
-- ook al bij het lezen.
do $$ declare t text; begin
  foreach t in array array['ketenclient','afgewezen_regel','prestatie'] loop
    execute format('alter policy gemeente on %I using (gemeente = (select mijn_gemeente())) with check (gemeente = (select mijn_gemeente()))', t);
    execute format('alter policy partij on %I using (partij = (select mijn_partij())) with check (partij = (select mijn_partij()))', t);
    execute format('alter policy schrijven on %I with check ((select heb_rol(''administratie'', ''systeem'')))', t);
  end loop;
end $$;
-- Elke index kost bij elke regel die erbij komt. De sleutel is nu ook de weg van een toewijzing naar haar regels. De regels van één bericht
-- liggen bij elkaar, want zij komen in één keer en veranderen nooit: daar is een kaart van de bladzijden genoeg voor.
alter table prestatie drop constraint prestatie_pkey;
drop index prestatie_toewijzing;
alter table prestatie add primary key (gemeente, toewijzing, bericht, volg);
create index prestatie_bericht on prestatie using brin (bericht, volg) with (autosummarize = on);
