-- Wat in een stand hoort die weinig voorkomt, staat bij elkaar: wie daarop filtert, gaat niet alle berichten langs.
create index bericht_anders on bericht (gemeente, partij, uitkomst, vastgelegd_op, id) where uitkomst not in ('geaccepteerd', 'verzonden');
create index bericht_dubbel on bericht (gemeente, partij, vastgelegd_op, id) where not telt;
create index bericht_vervangen on bericht (gemeente, partij, vastgelegd_op, id) where vervangen_op is not null;

-- Als voorheen, met het moment waarop iets anders ervoor in de plaats kwam.
create or replace view berichtstand with (security_invoker = true) as
  select b.gemeente, b.partij, b.id, b.aanbieder, b.richting, b.naam, b.release, b.afzender, b.ontvanger, b.identificatie, b.dagtekening, b.bsn_index,
    b.grootte, b.uitkomst, b.telt, b.retour, b.over, b.vastgelegd_op, b.verzonden_op,
    case
      when b.vervangen_op is not null then case when b.verzend_na is not null and b.verzonden_op is null then 'teruggenomen' else 'vervangen' end
      when b.uitkomst = 'niveau1' then 'schemafout'
      when b.uitkomst = 'vreemd' then 'vreemd'
      when b.richting = 'in' then case when not b.telt then 'dubbel' else case b.uitkomst when 'geaccepteerd' then 'aangenomen' when 'deels' then 'deels'
        else 'afgekeurd' end end
      else coalesce(
        (select case o.uitkomst when 'afgewezen' then 'afgekeurd' else 'aangenomen' end from oordeel o
          where o.gemeente = b.gemeente and o.partij = b.partij and o.aanbieder = b.aanbieder and o.over_naam = b.naam
            and o.over_identificatie = b.identificatie and o.over_afzender = b.afzender and o.vervallen_op is null
          order by (o.uitkomst = 'afgewezen') desc limit 1),
        case
          when exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.richting = 'uit' and e.stand = 'mislukt')
            then 'niet_bezorgd'
          when b.verzonden_op is null
            or exists (select from envelop e where e.gemeente = b.gemeente and e.bericht = b.id and e.richting = 'uit' and e.stand = 'wacht') then 'klaargezet'
          when b.naam in ('WMO301', 'WMO305', 'WMO307', 'WMO315', 'WMO317', 'WMO319', 'WMO323') then 'wacht_op_antwoord'
          else 'verzonden'
        end)
    end as stand, b.client_index, b.vervangen_op
  from bericht b;
