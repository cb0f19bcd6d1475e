-- Een bezoek intrekken is een nieuwe versie met een reden; wat er stond en de antwoorden erbij blijven. Zonder reden geldt het bezoek.

alter table bezoek add column ingetrokken text;
alter table bezoek add constraint bezoek_ingetrokken check (ingetrokken is null or (versie > 1 and ingetrokken <> ''));
