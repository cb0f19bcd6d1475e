/**
 * Wat er met een bericht nog kan: opnieuw versturen, verbeteren of intrekken. Wat de standaard niet toelaat, noemt de regel die dat zegt.
 */
import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'
import { type Datum, inWoorden, plusDagen } from '#core/base/datum.ts'
import { fout, ok, type Result } from '#core/base/result.ts'

export const vervolgen = { opnieuw: 'Opnieuw versturen', verbeteren: 'Verbeteren', intrekken: 'Intrekken' } as const
export type Vervolg = keyof typeof vervolgen
export type Vervolgbericht = { readonly naam: string | null; readonly richting: 'in' | 'uit'; readonly stand: Berichtstand }
export type Vervolgweigering = { readonly regel: string; readonly tekst: string; readonly watNu: string }

const nee = (regel: string, tekst: string, watNu: string) => fout<Vervolgweigering>({ regel, tekst, watNu })

export function magVervolg(wat: Vervolg, b: Vervolgbericht): Result<null, Vervolgweigering> {
  if (b.richting === 'in') return vanDeAnder(wat, b.naam)
  if (b.stand === 'vervangen') return nee('TR056', 'Er kwam een ander bericht met dit nummer voor in de plaats.', 'Open dat bericht.')
  if (b.stand === 'teruggenomen')
    return nee('OP344', 'Dit antwoord is teruggenomen voor het verstuurd was.', 'Open het verzoek: daar antwoordt u opnieuw.')
  return wat === 'opnieuw' ? magOpnieuw(b.stand) : magAnders(wat, b)
}

/** Een bericht van de ander verbetert of verwijdert alleen hijzelf. */
function vanDeAnder(wat: Vervolg, naam: string | null): Result<null, Vervolgweigering> {
  const levering = naam === 'WMO305' || naam === 'WMO307'
  if (levering && wat !== 'opnieuw')
    return nee(
      'OP033',
      'Een start of stop verwijdert alleen de aanbieder, met status 3.',
      'Vraag de aanbieder het te verwijderen en opnieuw te sturen.',
    )
  if (naam === 'WMO323' && wat !== 'opnieuw')
    return nee(
      'TR323',
      'Een declaratieregel die is toegekend, zet de aanbieder terug met een creditregel.',
      'Vraag de aanbieder de regel te crediteren.',
    )
  if ((naam === 'WMO315' || naam === 'WMO317') && wat !== 'opnieuw')
    return nee(
      'TR374',
      'Een verzoek is niet in te trekken: het blijft open tot het antwoord.',
      'Wijs toe, neem het in onderzoek, of wijs het af.',
    )
  return nee('TR056', 'Dit bericht is van de ander. Alleen de verzender stuurt het opnieuw.', 'Vraag het de verzender.')
}

function magOpnieuw(stand: Berichtstand): Result<null, Vervolgweigering> {
  if (stand === 'klaargezet') return nee('TR056', 'Dit bericht staat al klaar om te versturen.', 'Wacht tot het verstuurd is.')
  if (stand === 'aangenomen' || stand === 'deels')
    return nee(
      'TR056',
      'Dit bericht is al beantwoord. Nog eens hetzelfde nummer wordt afgekeurd.',
      'Is er iets veranderd, verbeter het bericht dan.',
    )
  if (stand === 'afgekeurd')
    return nee(
      'OP286',
      'Dit bericht is afgekeurd. Hetzelfde bericht wordt weer afgekeurd.',
      'Verbeter wat er mis is; dan gaat er een nieuw bericht uit.',
    )
  return ok(null)
}

function magAnders(wat: 'verbeteren' | 'intrekken', { naam, stand }: Vervolgbericht): Result<null, Vervolgweigering> {
  if (naam === 'WMO319') return antwoordOpVerzoek(stand)
  if (naam === 'WMO325')
    return nee(
      'TR323',
      'Een declaratieantwoord staat vast. Wat is toegekend, zet de aanbieder terug; wat is afgekeurd, dient hij opnieuw in.',
      'Vraag de aanbieder de regel te crediteren, of haar verbeterd in te dienen.',
    )
  if (naam !== 'WMO301')
    return nee(
      'OP065',
      'Een retourbericht is ons oordeel over een bericht van de aanbieder; daar komt geen tweede op.',
      'Klopt het oordeel niet, vraag de aanbieder dan zijn bericht opnieuw te sturen.',
    )
  if (stand === 'klaargezet' || stand === 'niet_bezorgd' || stand === 'wacht_op_antwoord')
    return nee(
      'OP080',
      'Er is nog geen antwoord op dit bericht. Wat erop volgt, wacht daarop.',
      'Komt het antwoord niet, stuur dit bericht dan opnieuw.',
    )
  if (wat === 'intrekken' && stand === 'afgekeurd')
    return nee('OP286', 'Dit bericht is afgekeurd en telt al als niet verstuurd.', 'Er is niets in te trekken.')
  return ok(null)
}

/** Na een afwijzing komt er geen antwoord meer, na "in onderzoek" nog één; een antwoord dat is afgekeurd telt niet. */
function antwoordOpVerzoek(stand: Berichtstand): Result<null, Vervolgweigering> {
  if (stand === 'afgekeurd')
    return nee(
      'OP286',
      'Dit antwoord is afgekeurd en telt als niet verstuurd. Het verzoek staat weer open.',
      'Open het verzoek: daar wijst u toe, of antwoordt u opnieuw. Bel zo nodig de aanbieder over wat er mis was.',
    )
  return nee(
    'TR365',
    'Op een verzoek komt één beslissing. Alleen na “in onderzoek” volgt er nog een antwoord.',
    'Komt de hulp er toch, wijs haar dan toe: na “in onderzoek” met een verwijzing naar het verzoek, na een afwijzing zonder.',
  )
}

/** Niet de standaard maar de toekenning zelf houdt het tegen: zonder indicatie is er niets toe te wijzen. */
export type Buitenindicatie = Omit<Vervolgweigering, 'regel'> & { readonly regel: null }

const TOTAAL = '6'
const VERWIJDERD = '13'
const CORRECTIE = '14'

/** Een toewijzing zoals zij nu geldt. */
export type Geldend = {
  readonly nummer: number
  readonly van: Datum
  readonly tot?: Datum
  readonly omvang?: { readonly volume: number; readonly frequentie: string }
  /** De laatste dag waarop haar indicatie geldt; leeg als die doorloopt of niet bekend is. */
  readonly uiterlijk?: Datum | undefined
}
export type Verbetering = { readonly nummer: number; readonly tot?: Datum | undefined; readonly volume?: number | undefined }
export type Verbeterd = { readonly nummer: number; readonly tot?: Datum; readonly volume?: number; readonly redenWijziging: string }

/** Hetzelfde nummer met een andere einddatum, of een ander totaal (OP033x1). Null: er verandert niets. */
export function verbeter(nu: Geldend, wens: Verbetering): Result<Verbeterd | null, Vervolgweigering | Buitenindicatie> {
  const anderEinde = wens.tot !== undefined && wens.tot !== nu.tot
  const anderVolume = wens.volume !== undefined && wens.volume !== nu.omvang?.volume
  if (!anderEinde && !anderVolume) return ok(null)
  if (wens.tot !== undefined && wens.tot <= nu.van)
    return nee(
      'OP033x1',
      `Toewijzing ${nu.nummer} begint op ${inWoorden(nu.van)}; zij eindigt later dan die dag.`,
      `Kies ${inWoorden(plusDagen(nu.van, 1))} of later, of trek de toewijzing in.`,
    )
  if (anderEinde && nu.uiterlijk !== undefined && wens.tot > nu.uiterlijk)
    return fout({
      regel: null,
      tekst: `De indicatie van toewijzing ${nu.nummer} geldt tot en met ${inWoorden(nu.uiterlijk)}; daarna is er niets toegekend.`,
      watNu: 'Kies een dag binnen de indicatie. Is er geen dag over, trek de toewijzing dan in.',
    })
  if (anderVolume && nu.omvang?.frequentie !== TOTAAL)
    return nee(
      'OP257',
      `De omvang van toewijzing ${nu.nummer} geldt per week of maand; die verandert niet onder hetzelfde nummer.`,
      'Wijs de hulp opnieuw toe vanuit een nieuwe indicatie.',
    )
  return ok({
    nummer: nu.nummer,
    redenWijziging: CORRECTIE,
    ...(anderEinde && { tot: wens.tot }),
    ...(anderVolume && { volume: wens.volume }),
  })
}

/** Verwijderen: de einddatum wordt de ingangsdatum, met reden 13 (OP033x1). */
export const trekIn = ({ nummer, van }: Geldend): Verbeterd => ({ nummer, tot: van, redenWijziging: VERWIJDERD })
