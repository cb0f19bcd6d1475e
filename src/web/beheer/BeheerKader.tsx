import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { metDeel, Tabs } from '../onderdelen/Tabs.tsx'
import './beheer.css'

const delen = [
  { naar: '/beheer/medewerkers', tekst: 'Medewerkers' },
  { naar: '/beheer/teams', tekst: 'Teams' },
  { naar: '/beheer/sessies', tekst: 'Sessies' },
  { naar: '/beheer/wachtrij', tekst: 'Achtergrondwerk' },
  { naar: '/beheer/berichten', tekst: 'Berichten' },
]

/** Het adres van het menu: het eerste deel, zodat ook dan een tab is aangewezen. */
export function Beheerbegin() {
  return <Navigate to="/beheer/medewerkers" replace />
}

/** De delen van het beheer onder één kop. Een beheerder komt in geen enkel dossier. */
export function BeheerKader({ inleiding, children }: { inleiding: string; children: ReactNode }) {
  return (
    <Pagina titel="Beheer" venstertitel={metDeel(delen, useLocation().pathname, 'Beheer')} inleiding={inleiding} breed>
      <Tabs naam="Delen van beheer" delen={delen} />
      {children}
    </Pagina>
  )
}
