import { type FormEvent, useState } from 'react'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'

type CodeveldProps = { label: string; uitleg: string; vorm: RegExp; waarde: string; opKies: (waarde: string) => void }

/** Een code van vaste lengte: kiest zodra zij compleet is, en weer niets als het veld leeg is. */
export function Codeveld({ label, uitleg, vorm, waarde, opKies }: CodeveldProps) {
  const [getypt, zetGetypt] = useState(waarde)
  const [fout, zetFout] = useState<string>()
  const kies = (nieuw: string) => {
    const schoon = nieuw.trim()
    if (schoon === waarde) return zetFout(undefined)
    if (schoon === '' || vorm.test(schoon)) return opKies(schoon)
    zetFout(`Vul in: ${uitleg.toLowerCase()}.`)
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
        uitleg={uitleg}
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
