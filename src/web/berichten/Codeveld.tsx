import { type FormEvent, useState } from 'react'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'

type CodeveldProps = { label: string; aanwijzing: string; vorm: RegExp; waarde: string; opKies: (waarde: string) => void }

/** Een code van vaste lengte: kiest zodra zij compleet is, en weer niets als het veld leeg is. */
function Codeveld({ label, aanwijzing, vorm, waarde, opKies }: CodeveldProps) {
  const [getypt, zetGetypt] = useState(waarde)
  const [fout, zetFout] = useState<string>()
  const kies = (nieuw: string) => {
    const schoon = nieuw.trim()
    if (schoon === waarde) return zetFout(undefined)
    if (schoon === '' || vorm.test(schoon)) return opKies(schoon)
    zetFout(aanwijzing)
  }
  const verstuur = (e: FormEvent) => {
    e.preventDefault()
    kies(getypt)
  }
  return (
    <form onSubmit={verstuur}>
      <Tekstveld
        label={label}
        optioneel="vanzelf"
        toetsen="numeric"
        hoogstens={12}
        waarde={getypt}
        fout={fout}
        opWijzig={(w) => {
          zetGetypt(w)
          zetFout(undefined)
          if (vorm.test(w.trim())) kies(w)
        }}
        opVerlaat={() => kies(getypt)}
      />
    </form>
  )
}

type Keuze = { waarde: string | null; opKies: (waarde: string) => void }

/** Met een sleutel op de waarde, zodat terug in de browser ook het veld terugzet. */
export const Retourcodeveld = ({ waarde, opKies }: Keuze) => (
  <Codeveld
    key={waarde}
    label="Retourcode (4 cijfers)"
    aanwijzing="Vul vier cijfers in."
    vorm={/^\d{4}$/}
    waarde={waarde ?? ''}
    opKies={opKies}
  />
)
export const Aanbiederveld = ({ waarde, opKies }: Keuze) => (
  <Codeveld
    key={waarde}
    label="AGB-code aanbieder"
    aanwijzing="Vul de acht cijfers van de AGB-code in."
    vorm={/^\d{8}$/}
    waarde={waarde ?? ''}
    opKies={opKies}
  />
)
