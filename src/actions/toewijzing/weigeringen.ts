/** Waarom een indicatie niet met een bericht toegewezen kan worden, en hoe het dan wel kan. */
import { type Datum, inWoorden, type Periode, periodeInWoorden } from '#core/base/datum.ts'
import type { Codeweigering } from '#core/toewijzing/contractcode.ts'
import { voorbijzin, waaromVoorbij, watBijVoorbij } from '#core/toewijzing/voorbij.ts'
import type { Weigering } from '../handeling/weigering.ts'
import type { Elders } from './elders.ts'
import { eenheidzin } from './woorden.ts'

const BUITENOM =
  'Geef de opdracht buiten het berichtenverkeer: spreek haar af met de aanbieder, stuur de beschikking per beveiligde post en leg dat vast bij de indicatie.'

const opsomming = (codes: readonly string[]): string => new Intl.ListFormat('nl', { type: 'disjunction' }).format(codes)

const regel = (code: string, tekst: string, watNu: string, eis?: string): Weigering => ({
  soort: 'regel',
  code,
  tekst,
  watNu,
  ...(eis !== undefined && { eis }),
})
/** `huidig.anders` zegt een programma dat er een andere weg is. */
const buitenom = (w: Weigering): Weigering => ({ ...w, huidig: { anders: 'buiten_berichtenverkeer' } })

/** Een programma leest in `huidig` waaruit te kiezen is. */
function vanKeuze({ code, keuzes }: Extract<Codeweigering, { keuzes: unknown }>): Weigering {
  const codes = opsomming(keuzes.map((k) => k.code))
  const w =
    code === 'IWMO_CODE_KIEZEN'
      ? regel(code, `Deze aanbieder levert dit product onder meer dan één productcode: ${codes}.`, 'Kies de productcode.')
      : regel(code, `Deze productcode past hier niet; bij deze aanbieder is het ${codes}.`, 'Kies een code die past.', 'TR381')
  return { ...w, huidig: { productcodes: keuzes } }
}

const opEenRij = (zinnen: readonly string[]): string => new Intl.ListFormat('nl').format(zinnen)
const WISSEL =
  'Moet de hulp naar een andere aanbieder, verbeter dan eerst de laatste dag in het bericht van de aanbieder die haar heeft, of trek haar in. De dagen die vrijkomen wijst u daarna toe. Delen twee aanbieders de uren, dan heeft elk een eigen indicatie met zijn deel.'

/** Wie welke dagen heeft; een programma leest het in `huidig`, met de dagen die nog vrij zijn. */
function vanElders(elders: readonly Elders[], vrij: readonly Periode[]): Weigering {
  const wie = opEenRij(elders.map((e) => `${e.aanbieder.naam} ${periodeInWoorden(e.dagen)} (toewijzing ${e.nummer})`))
  const kies =
    vrij.length === 0 ? 'Er zijn geen andere dagen vrij.' : `Kies dagen die nog vrij zijn: ${opEenRij(vrij.map(periodeInWoorden))}.`
  const dagen = ({ van, tot }: Periode) => ({ van, tot: tot ?? null })
  return {
    ...regel(
      'ELDERS_TOEGEWEZEN',
      `Deze indicatie is op deze dagen al aan een andere aanbieder toegewezen: ${wie}.`,
      `${kies} ${WISSEL}`,
      'AMB-59',
    ),
    huidig: { elders: elders.map(({ dagen: d, ...e }) => ({ ...e, ...dagen(d) })), vrij: vrij.map(dagen) },
  }
}

export const weigeringen = {
  elders: vanElders,
  geenUitgave: regel(
    'UITGAVE_GELDT_NIET',
    'Geen uitgave van de standaard die dit programma kent, is vandaag in gebruik.',
    'Vraag de beheerder om een nieuwe versie van het programma.',
  ),
  overleden: regel('INWONER_OVERLEDEN', 'Deze inwoner is overleden; er is niets meer toe te wijzen.', 'Beëindig wat er nog loopt.'),
  geheimAdres: buitenom(
    regel('GEHEIM_ADRES', 'Deze inwoner heeft een geheim adres en gaat niet door het berichtenverkeer.', BUITENOM, 'OP003'),
  ),
  gevaar: buitenom(
    regel(
      'DOORGEVEN_GEVAARLIJK',
      'Bij deze inwoner is vastgelegd dat gegevens doorgeven gevaarlijk kan zijn; er gaat geen bericht uit.',
      `${BUITENOM} Geldt het niet meer, laat dan die opdracht bij de indicatie vervallen.`,
      'OP003',
    ),
  ),
  geenBsn: buitenom(
    regel('GEEN_BSN', 'Zonder burgerservicenummer kan er geen bericht uit.', `Vul het nummer aan. Kan dat niet, dan: ${BUITENOM}`, 'OP079'),
  ),
  geenContact: regel(
    'CONTACT_ONTBREEKT',
    'Een toewijzing noemt een adres met een bestaande postcode en een huisnummer, of een telefoonnummer. Geen van beide is bekend.',
    'Vul een van de twee aan bij de gegevens van de inwoner.',
    'TR006',
  ),
  looptNiet: regel('INDICATIE_LOOPT_NIET', 'Deze indicatie geldt op geen enkele dag.', 'Kies een andere indicatie.'),
  voorbij: (tot: Datum): Weigering => regel('TOEWIJZING_VOORBIJ', `${voorbijzin(tot)} ${waaromVoorbij}`, watBijVoorbij, 'OP087'),
  geenEinddatum: regel(
    'EINDDATUM_ONTBREEKT',
    'Een toewijzing met een omvang per week heeft een einddatum; deze indicatie loopt door.',
    'Geef de laatste dag van de toewijzing op. Verlengen kan later met hetzelfde nummer.',
    'CD076',
  ),
  buitenIndicatie: regel('BUITEN_INDICATIE', 'De toewijzing valt niet binnen de indicatie.', 'Kies dagen binnen de indicatie.'),
  vanCode: (w: Codeweigering, dag: Datum): Weigering => {
    switch (w.code) {
      case 'IWMO_CODE_ONTBREEKT':
        return regel(
          w.code,
          'Bij dit product staat geen iWmo-code: niet in de catalogus en niet in een contract met deze aanbieder. Een code wordt nooit geraden.',
          'Vraag de contractmanager om bij het contract te zetten met welke code deze aanbieder dit product levert.',
        )
      case 'IWMO_CODE_VERSCHILT':
        return regel(
          w.code,
          `De catalogus noemt voor dit product iWmo-code ${w.catalogus}, het contract met deze aanbieder ${opsomming(w.contract)}.`,
          'Vraag de contractmanager welke van de twee klopt, en de andere te verbeteren.',
        )
      case 'IWMO_CODE_KIEZEN':
      case 'IWMO_CODE_PAST_NIET':
        return vanKeuze(w)
      case 'CONTRACT_ONTBREEKT':
        return regel(
          w.code,
          `Met deze aanbieder is op ${inWoorden(dag)} geen contract voor productcode ${w.productcode} bekend.`,
          'Kies een aanbieder met een contract op die dag, of laat het contract aanvullen.',
          'TR381',
        )
      case 'EENHEID_PAST_NIET':
        return regel(
          w.code,
          `Deze aanbieder levert productcode ${opsomming(w.productcodes)} alleen per ${w.eenheden.map(eenheidzin).join(' of ')}; de indicatie telt in een andere eenheid.`,
          'Kies een andere aanbieder, of laat in het contract een tarief voor deze eenheid opnemen.',
          'TR341',
        )
    }
  },
  pgb: regel(
    'PGB',
    'De inwoner koopt dit product zelf in met een persoonsgebonden budget; dan gaat er geen toewijzing uit.',
    'Wijs pas toe vanaf de dag na het einde van het pgb.',
    'OP043',
  ),
  geenOmvang: regel(
    'OMVANG_ONTBREEKT',
    'Deze indicatie heeft geen omvang per week.',
    'Stel de omvang vast in een nieuwe indicatie.',
    'CD041',
  ),
  geenVerzoek: regel(
    'VERZOEK_NIET_OPEN',
    'Bij deze referentie hoort geen open verzoek van deze aanbieder voor deze inwoner.',
    'Kies een verzoek dat nog open staat, of laat de referentie weg.',
    'TR379',
  ),
  codeBezet: (nummer: number, product: string): Weigering =>
    regel(
      'CODE_BEZET',
      `Toewijzing ${nummer} bij deze aanbieder heeft in deze dagen dezelfde productcode, voor ${product}. Eén code kan bij een inwoner niet twee keer tegelijk lopen.`,
      'Kies een andere productcode of aanbieder, of dagen waarop die toewijzing niet loopt. Moet zij eerst eindigen, verbeter dan haar bericht.',
      'TR302',
    ),
  ongewijzigd: (nummer: number): Weigering =>
    regel('TOEWIJZING_ONGEWIJZIGD', `Dit is al zo toegewezen, met nummer ${nummer}.`, 'Er hoeft niets verstuurd te worden.'),
  pastNiet: (regels: readonly string[]): Weigering =>
    regel(
      'BERICHT_KLOPT_NIET',
      `Het bericht dat hieruit volgt voldoet niet aan de standaard: ${regels.join(', ')}.`,
      'Kijk welke toewijzing ermee botst, of welk gegeven van de inwoner te lang of onvolledig is.',
      regels[0],
    ),
}
