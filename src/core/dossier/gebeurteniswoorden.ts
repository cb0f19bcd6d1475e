/** De woorden van het verloop: standen van een zaak en een indicatie, en de redenen, gronden en wegen waaruit te kiezen is. */

export const zaakstanden = {
  ontvangen: 'Melding ontvangen',
  bevestigd: 'Melding bevestigd',
  onderzoek: 'Onderzoek loopt',
  verslag_verzonden: 'Verslag verzonden',
  aanvraag: 'Aanvraag ontvangen',
  afgesloten: 'Afgesloten',
} as const
export type Zaakstand = keyof typeof zaakstanden

export const indicatiestanden = {
  vastgesteld: 'Vastgesteld',
  gestart: 'Gestart',
  onderbroken: 'Onderbroken',
  beeindigd: 'Beëindigd',
  ingetrokken: 'Ingetrokken',
} as const
export type Indicatiestand = keyof typeof indicatiestanden

export const afsluitredenen = {
  geen_hulp_nodig: 'er is geen hulp nodig',
  eigen_oplossing: 'de inwoner kan het zelf of met zijn netwerk oplossen',
  algemene_voorziening: 'een algemene voorziening is genoeg',
  andere_wet: 'een andere wet gaat voor',
  ingetrokken: 'de inwoner trok de melding of aanvraag in',
  verhuisd: 'de inwoner is verhuisd',
  overleden: 'de inwoner is overleden',
  dubbel: 'er was al een zaak voor hetzelfde',
  besloten: 'er is een besluit genomen',
} as const

export const beeindigredenen = {
  einde_indicatie: 'de indicatie liep af',
  doel_bereikt: 'het doel is bereikt',
  op_verzoek: 'de inwoner wilde stoppen',
  andere_hulp: 'er kwam andere hulp voor in de plaats',
  verhuisd: 'de inwoner is verhuisd',
  overleden: 'de inwoner is overleden',
  andere_wet: 'een andere wet ging voor',
  anders: 'een andere reden',
} as const

/** Wmo 2.3.10 lid 1, a tot en met e. */
export const intrekkingsgronden = {
  a: 'de gegevens waren onjuist of niet volledig',
  b: 'de voorziening is niet meer nodig',
  c: 'de voorziening is niet meer toereikend',
  d: 'aan de voorwaarden is niet voldaan',
  e: 'de voorziening is niet gebruikt, of voor iets anders',
} as const

/** Waarom een opdracht niet door het berichtenverkeer gaat (OP003, OP079). */
export const buitenomredenen = {
  geheim_adres: 'het adres is geheim',
  geen_bsn: 'er is geen burgerservicenummer',
  gevaar: 'gegevens doorgeven kan de inwoner in gevaar brengen',
} as const

export const opdrachtwijzen = {
  beveiligde_mail: 'per beveiligde e-mail',
  post: 'per post',
  telefoon: 'aan de telefoon',
  persoonlijk: 'in een gesprek',
} as const

/** Hoe het staat met de Wet langdurige zorg, die voorgaat op de Wmo (A-IND-06, AMB-05). */
export const wlzstanden = {
  aangevraagd: 'aangevraagd bij het CIZ',
  toegekend: 'toegekend',
  afgewezen: 'afgewezen',
} as const
