import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { metDeel, Tabs } from '../onderdelen/Tabs.tsx'
import './toezicht.css'

const delen = [
  { naar: '/toezicht', tekst: 'Overzicht' },
  { naar: '/toezicht/logboek', tekst: 'Logboek' },
  { naar: '/toezicht/besluiten', tekst: 'Besluiten' },
  { naar: '/werk/noodtoegang', tekst: 'Noodtoegang' },
  { naar: '/catalogusbeheer/doorrekenen', tekst: 'Doorrekeningen' },
]

export const Toezichttabs = () => <Tabs naam="Delen van toezicht" delen={delen} />

/** De delen van toezicht onder één kop. Toezicht leest en wijzigt niets. */
export function ToezichtKader({ inleiding, children }: { inleiding: string; children: ReactNode }) {
  return (
    <Pagina titel="Toezicht" venstertitel={metDeel(delen, useLocation().pathname, 'Toezicht')} inleiding={inleiding} breed>
      <Toezichttabs />
      {children}
    </Pagina>
  )
}
