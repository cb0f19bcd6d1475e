import { EisChip } from '#web/onderdelen/EisChip.tsx'
import { Veld } from '#web/onderdelen/Veld.tsx'
import type { Omvangstand } from './stand.ts'

type Eigenschappen = {
  readonly stand: Omvangstand
  readonly eis: string
  readonly wijzig: (deel: Partial<Omvangstand>, samen?: string) => void
}

/** Wat de omvang onderbouwt: wat iemand zelf kan, en hoe de situatie is. */
export function Onderbouwing({ stand, eis, wijzig }: Eigenschappen) {
  return (
    <section className="md-deel" aria-labelledby="omvang-onderbouwing">
      <h2 id="omvang-onderbouwing">
        Onderbouwing <EisChip eis={eis} />
      </h2>
      <div className="omvang-tweetal">
        <Veld
          soort="lang"
          label="Wat iemand zelf kan"
          waarde={stand.capaciteiten}
          opWijzig={(capaciteiten) => wijzig({ capaciteiten }, 'capaciteiten')}
        />
        <Veld soort="lang" label="Hoe de situatie is" waarde={stand.situatie} opWijzig={(situatie) => wijzig({ situatie }, 'situatie')} />
      </div>
    </section>
  )
}
