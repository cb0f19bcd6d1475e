/** Bij elke regel van niveau 3 en 4: wat er meestal aan de hand is, en wat degene die het bericht stuurde nu doet. */
import type { KetenregelId } from './regels.ts'

export type Uitleg = { readonly oorzaak: string; readonly doe: string }

const u = (oorzaak: string, doe: string): Uitleg => ({ oorzaak, doe })

export const uitleg: Record<KetenregelId, Uitleg> = {
  TR019: u(
    'Het toewijzingsnummer is verkeerd overgenomen, of de toewijzing is van een andere cliënt of aanbieder.',
    'Zoek het nummer op in de laatste toewijzing en stuur het bericht opnieuw.',
  ),
  TR056: u(
    'Het bericht is twee keer verstuurd, of een nummer is hergebruikt.',
    'Kijk of het eerste bericht is aangenomen. Zo niet, stuur het dan opnieuw met een nieuw nummer.',
  ),
  TR063: u(
    'Het bericht dat weg moet is nooit aangenomen, of één gegeven van de sleutel verschilt.',
    'Neem alle gegevens letterlijk over uit het eerdere bericht en stuur het verwijderen opnieuw.',
  ),
  TR071: u('De levering is al gestopt.', 'Verwijder eerst de stop. Verwijder daarna de start.'),
  TR074: u(
    'Dezelfde start of stop is al aangenomen.',
    'Klopt het eerdere bericht, dan hoeft u niets te doen. Anders verwijdert u het eerst (status 3).',
  ),
  TR135: u('De klok van de verzender loopt voor, of het bericht is vooruit gedagtekend.', 'Stuur het bericht op of na zijn dagtekening.'),
  TR304: u(
    'Er is voor deze cliënt geen toewijzing bij deze aanbieder, of het BSN is verkeerd.',
    'Controleer het BSN. Ontbreekt de toewijzing, vraag haar dan aan.',
  ),
  TR307: u('De periode begint eerder dan de toewijzing.', 'Laat de periode beginnen op de ingangsdatum van de toewijzing.'),
  TR308: u('De toewijzing is verkort, of de periode loopt te lang door.', 'Laat de periode eindigen op de einddatum van de toewijzing.'),
  TR314: u('Een regelnummer is eerder gebruikt.', 'Geef de regel een nieuw nummer en dien haar opnieuw in.'),
  TR318: u('Er is al een latere maand ingediend.', 'Neem de regels op in een declaratie over de laatst ingediende maand of een latere.'),
  TR319: u('De productperiode ligt na de maand van de declaratie.', 'Dien de regel in bij de declaratie over haar eigen maand.'),
  TR321: u(
    'Er is in deze periode meer geleverd dan toegewezen.',
    'Declareer tot het toegewezen volume. Is er meer nodig, vraag dan een wijziging aan.',
  ),
  TR322: u(
    'Alle declaraties samen gaan over de toewijzing heen.',
    'Declareer tot wat er over is. Zet een te hoge eerdere regel eerst terug met een credit.',
  ),
  TR323: u(
    'De debetregel is nooit toegekend, of een gegeven verschilt.',
    'Neem de toegekende regel letterlijk over. Een afgewezen regel wordt niet gecrediteerd.',
  ),
  TR326: u('De vorige levering is nog niet gestopt.', 'Stuur eerst de stop van de vorige levering, of verwijder de verkeerde start.'),
  TR332: u(
    'Het nummer is al van een andere toewijzing, of er is iets gewijzigd dat vastligt.',
    'Beëindig de oude toewijzing en stuur de nieuwe met een eigen nummer.',
  ),
  TR333: u('Het declaratienummer is eerder gebruikt.', 'Dien de hele declaratie opnieuw in met een nieuw nummer.'),
  TR337: u(
    'Het antwoord hoort bij een declaratie die hier niet bekend is.',
    'Neem contact op met de gemeente; deze fout gaat niet via een bericht.',
  ),
  TR338: u(
    'Het toewijzingsnummer bestaat niet, of is van een andere cliënt of aanbieder.',
    'Zoek het nummer op in de laatste toewijzing en dien de regel opnieuw in.',
  ),
  TR339: u('De regel staat onder een andere categorie dan is toegewezen.', 'Neem de categorie over uit de toewijzing.'),
  TR340: u('Er is een ander product gedeclareerd dan is toegewezen.', 'Neem de productcode over uit de toewijzing.'),
  TR341: u(
    'De regel telt in een andere eenheid dan de toewijzing of het contract.',
    'Reken om naar de eenheid van de toewijzing. Alleen uren mogen ook in minuten.',
  ),
  TR346: u(
    'Het bedrag is met een afgerond minuuttarief berekend, of verkeerd overgenomen.',
    'Reken volume maal het onafgeronde tarief en rond één keer af op hele centen.',
  ),
  TR347: u('De referentie is al gebruikt in een eerder verzoek.', 'Stuur het verzoek opnieuw met een nieuwe referentie.'),
  TR349: u('Een lopende of toekomstige toewijzing staat niet in het verzoek.', 'Noem elke actuele toewijzing: ongewijzigd of te wijzigen.'),
  TR350: u('De toewijzing is afgelopen, verwijderd of onbekend.', 'Haal haar uit het verzoek.'),
  TR351: u('De toewijzing is afgelopen, verwijderd of onbekend.', 'Vraag het product aan als nieuw product.'),
  TR355: u('De referentie komt uit geen enkel verzoek.', 'Neem de referentie over uit het verzoek waarop dit het antwoord is.'),
  TR357: u(
    'De gewenste datum ligt in het verleden, maar is niet de ingangsdatum.',
    'Kies een dag na de dagtekening, of de ingangsdatum van de toewijzing.',
  ),
  TR359: u('Het verzoek is al toegewezen.', 'Stuur geen antwoord meer. Moet de toewijzing weg, wijzig haar dan zelf.'),
  TR360: u('Op dit verzoek is al geantwoord.', 'Stuur nu alleen nog een afwijzing of een toewijzing.'),
  TR361: u('Het gevraagde product loopt al in dezelfde dagen.', 'Laat het nieuwe product later beginnen, of wijzig het lopende.'),
  TR365: u('Het verzoek is al afgewezen.', 'Stuur geen tweede antwoord. De aanbieder kan een nieuw verzoek doen.'),
  TR366: u(
    'Het antwoord noemt een regel die niet in de declaratie staat.',
    'Neem contact op met de gemeente; deze fout gaat niet via een bericht.',
  ),
  TR367: u(
    'De gegevens in het antwoord verschillen van de declaratie.',
    'Neem contact op met de gemeente; deze fout gaat niet via een bericht.',
  ),
  TR369: u('Het budget van de toewijzing is op.', 'Declareer tot wat er over is, of vraag een hoger budget aan.'),
  TR371: u(
    'Het antwoord noemt een andere versie van het schema dan de declaratie.',
    'Neem contact op met de gemeente; deze fout gaat niet via een bericht.',
  ),
  TR373: u('Budget of totaalvolume wijzigt, maar niet vanaf het begin.', 'Gebruik de ingangsdatum van de toewijzing als gewenste datum.'),
  TR374: u(
    'Een eerder verzoek voor deze cliënt is nog niet afgehandeld.',
    'Wacht op de toewijzing of de afwijzing en stuur het verzoek dan opnieuw.',
  ),
  TR375: u('Een generieke toewijzing heeft geen omvang.', 'Laat de omvang weg.'),
  TR376: u(
    'Het antwoord noemt een declaratienummer dat hier niet bij hoort.',
    'Neem contact op met de gemeente; deze fout gaat niet via een bericht.',
  ),
  TR378: u('De gemeentecode is verkeerd, of gold nog niet of niet meer.', 'Gebruik de code die gold op de ingangsdatum van de toewijzing.'),
  TR379: u(
    'De referentie hoort bij geen open verzoek van deze cliënt.',
    'Laat de referentie leeg, of neem die van het verzoek dat hiermee wordt toegewezen.',
  ),
  TR381: u(
    'Productcode en categorie horen volgens het contract niet bij elkaar.',
    'Controleer beide aan het contract. Klopt het contract niet, pas dat dan eerst aan.',
  ),
  TR382: u(
    'Er is geen start met dit nummer, dit product en deze begindatum.',
    'Neem de gegevens over uit de start. Is die er niet, stuur dan eerst de start.',
  ),
  TR384: u('De toewijzing is verwijderd.', 'Declareer op een andere toewijzing, of overleg met de gemeente.'),
  TR385: u('Op de toewijzing zijn al regels toegekend.', 'Verkort de toewijzing, of laat de regels eerst crediteren.'),
  TR387: u(
    'De periode begint niet op de eerste van de maand of op de ingangsdatum.',
    'Zet de begindatum goed; de echte eerste levering telt niet.',
  ),
  TR388: u(
    'De periode eindigt niet op de laatste van de maand of op de einddatum.',
    'Zet de einddatum goed; de echte laatste levering telt niet.',
  ),
  TR389: u(
    'Voor dit product en deze periode is al een regel toegekend.',
    'Zet de eerdere regel terug met een credit, in hetzelfde bericht of ervoor.',
  ),
  TR390: u('De regel is al teruggezet.', 'U hoeft niets te doen. Dien zo nodig een nieuwe debetregel in.'),
  TR411: u('Bij een toewijzing met productcode ontbreekt de omvang.', 'Vul de hele gewenste omvang in, ook wat gelijk blijft.'),
  TR412: u('Een toewijzing zonder productcode heeft geen omvang.', 'Laat de omvang weg.'),
  TR413: u('De levering is al tijdelijk gestopt.', 'Stuur een nieuwe start, of een definitieve stop.'),
  TR414: u(
    'De nieuwe stop eindigt eerder dan de stop die er al is.',
    'Neem dezelfde of een latere einddatum, of verwijder eerst de eerdere stop.',
  ),
  TR415: u('De levering is al definitief gestopt.', 'Verwijder eerst de eerdere stop. Dat mag in hetzelfde bericht.'),
  TR418: u(
    'Het tarief is niet het tarief dat voor deze periode is afgesproken.',
    'Neem het tarief uit het contract. Klopt het contract niet, overleg dan met de gemeente.',
  ),
}
