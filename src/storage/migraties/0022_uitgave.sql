-- Een bericht dat gedagtekend is op een dag waarop zijn uitgave van de standaard niet in gebruik is, wordt werk voor een mens.
alter table uitval drop constraint uitval_soort_check;
alter table uitval add constraint uitval_soort_check check (soort in
  ('schema', 'vreemd', 'onbekend_antwoord', 'antwoord_klopt_niet', 'dubbel_nummer', 'afgewezen', 'niet_bezorgd', 'foutverslag', 'uitgave'));
