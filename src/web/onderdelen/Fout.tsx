import type { ReactNode } from 'react'
import { Knop } from './Knop.tsx'
import { KnopLink } from './KnopLink.tsx'
import { Melding } from './Melding.tsx'

/** Iets lukte niet: wat, en wat nu te doen. */
export function Fout({
  titel,
  children,
  opnieuw,
  naar,
}: {
  titel: string
  children?: ReactNode
  opnieuw?: () => void
  naar?: { adres: string; tekst: string }
}) {
  return (
    <Melding soort="fout" woord="Niet gelukt" titel={titel} voorlezen>
      {children && <p>{children}</p>}
      {(opnieuw || naar) && (
        <p className="md-knoppen">
          {opnieuw && <Knop opKlik={opnieuw}>Probeer opnieuw</Knop>}
          {naar && <KnopLink naar={naar.adres}>{naar.tekst}</KnopLink>}
        </p>
      )}
    </Melding>
  )
}
