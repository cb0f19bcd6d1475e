/** Rijen voor tests, met ids op volgorde van maken. */
import type { Datum } from '#core/base/datum.ts'
import type { Gebeurtenis } from './gebeurtenis.ts'
import type { Gebeurtenissoort } from './gebeurtenissoorten.ts'

export const idVan = (nummer: number): string => `019a7000-0000-7000-8000-${String(nummer).padStart(12, '0')}`

/** `['gestart', '2026-06-01']`, of met als derde het nummer (vanaf 1) van de rij die hij vervangt. */
export type Kort = readonly [soort: Gebeurtenissoort, datum: string, vervangt?: number]

export const rijenVan = (...kort: readonly Kort[]): Gebeurtenis[] =>
  kort.map(([soort, datum, vervangt], i) => ({
    id: idVan(i + 1),
    soort,
    datum: datum as Datum,
    gegevens: {},
    vervangt: vervangt === undefined ? null : idVan(vervangt),
  }))
