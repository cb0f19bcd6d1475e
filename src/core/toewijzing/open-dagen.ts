/** Op welke dagen een indicatie nog aan niemand is toegewezen. Elke toewijzing draagt de hele omvang per week; dagen zeggen dus genoeg. */
import { begindag, type Datum, einddag, OPEN_EINDE, type Periode, vanDagnummer } from '#core/base/datum.ts'

export type Toewijzingsdagen = {
  readonly van: Datum
  readonly tot: Datum | null
  /** De laatste dag die de aanbieder als einde van de hulp meldde. */
  readonly gestoptOp: Datum | null
  /** Teruggenomen, of afgekeurd door de aanbieder: dan geldt zij niet (OP286). */
  readonly geldt: boolean
}

/** De dagen waarop deze aanbieder de hulp geeft; null als de toewijzing niet geldt. */
export function dagenVan({ van, tot, gestoptOp, geldt }: Toewijzingsdagen): Periode | null {
  if (!geldt) return null
  const einde = gestoptOp !== null && (tot === null || gestoptOp < tot) ? gestoptOp : tot
  return { van, ...(einde !== null && { tot: einde }) }
}

/** Wat er van de looptijd over is. */
export function openDagen(looptijd: Periode, toewijzingen: readonly Toewijzingsdagen[]): Periode[] {
  const bezet = toewijzingen.flatMap((t) => dagenVan(t) ?? []).sort((a, b) => begindag(a) - begindag(b))
  const open: Periode[] = []
  let vanaf = begindag(looptijd)
  for (const p of bezet) {
    neem(open, vanaf, Math.min(begindag(p) - 1, einddag(looptijd)))
    vanaf = Math.max(vanaf, einddag(p) + 1)
  }
  neem(open, vanaf, einddag(looptijd))
  return open
}

function neem(open: Periode[], van: number, tot: number): void {
  if (van > tot) return
  open.push({ van: vanDagnummer(van), ...(tot < OPEN_EINDE && { tot: vanDagnummer(tot) }) })
}
