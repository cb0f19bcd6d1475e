/** Toeval per ding in plaats van op volgorde: hetzelfde zaad en dezelfde naam geven altijd dezelfde uitkomst, ook na een herstart. */
import { createHash } from 'node:crypto'
import { maakToeval } from '#core/base/toeval.ts'

const hash = (delen: readonly unknown[]): Buffer => createHash('sha256').update(delen.join('\u0001')).digest()

/** Een reeks die alleen van deze delen afhangt. */
export const toevalVan = (...delen: readonly unknown[]): (() => number) => maakToeval(hash(delen).readUInt32BE())

/** Eén trekking in [0, 1). */
export const trek = (...delen: readonly unknown[]): number => toevalVan(...delen)()

/** Een kenmerk van twaalf tekens, gelijk voor gelijke delen. Past in Identificatie, DeclaratieNummer en alles wat langer mag. */
export const kenmerk = (...delen: readonly unknown[]): string =>
  hash(delen).readBigUInt64BE().toString(36).toUpperCase().padStart(12, '0').slice(-12)
