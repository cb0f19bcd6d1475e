-- Toezicht vraagt bij elke zaak of zij op tijd klaar was. Dat ene feit staat hier, zonder de andere gebeurtenissen van de zaak ertussen.
create index gebeurtenis_klaar on gebeurtenis (gemeente, zaak, soort, datum)
  where zaak is not null and soort in ('verslag_verzonden', 'zaak_afgesloten');
