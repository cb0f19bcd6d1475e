/** Wat een voorwaarde zegt bij de antwoorden van nu: waar, onwaar, of open en dan van welke vragen het nog afhangt. */
import { type Diagram, eindnummer, isEind, type Klassevector, type Ref, WAAR } from '#core/advies/diagram.ts'
import { maakSteunlezer, type Steunlezer } from '#core/advies/steun.ts'

export type Uitslag = { readonly stand: 'waar' | 'onwaar' | 'open'; readonly open: readonly number[] }

/** Een voorwaarde en wat ze bij een uitslag oplevert: een reden, een melding, de vragen die nog open staan. */
export type Regel<T> = { readonly niveaus: readonly number[]; lees(bekend: Klassevector): readonly T[] }

/** Zoveel standen van haar vragen onthoudt een regel hoogstens; daarna begint ze opnieuw. */
const MAX_ONTHOUDEN = 4096
const GEEN: readonly number[] = Object.freeze([])

/** De regel van voorwaarde `ref`. */
export function maakRegel<T>(d: Diagram, ref: Ref, maak: (uitslag: Uitslag) => readonly T[]): Regel<T> {
  const niveaus = d.steunVan(ref)
  const maal = niveaus.map((n) => (d.breedte[n] as number) + 1)
  const steun = maakSteunlezer(d, ref)
  const onthouden = new Map<number, readonly T[]>()
  const bereken = (bekend: Klassevector): readonly T[] => maak(leesUitslag(d, ref, steun, bekend))
  // Past de stand niet meer precies in een getal, dan is er niets op te zoeken.
  if (maal.reduce((n, m) => n * m, 1) > Number.MAX_SAFE_INTEGER) return { niveaus, lees: bereken }

  function lees(bekend: Klassevector): readonly T[] {
    let stand = 0
    for (let i = 0; i < maal.length; i++) stand = stand * (maal[i] as number) + (bekend[niveaus[i] as number] as number) + 1
    const eerder = onthouden.get(stand)
    if (eerder) return eerder
    if (onthouden.size >= MAX_ONTHOUDEN) onthouden.clear()
    const uit = bereken(bekend)
    onthouden.set(stand, uit)
    return uit
  }
  return { niveaus, lees }
}

function leesUitslag(d: Diagram, ref: Ref, steun: Steunlezer, bekend: Klassevector): Uitslag {
  const open = steun(bekend)
  if (open.length > 0) return { stand: 'open', open }
  let hier = ref
  while (!isEind(hier)) {
    // Doet een open vraag er niet toe, dan is elk kind even goed.
    const kids = d.kinderen[hier] as readonly Ref[]
    hier = kids[Math.max(0, bekend[d.niveaus[hier] as number] as number)] as Ref
  }
  return { stand: eindnummer(hier) === eindnummer(WAAR) ? 'waar' : 'onwaar', open: GEEN }
}
