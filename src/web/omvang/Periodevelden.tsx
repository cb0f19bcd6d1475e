import { parseDatum } from '#core/base/datum.ts'
import { Datumveld } from '#web/onderdelen/Datumveld.tsx'
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
  // Wie nog typt, hoort pas bij het verlaten van het veld dat er geen dag staat; dat zegt het veld zelf.
  const foutBij = (veld: 'van' | 'tot') => (stand[veld] === '' || parseDatum(stand[veld]) ? berekening.veldfouten.get(veld) : undefined)
  return (
    <section className="md-deel" aria-labelledby="omvang-periode">
      <h2 id="omvang-periode">Periode</h2>
      <div className="omvang-tweetal">
        <Datumveld
          label="Eerste dag"
          optioneel={!vanVerplicht}
          waarde={stand.van}
          opWijzig={(van) => wijzig({ van })}
          fout={foutBij('van')}
        />
        <Datumveld label="Laatste dag" optioneel waarde={stand.tot} opWijzig={(tot) => wijzig({ tot })} fout={foutBij('tot')} />
      </div>
    </section>
  )
}
