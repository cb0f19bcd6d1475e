/** Welke dagen van een indicatie al bij een aanbieder liggen, en welke nog open zijn. Elke toewijzing draagt de hele omvang per week. */
import { begindag, type Datum, doorsnede, einddag, OPEN_EINDE, type Periode, plusDagen, vanDagnummer } from '#core/base/datum.ts'

/** De versie van een toewijzing die nu geldt. */
export type Toewijzingsdagen = {
  readonly van: Datum
  readonly tot: Datum | null
  /** De laatste dag die de aanbieder als einde van de hulp meldde. */
  readonly gestoptOp: Datum | null
}

/** De dagen waarop deze aanbieder de hulp geeft. */
export function dagenVan({ van, tot, gestoptOp }: Toewijzingsdagen): Periode {
  const einde = gestoptOp !== null && (tot === null || gestoptOp < tot) ? gestoptOp : tot
  return { van, ...(einde !== null && { tot: einde }) }
}

/** Wat er van de looptijd over is naast de dagen die al toegewezen zijn. */
export function openDagen(looptijd: Periode, toegewezen: readonly Periode[]): Periode[] {
  const bezet = [...toegewezen].sort((a, b) => begindag(a) - begindag(b))
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

/** Welke dagen een gewijzigde toewijzing erbij krijgt; zonder wat er nu geldt allemaal. */
export function dagenErbij(nieuw: Periode, nu: Periode | null): Periode | null {
  if (nu === null) return nieuw
  if (nu.tot === undefined || einddag(nieuw) <= einddag(nu)) return null
  return { van: plusDagen(nu.tot, 1), ...(nieuw.tot !== undefined && { tot: nieuw.tot }) }
}

/** Wat er op de gevraagde dagen al bij een ander ligt: dezelfde dagen twee keer toewijzen is twee keer de omvang (AMB-59). */
export const opDezeDagen = <T extends { readonly dagen: Periode }>(gevraagd: Periode, elders: readonly T[]): T[] =>
  elders.flatMap((t) => {
    const dagen = doorsnede(gevraagd, t.dagen)
    return dagen === null ? [] : [{ ...t, dagen }]
  })
