/**
 * Een verzoek van een aanbieder: om een toewijzing (VOT) of om een wijziging (VOW). Hoe het ervoor staat, en wat wij er met een bericht nog
 * op kunnen antwoorden. Toewijzen kan zolang het openstaat (OP344). Puur.
 */
import { type Datum, inWoorden } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'
import type { Termijnfeit, Termijnoordeel } from '#core/toewijzing/reactietermijn.ts'

export type Verzoeksoort = 'VOT' | 'VOW'
export const verzoeksoorten: Readonly<Record<Verzoeksoort, string>> = { VOT: 'Verzoek om toewijzing', VOW: 'Verzoek om wijziging' }

export const verzoekstanden = {
  open: 'Wacht op ons',
  in_onderzoek: 'In onderzoek',
  toegewezen: 'Toegewezen',
  afgewezen: 'Afgewezen',
  telt_niet: 'Telt niet',
} as const
export type Verzoekstand = keyof typeof verzoekstanden

export const antwoordkeuzes = { in_onderzoek: 'In onderzoek', afgewezen: 'Afwijzen' } as const
export type Antwoordkeuze = keyof typeof antwoordkeuzes

/** Waarom een verzoek wordt afgewezen. Code 8 (woonplaatsbeginsel) is alleen voor de Jeugdwet; in de Wmo is dat code 5. */
export const afwijsredenen = {
  '1': { tekst: 'Het is een nieuwe aanvraag, geen wijziging', uitleg: 'De inwoner meldt zich bij de gemeente; daar begint een onderzoek.' },
  '2': { tekst: 'Het past niet binnen het budget', uitleg: 'Wat gevraagd wordt kost meer dan er voor deze hulp is.' },
  '3': { tekst: 'Er is geen contract', uitleg: 'De gemeente heeft met deze aanbieder geen contract.' },
  '4': { tekst: 'Het past niet binnen het contract', uitleg: 'Dit product of deze omvang is met deze aanbieder niet afgesproken.' },
  '5': { tekst: 'Een andere gemeente gaat hierover', uitleg: 'De inwoner woont in een andere gemeente, of verhuist daarheen.' },
  '6': { tekst: 'Het stapelt met andere hulp', uitleg: 'De inwoner heeft al hulp waar dit niet naast past.' },
  '7': { tekst: 'De hulp past inhoudelijk niet', uitleg: 'Uit het onderzoek blijkt dat deze hulp, of zoveel hulp, niet nodig is.' },
  '9': { tekst: 'Een leeftijdsgrens is bereikt', uitleg: 'Deze hulp is er niet voor de leeftijd van de inwoner.' },
} as const
export type Afwijsreden = keyof typeof afwijsredenen

/** Wat er over een verzoek vastligt. Een antwoord of toewijzing die is afgekeurd telt niet mee (OP286). */
export type Verzoekfeiten = {
  /** Het bericht waar het in staat is aangenomen. */
  readonly telt: boolean
  /** Er is een toewijzing met deze referentie. */
  readonly isGehonoreerd: boolean
  /** 1 afgewezen, 2 in onderzoek. */
  readonly antwoorden: readonly ('1' | '2')[]
  readonly reactie: Reactie | null
}

/** Ons laatste antwoord waar de aanbieder nog niet op reageerde. */
export type Reactie = {
  readonly stand: 'klaargezet' | 'niet_bezorgd' | 'wacht_op_antwoord'
  /** Loopt vanaf het versturen (OP090). */
  readonly termijn: Pick<Termijnoordeel, 'uiterlijk' | 'stand'> | null
}

/** De aanbieder had al moeten reageren. Eeuwig wachten vraagt de standaard niet: wie verzendt, let op wat uitblijft (OP090). */
export const isUitgebleven = (r: Reactie): boolean => r.stand === 'wacht_op_antwoord' && r.termijn?.stand === 'verlopen'

export function verzoekstandVan({ telt, isGehonoreerd, antwoorden }: Verzoekfeiten): Verzoekstand {
  if (!telt) return 'telt_niet'
  if (isGehonoreerd) return 'toegewezen'
  if (antwoorden.includes('1')) return 'afgewezen'
  return antwoorden.includes('2') ? 'in_onderzoek' : 'open'
}

export const isOpen = (stand: Verzoekstand): stand is 'open' | 'in_onderzoek' => stand === 'open' || stand === 'in_onderzoek'

/** De termijn die nu loopt: eerst vanaf de ontvangst, na "in onderzoek" vanaf de dagtekening van het verzoek (OP274, OP346). */
export function lopendeTermijn(
  stand: 'open' | 'in_onderzoek',
  v: { readonly soort: Verzoeksoort; readonly ontvangenOp: Datum; readonly dagtekening: Datum },
): Termijnfeit {
  if (stand === 'in_onderzoek') return { soort: 'in_onderzoek', vanaf: v.dagtekening, klaarOp: null }
  return { soort: v.soort === 'VOT' ? 'verzoek_toewijzing' : 'verzoek_wijziging', vanaf: v.ontvangenOp, klaarOp: null }
}

export type Antwoordweigering = { readonly code: string; readonly regel: string; readonly tekst: string; readonly watNu: string }
const nee = (code: string, regel: string, tekst: string, watNu: string) => fout<Antwoordweigering>({ code, regel, tekst, watNu })

/** Of dit antwoord van de standaard mag. */
export function magAntwoorden(keuze: Antwoordkeuze, f: Verzoekfeiten): Result<null, Antwoordweigering> {
  const stand = verzoekstandVan(f)
  if (stand === 'telt_niet')
    return nee(
      'VERZOEK_TELT_NIET',
      'OP286',
      'Dit verzoek is afgekeurd en telt als niet verstuurd.',
      'De aanbieder verbetert het en stuurt een nieuw verzoek.',
    )
  if (stand === 'toegewezen')
    return nee(
      'VERZOEK_AL_TOEGEWEZEN',
      'TR359',
      'Op dit verzoek is al hulp toegewezen. Daar komt geen antwoord meer op.',
      'Klopt de toewijzing niet, verbeter haar dan of trek haar in.',
    )
  if (stand === 'afgewezen')
    return nee(
      'VERZOEK_AL_AFGEWEZEN',
      'TR365',
      'Dit verzoek is al afgewezen. Op een verzoek komt één beslissing.',
      'Komt de hulp er toch, wijs haar dan toe zonder verwijzing naar dit verzoek.',
    )
  if (stand === 'in_onderzoek' && keuze === 'in_onderzoek')
    return nee(
      'VERZOEK_AL_IN_ONDERZOEK',
      'TR360',
      'De aanbieder heeft al bericht dat dit verzoek in onderzoek is. Dat kan één keer.',
      'Wijs de hulp toe, of wijs het verzoek af.',
    )
  if (f.reactie !== null && !isUitgebleven(f.reactie)) return wachtEerst(f.reactie)
  return ok(null)
}

function wachtEerst({ stand, termijn }: Reactie): Result<null, Antwoordweigering> {
  const weiger = (tekst: string, watNu: string) => nee('VORIG_ANTWOORD_WACHT', 'OP080', tekst, watNu)
  if (stand === 'klaargezet')
    return weiger(
      '“In onderzoek” is nog niet verstuurd. Wat erop volgt, wacht daarop.',
      'Wacht tot het bericht weg is en de aanbieder reageert.',
    )
  if (stand === 'niet_bezorgd')
    return weiger(
      '“In onderzoek” is niet bij de aanbieder aangekomen. Wat erop volgt, wacht daarop.',
      'Laat de administratie het bericht opnieuw versturen.',
    )
  return weiger(
    'De aanbieder reageerde nog niet op “in onderzoek”. Wat erop volgt, wacht daarop.',
    termijn
      ? `Dat moet uiterlijk op ${inWoorden(termijn.uiterlijk)} (OP090). Komt er niets, dan kan het daarna toch.`
      : 'Komt de reactie niet, stuur dat bericht dan opnieuw.',
  )
}

/** Wat er met een verzoek gebeurde, voor op de tijdlijn van de inwoner. */
export type Verzoekfeit = {
  readonly wat: 'ontvangen' | 'in_onderzoek' | 'afgewezen' | 'toegewezen'
  readonly soort: Verzoeksoort
  readonly aanbieder: string
  readonly referenties: readonly string[]
}
const vraagt: Readonly<Record<Verzoeksoort, string>> = { VOT: 'om toewijzing', VOW: 'om wijziging van de hulp' }
export function verzoekfeitzin({ wat, soort, aanbieder, referenties }: Verzoekfeit): string {
  const verzoek = `verzoek ${new Intl.ListFormat('nl').format(referenties)}`
  switch (wat) {
    case 'ontvangen':
      return `${aanbieder} vroeg ${vraagt[soort]} (${verzoek}).`
    case 'in_onderzoek':
      return `De gemeente onderzoekt ${verzoek} van ${aanbieder}.`
    case 'afgewezen':
      return `De gemeente wees ${verzoek} van ${aanbieder} af.`
    case 'toegewezen':
      return `De gemeente wees hulp toe op ${verzoek} van ${aanbieder}.`
  }
}
