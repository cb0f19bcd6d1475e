/** Wat een voorwaarde zegt bij de antwoorden van nu: waar, onwaar, of open en dan van welke vragen het nog afhangt. */
import { type Diagram, eindnummer, isEind, type Klassevector, type Ref, steun, WAAR } from '#core/advies/diagram.ts'

export type Uitslag = { readonly stand: 'waar' | 'onwaar' | 'open'; readonly open: readonly number[] }

/** Een voorwaarde en wat ze bij een uitslag oplevert: een reden, een melding, de vragen die nog open staan. */
export type Regel<T> = { readonly niveaus: readonly number[]; lees(bekend: Klassevector): readonly T[] }

/** Tot dit aantal standen van haar vragen onthoudt een regel wat ze oplevert. */
const MAX_STANDEN = 4096
const GEEN: readonly number[] = Object.freeze([])

/** De regel van voorwaarde `ref`. */
export function maakRegel<T>(d: Diagram, ref: Ref, maak: (uitslag: Uitslag) => readonly T[]): Regel<T> {
  const niveaus = d.steunVan(ref)
  const onthouden = new Map<number, readonly T[]>()
  const standen = niveaus.reduce((n, niveau) => n * ((d.breedte[niveau] as number) + 1), 1)
  const bereken = (bekend: Klassevector): readonly T[] => maak(leesUitslag(d, ref, bekend))
  if (standen > MAX_STANDEN) return { niveaus, lees: bereken }
  return {
    niveaus,
    lees(bekend) {
      const stand = niveaus.reduce((n, niveau) => n * ((d.breedte[niveau] as number) + 1) + (bekend[niveau] as number) + 1, 0)
      const uit = onthouden.get(stand) ?? bereken(bekend)
      onthouden.set(stand, uit)
      return uit
    },
  }
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
