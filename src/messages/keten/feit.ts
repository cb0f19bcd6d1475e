/**
 * Wat berichten aan feiten brengen. Een stand is een verzameling berichten met hun feiten; wat nu geldt, wordt daaruit afgeleid.
 * Zo maakt de volgorde van binnenkomst niet uit, en telt een bericht dat twee keer komt één keer (OP080).
 */

/** De twee kanten van een keten; berichten van andere paren zien we niet. */
export type Partijen = { readonly gemeente: string; readonly aanbieder: string }

/** Waarmee een bericht te herkennen is: uniek per soort voor de verzender (TR056). */
export type Berichtsleutel = { readonly naam: string; readonly afzender: string; readonly identificatie: string }

export type Product = { readonly Categorie: string; readonly Code?: string }
export type Omvang = { readonly Volume: number; readonly Eenheid: string; readonly Frequentie: string }

/** Eén versie van een toewijzing. De laatst gemaakte geldt (OP033x1). */
export type Toewijzing = {
  readonly nummer: number
  readonly bsn: string
  readonly gemeente: string
  readonly aanbieder: string
  readonly toewijzingsdatum: string
  readonly toewijzingstijd: string
  readonly ingangsdatum: string
  readonly einddatum?: string
  readonly redenWijziging?: string
  readonly product?: Product
  readonly omvang?: Omvang
  readonly budget?: number
  readonly referentieAanbieder?: string
}

/** Waar een declaratieregel langs gelegd wordt: wat veel toewijzingen gemeen hebben. */
export type Toewijzinginhoud = Pick<
  Toewijzing,
  'aanbieder' | 'ingangsdatum' | 'einddatum' | 'redenWijziging' | 'product' | 'omvang' | 'budget'
>

/** Wat de sleutel van een start is (TR063). Zonder nummer is het taakgericht: dan telt alleen het product (IV096). */
export type Start = {
  readonly bsn: string
  readonly nummer?: number
  readonly product?: Product
  readonly begindatum: string
  readonly toewijzingIngangsdatum?: string
}
export type Stop = Start & { readonly reden: string; readonly einddatum: string }

/** Status 1 zet een start of stop neer, status 3 haalt hem weg alsof hij nooit gestuurd is (OP033). */
export type Startfeit = Start & { readonly status: '1' | '3' }
export type Stopfeit = Stop & { readonly status: '1' | '3' }

/** Eén gevraagd product van een VOT, of een hele VOW. */
export type Verzoekfeit = {
  readonly referentie: string
  readonly soort: 'VOT' | 'VOW'
  readonly bsn: string
  readonly ingangsdatums: readonly string[]
}
/** 1 afgewezen, 2 in onderzoek. */
export type Antwoordfeit = { readonly referentie: string; readonly antwoord: '1' | '2' }

export type Declaratiefeit = {
  readonly nummer: string
  readonly identificatie: string
  readonly dagtekening: string
  readonly xsdVersie: string
  readonly periode: { readonly van: string; readonly tot: string }
  /** Eurocenten, credit als aftrek. */
  readonly totaal: number
}

export type Prestatie = {
  readonly referentie: string
  readonly vorige?: string
  /** Identificatie van het declaratiebericht. */
  readonly declaratie: string
  readonly bsn: string
  readonly toewijzing: number
  readonly categorie: string
  readonly code: string
  readonly van: string
  readonly tot: string
  readonly volume: number
  readonly eenheid: string
  readonly tarief?: number
  readonly bedrag: number
  readonly dc: 'D' | 'C'
}

/** Wat een retourbericht over een heenbericht zegt. Een afgewezen bericht telt als niet verzonden (OP286). */
export type Oordeelfeit = {
  readonly over: Berichtsleutel
  readonly uitkomst: 'geaccepteerd' | 'afgewezen'
  /** `regelsleutel` van elke afgewezen regel; alleen bij een declaratie. */
  readonly afgewezenRegels: ReadonlySet<string>
}

/** Een regel binnen zijn declaratie: een dubbel ReferentieNummer kan bij twee cliënten staan, en dan is er één afgewezen. */
export const regelsleutel = (bsn: string, referentie: string, vorige: string | undefined): string =>
  [bsn, referentie, vorige ?? ''].join('\u0001')

/** Waar een regelsleutel uit bestaat. */
export function regeldelen(sleutel: string): { readonly bsn: string; readonly referentie: string; readonly vorige?: string } {
  const [bsn = '', referentie = '', vorige = ''] = sleutel.split('\u0001')
  return { bsn, referentie, ...(vorige !== '' && { vorige }) }
}

export type Berichtfeiten = {
  readonly sleutel: Berichtsleutel
  readonly partijen: Partijen
  readonly dagtekening: string
  /** Komt in de plaats van een afgewezen bericht met hetzelfde nummer, als dat mag (TR056). */
  readonly vervangt?: true
  readonly toewijzingen: readonly Toewijzing[]
  readonly starts: readonly Startfeit[]
  readonly stops: readonly Stopfeit[]
  readonly verzoeken: readonly Verzoekfeit[]
  readonly antwoorden: readonly Antwoordfeit[]
  readonly declaraties: readonly Declaratiefeit[]
  readonly prestaties: readonly Prestatie[]
  readonly oordeel?: Oordeelfeit
}

export const sleuteltekst = ({ naam, afzender, identificatie }: Berichtsleutel): string => `${naam}\u0001${afzender}\u0001${identificatie}`
