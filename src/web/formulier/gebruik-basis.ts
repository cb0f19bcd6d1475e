import { useEffect, useState } from 'react'

/** Waar iemand vanaf begon: hoe het er toen stond, en welke versie van de server dat was. */
export type Basis<W> = { readonly waarden: W; readonly etag: string | undefined }

type Stand<W> = {
  /** Wat de server nu geeft. */
  readonly nu: Basis<W>
  /** Waar een teruggezet concept op rust; dat kan ouder zijn. */
  readonly hersteld: Basis<W> | undefined
  readonly waarden: W
  readonly vervang: (waarden: W) => void
}

/**
 * De basis schuift mee met de server zolang er niets getypt is. Wie aan het typen is, houdt zijn invoer én de versie waar die op rust:
 * wijzigde een collega intussen iets, dan weigert de server (412) in plaats van dat het stil wordt overschreven.
 */
export function gebruikBasis<W>({ nu, hersteld, waarden, vervang }: Stand<W>) {
  const [basis, zetBasis] = useState<Basis<W>>(hersteld ?? nu)
  const gewijzigd = !isGelijk(waarden, basis.waarden)
  const zelfde = isGelijk(nu.waarden, basis.waarden)
  // biome-ignore lint/correctness/useExhaustiveDependencies: alleen als de server iets anders geeft.
  useEffect(() => {
    if (gewijzigd || zelfde) return
    zetBasis(nu)
    vervang(nu.waarden)
  }, [JSON.stringify(nu)])
  // Dezelfde inhoud met een nieuwere versie, bijvoorbeeld na bewaren: de versie gaat mee, wat er getypt is blijft.
  if (zelfde && nu.etag !== basis.etag) zetBasis(nu)
  return { basis, zetBasis, gewijzigd }
}

export const isGelijk = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
