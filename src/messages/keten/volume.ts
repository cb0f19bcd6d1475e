/** Hoeveel er op een toewijzing past: per productperiode (TR321) en over de hele toewijzing (TR322). IV076, IV077, IV078. */
import type { Omvang, Toewijzinginhoud } from './feit.ts'
import { dagenTussen, isZondag, laatsteZondagIn, maanden, type Periode, weken, zondagen } from './kalender.ts'
import type { Ketenkeuzes } from './keuzes.ts'

/** Stuks en euro's zijn output; de andere eenheden meten inspanning. */
const isOutput = ({ Eenheid }: Omvang): boolean => Eenheid === '82' || Eenheid === '83'
const HUISHOUDEN = '01'
const WEKEN_HUISHOUDEN = 6

type Met<O> = Toewijzinginhoud & { readonly omvang: O }
type Lezing = Pick<Ketenkeuzes, 'categorie01Output' | 'dagEnMaand'>

/** Het meeste dat in één productperiode past, in de eenheid van de toewijzing; Infinity zonder grens. */
export function maxInPeriode(t: Met<Omvang>, periode: Periode, lezing: Lezing): number {
  const { Volume, Frequentie } = t.omvang
  switch (Frequentie) {
    case '1':
      return lezing.dagEnMaand === 'begrenzen' ? dagenTussen(periode) * Volume : Number.POSITIVE_INFINITY
    case '2':
      return wekenInPeriode(t, periode, lezing) * Volume
    default:
      return Volume
  }
}

function wekenInPeriode(t: Met<Omvang>, periode: Periode, lezing: Lezing): number {
  const output = isOutput(t.omvang)
  if (t.product?.Categorie === HUISHOUDEN && (!output || lezing.categorie01Output === 'zes_weken')) return WEKEN_HUISHOUDEN
  return output ? zondagen(periode) + laatsteBrokenWeek(t, periode) : weken(periode)
}

/** Eindigt de toewijzing niet op een zondag, dan telt haar laatste week mee in de periode met haar laatste zondag. */
function laatsteBrokenWeek({ ingangsdatum, einddatum }: Toewijzinginhoud, periode: Periode): 0 | 1 {
  if (einddatum === undefined || isZondag(einddatum)) return 0
  const heeftZondag = laatsteZondagIn(einddatum, { van: ingangsdatum, tot: einddatum })
  // Een toewijzing zonder zondag noemt geen bron: haar enige week telt in de periode waarin zij eindigt.
  const telt = heeftZondag ? laatsteZondagIn(einddatum, periode) : periode.tot === einddatum
  return telt ? 1 : 0
}

/** Het meeste over de hele toewijzing. Zonder einddatum is er alleen een grens bij een totaal. */
export function maxOverToewijzing({ omvang, ingangsdatum, einddatum }: Met<Omvang>, lezing: Lezing): number {
  const { Volume, Frequentie } = omvang
  if (Frequentie === '6') return Volume
  if (einddatum === undefined) return Number.POSITIVE_INFINITY
  const periode = { van: ingangsdatum, tot: einddatum }
  // Zondagen met de laatste broken week erbij zijn er precies zoveel als geraakte weken: één telling voor beide methoden.
  if (Frequentie === '2') return weken(periode) * Volume
  if (lezing.dagEnMaand === 'niet_begrenzen') return Number.POSITIVE_INFINITY
  return (Frequentie === '1' ? dagenTussen(periode) : maanden(periode)) * Volume
}

const MINUUT = '01'
const UUR = '04'

/** Een toewijzing in uren mag in minuten gedeclareerd worden (TR341); dan rekenen we alles in minuten. */
export const pastEenheid = (toegewezen: string, gedeclareerd: string): boolean =>
  gedeclareerd === toegewezen || (toegewezen === UUR && gedeclareerd === MINUUT)

/** Hoeveel rekeneenheden één eenheid is: minuten bij tijd, en anders de eenheid zelf. */
export const rekenfactor = (eenheid: string): number => (eenheid === UUR ? 60 : 1)

/** Wat er al op een toewijzing staat, in rekeneenheden. Andere eenheden dan die van de toewijzing tellen niet mee. */
export const inRekeneenheden = (perEenheid: Readonly<Record<string, number>>, toegewezen: string): number =>
  Object.entries(perEenheid).reduce(
    (som, [eenheid, volume]) => (pastEenheid(toegewezen, eenheid) ? som + volume * rekenfactor(eenheid) : som),
    0,
  )
