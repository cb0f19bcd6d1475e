/**
 * Bij elke regel binnen één bericht (niveau 2): wat er meestal aan de hand is, en wat de verzender nu doet. Regels met dezelfde oorzaak staan
 * in één rij.
 */
import type { Uitleg } from '../keten/uitleg.ts'

type Rij = Uitleg & { readonly regels: readonly string[] }
/** Wat op niveau 2 is afgekeurd telt niet, maar zijn nummer is wel gebruikt (TR056). */
const OPNIEUW = 'Stuur het bericht daarna opnieuw, met een nieuw nummer.'
const zonder = (regels: string, oorzaak: string, doe: string): Rij => ({ regels: regels.split(' '), oorzaak, doe })
const u = (regels: string, oorzaak: string, doe: string): Rij => zonder(regels, oorzaak, `${doe} ${OPNIEUW}`)

const persoon: readonly Rij[] = [
  u(
    'TR002',
    'In het geboortejaar staat een typefout, of een onbekende datum is ingevuld zonder te zeggen dat zij onbekend is.',
    'Neem de geboortedatum over uit de BRP. Is zij onbekend, vul dan 1900-01-01 in met datumgebruik 3.',
  ),
  u(
    'CS002',
    'In het burgerservicenummer staat een typefout, of er staat een ander nummer van de cliënt.',
    'Vraag het burgerservicenummer na bij de cliënt of de gemeente en verbeter het in het dossier.',
  ),
  u(
    'CS139',
    'De dag of maand van geboorte is onbekend, en de datum is dan niet ingevuld zoals is afgesproken.',
    'Dag onbekend: de eerste van de maand met datumgebruik 1. Ook de maand: 1 januari met 2. Alles: 1900-01-01 met 3. Bekend: zonder datumgebruik.',
  ),
  u(
    'CS050',
    'Het naamgebruik noemt een partner zonder dat diens naam is ingevuld, of er is een pseudoniem gekozen.',
    'Vul de partnernaam in, of kies naamgebruik 1 (eigen naam).',
  ),
  u(
    'CS318',
    'De cliënt is vastgelegd als organisatie in plaats van als persoon.',
    'Kies bij de cliënt een naamgebruik van een persoon: 1 tot en met 4.',
  ),
  u(
    'CD007',
    'Er is een taal ingevuld zonder tolk, of een tolk voor een taal zonder te zeggen welke.',
    'Vul bij een tolk voor een taal de taal in, en laat haar bij elke andere vorm van communicatie weg.',
  ),
  u(
    'TR134',
    'Een datum ligt in de toekomst: er is vooruit gewerkt, of het jaartal klopt niet.',
    'Verbeter de datum, of wacht tot die dag er is.',
  ),
]

const contact: readonly Rij[] = [
  u(
    'TR006',
    'Van een contact is wel iets vastgelegd, maar geen telefoonnummer en geen heel adres.',
    'Vul bij het contact een telefoonnummer in, of postcode en huisnummer; of laat het contact weg.',
  ),
  u(
    'TR061',
    'Van de cliënt is alleen een tijdelijk adres vastgelegd.',
    'Leg ook het BRP-adres, het correspondentieadres of het verblijfadres van de cliënt vast.',
  ),
  u(
    'CD005',
    'Bij het adres staat een postcode zonder land, of een land zonder postcode.',
    'Vul postcode en land allebei in, of laat ze allebei weg.',
  ),
  u(
    'CD009',
    'Een gewoon adres heeft een begin- of einddatum; dat kan alleen bij een tijdelijk adres.',
    'Haal de periode weg, of maak er een tijdelijk adres van (soort 04).',
  ),
  u(
    'CD025',
    'Bij een Nederlands adres ontbreekt het huisnummer.',
    'Vul het huisnummer in, of kies het juiste land als het adres niet in Nederland is.',
  ),
  u(
    'CD034',
    'Van het BRP-adres of verblijfadres is geen postcode vastgelegd, of er staat alleen een telefoonnummer bij.',
    'Vul de postcode van dit adres in. Is er geen adres, leg dan een ander soort contact vast.',
  ),
  u(
    'CS089',
    'De postcode is met een spatie of kleine letters geschreven, of het adres ligt niet in Nederland.',
    'Schrijf de postcode als 1234AB. Bij een adres in het buitenland kiest u dat land.',
  ),
]

const omvang: readonly Rij[] = [
  u('CD041', 'Er is een productcode gekozen zonder te zeggen hoeveel ervan.', 'Vul de omvang in: volume, eenheid en frequentie.'),
  u('CD075', 'Er is een budget toegekend of gevraagd zonder einddatum.', 'Vul de laatste dag in waarop het budget besteed kan worden.'),
  u(
    'CD076',
    'Er is een omvang per week ingevuld voor onbepaalde tijd.',
    'Vul de einddatum in. Is die er niet, gebruik dan een andere frequentie.',
  ),
  u(
    'CD077 CD078',
    'Bij één product staan een budget en een omvang door elkaar.',
    'Kies een van de twee: een budget in euro’s, of een omvang in volume, eenheid en frequentie.',
  ),
  u('CD079', 'Er is geen product gekozen, en ook geen budget.', 'Vul de productcategorie in, met een productcode als die is afgesproken.'),
  u(
    'CD080 CD095 CD096',
    'Er is een omvang ingevuld bij alleen een categorie; sinds 2021 hoort daar een productcode bij.',
    'Vul de productcode in waar de omvang over gaat, of haal de omvang weg.',
  ),
  u('CS003', 'Begin- en einddatum zijn verwisseld, of in een van de twee staat een typefout.', 'Zet de einddatum op of na de begindatum.'),
  u(
    'CS338 CS343',
    'Bij etmalen, dagdelen, euro’s of stuks is een aantal per dag ingevuld; dat kan niet.',
    'Reken het aantal om naar per week, per maand of in totaal, en kies die frequentie.',
  ),
  u(
    'TR302',
    'Een product is opnieuw toegewezen terwijl de oude toewijzing nog doorloopt.',
    'Laat de oude toewijzing eindigen op de dag voor de nieuwe begint, of neem samen wat hetzelfde is.',
  ),
  u(
    'TR386 TR410',
    'Hetzelfde product is in één verzoek twee keer gevraagd, voor dagen die elkaar raken.',
    'Vraag het product één keer, met de hele omvang, of laat de perioden op elkaar aansluiten.',
  ),
  u(
    'CS335',
    'Een toewijzing is als verwijderd gemeld met een einddatum na haar eerste dag.',
    'Moet zij helemaal weg, zet de einddatum dan op de ingangsdatum. Stopt zij later, kies dan een andere reden.',
  ),
  u(
    'CS336',
    'Het programma gebruikt nog een reden van vóór deze uitgave van de standaard.',
    'Kies voor verwijderen reden 13, en anders de reden die er bij past.',
  ),
]

const verzoek: readonly Rij[] = [
  u(
    'TR352',
    'Het verzoek noemt alleen nieuwe producten, en niet wat er al loopt.',
    'Noem ook de lopende toewijzingen, gewijzigd of ongewijzigd. Loopt er nog niets, stuur dan een verzoek om toewijzing (WMO315).',
  ),
  u(
    'TR353',
    'Het verzoek noemt alleen producten die hetzelfde blijven.',
    'Voeg toe wat er anders of nieuw moet; is er niets, dan is er geen verzoek nodig.',
  ),
  u(
    'TR380',
    'Er is hulp gevraagd die al begonnen is, of die vandaag begint.',
    'Vraag het nieuwe product vanaf een latere dag dan die waarop u het verzoek stuurt.',
  ),
  u('TR383', 'Twee producten in het verzoek kregen dezelfde referentie.', 'Geef elk gevraagd product een eigen referentie.'),
  u(
    'CD043',
    'Van de beschikking is alleen het nummer of alleen de ingangsdatum ingevuld.',
    'Vul nummer en ingangsdatum van de beschikking allebei in, of geen van beide.',
  ),
  u(
    'CD066',
    'Van de arts of instelling die verwees staan de code en de naam er allebei.',
    'Laat de naam van de verwijzer weg: de code is genoeg.',
  ),
  u(
    'CD067',
    'De verwijzer is een arts of instelling, maar er staat geen code en geen naam.',
    'Vul de AGB-code van de verwijzer in, of zijn naam als die code niet bekend is.',
  ),
  u(
    'CD068',
    'Er staat een AGB-code bij een verwijzer die geen arts of instelling is.',
    'Haal de code weg, of kies het soort verwijzer dat bij de code hoort.',
  ),
  u('CD085', 'Een verzoek is afgewezen zonder te zeggen waarom.', 'Kies de reden van de afwijzing.'),
  u('CD086', 'Een verzoek dat in onderzoek is genomen, heeft toch een reden van afwijzing.', 'Haal de reden weg, of wijs het verzoek af.'),
]

const levering: readonly Rij[] = [
  u('TR018', 'Bij de stop zijn de eerste en de laatste dag van de hulp verwisseld.', 'Zet de laatste dag van de hulp op of na de eerste.'),
  zonder(
    'CS058',
    'Er is een gewijzigde of ongewijzigde start of stop gemeld; dat kent de standaard hier niet meer.',
    'Verwijder de eerdere start of stop (status 3) en stuur de goede als eerste aanlevering (status 1).',
  ),
  u(
    'TR101',
    'Hetzelfde gegeven staat er twee keer in: dezelfde cliënt, toewijzing of regel.',
    'Haal één van de twee weg; een verwijdering en een nieuwe melding van hetzelfde gaan in twee berichten na elkaar.',
  ),
]

const declaratie: readonly Rij[] = [
  u(
    'TR137',
    'Een periode loopt door tot na de dag waarop het bericht is gemaakt, of haar datums zijn verwisseld.',
    'Declareer pas als de periode voorbij is, en zet haar einddatum op of na haar begindatum.',
  ),
  u(
    'TR335',
    'De hulp is langer dan vijf jaar geleden gegeven, of in het jaartal staat een typefout.',
    'Verbeter het jaartal. Is het echt zo lang geleden, haal de regel dan uit de declaratie en overleg met de gemeente.',
  ),
  u(
    'CS100',
    'De declaratie gaat over een tijd van voor 2021; daarvoor golden andere berichten.',
    'Haal die regels eruit en overleg met de gemeente hoe zij betaald worden.',
  ),
  u('CS337', 'Een regel loopt over het eind van een maand heen.', 'Maak van de regel twee regels, voor elke maand één.'),
  u(
    'CS340',
    'De declaratie is over een deel van een maand gemaakt, of over meer dan één maand.',
    'Maak per kalendermaand één declaratie, van de eerste tot en met de laatste dag.',
  ),
  u(
    'CD060',
    'Een creditregel zegt niet welke regel zij terugdraait, of een gewone regel noemt een vorige regel.',
    'Noem bij credit het nummer van de regel die terug moet, en laat het bij debet weg.',
  ),
  u(
    'CD087',
    'Bij een regel ontbreekt het tarief, of er staat een tarief bij een regel in euro’s.',
    'Vul het afgesproken tarief in. Bij eenheid 83 (euro’s) laat u het weg.',
  ),
  u('CS325', 'Een bedrag van nul is als credit aangemerkt.', 'Merk een bedrag van nul aan als debet (D).'),
  u(
    'CS339',
    'Bij een regel in euro’s is het bedrag anders dan het volume; meestal staat een van de twee in euro’s en de ander in centen.',
    'Vul bedrag en volume allebei in eurocenten in, met hetzelfde getal.',
  ),
  u('TR315', 'Dezelfde regel is in deze declaratie twee keer teruggedraaid.', 'Laat één creditregel staan en haal de andere weg.'),
  u(
    'TR316',
    'Een fout in een nieuwe regel is verbeterd door haar in dezelfde declaratie terug te draaien.',
    'Haal de foute regel en haar creditregel allebei weg, en laat alleen de goede staan.',
  ),
  u(
    'TR358',
    'Na het optellen is nog een regel bijgekomen of weggehaald, of credit is niet afgetrokken.',
    'Tel de regels opnieuw op, met credit als aftrek, en zet die som als totaal.',
  ),
  u(
    'TR416',
    'De hulp over één periode is in deze declaratie in twee regels gezet.',
    'Neem de regels samen tot één regel met het hele volume en bedrag.',
  ),
  zonder(
    'TR342',
    'Het antwoord stuurt ook regels terug die zijn goedgekeurd, of de totalen zijn verkeerd opgeteld.',
    'Stuur alleen de afgewezen regels terug; hun som is wat is ingediend min wat is toegekend. Overleg met de ander: op een antwoord komt geen tweede.',
  ),
]

/** Alle rijen; een regel staat in precies één ervan. */
export const uitlegrijen: readonly Rij[] = [...persoon, ...contact, ...omvang, ...verzoek, ...levering, ...declaratie]

/** Oorzaak en volgende stap, op het nummer van de regel. */
export const uitlegBinnen: ReadonlyMap<string, Uitleg> = new Map(
  uitlegrijen.flatMap(({ regels, oorzaak, doe }) => regels.map((id) => [id, { oorzaak, doe }] as const)),
)
