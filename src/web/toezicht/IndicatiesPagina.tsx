import { Link, useSearchParams } from 'react-router'
import type { Indicatiegevalantwoord } from '#http/api/toezicht/vormen.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { schrijfDag, schrijfDatum } from '../kader/schrijf-datum.ts'
import { Filtervak } from '../onderdelen/Filtervak.tsx'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { gebruikPeriode, Periodebalk } from './Periodebalk.tsx'
import { alsVraag } from './periode.ts'
import './toezicht.css'

const soorten = { alle: 'Alle indicaties', afwijkend: 'Anders dan het advies', gewaarschuwd: 'Met gemotiveerde waarschuwing' } as const
type Soort = keyof typeof soorten

/** De indicaties achter een cijfer, met de motivering die erbij gegeven is. */
export function IndicatiesPagina() {
  const [periode] = gebruikPeriode()
  const [delen, zet] = useSearchParams()
  const gevraagd = delen.get('soort') ?? ''
  const soort: Soort = Object.hasOwn(soorten, gevraagd) ? (gevraagd as Soort) : 'alle'
  const lijst = gebruikLijst<Indicatiegevalantwoord>('/toezichtindicaties', {
    sleutel: ['toezicht', 'indicaties'],
    telt: true,
    filter: { ...periode, soort },
  })
  const kies = (nieuw: string) => zet({ ...periode, soort: nieuw }, { replace: true })
  return (
    <Pagina
      titel="Indicaties naast het advies"
      boven={<Link to={`/toezicht?${alsVraag(periode)}`}>Toezicht</Link>}
      inleiding={`Vastgesteld van ${schrijfDatum(periode.van)} tot en met ${schrijfDatum(periode.tot)}.`}
      breed
    >
      <Filtervak gekozen={soort === 'alle' ? 0 : 1} opWissen={() => kies('alle')}>
        <Periodebalk />
        <Keuzelijst
          label="Welke"
          waarde={soort}
          opWijzig={kies}
          opties={Object.entries(soorten).map(([waarde, tekst]) => ({ waarde, tekst }))}
        />
      </Filtervak>
      <Gegevenstabel
        id="toezicht-indicaties"
        bijschrift={soorten[soort]}
        kolommen={kolommen}
        lijst={lijst}
        sleutel={(i) => i.indicatie}
        adres={(i) => `/indicaties/${i.indicatie}`}
        leeg={<Leeg titel="Geen indicaties in deze periode">Kies een andere periode.</Leeg>}
      />
    </Pagina>
  )
}

const kolommen: readonly Kolom<Indicatiegevalantwoord>[] = [
  { sleutel: 'product', kop: 'Gekozen', cel: (i) => i.product },
  { sleutel: 'advies', kop: 'Advies', cel: (i) => i.advies ?? <span className="md-onbekend">Geen advies bewaard</span> },
  { sleutel: 'afwijking', kop: 'Waarom anders', cel: (i) => i.afwijking ?? '' },
  {
    sleutel: 'waarschuwingen',
    kop: 'Gewaarschuwd',
    cel: (i) =>
      i.waarschuwingen.length === 0 ? (
        ''
      ) : (
        <ul className="tz-motiveringen">
          {i.waarschuwingen.map((w) => (
            <li key={w.code + w.motivering}>
              <span className="md-bijtekst">{w.tekst}</span> {w.motivering}
            </li>
          ))}
        </ul>
      ),
  },
  {
    sleutel: 'op',
    kop: 'Vastgesteld',
    cel: (i) => (
      <>
        {schrijfDag(i.vastgesteldOp)}
        <br />
        <span className="md-bijtekst">{i.door}</span>
      </>
    ),
    eenRegel: true,
  },
  { sleutel: 'zaak', kop: 'Zaak', cel: (i) => (i.zaak ? <Link to={`/zaken/${i.zaak}`}>{i.zaaknummer}</Link> : ''), eenRegel: true },
]
