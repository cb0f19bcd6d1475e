/** Alle uitgaven van de standaard die naast elkaar gelden. De naamruimte van het bericht kiest de uitgave. */
import type { Bericht, Release } from './vorm.ts'
import { iwmo32 } from './iwmo-3-2/release.ts'

export const releases: readonly Release[] = [iwmo32]

export type Beschreven = { readonly release: Release; readonly bericht: Bericht }

const perNaamruimte = new Map<string, Beschreven>(
  releases.flatMap((release) => release.berichten.map((bericht) => [release.berichtruimte(bericht.naam), { release, bericht }] as const)),
)

export type Uitgavestand = 'geldt' | 'nog_niet' | 'niet_meer'

/** Of een uitgave op een dag in gebruik is. Twee uitgaven mogen een tijd naast elkaar gelden. */
export function uitgaveOp({ geldigVanaf, geldigTot }: Pick<Release, 'geldigVanaf' | 'geldigTot'>, dag: string): Uitgavestand {
  if (dag < geldigVanaf) return 'nog_niet'
  return geldigTot !== undefined && dag > geldigTot ? 'niet_meer' : 'geldt'
}

/** De uitgave waarin wij op deze dag schrijven: de jongste die geldt; null als er geen is. */
export const uitgaveOm = (dag: string, alle: readonly Release[] = releases): Release | null =>
  [...alle].sort((a, b) => (a.geldigVanaf < b.geldigVanaf ? 1 : -1)).find((r) => uitgaveOp(r, dag) === 'geldt') ?? null

/** Het bericht dat bij de naamruimte van het hoofdelement hoort. */
export const zoekBericht = (naamruimte: string): Beschreven | undefined => perNaamruimte.get(naamruimte)
