/** Alle uitgaven van de standaard die naast elkaar gelden. De naamruimte van het bericht kiest de uitgave. */
import type { Bericht, Release } from './vorm.ts'
import { iwmo32 } from './iwmo-3-2/release.ts'

export const releases: readonly Release[] = [iwmo32]

export type Beschreven = { readonly release: Release; readonly bericht: Bericht }

const perNaamruimte = new Map<string, Beschreven>(
  releases.flatMap((release) => release.berichten.map((bericht) => [release.berichtruimte(bericht.naam), { release, bericht }] as const)),
)

/** Het bericht dat bij de naamruimte van het hoofdelement hoort. */
export const zoekBericht = (naamruimte: string): Beschreven | undefined => perNaamruimte.get(naamruimte)
