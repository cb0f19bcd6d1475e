/**
 * Wat tussen twee waarden staat, in één keer vergeleken: programma's schrijven het einde van een waarde, het wit, wat er sluit en opent en
 * het begin van de volgende waarde keer op keer hetzelfde. Een sprong wordt geleerd van wat eenheid voor eenheid gelezen is. Wat na een
 * waarde mag staan hangt alleen af van welke waarde dat is: wat daar één keer goed was, is daar altijd goed.
 */
import type { Veldplan } from './plan.ts'

/** Wat er onderweg opengaat (een veld met een klasse), of dat de klasse die open staat sluit (null). */
export type Stap = Veldplan | null
export type Sprong = {
  readonly lengte: number
  /** De bytes als getallen van acht; het laatste overlapt het voorlaatste. Alleen ASCII, en dat is nooit NaN of nul. */
  readonly woorden: Float64Array
  readonly regels: number
  readonly stappen: readonly Stap[]
  /** De waarde die erna begint. */
  readonly naar: Veldplan
}

/** Een langere sprong zou voorbij de ruimte voor een eenheid kunnen kijken. */
export const MEESTE_SPRONG = 1024
/** Per waarde; een bestand met meer verschillen wordt daar eenheid voor eenheid gelezen. */
const MEESTE_SPRONGEN = 6
const WOORD = 8

/** Onthoudt de bytes tussen `van` en `tot` als sprong vanaf een waarde. */
export function leer(vanaf: Veldplan, zicht: DataView, van: number, tot: number, hoe: Pick<Sprong, 'regels' | 'stappen' | 'naar'>): void {
  const lengte = tot - van
  if (lengte > MEESTE_SPRONG || vanaf.sprongen.length === MEESTE_SPRONGEN) return
  const woorden = Float64Array.from({ length: Math.ceil(lengte / WOORD) }, (_, i) =>
    zicht.getFloat64(van + Math.min(i * WOORD, lengte - WOORD), true),
  )
  vanaf.sprongen.push({ lengte, woorden, ...hoe })
}

/** De sprong die op `p` staat, na de waarde van dit veld. */
export function zoekSprong({ sprongen }: Veldplan, zicht: DataView, p: number): Sprong | null {
  for (let i = 0; i < sprongen.length; i++) if (staatEr(sprongen[i] as Sprong, zicht, p)) return sprongen[i] as Sprong
  return null
}

function staatEr({ woorden, lengte }: Sprong, zicht: DataView, p: number): boolean {
  const laatste = woorden.length - 1
  for (let i = 0; i < laatste; i++) if (zicht.getFloat64(p + i * WOORD, true) !== woorden[i]) return false
  return zicht.getFloat64(p + lengte - WOORD, true) === woorden[laatste]
}
