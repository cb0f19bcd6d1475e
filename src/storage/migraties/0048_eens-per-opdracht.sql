-- Welke rol iemand heeft en voor wiens administratie hij werkt, hangt niet van de rij af: één keer per opdracht uitgerekend, niet bij elke rij.
alter policy lezen on oordeel using ((select heb_rol('administratie', 'toezichthouder', 'systeem', 'consulent', 'teamleider')));
alter policy partij on oordeel using (partij = (select mijn_partij()));
alter policy partij on bericht using (partij = (select mijn_partij()));
