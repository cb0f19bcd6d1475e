import { useEffect, useState } from 'react'
import { HERSTEL_MS } from '../api/herstel.ts'
import { Ophaalfout } from './haal-gegevens.ts'

export type Gegevens<T> = { stand: 'laden' } | { stand: 'fout'; fout: unknown; opnieuw: () => void } | { stand: 'klaar'; waarde: T }

/**
 * Haalt gegevens op en zegt in welke stand dat is. `sleutel` bepaalt wanneer opnieuw gehaald wordt; null haalt niets. Antwoordt de
 * server niet, dan blijft de fout staan en wordt stil opnieuw gehaald tot het lukt.
 */
export function gebruikGegevens<T>(sleutel: string | null, haal: () => Promise<T>): Gegevens<T> {
  const [gegevens, zet] = useState<{ sleutel: string | null; poging: number; gegevens: Gegevens<T> }>({
    sleutel,
    poging: 0,
    gegevens: { stand: 'laden' },
  })
  const [poging, zetPoging] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `haal` is bij elke weergave nieuw; de sleutel zegt wat gehaald wordt.
  useEffect(() => {
    if (sleutel === null) return
    let actueel = true
    let klok: ReturnType<typeof setTimeout> | undefined
    const probeer = () =>
      haal().then(
        (waarde) => actueel && zet({ sleutel, poging, gegevens: { stand: 'klaar', waarde } }),
        (fout: unknown) => {
          if (!actueel) return
          zet({ sleutel, poging, gegevens: { stand: 'fout', fout, opnieuw: () => zetPoging((n) => n + 1) } })
          if (fout instanceof Ophaalfout && fout.reden === 'onbereikbaar') klok = setTimeout(probeer, HERSTEL_MS)
        },
      )
    void probeer()
    return () => {
      actueel = false
      clearTimeout(klok)
    }
  }, [sleutel, poging])
  return gegevens.sleutel === sleutel && gegevens.poging === poging ? gegevens.gegevens : { stand: 'laden' }
}
