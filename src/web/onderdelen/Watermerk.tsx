import type { ReactNode } from 'react'

/** Band over een paneel met verzonnen gegevens. Staat ook in de afdruk. */
export function Watermerk({ children = 'Deze normtijden zijn verzonnen. Gebruik ze niet voor een besluit.' }: { children?: ReactNode }) {
  return (
    <p className="md-watermerk">
      <strong>SYNTHETISCH</strong> {children}
    </p>
  )
}
