-- Keurt een aanbieder af dat zijn toewijzing korter wordt of vervalt, terwijl de dagen al bij een ander liggen, dan is dat werk voor een mens.
alter table uitval drop constraint uitval_soort_check;
alter table uitval add constraint uitval_soort_check check (soort in
  ('schema', 'vreemd', 'onbekend_antwoord', 'antwoord_klopt_niet', 'dubbel_nummer', 'afgewezen', 'niet_bezorgd', 'foutverslag', 'uitgave',
   'dubbel_toegewezen'));
