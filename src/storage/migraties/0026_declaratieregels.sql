-- Een regel van een declaratie verwijst niet meer per rij naar haar bericht. PostgreSQL stelde die vraag bij het vastleggen voor elke regel
-- apart: van een declaratie met honderdduizenden regels was dat een vijfde van al het werk. De regels van een declaratie komen in dezelfde
-- transactie als hun bericht, de rol van de app mag geen bericht verwijderen, en een regel zonder bericht telt nergens mee: alles wat
-- regels leest, legt ze naast een bericht dat geldt.
alter table prestatie drop constraint prestatie_gemeente_bericht_fkey;
