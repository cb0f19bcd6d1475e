/**
 * Elke route met de handeling uit de rechtentabel die zij vraagt, en een verzoek dat na de toegang alsnog struikelt (een oude versie, een
 * lege naam), zodat de proef niets verandert. Een nieuwe route hoort hier een regel te krijgen; anders zakt de proef.
 */
import type { Handeling } from '#core/dossier/rechtentabel.ts'
import type { Antwoord } from './proefserver.testhulp.ts'

/** Waar een verzoek over gaat. */
export type Objecten = Record<
  | 'inwoner'
  | 'zaak'
  | 'onderzoek'
  | 'indicatie'
  | 'advies'
  | 'bezoek'
  | 'noodtoegang'
  | 'bericht'
  | 'uitval'
  | 'medewerker'
  | 'team'
  | 'sessie'
  | 'taak'
  | 'filter'
  | 'simulatie'
  | 'auditcontrole'
  | 'aanbieder',
  string
>
export type Verzoek = { pad: string; lichaam?: object; koppen?: Record<string, string> }
export type Routeproef = {
  /** `ieder`: wie is aangemeld. Meer handelingen: één ervan is genoeg. */
  handeling: Handeling | readonly Handeling[] | 'ieder'
  verzoek(o: Objecten): Verzoek
  /** Wat men moet mogen zien om te horen dat iets niet mag; wie dat niet mag hoort dat het er niet is. */
  zicht?: Handeling
  /** Het object is er hier ook niet als het wel mag (een sessie, een taak); dan telt alleen of het geweigerd wordt. */
  leeg?: true
  /** Voor een antwoord dat per onderdeel zegt of het mocht. */
  geweigerd?(antwoord: Antwoord): boolean
}

const oud = { 'if-match': '"v999999"' }
const maand = 'van=2026-11-01&tot=2026-11-30'
const los = (handeling: Routeproef['handeling'], pad: string, lichaam?: object, koppen?: Record<string, string>): Routeproef => ({
  handeling,
  verzoek: () => ({ pad, ...(lichaam && { lichaam }), ...(koppen && { koppen }) }),
})
const bij = (
  handeling: Routeproef['handeling'],
  zicht: Handeling | undefined,
  pad: (o: Objecten) => string,
  lichaam?: object,
  koppen?: Record<string, string>,
): Routeproef => ({
  handeling,
  ...(zicht && { zicht }),
  verzoek: (o) => ({ pad: pad(o), ...(lichaam && { lichaam }), ...(koppen && { koppen }) }),
})

export const routeproeven: Readonly<Record<string, Routeproef>> = {
  'GET /sessie': los('ieder', '/sessie'),

  'GET /inwoners': los('inwoner_zoeken', '/inwoners'),
  'POST /inwoners': los('inwoner_aanmaken', '/inwoners', {}),
  'POST /inwonerzoekopdrachten': los('inwoner_zoeken', '/inwonerzoekopdrachten', { bsn: '999990019' }),
  'GET /inwoners/{id}': bij('inwoner_lezen', 'inwoner_lezen', (o) => `/inwoners/${o.inwoner}`),
  'PATCH /inwoners/{id}': bij('inwoner_wijzigen', 'inwoner_lezen', (o) => `/inwoners/${o.inwoner}`, { woonplaats: 'X' }, oud),
  'POST /inwoners/{id}/bsn-inzagen': bij('bsn_tonen', 'inwoner_lezen', (o) => `/inwoners/${o.inwoner}/bsn-inzagen`, {}),
  'GET /inwoners/{id}/tijdlijn': bij('indicatie_lezen', 'inwoner_lezen', (o) => `/inwoners/${o.inwoner}/tijdlijn`),
  'GET /inwoners/{id}/inzagen': bij('wie_keek_lezen', 'inwoner_lezen', (o) => `/inwoners/${o.inwoner}/inzagen`),
  'GET /inwoners/{id}/indicaties': bij('indicatie_lezen', 'inwoner_lezen', (o) => `/inwoners/${o.inwoner}/indicaties`),

  'GET /zaken': los('werkvoorraad_lezen', '/zaken'),
  'POST /zaken': {
    handeling: 'melding_aanmaken',
    zicht: 'inwoner_lezen',
    verzoek: (o) => ({
      pad: '/zaken',
      lichaam: { inwoner: o.inwoner, kanaal: 'balie', gemeldDoor: 'inwoner', ontvangenOp: '2026-11-20', hulpvraag: 'Proef', team: o.team },
    }),
  },
  'GET /zaken/{id}': bij('dossier_lezen', 'dossier_lezen', (o) => `/zaken/${o.zaak}`),
  'PATCH /zaken/{id}': bij('dossier_schrijven', 'dossier_lezen', (o) => `/zaken/${o.zaak}`, { hulpvraag: 'X' }, oud),
  'POST /zaken/{id}/gebeurtenissen': bij(
    ['dossier_schrijven', 'zaak_overdragen'],
    'dossier_lezen',
    (o) => `/zaken/${o.zaak}/gebeurtenissen`,
    { soort: 'bestaat_niet', datum: '2026-11-20' },
    oud,
  ),
  'POST /zaken/{id}/overdrachten': bij(
    'zaak_overdragen',
    'dossier_lezen',
    (o) => `/zaken/${o.zaak}/overdrachten`,
    { reden: 'Een goede reden' },
    oud,
  ),
  'POST /overdrachten': {
    handeling: 'zaak_overdragen',
    zicht: 'dossier_lezen',
    verzoek: (o) => ({ pad: '/overdrachten', lichaam: { zaken: [{ id: o.zaak, versie: 999_999 }], reden: 'Een goede reden' } }),
    geweigerd: ({ lichaam }) => ['NIET_BEVOEGD', 'NIET_GEVONDEN'].includes(lichaam.items?.[0]?.weigering?.code),
  },
  'GET /collegas': los('collegas_lezen', '/collegas'),
  'GET /werkvoorraad': los('werkvoorraad_lezen', '/werkvoorraad?van=team'),
  'GET /wlzsignalen': los('werkvoorraad_lezen', '/wlzsignalen?van=team'),
  'GET /filters': los('werkvoorraad_lezen', '/filters'),
  'POST /filters': los('werkvoorraad_lezen', '/filters', { keuze: { behandelaar: 'bestaat niet' } }),
  'DELETE /filters/{id}': { ...bij('werkvoorraad_lezen', undefined, (o) => `/filters/${o.filter}`), leeg: true },

  'GET /noodtoegangen': los('noodtoegang_vragen', '/noodtoegangen'),
  'POST /noodtoegangen': {
    handeling: 'noodtoegang_vragen',
    zicht: 'inwoner_lezen',
    verzoek: (o) => ({ pad: '/noodtoegangen', lichaam: { inwoner: o.inwoner, reden: 'kort' } }),
  },
  'PATCH /noodtoegangen/{id}': bij(
    'noodtoegang_beoordelen',
    'noodtoegang_lezen',
    (o) => `/noodtoegangen/${o.noodtoegang}`,
    { oordeel: 'onterecht' },
    oud,
  ),

  'GET /berichten': los('berichten_zoeken', '/berichten'),
  'POST /berichtzoekopdrachten': los('berichten_zoeken', '/berichtzoekopdrachten', { bsn: '999990019' }),
  'GET /berichten/{id}': bij('bericht_lezen', 'bericht_lezen', (o) => `/berichten/${o.bericht}`),
  'GET /berichten/{id}/xml': bij('bericht_inhoud_lezen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/xml`),
  // Wie mag hoort dat de reden te kort is, of dat het bewijs niet klopt: er gaat niets weg.
  'POST /berichten/{id}/bestandsvragen': bij('bsn_tonen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/bestandsvragen`, {
    reden: 'kort',
  }),
  'GET /berichten/{id}/bestand': bij('bsn_tonen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/bestand?bewijs=x`),
  'GET /berichten/{id}/declaratieregels': bij('bericht_inhoud_lezen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/declaratieregels`),
  'POST /berichten/{id}/bsn-inzagen': bij('bsn_tonen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/bsn-inzagen`, { reden: 'kort' }),
  'POST /berichten/{id}/oefenantwoorden': bij('keten_oefenen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/oefenantwoorden`, {
    wat: 'keurt_af',
    code: '0000',
  }),
  // Wie mag hoort dat er niets te spelen is, of dat een code niet past.
  'GET /oefenbeurten': los('keten_oefenen', '/oefenbeurten'),
  'POST /oefenopdrachten': los('keten_oefenen', '/oefenopdrachten', {
    aanbieder: '98765401',
    antwoord: 'keurt_af',
    codes: { WMO301: '0000', WMO319: '0000' },
    wacht: 0,
    eenheid: 'dagen',
    dubbel: false,
    laatsteEerst: false,
  }),
  'POST /oefenrondes': los('keten_oefenen', '/oefenrondes', { wat: 'volgende' }),
  'POST /berichten/{id}/verzendingen': bij('bericht_versturen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/verzendingen`),
  'POST /berichten/{id}/verbeteringen': bij('bericht_versturen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/verbeteringen`, {}),
  'POST /berichten/{id}/intrekkingen': bij('bericht_versturen', 'bericht_lezen', (o) => `/berichten/${o.bericht}/intrekkingen`, {
    nummers: [1],
    reden: 'Een goede reden',
  }),
  'POST /berichten/{id}/antwoorden': bij('verzoek_beantwoorden', 'bericht_lezen', (o) => `/berichten/${o.bericht}/antwoorden`, {
    referentie: 'bestaat niet',
    antwoord: 'in_onderzoek',
  }),
  'POST /berichten/{id}/terugnames': bij('verzoek_beantwoorden', 'bericht_lezen', (o) => `/berichten/${o.bericht}/terugnames`),
  'GET /verzoeken': los('berichten_zoeken', '/verzoeken'),
  'GET /verzoektellingen': los('berichten_zoeken', '/verzoektellingen'),
  'GET /uitval': los('uitval_lezen', '/uitval'),
  'GET /uitval/{id}': bij('uitval_lezen', 'uitval_lezen', (o) => `/uitval/${o.uitval}`),
  'POST /uitval/{id}/stappen': bij('uitval_behandelen', undefined, (o) => `/uitval/${o.uitval}/stappen`, { soort: 'opgepakt' }, oud),
  'GET /berichttellingen': los('berichtenverkeer_zien', `/berichttellingen?${maand}`),

  // Stoppen doet alleen wie haar vroeg; die van een ander is er niet, of blijft.
  'POST /noodtoegangen/{id}/stopverzoeken': {
    ...bij('noodtoegang_vragen', undefined, (o) => `/noodtoegangen/${o.noodtoegang}/stopverzoeken`),
    leeg: true,
  },

  'POST /zaken/{id}/onderzoeken': bij('onderzoek_schrijven', 'dossier_lezen', (o) => `/zaken/${o.zaak}/onderzoeken`),
  'GET /zaken/{id}/onderzoeken': bij('onderzoek_lezen', 'dossier_lezen', (o) => `/zaken/${o.zaak}/onderzoeken`),
  'GET /onderzoeken/{id}': bij('onderzoek_lezen', 'onderzoek_lezen', (o) => `/onderzoeken/${o.onderzoek}`),
  'PATCH /onderzoeken/{id}': bij('onderzoek_schrijven', 'onderzoek_lezen', (o) => `/onderzoeken/${o.onderzoek}`, { afgerond: true }, oud),
  'GET /onderzoeken/{id}/catalogus': bij('onderzoek_lezen', 'onderzoek_lezen', (o) => `/onderzoeken/${o.onderzoek}/catalogus`),
  'POST /onderzoeken/{id}/bezoeken': bij('onderzoek_schrijven', 'onderzoek_lezen', (o) => `/onderzoeken/${o.onderzoek}/bezoeken`, {
    datum: '2999-01-01',
    soort: 'huisbezoek',
  }),
  'PATCH /bezoeken/{id}': bij(
    'onderzoek_schrijven',
    'onderzoek_lezen',
    (o) => `/bezoeken/${o.bezoek}`,
    { datum: '2026-11-20', soort: 'huisbezoek' },
    oud,
  ),
  'POST /bezoeken/{id}/intrekkingen': bij(
    'onderzoek_schrijven',
    'onderzoek_lezen',
    (o) => `/bezoeken/${o.bezoek}/intrekkingen`,
    { reden: 'Dit bezoek was er niet' },
    oud,
  ),
  'POST /onderzoeken/{id}/antwoorden': bij(
    'onderzoek_schrijven',
    'onderzoek_lezen',
    (o) => `/onderzoeken/${o.onderzoek}/antwoorden`,
    { antwoorden: [{ vraag: 'proef', waarde: null }] },
    oud,
  ),
  'GET /onderzoeken/{id}/antwoorden': bij(
    'onderzoek_lezen',
    'onderzoek_lezen',
    (o) => `/onderzoeken/${o.onderzoek}/antwoorden?vraag=proef`,
  ),
  'GET /onderzoeken/{id}/advies': bij('onderzoek_lezen', 'onderzoek_lezen', (o) => `/onderzoeken/${o.onderzoek}/advies`),
  'GET /onderzoeken/{id}/samenvatting': bij('onderzoek_lezen', 'onderzoek_lezen', (o) => `/onderzoeken/${o.onderzoek}/samenvatting`),
  'POST /onderzoeken/{id}/afdrukken': bij('onderzoek_afdrukken', 'onderzoek_lezen', (o) => `/onderzoeken/${o.onderzoek}/afdrukken`),
  'POST /onderzoeken/{id}/indicaties': bij(
    'indicatie_maken',
    'onderzoek_lezen',
    (o) => `/onderzoeken/${o.onderzoek}/indicaties`,
    { tabel: 'x', product: 'x', van: '2026-12-01', omvang: {} },
    oud,
  ),
  'GET /indicaties/{id}': bij('indicatie_lezen', 'indicatie_lezen', (o) => `/indicaties/${o.indicatie}`),
  'POST /indicaties/{id}/gebeurtenissen': bij('indicatie_maken', 'indicatie_lezen', (o) => `/indicaties/${o.indicatie}/gebeurtenissen`, {
    soort: 'bestaat_niet',
    datum: '2026-11-20',
  }),
  'GET /aanbieders': los('contract_lezen', '/aanbieders'),
  'GET /aanbieders/{agb}': bij('contract_lezen', undefined, (o) => `/aanbieders/${o.aanbieder}`),
  'GET /ketentermijnen': los('keten_bewaken', '/ketentermijnen'),
  'GET /ketenuitgaven': los('keten_bewaken', '/ketenuitgaven'),
  'GET /ketenverschillen': los('keten_bewaken', '/ketenverschillen'),
  'POST /ketentermijnberekeningen': los('keten_nakijken', '/ketentermijnberekeningen'),
  'POST /ketencontroles': los('keten_nakijken', '/ketencontroles'),
  'GET /contractkeuzes': los('contract_lezen', '/contractkeuzes'),
  'POST /contractvoorstellen': los('contract_wijzigen', '/contractvoorstellen', { contract: {} }),
  'POST /contracten': los('contract_wijzigen', '/contracten', { contract: {}, reden: 'kort' }),
  'GET /indicaties/{id}/toewijzingen': bij('indicatie_lezen', 'indicatie_lezen', (o) => `/indicaties/${o.indicatie}/toewijzingen`),
  'GET /indicaties/{id}/toewijzingskeuzes': bij(
    'toewijzing_maken',
    'indicatie_lezen',
    (o) => `/indicaties/${o.indicatie}/toewijzingskeuzes`,
  ),
  'POST /indicaties/{id}/toewijzingsvoorstellen': bij(
    'toewijzing_maken',
    'indicatie_lezen',
    (o) => `/indicaties/${o.indicatie}/toewijzingsvoorstellen`,
    { aanbieder: '98765432' },
  ),
  'POST /indicaties/{id}/opdrachten': bij('toewijzing_maken', 'indicatie_lezen', (o) => `/indicaties/${o.indicatie}/opdrachten`, {
    datum: '2026-11-20',
    aanbieder: '',
    wijze: 'post',
    reden: 'gevaar',
  }),
  'POST /indicaties/{id}/toewijzingen': bij('toewijzing_maken', 'indicatie_lezen', (o) => `/indicaties/${o.indicatie}/toewijzingen`, {
    aanbieder: '98765432',
  }),
  'POST /adviezen/{id}/herhalingen': bij('onderzoek_lezen', 'onderzoek_lezen', (o) => `/adviezen/${o.advies}/herhalingen`),

  'GET /cataloguspublicaties': los('catalogus_lezen', '/cataloguspublicaties'),
  'POST /cataloguspublicaties': los('catalogus_publiceren', '/cataloguspublicaties', { versie: 'x', vanaf: '2027-01-01', reden: '' }),
  'GET /catalogusverschillen': los('catalogus_lezen', '/catalogusverschillen?van=x&naar=y'),
  'GET /instellingen': los('catalogus_lezen', '/instellingen'),
  'GET /instellingkeuzes': los('catalogus_lezen', '/instellingkeuzes'),
  'POST /instellingkeuzes': los('instelling_wijzigen', '/instellingkeuzes', {
    instellingen: { 'bestaat-niet': 'x' },
    vanaf: '2027-01-01',
    reden: '',
  }),
  'GET /simulaties': los('simulatie_lezen', '/simulaties'),
  'POST /simulaties': los('simuleren', '/simulaties', { vanaf: '2027-01-01', versie: 'bestaat niet' }),
  'GET /simulaties/{id}': bij('simulatie_lezen', 'simulatie_lezen', (o) => `/simulaties/${o.simulatie}`),
  'GET /simulaties/{id}/gevallen': bij(
    'simulatiegevallen_lezen',
    'simulatie_lezen',
    (o) => `/simulaties/${o.simulatie}/gevallen?deel=onderzoeken&tabel=proef&van=a&naar=b`,
  ),
  'POST /simulaties/{id}/stopverzoeken': bij('simuleren', 'simulatie_lezen', (o) => `/simulaties/${o.simulatie}/stopverzoeken`),

  'GET /toezichtcijfers': los('toezicht_lezen', `/toezichtcijfers?${maand}`),
  'GET /toezichttermijnen': los('toezicht_lezen', `/toezichttermijnen?${maand}`),
  'GET /toezichtindicaties': los('toezicht_lezen', `/toezichtindicaties?${maand}`),
  'GET /auditregels': los('audit_lezen', `/auditregels?${maand}`),
  'GET /auditkeuzes': los('audit_lezen', '/auditkeuzes'),
  'GET /auditcontroles': los('audit_controleren', '/auditcontroles'),
  'POST /auditcontroles': los('audit_controleren', '/auditcontroles'),
  'GET /auditcontroles/{id}': bij('audit_controleren', 'audit_controleren', (o) => `/auditcontroles/${o.auditcontrole}`),

  'GET /medewerkers': los('medewerkers_beheren', '/medewerkers'),
  'POST /medewerkers': los('medewerkers_beheren', '/medewerkers', { naam: '', aanmeldnaam: '', rollen: [] }),
  'GET /medewerkers/{id}': bij('medewerkers_beheren', 'medewerkers_beheren', (o) => `/medewerkers/${o.medewerker}`),
  'PATCH /medewerkers/{id}': bij('medewerkers_beheren', 'medewerkers_beheren', (o) => `/medewerkers/${o.medewerker}`, { naam: 'X' }, oud),
  'GET /teams': los('teams_beheren', '/teams'),
  'POST /teams': los('teams_beheren', '/teams', { naam: '' }),
  'PATCH /teams/{id}': bij('teams_beheren', 'teams_beheren', (o) => `/teams/${o.team}`, { naam: 'Team Nieuw' }, oud),
  'GET /sessies': los('sessies_beheren', '/sessies'),
  'DELETE /sessies/{id}': { ...bij('sessies_beheren', 'sessies_beheren', () => `/sessies/${crypto.randomUUID()}`), leeg: true },
  'GET /wachtrij': los('wachtrij_zien', '/wachtrij'),
  'POST /wachtrij/{id}/pogingen': { ...bij('wachtrij_hervatten', 'wachtrij_zien', (o) => `/wachtrij/${o.taak}/pogingen`), leeg: true },
}
