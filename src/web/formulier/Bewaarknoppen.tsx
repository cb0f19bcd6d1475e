import { Knop } from '../onderdelen/Knop.tsx'
import type { Formulier } from './gebruik-formulier.ts'

/** De knoppen onder een formulier dat op zijn plaats opengaat: bewaren, of toch niet. Wat half getypt was, is dan weg. */
export function Bewaarknoppen({
  formulier,
  bewaar,
  klaar,
}: {
  formulier: Pick<Formulier<unknown>, 'beginOpnieuw'>
  bewaar: string
  klaar: () => void
}) {
  return (
    <div className="md-knoppen">
      <Knop soort="primair" type="submit">
        {bewaar}
      </Knop>
      <Knop
        opKlik={() => {
          formulier.beginOpnieuw()
          klaar()
        }}
      >
        Toch niet
      </Knop>
    </div>
  )
}
