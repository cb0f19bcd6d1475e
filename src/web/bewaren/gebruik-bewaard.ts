import { useCallback, useEffect, useMemo, useState } from 'react'
import { beginGeschiedenis, doeOpnieuw, draaiTerug, wijzig, type Geschiedenis } from '#web/bewaren/geschiedenis.ts'

export type Bewaard<T> = {
  readonly stand: T
  /** Nieuwe stand uit de vorige; `samen` voegt opeenvolgende letters tot één stap. */
  readonly zet: (volgende: (vorige: T) => T, samen?: string) => void
  readonly draaiTerug: () => void
  readonly doeOpnieuw: () => void
  readonly kanTerug: boolean
  readonly kanOpnieuw: boolean
}

function haal<T>(sleutel: string, leeg: T, lees: (ruw: unknown) => T | null): T {
  try {
    const tekst = sessionStorage.getItem(sleutel)
    return tekst === null ? leeg : (lees(JSON.parse(tekst)) ?? leeg)
  } catch {
    // Een browser die opslag weigert, of een stand van een oude versie: dan beginnen we leeg, het scherm werkt gewoon.
    return leeg
  }
}

/** Houdt de stand van een scherm vast in deze tab (ook na herladen) en maakt elke stap terug te draaien. Er gaat niets naar een server. */
export function gebruikBewaard<T>(sleutel: string, leeg: T, lees: (ruw: unknown) => T | null): Bewaard<T> {
  const [g, zetG] = useState<Geschiedenis<T>>(() => beginGeschiedenis(haal(sleutel, leeg, lees)))
  useEffect(() => {
    try {
      sessionStorage.setItem(sleutel, JSON.stringify(g.nu))
    } catch {
      // Opslag vol of geweigerd: de stand leeft dan alleen zolang het scherm open is.
    }
  }, [sleutel, g.nu])
  const zet = useCallback((volgende: (vorige: T) => T, samen?: string) => zetG((h) => wijzig(h, volgende(h.nu), samen ?? null)), [])
  const terug = useCallback(() => zetG((h) => draaiTerug(h)), [])
  const opnieuw = useCallback(() => zetG((h) => doeOpnieuw(h)), [])
  return useMemo(
    () => ({
      stand: g.nu,
      zet,
      draaiTerug: terug,
      doeOpnieuw: opnieuw,
      kanTerug: g.verleden.length > 0,
      kanOpnieuw: g.toekomst.length > 0,
    }),
    [g, zet, terug, opnieuw],
  )
}
