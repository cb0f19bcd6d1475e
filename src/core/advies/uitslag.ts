/**
 * Wat een voorwaarde zegt bij de antwoorden van nu: waar, onwaar, of open en dan van welke vragen het nog afhangt.
 * Elke voorwaarde rust op een paar vragen, dus er zijn maar weinig verschillende standen: elke stand rekenen we één keer uit.
 */
import { type Diagram, eindnummer, isEind, type Klassevector, type Ref, steun, WAAR } from '#core/advies/diagram.ts'

export type Uitslag = { readonly stand: 'waar' | 'onwaar' | 'open'; readonly open: readonly number[] }

/** Een voorwaarde en wat ervan gemaakt wordt bij een uitslag. */
export type Regel<T> = { readonly niveaus: readonly number[]; readonly maal: readonly number[]; bereken(bekend: Klassevector): T }

/** Regels achter elkaar in platte rijen, zodat een hele lijst lezen één lus door het geheugen is. */
export type Regelblok<T> = {
  readonly regels: readonly Regel<T>[]
  /** Regel i leest de vragen `van[i]` tot `van[i + 1]`. */
  readonly van: Int16Array
  readonly niveaus: Int16Array
  readonly maal: Int16Array
  /** Waar de standen van regel i beginnen; -1 als het er te veel zijn om te onthouden. */
  readonly basis: Int32Array
  readonly onthouden: (T | undefined)[]
  /** Werkruimte van `leesBlok`. */
  readonly uit: T[]
}

const MAX_ONTHOUDEN = 4096
const GEEN: readonly number[] = Object.freeze([])

/** De regel van voorwaarde `ref`. */
export function maakRegel<T>(d: Diagram, ref: Ref, maak: (uitslag: Uitslag) => T): Regel<T> {
  const niveaus = d.steunVan(ref)
  return { niveaus, maal: niveaus.map((n) => (d.breedte[n] as number) + 1), bereken: (bekend) => maak(leesUitslag(d, ref, bekend)) }
}

export function maakRegelblok<T>(regels: readonly Regel<T>[]): Regelblok<T> {
  const standen = regels.map((r) => r.maal.reduce((product, m) => product * m, 1))
  let plaats = 0
  const basis = Int32Array.from(standen, (aantal) => {
    if (aantal > MAX_ONTHOUDEN) return -1
    plaats += aantal
    return plaats - aantal
  })
  let vraag = 0
  return {
    regels,
    van: Int16Array.from([0, ...regels.map((r) => (vraag += r.niveaus.length))]),
    niveaus: Int16Array.from(regels.flatMap((r) => r.niveaus)),
    maal: Int16Array.from(regels.flatMap((r) => r.maal)),
    basis,
    onthouden: new Array(plaats).fill(undefined),
    uit: [],
  }
}

/** De uitslag van elke regel: opgezocht, of de eerste keer uitgerekend. De rij is geldig tot de volgende aanroep. */
export function leesBlok<T>(blok: Regelblok<T>, bekend: Klassevector): readonly T[] {
  const { van, niveaus, maal, basis, onthouden, uit } = blok
  let v = 0
  for (let i = 0; i < basis.length; i++) {
    let stand = 0
    const tot = van[i + 1] as number
    for (; v < tot; v++) stand = stand * (maal[v] as number) + (bekend[niveaus[v] as number] as number) + 1
    const begin = basis[i] as number
    uit[i] = (begin < 0 ? undefined : onthouden[begin + stand]) ?? rekenUit(blok, i, bekend, begin < 0 ? -1 : begin + stand)
  }
  return uit
}

function rekenUit<T>({ regels, onthouden }: Regelblok<T>, i: number, bekend: Klassevector, plaats: number): T {
  const uit = (regels[i] as Regel<T>).bereken(bekend)
  if (plaats >= 0) onthouden[plaats] = uit
  return uit
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
