-- Het berichtenverkeer noemt bij een cliënt het geslacht. Bewaard bij wat alleen een helper ziet; leeg is onbekend.
alter table inwoner_gegevens add column geslacht text check (geslacht in ('man', 'vrouw'));
