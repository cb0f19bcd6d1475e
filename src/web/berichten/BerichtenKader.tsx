import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Verkeerantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabs } from '../onderdelen/Tabs.tsx'
import './berichten.css'

/** De delen van het berichtenverkeer onder één kop. */
export function BerichtenKader({ inleiding, children }: { inleiding: ReactNode; children: ReactNode }) {
  const sessie = gebruikEigenSessie()
  const magTellen = heeftRol(sessie, 'administratie', 'teamleider', 'toezichthouder')
  const tellingen = useQuery({
    queryKey: sleutels.berichttellingen(sessie.vandaag, sessie.vandaag),
    queryFn: ({ signal }) =>
      roepApi<Verkeerantwoord>('GET', `/berichttellingen?van=${sessie.vandaag}&tot=${sessie.vandaag}`, { signaal: signal }),
    enabled: magTellen,
  })
  const open = tellingen.data?.waarde.openUitval
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
