import { useMemo } from 'react'
import { metKeuzes } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { vandaag } from '#web/kader/vandaag.ts'

/** De catalogus zoals hij vandaag voor deze gemeente geldt, met wat zij heeft vastgelegd. */
export function gebruikGeldend(catalogus: Catalogus, gemeente: string | null): Catalogus {
  return useMemo(() => metKeuzes(catalogus, gemeente, vandaag()), [catalogus, gemeente])
}
