import { type FormEvent, useEffect, useState } from 'react'
import { Knop } from '../onderdelen/Knop.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'

type Props = { term: string; woonplaats: string; fout: string | undefined; opZoek: (term: string, woonplaats: string) => void }

/** Eén veld voor wat men weet; de woonplaats erbij als de naam veel voorkomt. */
export function Inwonerzoeker({ term, woonplaats, fout, opZoek }: Props) {
  const [getypt, zetGetypt] = useState(term)
  const [plaats, zetPlaats] = useState(woonplaats)
  useEffect(() => zetGetypt(term), [term])
  const zoek = (e: FormEvent) => {
    e.preventDefault()
    opZoek(getypt.trim(), plaats.trim())
  }
  return (
    <search>
      <form className="md-inwonerzoeker" onSubmit={zoek}>
        <Tekstveld
          label="Naam, geboortedatum of BSN"
          uitleg="Bijvoorbeeld: de vries anna, 12-04-1950"
          optioneel="vanzelf"
          waarde={getypt}
          opWijzig={zetGetypt}
          hoogstens={100}
          fout={fout}
        />
        <Tekstveld label="Woonplaats" optioneel="vanzelf" waarde={plaats} opWijzig={zetPlaats} hoogstens={80} breedte="midden" />
        <Knop type="submit" icoon="zoek" soort="primair">
          Zoeken
        </Knop>
      </form>
    </search>
  )
}
