import type { ReactNode } from 'react'
import { NavLink } from 'react-router'

/**
 * Delen van één onderwerp, elk met een eigen adres. Het zijn gewone links: ze openen in een nieuw tabblad en "terug" werkt. Een aantal dat
 * nog geteld wordt, is null: dan is er al plaats voor.
 */
export function Tabs({
  naam,
  delen,
}: {
  naam: string
  delen: readonly { readonly naar: string; readonly tekst: ReactNode; readonly aantal?: number | null; readonly precies?: boolean }[]
}) {
  return (
    <nav className="md-tabs" aria-label={naam}>
      <ul>
        {delen.map((deel) => (
          <li key={deel.naar}>
            <NavLink to={deel.naar} end={deel.precies ?? true} className="md-tabs__link" preventScrollReset>
              {deel.tekst}
              {deel.aantal !== undefined && <span className="md-tabs__aantal">{deel.aantal ?? ''}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** De titel van het venster zegt ook op welk deel men staat: "Teams · Beheer". */
export const metDeel = (delen: readonly { naar: string; tekst: string }[], pad: string, titel: string): string =>
  [delen.find((d) => d.naar === pad)?.tekst, titel].filter(Boolean).join(' · ')
