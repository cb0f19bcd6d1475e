/**
 * Wat een voorwaarde zegt bij de antwoorden van nu: waar, onwaar, of open en dan van welke vragen het nog afhangt.
 * Elke voorwaarde rust op een paar vragen, dus er zijn maar weinig verschillende standen: elke stand rekenen we één keer uit.
 */
import { type Diagram, eindnummer, isEind, type Klassevector, type Ref, steun, WAAR } from '#core/advies/diagram.ts'

export type Uitslag = { readonly stand: 'waar' | 'onwaar' | 'open'; readonly open: readonly number[] }

/** Een voorwaarde met per stand van haar vragen een uitkomst `T`. Lees haar met `leesRegel`. */
export type Regel<T> = {
  readonly niveaus: Int16Array
  /** Het niveau als er maar één is, anders -1. */
  readonly enige: number
  /** Aantal standen van elke vraag: haar klassen en onbekend. */
  readonly maal: Int16Array
  /** Per stand de uitkomst zodra die een keer is uitgerekend; undefined als er te veel standen zijn om te onthouden. */
  readonly onthouden: (T | undefined)[] | undefined
  bereken(bekend: Klassevector): T
}

const MAX_ONTHOUDEN = 4096
const GEEN: readonly number[] = Object.freeze([])

/** De regel van voorwaarde `ref`; `maak` wordt één keer per stand aangeroepen. */
export function maakRegel<T>(d: Diagram, ref: Ref, maak: (uitslag: Uitslag) => T): Regel<T> {
  const niveaus = d.steunVan(ref)
  const maal = Int16Array.from(niveaus, (n) => (d.breedte[n] as number) + 1)
  const standen = maal.reduce((product, m) => product * m, 1)
  return {
    niveaus: Int16Array.from(niveaus),
    enige: niveaus.length === 1 ? (niveaus[0] as number) : -1,
    maal,
    onthouden: standen > MAX_ONTHOUDEN ? undefined : new Array(standen).fill(undefined),
    bereken: (bekend) => maak(leesUitslag(d, ref, bekend)),
  }
}

/** De uitkomst van een regel: opgezocht, of de eerste keer uitgerekend. */
export function leesRegel<T>(regel: Regel<T>, bekend: Klassevector): T {
  const { enige, onthouden } = regel
  if (onthouden === undefined) return regel.bereken(bekend)
  const stand = enige >= 0 ? (bekend[enige] as number) + 1 : standVan(regel, bekend)
  let uit = onthouden[stand]
  if (uit === undefined) {
    uit = regel.bereken(bekend)
    onthouden[stand] = uit
  }
  return uit
}

function standVan({ niveaus, maal }: Regel<unknown>, bekend: Klassevector): number {
  let stand = 0
  for (let i = 0; i < niveaus.length; i++) stand = stand * (maal[i] as number) + (bekend[niveaus[i] as number] as number) + 1
  return stand
}

function leesUitslag(d: Diagram, ref: Ref, bekend: Klassevector): Uitslag {
  const open = steun(d, ref, bekend)
  if (open.length > 0) return { stand: 'open', open }
  let hier = ref
  while (!isEind(hier)) {
    // Doet een open vraag er niet toe, dan is elk kind even goed.
    const kids = d.kinderen[hier] as readonly Ref[]
    hier = kids[Math.max(0, bekend[d.niveaus[hier] as number] as number)] as Ref
  }
  return { stand: eindnummer(hier) === eindnummer(WAAR) ? 'waar' : 'onwaar', open: GEEN }
}
