-- Wie een team het laatst een naam gaf en wanneer: twee beheerders tegelijk lezen dan wie er eerder was.

alter table team
  add column gewijzigd_op timestamptz not null default now(),
  add column gewijzigd_door uuid;  -- leeg: bij het inrichten, vanaf de opdrachtregel
