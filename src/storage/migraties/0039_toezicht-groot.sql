-- Toezicht op tienduizenden zaken: de indicaties bij een onderzoek worden gezocht, niet elke indicatie van de gemeente bij elke zaak.
create index indicatie_onderzoek on indicatie (gemeente, onderzoek) where onderzoek is not null;

-- mag_dossier_lezen, uitgeschreven: welke rol iemand heeft wordt één keer per opdracht uitgerekend, in plaats van bij elke rij.
do $$ declare t text; begin
  foreach t in array array['onderzoek','bezoek','antwoord','advies'] loop
    execute format('drop policy lezen on %I', t);
    execute format('create policy lezen on %I for select using ((select heb_rol(''teamleider'', ''toezichthouder'', ''systeem''))
      or ((select heb_rol(''consulent'')) and sterke_relatie(inwoner)))', t);
  end loop;
  foreach t in array array['voorziening','indicatie'] loop
    execute format('drop policy lezen on %I', t);
    execute format('create policy lezen on %I for select using ((select heb_rol(''administratie'', ''teamleider'', ''toezichthouder'', ''systeem''))
      or ((select heb_rol(''consulent'')) and sterke_relatie(inwoner)))', t);
  end loop;
end $$;
drop policy lezen on gebeurtenis;
create policy lezen on gebeurtenis for select using ((select heb_rol('teamleider', 'toezichthouder', 'systeem'))
  or ((select heb_rol('administratie')) and indicatie is not null) or ((select heb_rol('consulent')) and sterke_relatie(inwoner)));
