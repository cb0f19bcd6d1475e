import type { ReactNode } from 'react'

/** Tussenkop. Het niveau volgt de opbouw van de pagina; `als` laat een kop er kleiner uitzien dan zijn niveau. */
export function Kop({ niveau, als, id, children }: { niveau: 2 | 3 | 4; als?: 2 | 3 | 4 | 5; id?: string; children: ReactNode }) {
  const Naam = `h${niveau}` as const
  return (
    <Naam id={id} className={`utrecht-heading-${als ?? niveau}`}>
      {children}
    </Naam>
  )
}
