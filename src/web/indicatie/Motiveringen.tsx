import type { TeMotiveren } from '#core/indicatie/productkeuze.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'

type Eigenschappen = {
  readonly nodig: readonly TeMotiveren[]
  readonly motiveringen: Readonly<Record<string, string>>
  readonly motiveer: (sleutel: string, tekst: string) => void
}

/** Elke waarschuwing van advies en omvang, met ruimte om te schrijven waarom het hier toch past. De stapeling heeft haar eigen vak. */
export function Motiveringen({ nodig, motiveringen, motiveer }: Eigenschappen) {
  const hier = nodig.filter((m) => m.bron !== 'stapeling')
  if (hier.length === 0) return null
  return (
    <section className="md-deel" aria-labelledby="ind-motiveren">
      <h2 id="ind-motiveren">Te motiveren</h2>
      {hier.map((m) => (
        <div key={m.sleutel} className="ind-motivering">
          <p>
            {m.tekst} <EisChips eisen={m.eis} />
          </p>
          <Tekstvlak
            label="Waarom het hier past"
            regels={2}
            hoogstens={8000}
            waarde={motiveringen[m.sleutel] ?? ''}
            opWijzig={(t) => motiveer(m.sleutel, t)}
          />
        </div>
      ))}
    </section>
  )
}
