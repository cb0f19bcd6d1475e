import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { alsProbleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { naamInKop } from '../dossier/woorden.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'

type Naam = Parameters<typeof naamInKop>[0]
type Gevonden = { id: string; naam: Naam; geboortedatum: string | null }

/** Het logboek van één persoon: zoek op naam en kies. De naam komt niet in het adres, alleen de verwijzing. */
export function Persoonkeuze({ inwoner, opKies }: { inwoner: string | null; opKies: (inwoner: string | null) => void }) {
  const [naam, zetNaam] = useState('')
  const [zoek, zetZoek] = useState('')
  const gevonden = useQuery({
    queryKey: ['toezicht', 'personen', zoek],
    queryFn: () => roepApi<{ items: readonly Gevonden[] }>('GET', `/inwoners?limiet=10&naam=${encodeURIComponent(zoek)}`),
    enabled: zoek !== '',
  })
  if (inwoner) {
    return (
      <p className="tz-persoon">
        U ziet alleen regels over één persoon.
        <Knop opKlik={() => opKies(null)}>Alle personen</Knop>
      </p>
    )
  }
  const verstuur = (e: FormEvent) => {
    e.preventDefault()
    zetZoek(naam.trim())
  }
  const items = gevonden.data?.waarde.items ?? []
  return (
    <div className="tz-persoonzoeker">
      <form className="tz-persoon" onSubmit={verstuur}>
        <Tekstveld label="Over wie (begin van de achternaam)" optioneel="vanzelf" waarde={naam} opWijzig={zetNaam} />
        <Knop type="submit" icoon="zoek">
          Zoek persoon
        </Knop>
      </form>
      {gevonden.error && <Probleemmelding probleem={alsProbleem(gevonden.error)} />}
      {zoek !== '' && gevonden.data && (
        <ul className="tz-gevonden" aria-label="Gevonden personen">
          {items.length === 0 && <li>Niemand gevonden met deze naam.</li>}
          {items.map((i) => (
            <li key={i.id}>
              <Knop opKlik={() => opKies(i.id)}>
                {`${naamInKop(i.naam)}${i.geboortedatum ? `, geboren ${schrijfDatum(i.geboortedatum)}` : ''}`}
              </Knop>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
