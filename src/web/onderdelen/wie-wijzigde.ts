import type { Probleem } from '../api/probleem.ts'
import { schrijfWanneer } from '../kader/schrijf-datum.ts'

/** Wie er eerder was en wanneer. `wat`: `deze zaak`, `het onderzoek`. */
export const wieWijzigde = (wat: string, { wie, wanneer }: Pick<Probleem, 'wie' | 'wanneer'>): string =>
  `${wie ?? 'Een collega'} wijzigde ${wat} ${wanneer ? schrijfWanneer(wanneer) : 'net'}.`
