import { Link } from 'react-router'
import { naamInKop } from '../dossier/woorden.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import type { Werkantwoord } from './antwoord.ts'

/** Hulp die de Wlz raakt: geen zaak met een termijn, wel werk. */
export function Werksignalen({ signalen: { aantal, items }, van }: { signalen: Werkantwoord['signalen']; van: 'ik' | 'team' }) {
  if (aantal === 0) return null
  return (
    <section className="md-werkblok" data-blok="wlz" aria-labelledby="blok-wlz">
      <Kop niveau={2} als={3} id="blok-wlz">
        Wlz en hulp die loopt <span className="md-werkblok__aantal">{aantal.toLocaleString('nl-NL')}</span>
      </Kop>
      <ul className="md-signalen">
        {items.map((s) => (
          <li key={`${s.soort} ${s.indicatie}`}>
            <Link to={`/inwoners/${s.inwoner.id}`}>{naamInKop(s.inwoner.naam)}</Link>
            <p>
              {s.tekst} {s.watNu} <Link to={`/indicaties/${s.indicatie}`}>Bekijk de indicatie</Link>
            </p>
          </li>
        ))}
      </ul>
      {aantal > items.length && (
        <p>
          Dit is wat het langst speelt.{' '}
          <Link to={`/werk/wlz?van=${van}`}>Nog {(aantal - items.length).toLocaleString('nl-NL')} in de hele lijst</Link>
        </p>
      )}
    </section>
  )
}
