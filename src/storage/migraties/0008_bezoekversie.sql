-- Een verbeterd bezoek is een nieuwe rij: `vervangt` noemt de eerste rij, en die houdt de naam waar antwoorden naar verwijzen. Twee
-- verbeteringen van dezelfde versie kunnen niet naast elkaar bestaan.

alter table bezoek add column vervangt uuid;
alter table bezoek add column versie int not null default 1;
alter table bezoek add constraint bezoek_vervangt foreign key (gemeente, vervangt) references bezoek (gemeente, id);
alter table bezoek add constraint bezoek_versie check ((vervangt is null) = (versie = 1));
create unique index bezoek_een_versie on bezoek (gemeente, vervangt, versie);

drop policy wijzigen on bezoek;
revoke update on bezoek from meedoen_app;
