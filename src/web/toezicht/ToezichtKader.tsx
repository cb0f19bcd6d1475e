import type { ReactNode } from 'react'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabs } from '../onderdelen/Tabs.tsx'
import './toezicht.css'

/** De delen van toezicht onder één kop. Toezicht leest en wijzigt niets. */
export function ToezichtKader({ inleiding, children }: { inleiding: string; children: ReactNode }) {
  return (
    <Pagina titel="Toezicht" inleiding={inleiding} breed>
      <Tabs
        naam="Delen van toezicht"
        delen={[
          { naar: '/toezicht', tekst: 'Overzicht' },
          { naar: '/toezicht/logboek', tekst: 'Logboek' },
          { naar: '/toezicht/besluiten', tekst: 'Besluiten' },
          { naar: '/werk/noodtoegang', tekst: 'Noodtoegang' },
        ]}
      />
      {children}
    </Pagina>
  )
}
