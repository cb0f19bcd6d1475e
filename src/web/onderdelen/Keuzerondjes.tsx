import type { ReactNode } from 'react'
import { Keuzerondje, type Keuzeoptie } from './Keuzerondje.tsx'

type KeuzerondjesProps = {
  label: string
  uitleg?: ReactNode
  fout?: string
  optioneel?: boolean
  id?: string
  waarde: string
  opWijzig: (waarde: string) => void
  opVerlaat?: () => void
  opties: readonly Keuzeoptie[]
  vorm?: 'lijst' | 'knoppen'
}

/** `Keuzerondje` in de vorm van een formulierveld: te koppelen met `f.veld(plaats)`, leeg betekent nog niets gekozen. */
export function Keuzerondjes({ label, optioneel, waarde, opVerlaat: _, ...rest }: KeuzerondjesProps) {
  return (
    <Keuzerondje
      {...rest}
      waarde={waarde === '' ? null : waarde}
      legende={
        <>
          {label}
          {optioneel && <span className="md-bijtekst"> (optioneel)</span>}
        </>
      }
    />
  )
}
