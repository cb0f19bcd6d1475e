import type { Verkeerantwoord } from '#http/api/berichten/vormen.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Kop } from '../onderdelen/Kop.tsx'

/** Certificaten die bijna verlopen als werk: sinds wanneer, wat te doen, en wanneer het klaar was. Zonder werk staat er niets. */
export function Certificaatwerk({ werk }: { werk: Verkeerantwoord['certificaatwerk'] }) {
  if (werk.length === 0) return null
  return (
    <section aria-labelledby="certificaatwerk" className="br-certificaten">
      <Kop niveau={2} als={3} id="certificaatwerk">
        Werk aan certificaten
      </Kop>
      <ul>
        {werk.map((w) => (
          <li key={w.titel + w.gemeldOp}>
            <Badge soort={w.klaarOp ? 'goed' : 'let-op'}>{w.klaarOp ? 'Klaar' : 'Te doen'}</Badge> <strong>{w.titel}</strong>
            {w.klaarOp === null && <p>{w.doe}</p>}
            <p className="md-bijtekst">
              Gemeld {schrijfTijdstip(w.gemeldOp)}
              {w.klaarOp && `, klaar ${schrijfTijdstip(w.klaarOp)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
