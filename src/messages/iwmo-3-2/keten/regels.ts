/** Alle regels van niveau 3 en 4 van iWmo 3.2, met hun retourcode. De toetsen staan per bericht in de bestanden ernaast. */
import type { Ketenregel } from '../../keten/ketenregel.ts'
import type { retourcodes } from '../retourcodes.ts'

export type Retourcode = keyof typeof retourcodes.codes

const levering = ['WMO305', 'WMO307']
const verzoek = ['WMO315', 'WMO317']
const declaratie = ['WMO323']
const antwoord = ['WMO325']
const heen = ['WMO301', ...levering, ...verzoek, 'WMO319', ...declaratie]

const eerder = (code: Retourcode | null, berichten: readonly string[], tekst: string) => ({ code, niveau: 3 as const, berichten, tekst })
const extern = (code: Retourcode, berichten: readonly string[], tekst: string) => ({ code, niveau: 4 as const, berichten, tekst })

export const ketenregels = {
  TR019: eerder('9019', levering, 'De toewijzing is door deze gemeente aan deze aanbieder gegeven voor deze cliënt.'),
  TR056: eerder('9056', [...heen, ...antwoord], 'De Identificatie is per soort bericht uniek voor de verzender.'),
  TR063: eerder('9063', levering, 'Weghalen (status 3) kan alleen wat eerder is aangeleverd.'),
  TR071: eerder('9071', ['WMO305'], 'Een start kan niet weg zolang er een stop bij hoort.'),
  TR074: eerder('9074', levering, 'Wat nieuw is (status 1), is er nog niet.'),
  TR135: extern('8848', [...heen, ...antwoord], 'De dagtekening ligt niet na de systeemdatum van de ontvanger.'),
  TR304: eerder(
    '8187',
    ['WMO317', ...declaratie, ...antwoord],
    'De cliënt is bekend: er is een toewijzing, of hij staat in de declaratie.',
  ),
  TR307: eerder('9307', declaratie, 'De productperiode begint niet voor de toewijzing.'),
  TR308: eerder('9308', declaratie, 'De productperiode eindigt niet na de toewijzing.'),
  TR314: eerder('8021', declaratie, 'Het ReferentieNummer is uniek voor de aanbieder.'),
  TR318: eerder('8214', declaratie, 'De declaratieperiode ligt niet voor de laatst ingediende periode.'),
  TR319: eerder('9319', declaratie, 'De productperiode ligt niet na de declaratieperiode.'),
  TR321: eerder('9321', declaratie, 'Het volume past binnen wat in deze productperiode is toegewezen.'),
  TR322: eerder('9322', declaratie, 'Alle volumes samen passen binnen de toewijzing.'),
  TR323: eerder('8017', declaratie, 'Een creditregel hoort bij een toegekende debetregel met dezelfde gegevens.'),
  TR326: eerder('9326', ['WMO305'], 'Er loopt nog geen levering op deze toewijzing.'),
  TR332: eerder('9332', ['WMO301'], 'Een toewijzingsnummer dat terugkomt is dezelfde toewijzing.'),
  TR333: eerder('9333', declaratie, 'Het DeclaratieNummer is uniek voor de aanbieder.'),
  TR337: eerder(null, antwoord, 'DeclaratieIdentificatie is die van een eerdere declaratie van deze aanbieder.'),
  TR338: eerder('9338', declaratie, 'De prestatie hoort bij een toewijzing van deze cliënt.'),
  TR339: eerder('9339', declaratie, 'De productcategorie is die van de toewijzing.'),
  TR340: eerder('9340', declaratie, 'De productcode is die van de toewijzing.'),
  TR341: eerder('9341', declaratie, 'De eenheid is die van de toewijzing; uren mogen in minuten.'),
  TR346: extern('9346', declaratie, 'Het bedrag is volume maal het onafgeronde tarief.'),
  TR347: eerder('9347', verzoek, 'ReferentieAanbieder is uniek voor de aanbieder.'),
  TR349: eerder('9349', ['WMO317'], 'Het verzoek noemt alle actuele toewijzingen van de cliënt.'),
  TR350: eerder('9350', ['WMO317'], 'Een ongewijzigd product is een actuele toewijzing.'),
  TR351: eerder('9351', ['WMO317'], 'Een te wijzigen product is een actuele toewijzing.'),
  TR355: eerder('9355', ['WMO319'], 'ReferentieAanbieder komt uit een eerder verzoek van deze aanbieder.'),
  TR357: eerder('9357', ['WMO317'], 'Een gewenste ingangsdatum die niet in de toekomst ligt, is de ingangsdatum van de toewijzing.'),
  TR359: eerder('9359', ['WMO319'], 'Op een verzoek dat al is toegewezen komt geen antwoord meer.'),
  TR360: eerder('9360', ['WMO319'], 'In onderzoek (2) is het eerste antwoord.'),
  TR361: eerder('9361', ['WMO317'], 'Hetzelfde product komt niet twee keer voor op dezelfde dag, ook niet met wat er al loopt.'),
  TR365: eerder('9365', ['WMO319'], 'Na een afwijzing komt geen tweede antwoord.'),
  TR366: eerder('9366', antwoord, 'Elke prestatie in het antwoord staat in de declaratie.'),
  TR367: eerder('9367', antwoord, 'De gegevens in het antwoord zijn die van de declaratie.'),
  TR369: eerder('9369', declaratie, 'Alles wat op de toewijzing is ingediend past binnen het budget.'),
  TR371: eerder(null, antwoord, 'XsdVersieDeclaratie is de XsdVersie van de declaratie.'),
  TR373: eerder('9373', ['WMO317'], 'Wie budget of totaalvolume wijzigt, houdt de ingangsdatum van de toewijzing aan.'),
  TR374: eerder('9374', verzoek, 'Er loopt geen ander verzoek voor deze cliënt.'),
  TR375: eerder('9375', ['WMO317'], 'Een generieke toewijzing heeft na 2020 geen omvang.'),
  TR376: eerder(null, antwoord, 'DeclaratieNummer is dat van een eerder ingediende declaratie.'),
  TR378: extern('S300', [...heen, ...antwoord], 'De gemeentecode staat in de lijst van het CBS op de ingangsdatum van de toewijzing.'),
  TR379: eerder('9379', ['WMO301'], 'ReferentieAanbieder hoort bij een open verzoek voor deze cliënt.'),
  TR381: extern('S329', ['WMO301', ...levering, ...verzoek, ...declaratie], 'De productcode hoort bij de productcategorie.'),
  TR382: eerder('9069', ['WMO307'], 'Een stop noemt toewijzing, product en begindatum van een start die er is.'),
  TR384: eerder('9384', declaratie, 'De toewijzing is niet verwijderd.'),
  TR385: eerder('9385', ['WMO301'], 'Een toewijzing met toegekende prestaties wordt niet verwijderd.'),
  TR387: eerder('9387', declaratie, 'De productperiode begint op de eerste van de maand of op de ingangsdatum.'),
  TR388: eerder('9388', declaratie, 'De productperiode eindigt op de laatste van de maand of op de einddatum.'),
  TR389: eerder('9389', declaratie, 'Er staat voor dit product en deze periode nog geen debetregel open.'),
  TR390: eerder('9390', declaratie, 'Een debetregel wordt hooguit één keer gecrediteerd.'),
  TR411: eerder('9411', ['WMO317'], 'Bij een toewijzing met een productcode is de omvang verplicht.'),
  TR412: eerder('9412', ['WMO317'], 'Bij een toewijzing zonder productcode is er na 2020 geen omvang.'),
  TR413: eerder('9413', ['WMO307'], 'Na een tijdelijke stop (20) komt geen tweede tijdelijke stop op dezelfde start.'),
  TR414: eerder('9414', ['WMO307'], 'Een volgende stop eindigt niet voor de stop die er al is.'),
  TR415: eerder('9415', ['WMO307'], 'Na een definitieve stop komt geen andere stop op dezelfde start.'),
  TR418: eerder('0611', declaratie, 'Het tarief is het afgesproken tarief.'),
} satisfies Record<string, Ketenregel>

export type KetenregelId = keyof typeof ketenregels
export const codeVan = (id: KetenregelId): Retourcode | null => ketenregels[id].code
