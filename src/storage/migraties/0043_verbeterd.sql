-- Of een gebeurtenis verbeterd of vervallen is: weinig zijn het, dus langs een kleine index in plaats van langs alles van dezelfde zaak.
create index gebeurtenis_vervangt on gebeurtenis (gemeente, vervangt) where vervangt is not null;
