/** Een ander was eerder: wie, wanneer, en hoe het er nu staat. Er is niets overschreven. */
import { leesCollega } from '#storage/medewerkers.ts'
import type { Werk } from '../handeling/handel.ts'
import { weiger } from '../handeling/weigering.ts'

export type Vorige = { readonly door: string | null; readonly op: Date; readonly versie: number; readonly huidig: unknown }

export async function verouderd(w: Werk, wat: string, vorige: Vorige) {
  const collega =
    vorige.door === null || vorige.door === w.actor.medewerker ? undefined : await leesCollega(w.tx, w.actor.gemeente, vorige.door)
  const wie = collega
    ? `${collega.naam}${collega.teamnaam ? ` (${collega.teamnaam})` : ''}`
    : vorige.door === null
      ? 'Het beheer van de server'
      : 'Uzelf, in een ander venster'
  return weiger({
    soort: 'verouderd',
    code: 'VEROUDERD',
    tekst: `${wat} is intussen gewijzigd. Er is niets overschreven.`,
    watNu: 'Bekijk het verschil en kies wat u bewaart.',
    wie,
    wanneer: vorige.op.toISOString(),
    huidig: vorige.huidig,
    versie: vorige.versie,
  })
}
