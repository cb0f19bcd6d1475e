import { Link } from 'react-router'
import { naamInKop } from '../dossier/woorden.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import type { Werkantwoord } from './antwoord.ts'

/** Hulp die de Wlz raakt: geen zaak met een termijn, wel werk. */
export function Werksignalen({ signalen }: { signalen: Werkantwoord['signalen'] }) {
  if (signalen.length === 0) return null
  return (
    <section className="md-werkblok" data-blok="wlz" aria-labelledby="blok-wlz">
      <Kop niveau={2} als={3} id="blok-wlz">
        Wlz en hulp die loopt <span className="md-werkblok__aantal">{signalen.length.toLocaleString('nl-NL')}</span>
      </Kop>
      <ul className="md-signalen">
        {signalen.map((s) => (
          <li key={`${s.soort} ${s.indicatie}`}>
            <Link to={`/inwoners/${s.inwoner.id}`}>{naamInKop(s.inwoner.naam)}</Link>
            <p>
              {s.tekst} {s.watNu} <Link to={`/indicaties/${s.indicatie}`}>Bekijk de indicatie</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
