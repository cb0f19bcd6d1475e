import type { ReactNode } from 'react'

type Eigenschappen = {
  /** Elke tekst die hier kan komen te staan. */
  readonly varianten: readonly string[]
  readonly children?: ReactNode
}

/**
 * Houdt ruimte vrij voor de langste tekst die hier kan komen te staan: zo verspringt er niets als de tekst wisselt.
 * De varianten staan alleen in de opmaak; voorlezen, kopiëren en zoeken gaat over wat er echt staat.
 */
export function Vasteruimte({ varianten, children }: Eigenschappen) {
  return (
    <span className="md-vasteruimte">
      {[...new Set(varianten)].map((tekst) => (
        <span key={tekst} aria-hidden="true" data-tekst={tekst} />
      ))}
      <span>{children}</span>
    </span>
  )
}
