/**
 * Wat een voorwaarde zegt bij de antwoorden van nu: waar, onwaar, of open en dan van welke vragen het nog afhangt.
 * Elke voorwaarde rust op een paar vragen, dus er zijn maar weinig verschillende standen: elke stand rekenen we één keer uit.
 */
import { type Diagram, eindnummer, isEind, type Klassevector, type Ref, steun, WAAR } from '#core/advies/diagram.ts'

export type Uitslag = { readonly stand: 'waar' | 'onwaar' | 'open'; readonly open: readonly number[] }

/** Tot dit aantal standen onthouden we de uitslagen; daarboven rekenen we ze steeds uit. */
const MAX_ONTHOUDEN = 4096
const GEEN: readonly number[] = Object.freeze([])

/** Leest de uitslag van voorwaarde `ref` en maakt er één keer per stand iets van. */
export function maakUitslaglezer<T>(
  d: Diagram,
  ref: Ref,
  maak: (uitslag: Uitslag) => T,
): { lees(bekend: Klassevector): T; readonly niveaus: readonly number[] } {
  if (isEind(ref)) {
    const vast = maak({ stand: ref === WAAR ? 'waar' : 'onwaar', open: GEEN })
    return { lees: () => vast, niveaus: GEEN }
  }
  const niveaus = d.steunVan(ref)
  const bereken = (bekend: Klassevector): T => maak(leesUitslag(d, ref, bekend))
  const standen = niveaus.reduce((product, n) => product * ((d.breedte[n] as number) + 1), 1)
  if (standen > MAX_ONTHOUDEN) return { lees: bereken, niveaus }
  const onthouden: (T | undefined)[] = new Array(standen).fill(undefined)
  if (niveaus.length === 1) {
    const [enige = 0] = niveaus
    return {
      lees: (bekend) => onthouden[(bekend[enige] as number) + 1] ?? (onthouden[(bekend[enige] as number) + 1] = bereken(bekend)),
      niveaus,
    }
  }
  const maal = niveaus.map((n) => (d.breedte[n] as number) + 1)
  function lees(bekend: Klassevector): T {
    let plaats = 0
    for (let i = 0; i < niveaus.length; i++) plaats = plaats * (maal[i] as number) + (bekend[niveaus[i] as number] as number) + 1
    let uitslag = onthouden[plaats]
    if (uitslag === undefined) {
      uitslag = bereken(bekend)
      onthouden[plaats] = uitslag
    }
    return uitslag
  }
  return { lees, niveaus }
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
