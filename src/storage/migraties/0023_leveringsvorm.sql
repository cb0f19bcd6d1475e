-- Zorg in natura, of een persoonsgebonden budget (pgb) waarmee de inwoner zelf inkoopt: dan gaat er geen toewijzing uit (OP043).
alter table indicatie add column leveringsvorm text not null default 'zin' check (leveringsvorm in ('zin', 'pgb'));
