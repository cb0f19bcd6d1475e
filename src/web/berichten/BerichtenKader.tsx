import type { ReactNode } from 'react'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabs } from '../onderdelen/Tabs.tsx'
import './berichten.css'
import { gebruikOpenUitval } from './gebruik-open-uitval.ts'

/** De delen van het berichtenverkeer onder één kop. */
export function BerichtenKader({ inleiding, children }: { inleiding: ReactNode; children: ReactNode }) {
  const sessie = gebruikEigenSessie()
  const magTellen = heeftRol(sessie, 'administratie', 'teamleider', 'toezichthouder')
  const open = gebruikOpenUitval(sessie.vandaag, magTellen)
  return (
    <Pagina titel="Berichten" inleiding={inleiding} breed>
      {magTellen && (
        <Tabs
          naam="Delen van het berichtenverkeer"
          delen={[
            { naar: '/berichten', tekst: 'Alle berichten' },
            { naar: '/berichten/uitval', tekst: 'Uitval', ...(open !== undefined && { aantal: open }) },
          ]}
        />
      )}
      {children}
    </Pagina>
  )
}
