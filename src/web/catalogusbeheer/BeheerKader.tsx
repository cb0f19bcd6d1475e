import type { ReactNode } from 'react'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tabs } from '../onderdelen/Tabs.tsx'
import '../productboek/productboek.css'
import './catalogusbeheer.css'

/** De drie delen van catalogusbeheer onder één kop. */
export function BeheerKader({ inleiding, children }: { inleiding: string; children: ReactNode }) {
  return (
    <Pagina titel="Catalogusbeheer" inleiding={inleiding}>
      <Tabs
        naam="Delen van catalogusbeheer"
        delen={[
          { naar: '/catalogusbeheer', tekst: 'Versies' },
          { naar: '/catalogusbeheer/lezingen', tekst: 'Lezingen' },
          { naar: '/catalogusbeheer/doorrekenen', tekst: 'Doorrekenen', precies: false },
        ]}
      />
      {children}
    </Pagina>
  )
}
