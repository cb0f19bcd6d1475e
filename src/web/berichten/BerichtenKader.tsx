import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { metDeel, Tabs } from '../onderdelen/Tabs.tsx'
import './berichten.css'
import { gebruikOpenUitval } from './gebruik-open-uitval.ts'
import { gebruikVerzoektellingen } from './gebruik-verzoektellingen.ts'

/** De delen van het berichtenverkeer onder één kop. */
export function BerichtenKader({ inleiding, children }: { inleiding: ReactNode; children: ReactNode }) {
  const sessie = gebruikEigenSessie()
  const magTellen = heeftRol(sessie, 'administratie', 'teamleider', 'toezichthouder')
  const uitval = gebruikOpenUitval(sessie.vandaag, magTellen)
  const verzoeken = gebruikVerzoektellingen()
  const delen = [
    { naar: '/berichten', tekst: 'Alle berichten' },
    { naar: '/berichten/verzoeken', tekst: 'Verzoeken', aantal: verzoeken ? verzoeken.open + verzoeken.inOnderzoek : null },
    ...(magTellen ? [{ naar: '/berichten/uitval', tekst: 'Uitval', aantal: uitval ?? null }] : []),
    ...(sessie.demo && heeftRol(sessie, 'administratie') ? [{ naar: '/berichten/oefenen', tekst: 'Oefenen' }] : []),
  ]
  return (
    <Pagina titel="Berichten" venstertitel={metDeel(delen, useLocation().pathname, 'Berichten')} inleiding={inleiding} breed>
      <Tabs naam="Delen van het berichtenverkeer" delen={delen} />
      {children}
    </Pagina>
  )
}
