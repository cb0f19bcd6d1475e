-- De inhoud van een binnengekomen envelop staat na het verwerken bij haar bericht. Dan gaat zij hier weg, zodat een bericht met BSN's één keer
-- bewaard wordt. Alleen wat verwerkt is en waarvan het bericht er is, mag weg.
grant delete on envelopinhoud to meedoen_app;
create policy wissen on envelopinhoud for delete using (heb_rol('systeem') and exists (
  select from envelop e join bericht b on b.gemeente = e.gemeente and b.hash = e.lading_hash and b.partij = e.partij
  where e.gemeente = envelopinhoud.gemeente and e.id = envelopinhoud.envelop and e.stand = 'verwerkt'));
