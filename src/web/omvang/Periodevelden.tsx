import { Veld } from '#web/onderdelen/Veld.tsx'
import type { Berekening } from './bereken.ts'
import type { Omvangstand } from './stand.ts'

type Eigenschappen = {
  readonly stand: Omvangstand
  readonly berekening: Berekening
  readonly wijzig: (deel: Partial<Omvangstand>, samen?: string) => void
  /** Een echte indicatie heeft een eerste dag. */
  readonly vanVerplicht?: boolean
}

/** Van wanneer tot wanneer; de regels over de duur staan bij de uitkomst. */
export function Periodevelden({ stand, berekening, wijzig, vanVerplicht = false }: Eigenschappen) {
  return (
    <section className="omvang-vlak" aria-labelledby="omvang-periode">
      <h2 id="omvang-periode">Periode</h2>
      <div className="omvang-tweetal">
        <Veld
          soort="datum"
          label="Eerste dag"
          optioneel={!vanVerplicht}
          waarde={stand.van}
          opWijzig={(van) => wijzig({ van })}
          fout={berekening.veldfouten.get('van')}
        />
        <Veld
          soort="datum"
          label="Laatste dag"
          optioneel
          waarde={stand.tot}
          opWijzig={(tot) => wijzig({ tot })}
          fout={berekening.veldfouten.get('tot')}
        />
      </div>
    </section>
  )
}
