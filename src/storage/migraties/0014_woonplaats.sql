-- Zoeken op alleen een woonplaats gaat via een index. Een eigen kolom, want onder rijbeveiliging gebruikt PostgreSQL een index op lower(…)
-- niet: die functie zou iets kunnen verraden over rijen die niet te zien zijn.

alter table inwoner add column woonplaats_klein text collate "C" generated always as (lower(woonplaats)) stored;
create index inwoner_woonplaats on inwoner (gemeente, woonplaats_klein, zoeknaam, id);
