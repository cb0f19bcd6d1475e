import { Link } from 'react-router'
import type { Oefenwachtrijantwoord } from '#http/api/berichten/oefenvormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { Standbadge } from './Standbadge.tsx'

type Rij = Oefenwachtrijantwoord['gespeeld'][number]

/** Wat er van de laatste antwoorden kwam, met de weg naar het antwoord en naar het werk dat het gaf. */
export function Gespeeld({ gespeeld }: { gespeeld: readonly Rij[] }) {
  const { vandaag } = gebruikEigenSessie()
  return (
    <section className="md-deel" aria-labelledby="gespeeld">
      <h2 id="gespeeld">Wat ervan kwam</h2>
      {gespeeld.length === 0 ? (
        <Leeg titel="Er is nog niets gespeeld." />
      ) : (
        <Tabel
          bijschrift="De laatste twintig, het laatste bovenaan"
          koppen={['Bericht', 'Aanbieder', 'Gespeeld', 'Stand nu', 'Wat ervan kwam']}
          rijen={gespeeld.map((g) => ({
            sleutel: g.id,
            cellen: [
              <Link key="bericht" to={`/berichten/${g.bericht}`}>
                {g.naam} {g.identificatie}
              </Link>,
              g.aanbieder.naam ?? g.aanbieder.code,
              `${g.code === null ? 'Aangenomen' : `Afgekeurd met ${g.code.code}`}${g.dubbel ? ', twee keer' : ''}, ${schrijfTijdstip(g.op, vandaag)}`,
              <Standbadge key="stand" stand={g.stand} />,
              <Gevolg key="gevolg" rij={g} />,
            ],
          }))}
        />
      )}
    </section>
  )
}

function Gevolg({ rij: { antwoord, uitval, identificatie } }: { rij: Rij }) {
  const over = <span className="md-onzichtbaar"> op {identificatie}</span>
  return (
    <span className="br-gevolg">
      {antwoord && <Link to={`/berichten/${antwoord}`}>Het antwoord{over}</Link>}
      {uitval && <Link to={`/berichten/uitval/${uitval}`}>De uitval{over}</Link>}
      {!antwoord && !uitval && <span className="md-onbekend">Nog niets</span>}
    </span>
  )
}
