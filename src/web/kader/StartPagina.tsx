import { Link } from 'react-router'
import { Fout } from '../onderdelen/Fout.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { gebruikGegevens } from './gebruik-gegevens.ts'
import { type Catalogusindex, haalIndex } from './haal-gegevens.ts'

export function StartPagina() {
  const index = gebruikGegevens('index', haalIndex)
  return (
    <Pagina
      titel="Kies een catalogus"
      inleiding="Een catalogus zegt welke begeleiding er is, voor wie, en onder welke voorwaarden. Elke zin leidt naar de woorden van het brondocument."
    >
      {index.stand === 'laden' && <Laden wat="De lijst met catalogi wordt geladen" />}
      {index.stand === 'fout' && (
        <Fout titel="Geen antwoord van de server" opnieuw={index.opnieuw}>
          De lijst met catalogi is niet te laden. Kijk of Meedoen nog draait en of u verbinding hebt.
        </Fout>
      )}
      {index.stand === 'klaar' && <Cataloguslijst index={index.waarde} />}
    </Pagina>
  )
}

function Cataloguslijst({ index }: { index: Catalogusindex }) {
  if (index.catalogi.length === 0) {
    return <Leeg titel="Er staat nog geen catalogus klaar">Zet een map met een catalogus in `catalogi/` en start Meedoen opnieuw.</Leeg>
  }
  return (
    <ul className="md-kaarten md-kaarten--start">
      {index.catalogi.map((c) => (
        <li key={c.id} className="md-kaart">
          <h2 className="md-kaart__kop">
            <Link to={`/${c.id}`} className="md-kaart__link">
              {c.naam}
            </Link>
          </h2>
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
