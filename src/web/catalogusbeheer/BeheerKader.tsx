import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { metDeel, Tabs } from '../onderdelen/Tabs.tsx'
import '../productboek/productboek.css'
import './catalogusbeheer.css'

const delen = [
  { naar: '/catalogusbeheer', tekst: 'Versies' },
  { naar: '/catalogusbeheer/lezingen', tekst: 'Lezingen' },
  { naar: '/catalogusbeheer/doorrekenen', tekst: 'Doorrekenen', precies: false },
]

/** De drie delen van catalogusbeheer onder één kop. */
export function BeheerKader({ inleiding, children }: { inleiding: string; children: ReactNode }) {
  return (
    <Pagina titel="Catalogusbeheer" venstertitel={metDeel(delen, useLocation().pathname, 'Catalogusbeheer')} inleiding={inleiding}>
      <Tabs naam="Delen van catalogusbeheer" delen={delen} />
      {children}
    </Pagina>
  )
}
