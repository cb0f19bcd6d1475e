import { Link } from 'react-router'
import { Fout } from '../onderdelen/Fout.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { gebruikGegevens } from './gebruik-gegevens.ts'
import { type Catalogusindex, haalIndex } from './haal-gegevens.ts'

/** De catalogi om uit te kiezen. `niveau` is dat van de kop op elke kaart. */
export function Catalogi({ niveau = 2 }: { niveau?: 2 | 3 }) {
  const index = gebruikGegevens('index', haalIndex)
  if (index.stand === 'laden') return <Laden wat="De lijst met catalogi wordt geladen" />
  if (index.stand === 'fout') {
    return (
      <Fout titel="Geen antwoord van de server" opnieuw={index.opnieuw}>
        De lijst met catalogi is niet te laden. Kijk of Meedoen nog draait en of u verbinding hebt.
      </Fout>
    )
  }
  return <Cataloguslijst index={index.waarde} niveau={niveau} />
}

function Cataloguslijst({ index, niveau }: { index: Catalogusindex; niveau: 2 | 3 }) {
  const Kop = `h${niveau}` as const
  if (index.catalogi.length === 0) {
    return <Leeg titel="Er staat nog geen catalogus klaar">Zet een map met een catalogus in `catalogi/` en start Meedoen opnieuw.</Leeg>
  }
  return (
    <ul className="md-kaarten md-kaarten--start">
      {index.catalogi.map((c) => (
        <li key={c.id} className="md-kaart">
          <Kop className="md-kaart__kop">
            <Link to={`/${c.id}`} className="md-kaart__link">
              {c.naam}
            </Link>
          </Kop>
          <p>{c.omschrijving}</p>
          {c.gemeenten.length > 0 && <p className="md-bijtekst">Gemeenten: {c.gemeenten.join(', ')}</p>}
          <ul className="md-snel">
            <li>
              <Link to={`/${c.id}`}>Productboek</Link>
            </li>
            <li>
              <Link to={`/${c.id}/probeer`}>Probeer een situatie</Link>
            </li>
            <li>
              <Link to={`/${c.id}/omvang`}>Omvang</Link>
            </li>
            <li>
              <Link to={`/${c.id}/stapeling`}>Stapeling</Link>
            </li>
          </ul>
        </li>
      ))}
    </ul>
  )
}
