/** Codelijsten van iWmo 3.2, behalve landen en retourcodes. De omschrijvingen zijn die van de standaard. */
import { codelijst } from '../vorm.ts'

export const debetCredit = codelijst('COD043', 'Indicatie debet/credit', {
  C: 'Creditbedrag en aantal',
  D: 'Debetbedrag en aantal',
})

export const geslacht = codelijst('COD046', 'Geslacht', {
  0: 'Onbekend',
  1: 'Mannelijk',
  2: 'Vrouwelijk',
})

export const datumGebruik = codelijst('COD170', 'Datumgebruik', {
  1: 'dag onbekend; alleen maand en jaar gebruiken',
  2: 'dag en maand onbekend; alleen jaar gebruiken',
  3: 'dag, maand en jaar onbekend; onbekende datum',
})

export const jaNee = codelijst('COD260', 'Ja/nee', {
  1: 'Ja',
  2: 'Nee',
})

export const verwijzer = codelijst('COD327', 'Code verwijzer', {
  '01': 'Gemeente',
  '02': 'Huisarts',
  '03': 'Jeugdarts',
  '04': 'Gecertificeerde instelling',
  '05': 'Medisch specialist',
  '06': 'Zelfverwijzer/geen verwijzer',
  '08': 'Rechter, Officier van Justitie, functionaris Justitiele jeugdinrichting',
})

export const statusAanlevering = codelijst('COD467', 'Status aanlevering', {
  1: 'Eerste aanlevering',
  2: 'Gewijzigde aanlevering',
  3: 'Verwijderen aanlevering',
  9: 'Niet van toepassing (ongewijzigd)',
})

export const soortRelatie = codelijst('COD472', 'Soort relatie', {
  '03': 'Curator (juridisch)',
  '04': 'Financieel (gemachtigd)',
  '05': 'Financieel (toetsing)',
  '06': 'Leefeenheid',
  '07': 'Hulpverlener',
  '08': 'Specialist',
  '09': 'Anders',
  10: 'Ouder',
  11: 'Voogd',
  12: 'Partner/echtgeno(o)t(e)',
  13: 'Pleegouder',
  14: 'Bewindvoerder',
  15: 'Mentor',
  16: 'Zoon/dochter',
  17: 'Familielid',
  18: 'Gezinslid',
  19: 'Buur',
  20: 'Vriend(in)/kennis',
  21: 'Clientondersteuner',
  22: 'Huisarts',
  23: 'Erven van',
  24: 'Werkgever',
  25: 'Wijkcoach',
})

export const naamGebruik = codelijst('COD700', 'Naamgebruik', {
  1: 'Eigen naam',
  2: 'Naam echtgenoot of geregistreerd partner of alternatieve naam',
  3: 'Naam echtgenoot of geregistreerd partner gevolgd door eigen naam',
  4: 'Eigen naam gevolgd door naam echtgenoot of geregistreerd partner',
  5: 'Pseudoniem',
  6: 'Niet-natuurlijk persoon',
})

export const communicatievorm = codelijst('COD747', 'Communicatievorm', {
  1: 'Tolk taal',
  2: 'Doventolk',
  3: 'Doofblindentolk',
})

export const soortAdres = codelijst('COD757', 'Soort adres', {
  '01': 'BRP-adres',
  '02': 'Correspondentie-adres',
  '03': 'Verblijfadres',
  '04': 'Tijdelijk verblijfadres',
})

export const aanduidingWoonadres = codelijst('NUM061', 'Aanduiding woonadres', {
  AB: 'Aan boord',
  BY: 'Bij',
  TO: 'Tegenover',
  WW: 'Woonwagen',
})

export const wettelijkeVertegenwoordiging = codelijst('WJ003', 'Wettelijke vertegenwoordiging', {
  '06': 'Voogdij',
  '07': 'Bewindvoering',
  '08': 'Mentorschap',
  '09': 'Onder curatele stelling',
  10: 'Zaakwaarneming',
})

export const juridischeStatus = codelijst('WJ232', 'Juridische status', {
  '01': 'Rechterlijke machtiging (rm) voorlopig / voortgezette machtiging',
  '02': 'RM op eigen verzoek',
  '03': 'RM met voorwaardelijk ontslag',
  '04': 'Onder toezichtstelling (ots)',
  '05': 'In bewaring stelling (ibs)',
  11: 'Strafrechterlijke justitiele contacten: tbs',
  12: 'Strafrechterlijke justitiele contacten: overig',
})

export const eenheid = codelijst('WJ756', 'Eenheid', {
  '01': 'Minuut',
  '04': 'Uur',
  14: 'Etmaal',
  16: 'Dagdeel (4 uur)',
  82: 'Stuks (output)',
  83: "Euro's",
  84: 'Stuks (inspanning)',
})

export const redenVerzoek = codelijst('WJ758', 'Reden verzoek', {
  1: 'Verandering clientsituatie',
  2: 'Wijziging zorgplan',
})

export const redenAfwijzing = codelijst('WJ759', 'Reden afwijzing verzoek', {
  1: 'Geen wijziging, maar nieuwe aanvraag',
  2: 'Past niet binnen budget',
  3: 'Geen contract',
  4: 'Past niet binnen contract',
  5: 'Andere gemeente',
  6: 'Stapeling',
  7: 'Zorginhoudelijke afkeur',
  8: 'Woonplaatsbeginsel',
  9: 'Leeftijdsgrens is bereikt',
})

export const verzoekAntwoord = codelijst('WJ760', 'Verzoek antwoord', {
  1: 'Verzoek afgewezen',
  2: 'Aanvraag in onderzoek',
})

export const redenWijziging = codelijst('WMO002', 'Reden wijziging toewijzing', {
  '01': 'Administratieve correctie (vervallen)',
  '02': 'Client overleden',
  '03': 'Contractwijziging',
  '04': 'Herbeoordeling: verlenging toewijzing',
  '05': 'Herbeoordeling: verkorting toewijzing',
  '06': 'Uitstroom naar ander domein',
  '07': 'Verhuizing naar een andere gemeente',
  '08': 'Wijziging leveringsvorm',
  '09': 'Overstap naar andere aanbieder',
  10: 'Overgang naar nieuwe bekostigingssystematiek',
  11: 'Gemeentelijke herindeling',
  12: 'Geinitieerd door de aanbieder',
  13: 'Verwijderd',
  14: 'Administratieve correctie',
})

export const productCategorie = codelijst('WMO020', 'Productcategorie', {
  '01': 'Hulp bij het huishouden',
  '02': 'Begeleiding',
  '03': 'Persoonlijke verzorging',
  '04': 'Kortdurend verblijf',
  '05': 'Woondiensten',
  '06': 'Overige ondersteuning gericht op het individu of huishouden/gezin',
  '07': 'Dagbesteding',
  '08': 'Vervoerdiensten',
  '09': 'Overige groepsgerichte ondersteuning',
  10: 'Overige maatwerk arrangementen',
  11: 'Rolstoelen',
  12: 'Vervoervoorzieningen',
  13: 'Woonvoorzieningen',
  14: 'Overige hulpmiddelen',
  15: 'Beschermd wonen',
  16: 'Opvang',
  17: 'Spoedopvang',
  18: 'Overige beschermd wonen en opvang',
})

export const redenBeeindiging = codelijst('WMO588', 'Reden beeindiging', {
  '02': 'Overlijden',
  19: 'Levering volgens plan beeindigd',
  20: 'Levering is tijdelijk beeindigd',
  21: 'Levering is eenzijdig door client beeindigd',
  22: 'Levering is eenzijdig door aanbieder beeindigd',
  23: 'Levering is in overeenstemming voortijdig beeindigd',
  31: 'Verhuizing naar een andere gemeente',
  36: 'Geinitieerd door de gemeente',
  37: 'In verband met wijzigingsverzoek',
  38: 'Overstap naar andere aanbieder',
  39: 'Uitstroom naar ander domein',
})

export const frequentie = codelijst('WMO757', 'Frequentie', {
  1: 'Per dag',
  2: 'Per week',
  4: 'Per maand',
  6: 'Totaal binnen geldigheidsduur toewijzing',
})
