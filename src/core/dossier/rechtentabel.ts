/** De tabel onder `rechten.ts`: rollen, relaties, handelingen, en per rij wie wat mag en waarom. */

export const rollen = ['consulent', 'teamleider', 'administratie', 'contractmanager', 'toezichthouder', 'beheerder'] as const
export type Rol = (typeof rollen)[number]

/**
 * Wat een medewerker met een inwoner te maken heeft. Op volgorde: de eerste die genoeg is, wordt de grond.
 * - `eigen`: behandelaar van een zaak van die inwoner die nog niet is afgesloten
 * - `team`: de inwoner hoort bij het eigen team, of dat team heeft een zaak van hem die nog niet is afgesloten
 * - `gemeente`: dezelfde gemeente; geldt altijd
 * - `nood`: noodtoegang die nu geldt
 */
export const relaties = ['eigen', 'team', 'gemeente', 'nood'] as const
export type Relatie = (typeof relaties)[number]

type Beschrijving = { readonly soort: 'lezen' | 'schrijven'; readonly over: 'dossier' | 'gemeente'; readonly tekst: string }
const lees = (over: Beschrijving['over'], tekst: string) => ({ soort: 'lezen', over, tekst }) as const
const schrijf = (over: Beschrijving['over'], tekst: string) => ({ soort: 'schrijven', over, tekst }) as const

/** Alles wat iemand kan willen. `over: 'dossier'` vraagt een inwoner; `tekst` past achter "U kunt dit niet:". */
export const handelingen = {
  werkvoorraad_lezen: lees('gemeente', 'de werkvoorraad bekijken'),
  collegas_lezen: lees('gemeente', 'de namen van collega’s en teams zien'),
  inwoner_zoeken: lees('gemeente', 'inwoners zoeken'),
  inwoner_lezen: lees('dossier', 'naam, geboortedatum en woonplaats van een inwoner zien'),
  adres_lezen: lees('dossier', 'het adres van een inwoner zien'),
  geheim_adres_lezen: lees('dossier', 'een geheim adres zien'),
  bsn_tonen: lees('dossier', 'het burgerservicenummer tonen'),
  inwoner_aanmaken: schrijf('gemeente', 'een inwoner toevoegen'),
  inwoner_wijzigen: schrijf('dossier', 'gegevens van een inwoner wijzigen'),
  melding_aanmaken: schrijf('dossier', 'een melding vastleggen'),
  dossier_lezen: lees('dossier', 'het dossier lezen'),
  dossier_schrijven: schrijf('dossier', 'het dossier bijwerken'),
  zaak_overdragen: schrijf('dossier', 'een zaak overdragen'),
  onderzoek_lezen: lees('dossier', 'het onderzoek lezen'),
  onderzoek_schrijven: schrijf('dossier', 'het onderzoek bijwerken'),
  onderzoek_afdrukken: lees('dossier', 'het onderzoek afdrukken'),
  indicatie_lezen: lees('dossier', 'indicaties lezen'),
  indicatie_maken: schrijf('dossier', 'een indicatie vastleggen of wijzigen'),
  toewijzing_maken: schrijf('dossier', 'hulp toewijzen aan een aanbieder'),
  berichten_zoeken: lees('gemeente', 'berichten zoeken'),
  bericht_lezen: lees('dossier', 'zien welke berichten er zijn en hoe zij ervoor staan'),
  bericht_inhoud_lezen: lees('dossier', 'de inhoud van een bericht lezen'),
  bericht_versturen: schrijf('gemeente', 'een bericht opnieuw versturen, verbeteren of intrekken'),
  verzoek_beantwoorden: schrijf('dossier', 'een verzoek van een aanbieder beantwoorden'),
  berichtenverkeer_zien: lees('gemeente', 'zien of het berichtenverkeer loopt'),
  uitval_lezen: lees('gemeente', 'zien wat er in het berichtenverkeer mis ging'),
  uitval_behandelen: schrijf('gemeente', 'uitval oppakken, afhandelen of heropenen'),
  wie_keek_lezen: lees('dossier', 'zien wie dit dossier bekeek'),
  contract_lezen: lees('gemeente', 'contracten met aanbieders bekijken'),
  keten_bewaken: lees('gemeente', 'zien of het verkeer met aanbieders op tijd en volledig is'),
  keten_nakijken: schrijf('gemeente', 'het verkeer met aanbieders nakijken'),
  keten_oefenen: schrijf('gemeente', 'oefenen met het berichtenverkeer'),
  contract_wijzigen: schrijf('gemeente', 'een contract met een aanbieder wijzigen'),
  noodtoegang_vragen: schrijf('dossier', 'noodtoegang vragen'),
  noodtoegang_lezen: lees('gemeente', 'alle noodtoegangen zien'),
  noodtoegang_beoordelen: schrijf('gemeente', 'noodtoegang beoordelen'),
  catalogus_lezen: lees('gemeente', 'gepubliceerde catalogi en instellingen zien'),
  catalogus_publiceren: schrijf('gemeente', 'een catalogusversie publiceren'),
  instelling_wijzigen: schrijf('gemeente', 'een instelling wijzigen'),
  simuleren: schrijf('gemeente', 'een wijziging doorrekenen op lopende zaken'),
  simulatie_lezen: lees('gemeente', 'doorrekeningen zien'),
  simulatiegevallen_lezen: lees('gemeente', 'zien wie er achter het getal van een doorrekening zitten'),
  toezicht_lezen: lees('gemeente', 'de cijfers van toezicht en de gevallen erachter zien'),
  audit_lezen: lees('gemeente', 'auditregels lezen'),
  audit_controleren: schrijf('gemeente', 'het auditspoor controleren'),
  medewerkers_beheren: schrijf('gemeente', 'medewerkers en rollen beheren'),
  teams_beheren: schrijf('gemeente', 'teams beheren'),
  sessies_beheren: schrijf('gemeente', 'sessies zien en beëindigen'),
  wachtrij_zien: lees('gemeente', 'de wachtrij zien'),
  wachtrij_hervatten: schrijf('gemeente', 'vastgelopen werk opnieuw proberen'),
} as const satisfies Record<string, Beschrijving>

export type Handeling = keyof typeof handelingen
/** Handelingen die alleen kijken. */
export type Leeshandeling = { [H in Handeling]: (typeof handelingen)[H]['soort'] extends 'lezen' ? H : never }[Handeling]

export type Rechtenrij = {
  readonly handeling: Handeling
  readonly rollen: readonly Rol[]
  /** Eén ervan is genoeg. */
  readonly relaties: readonly Relatie[]
  readonly waarom: string
  /** Niet voor het eigen verzoek of het eigen account (`Doel.vanWie`). */
  readonly nietVoorZichzelf?: true
}

const dichtbij = ['eigen', 'team', 'nood'] as const
const gemeente = ['gemeente'] as const
const dossierwerk = ['consulent', 'teamleider'] as const
const balie = ['consulent', 'teamleider', 'administratie', 'toezichthouder'] as const
const rij = (handeling: Handeling, wie: readonly Rol[], hoe: readonly Relatie[], waarom: string): Rechtenrij => ({
  handeling,
  rollen: wie,
  relaties: hoe,
  waarom,
})

const kenbaar = 'Wie belt of langskomt moet gevonden worden; meer dan de identiteit is daar niet voor nodig.'
const behandelt = 'Wie de inwoner helpt, of diens team, werkt in het dossier; een ander alleen met noodtoegang.'
const stuurt = 'De teamleider ziet het werk van de hele gemeente, om te verdelen en te bewaken.'
const ziettoe = 'Toezicht leest alles mee en wijzigt niets.'
const beschermt = 'Een geheim adres beschermt iemand: alleen wie de inwoner helpt, ziet het.'
const verkeer = 'De administratie doet het berichtenverkeer.'
const draagtBsn = 'De inhoud draagt het burgerservicenummer: wie dat mag tonen, leest haar.'
const alleenIds = 'De wachtrij noemt alleen ids, geen personen.'

/** Eén rij per handeling en groep rollen; geen rol staat bij een handeling in twee rijen. De volgorde doet er niet toe. */
export const rechtentabel: readonly Rechtenrij[] = [
  rij(
    'werkvoorraad_lezen',
    ['consulent', 'teamleider', 'administratie'],
    gemeente,
    'Wie werk heeft, ziet het; per dossier gelden de rechten.',
  ),
  rij('collegas_lezen', rollen, gemeente, 'Namen van collega’s zijn nodig om werk over te dragen en te weten wie iets deed.'),

  rij('inwoner_zoeken', balie, gemeente, kenbaar),
  rij('inwoner_lezen', balie, gemeente, kenbaar),
  rij('adres_lezen', ['consulent'], dichtbij, behandelt),
  rij('adres_lezen', ['teamleider'], gemeente, stuurt),
  rij('adres_lezen', ['administratie'], gemeente, 'De administratie houdt de adressen bij.'),
  rij('adres_lezen', ['toezichthouder'], gemeente, ziettoe),
  rij('geheim_adres_lezen', balie, dichtbij, beschermt),
  rij('bsn_tonen', dossierwerk, dichtbij, behandelt),
  rij('bsn_tonen', ['administratie'], gemeente, 'De administratie stelt de identiteit vast en herstelt vergissingen.'),
  rij('bsn_tonen', ['toezichthouder'], ['nood'], 'Toezicht heeft het nummer zelden nodig; dan met een reden vooraf.'),
  rij('inwoner_aanmaken', dossierwerk, gemeente, 'Een nieuwe inwoner hoort nog bij niemand.'),
  rij('inwoner_wijzigen', dossierwerk, dichtbij, behandelt),
  rij('inwoner_wijzigen', ['administratie'], gemeente, 'De administratie houdt de identiteit bij.'),
  rij('melding_aanmaken', dossierwerk, gemeente, 'Iedere inwoner mag zich bij iedere consulent melden.'),

  rij('dossier_lezen', ['consulent'], dichtbij, behandelt),
  rij('dossier_lezen', ['teamleider'], gemeente, stuurt),
  rij('dossier_lezen', ['toezichthouder'], gemeente, ziettoe),
  rij('dossier_schrijven', dossierwerk, dichtbij, behandelt),
  rij('zaak_overdragen', ['consulent'], ['eigen', 'team'], 'Binnen het team neemt men werk van elkaar over.'),
  rij('zaak_overdragen', ['teamleider'], gemeente, stuurt),

  rij('onderzoek_lezen', ['consulent'], dichtbij, behandelt),
  rij('onderzoek_lezen', ['teamleider'], gemeente, stuurt),
  rij('onderzoek_lezen', ['toezichthouder'], gemeente, ziettoe),
  rij('onderzoek_schrijven', dossierwerk, dichtbij, behandelt),
  rij('onderzoek_afdrukken', dossierwerk, dichtbij, behandelt),
  rij('indicatie_lezen', ['consulent'], dichtbij, behandelt),
  rij('indicatie_lezen', ['teamleider'], gemeente, stuurt),
  rij('indicatie_lezen', ['administratie'], gemeente, 'De administratie verwerkt indicaties tot brieven en berichten.'),
  rij('indicatie_lezen', ['toezichthouder'], gemeente, ziettoe),
  rij('indicatie_maken', dossierwerk, dichtbij, behandelt),
  rij('toewijzing_maken', dossierwerk, dichtbij, behandelt),
  rij('toewijzing_maken', ['administratie'], gemeente, 'De administratie verwerkt indicaties tot brieven en berichten.'),
  rij('berichten_zoeken', balie, gemeente, 'In de lijst staat alleen wat men mag zien; per bericht gelden de rechten.'),
  rij('bericht_lezen', ['consulent'], dichtbij, behandelt),
  rij('bericht_lezen', ['teamleider'], gemeente, stuurt),
  rij('bericht_lezen', ['administratie'], gemeente, verkeer),
  rij('bericht_lezen', ['toezichthouder'], gemeente, ziettoe),
  rij('bericht_inhoud_lezen', dossierwerk, dichtbij, draagtBsn),
  rij('bericht_inhoud_lezen', ['administratie'], gemeente, verkeer),
  rij('bericht_inhoud_lezen', ['toezichthouder'], ['nood'], draagtBsn),
  rij('bericht_versturen', ['administratie'], gemeente, verkeer),
  rij('verzoek_beantwoorden', dossierwerk, dichtbij, behandelt),
  rij('verzoek_beantwoorden', ['administratie'], gemeente, verkeer),
  rij(
    'berichtenverkeer_zien',
    ['administratie', 'teamleider', 'toezichthouder'],
    gemeente,
    'Wie het verkeer doet of bewaakt, ziet of het loopt.',
  ),
  rij('berichtenverkeer_zien', ['beheerder'], gemeente, 'De beheerder ziet aantallen en tijdstippen, geen bericht en geen persoon.'),
  rij('uitval_lezen', ['administratie'], gemeente, verkeer),
  rij('uitval_lezen', ['teamleider'], gemeente, stuurt),
  rij('uitval_lezen', ['toezichthouder'], gemeente, ziettoe),
  rij('uitval_behandelen', ['administratie'], gemeente, verkeer),
  rij('wie_keek_lezen', ['consulent'], dichtbij, 'Een inwoner mag vragen wie keek; wie hem helpt geeft dat antwoord.'),
  rij('wie_keek_lezen', ['teamleider'], gemeente, stuurt),
  rij('wie_keek_lezen', ['toezichthouder'], gemeente, ziettoe),

  rij(
    'noodtoegang_vragen',
    ['consulent', 'teamleider', 'toezichthouder'],
    gemeente,
    'Bij nood telt snelheid: eerst de reden, dan toegang, daarna een beoordeling.',
  ),
  rij('noodtoegang_lezen', ['teamleider', 'toezichthouder'], gemeente, 'Noodtoegang wordt achteraf bekeken.'),
  { ...rij('noodtoegang_beoordelen', ['teamleider'], gemeente, 'Een ander dan de vrager beoordeelt.'), nietVoorZichzelf: true },

  rij('catalogus_lezen', rollen, gemeente, 'Welke regels gelden is voor niemand geheim.'),
  rij('catalogus_publiceren', ['contractmanager'], gemeente, 'De contractmanager beheert de catalogus.'),
  rij('instelling_wijzigen', ['contractmanager'], gemeente, 'De contractmanager kiest de lezing namens de gemeente.'),
  rij(
    'contract_lezen',
    ['contractmanager', 'administratie', 'toezichthouder'],
    gemeente,
    'Wie met aanbieders werkt of toeziet, kent de afspraken.',
  ),
  rij(
    'keten_bewaken',
    ['administratie', 'toezichthouder'],
    gemeente,
    'De administratie houdt het verkeer gaande; toezicht ziet of dat lukt.',
  ),
  rij('keten_nakijken', ['administratie'], gemeente, 'De administratie houdt het verkeer gaande.'),
  rij('keten_oefenen', ['administratie'], gemeente, verkeer),
  rij('contract_wijzigen', ['contractmanager'], gemeente, 'De contractmanager sluit de contracten.'),
  rij('simuleren', ['contractmanager'], gemeente, 'De uitkomst telt alleen aantallen, nooit personen.'),
  rij(
    'simulatie_lezen',
    ['contractmanager', 'teamleider', 'toezichthouder'],
    gemeente,
    'De uitkomst telt alleen aantallen, nooit personen.',
  ),
  rij('simulatiegevallen_lezen', ['teamleider'], gemeente, stuurt),
  rij('simulatiegevallen_lezen', ['toezichthouder'], gemeente, ziettoe),

  rij('toezicht_lezen', ['toezichthouder'], gemeente, ziettoe),
  rij('audit_lezen', ['toezichthouder'], gemeente, 'Toezicht leest wie wat deed; dat lezen staat zelf ook in het spoor.'),
  rij('audit_controleren', ['toezichthouder', 'beheerder'], gemeente, 'De controle toont of het spoor heel is, niet wat erin staat.'),
  {
    ...rij('medewerkers_beheren', ['beheerder'], gemeente, 'De beheerder beheert wie er werkt, niet de eigen rollen.'),
    nietVoorZichzelf: true,
  },
  rij('teams_beheren', ['beheerder'], gemeente, 'De beheerder richt de teams in.'),
  rij('sessies_beheren', ['beheerder'], gemeente, 'De beheerder sluit een verloren apparaat af.'),
  rij('wachtrij_zien', ['beheerder'], gemeente, alleenIds),
  rij('wachtrij_hervatten', ['beheerder'], gemeente, alleenIds),
]

/** Of een van deze rollen dit ooit mag, bij welk dossier ook. */
export const isVoorRollen = (handeling: Handeling, van: readonly string[]): boolean =>
  rechtentabel.some((rij) => rij.handeling === handeling && rij.rollen.some((rol) => van.includes(rol)))
