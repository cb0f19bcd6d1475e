-- Wie hulp heeft die de Wlz raakt, staat elke dag in Mijn werk; dat zijn er weinig en die moeten zonder zoeken te vinden zijn.

create index gebeurtenis_wlz on gebeurtenis (gemeente, inwoner) where soort = 'wlz_vastgelegd';
create index indicatie_wlz on indicatie (gemeente, inwoner) where waarschuwing_motiveringen @> '[{"code":"WLZ_VOORLIGGEND"}]';
