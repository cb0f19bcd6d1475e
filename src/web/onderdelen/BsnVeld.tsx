import { useState } from 'react'
import { parseBsn } from '#core/base/bsn.ts'
import { Tekstveld } from './Tekstveld.tsx'

type BsnVeldProps = {
  id?: string
  label?: string
  waarde: string
  opWijzig: (waarde: string) => void
  opVerlaat?: () => void
  fout?: string
  optioneel?: boolean
}

/** Invoer van een BSN: spaties en punten mogen, de elfproef komt bij het verlaten. Nooit in een concept, adres of titel. */
export function BsnVeld({ label = 'BSN', waarde, opWijzig, opVerlaat, fout, ...rest }: BsnVeldProps) {
  const [eigenFout, zetEigenFout] = useState<string>()
  return (
    <Tekstveld
      {...rest}
      label={label}
      uitleg="Negen cijfers. Spaties en punten mogen."
      toetsen="numeric"
      breedte="midden"
      hoogstens={20}
      waarde={waarde}
      fout={fout ?? eigenFout}
      opWijzig={(w) => {
        zetEigenFout(undefined)
        opWijzig(w)
      }}
      opVerlaat={() => {
        const gelezen = waarde.trim() === '' ? null : parseBsn(waarde)
        zetEigenFout(gelezen?.ok === false ? gelezen.fout.tekst : undefined)
        if (gelezen?.ok) opWijzig(gelezen.value)
        opVerlaat?.()
      }}
    />
  )
}
