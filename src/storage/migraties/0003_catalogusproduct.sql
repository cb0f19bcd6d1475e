-- Welk product van de catalogus met een contractregel geleverd wordt. Een catalogus die zelf geen iWmo-code noemt krijgt die zo uit het
-- contract. Leeg: de regel zegt het niet.
alter table contracttarief add column catalogusproduct text;
