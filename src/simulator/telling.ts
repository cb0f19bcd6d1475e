/** Wat een gespeelde partij aan het eind weet, in getallen. */
import type { Gespeeld } from './partij.ts'

export type Partijstand = {
  readonly code: string
  readonly toewijzingen: number
  readonly starts: number
  readonly stops: number
  readonly verzoeken: number
  readonly declaraties: number
  readonly declaratieregels: { readonly ingediend: number; readonly toegekend: number; readonly afgewezen: number }
  /** Eigen berichten waar nog geen antwoord op is. */
  readonly onbeantwoord: number
}

export function telPartij({ code, paren }: Gespeeld): Partijstand {
  const standen = paren().map((paar) => ({ ...paar.stand.momentopname(paar.partijen), open: paar.open.size }))
  const tel = (lengte: (s: (typeof standen)[number]) => number): number => standen.reduce((som, s) => som + lengte(s), 0)
  const regels = (status: string) => tel((s) => s.prestaties.filter((p) => p.status === status).length)
  return {
    code,
    toewijzingen: tel((s) => s.toewijzingen.length),
    starts: tel((s) => s.starts.length),
    stops: tel((s) => s.stops.length),
    verzoeken: tel((s) => s.verzoeken.length),
    declaraties: tel((s) => s.declaraties.length),
    declaratieregels: { ingediend: regels('ingediend'), toegekend: regels('toegekend'), afgewezen: regels('afgewezen') },
    onbeantwoord: tel((s) => s.open),
  }
}
