/**
 * De zoekterm naar een inwoner, van de bovenbalk naar het zoekscherm. Niet in het adres: een naam of BSN hoort niet in de
 * geschiedenis van de browser of in een logboek. Alleen in het geheugen van dit tabblad.
 */
import { useSyncExternalStore } from 'react'

let zoekterm = ''
const luisteraars = new Set<() => void>()

export function zetInwonerzoekterm(nieuw: string): void {
  zoekterm = nieuw
  for (const l of luisteraars) l()
}

const abonneer = (l: () => void) => {
  luisteraars.add(l)
  return () => luisteraars.delete(l)
}
/** Wat er in de bovenbalk gezocht is; leeg als er niets gezocht is. */
export const gebruikInwonerzoekterm = (): string => useSyncExternalStore(abonneer, () => zoekterm)
