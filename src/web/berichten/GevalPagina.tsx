import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { uitvalsoorten, uitvalstappen } from '#core/toewijzing/uitvalwerk.ts'
import type { Uitvalantwoord } from '#http/api/berichten/uitvalvormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { MetGegevens } from '../dossier/MetGegevens.tsx'
import { naamInKop } from '../dossier/woorden.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Kerngegevens } from '../onderdelen/Kerngegevens.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import './berichten.css'
import { Behandelen } from './Behandelen.tsx'
import { adresVanFilter } from './berichtfilter.ts'
import { Uitleg } from './Retourcodes.tsx'
import { adresVanUitval } from './uitvalfilter.ts'

/** Eén geval van uitval: wat er mis is, wat te doen, wie het heeft, en wat eraan gedaan is. */
export function GevalPagina() {
  const { id = '' } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.geval(id),
    queryFn: ({ signal }) => roepApi<Uitvalantwoord>('GET', `/uitval/${id}`, { signaal: signal }),
  })
  return (
    <MetGegevens vraag={vraag} wat="Deze uitval" terug={{ naar: '/berichten/uitval', tekst: 'Alle uitval' }}>
      {({ waarde }) => <Geval key={id} geval={waarde} />}
    </MetGegevens>
  )
}

function Geval({ geval: g }: { geval: Uitvalantwoord }) {
  const klaar = g.stand === 'klaar'
  // Ons eigen bericht dat de ander afkeurt verbeteren wij; van een bericht van de ander is dat aan hem.
  const vanAanbieder = g.soort === 'afgewezen' && g.bericht.richting === 'in' && !isRetour(g.bericht.naam)
  return (
    <Pagina titel={g.tekst.replace(/\.$/, '')} boven={<Link to={adresVanUitval(klaar ? { stand: 'klaar' } : {})}>Uitval</Link>} breed>
      <p className="br-stand">
        <Badge soort={klaar ? 'goed' : 'let-op'}>{klaar ? 'Afgehandeld' : 'Open'}</Badge>{' '}
        <span>
          {g.behandelaar
            ? `${g.behandelaar.naam} ${klaar ? 'had dit' : 'is hiermee bezig'}.`
            : klaar
              ? ''
              : 'Nog niemand is hiermee bezig.'}
        </span>
      </p>
      <div className="br-bericht">
        <div className="br-bericht__hoofd">
          <Uitleg oorzaak={g.oorzaak} doe={g.doe} wie={vanAanbieder ? 'aanbieder' : 'wij'} />
          {g.magBehandelen && <Behandelen geval={g} />}
          <Verloop geval={g} />
        </div>
        <div className="br-bericht__zij">
          <Kerngegevens compact gegevens={gegevens(g)} />
        </div>
      </div>
    </Pagina>
  )
}

const isRetour = (naam: string | null): boolean => naam !== null && /^WMO3(0[268]|1[68]|2[05])$/.test(naam)

function gegevens(g: Uitvalantwoord) {
  const { bericht: b } = g
  return [
    {
      naam: 'Bericht',
      waarde: <Link to={`/berichten/${b.id}`}>{b.naam === null ? 'Onleesbaar bestand' : `${b.naam} ${b.titel ?? ''}`}</Link>,
    },
    ...(b.aanbieder
      ? [{ naam: 'Aanbieder', waarde: b.aanbieder.naam ? `${b.aanbieder.naam} (${b.aanbieder.code})` : b.aanbieder.code }]
      : []),
    ...(b.inwoner ? [{ naam: 'Inwoner', waarde: <Link to={`/inwoners/${b.inwoner.id}`}>{naamInKop(b.inwoner.naam)}</Link> }] : []),
    { naam: 'Soort', waarde: uitvalsoorten[g.soort] },
    ...(g.code ? [{ naam: 'Retourcode', waarde: <Link to={adresVanFilter({ code: g.code })}>{g.code}</Link> }] : []),
    ...(g.regel ? [{ naam: 'Regel', waarde: g.regel }] : []),
    ...(g.klasse ? [{ naam: 'Waar', waarde: g.klasse }] : []),
    ...(g.aantal > 1 ? [{ naam: 'Hoe vaak', waarde: `${g.aantal.toLocaleString('nl-NL')} keer in dit bericht` }] : []),
    { naam: 'Ontstaan', waarde: schrijfTijdstip(g.gemaaktOp, '') },
  ]
}

function Verloop({ geval: { stappen } }: { geval: Uitvalantwoord }) {
  return (
    <section aria-labelledby="verloop">
      <Kop niveau={2} als={3} id="verloop">
        Wat eraan gedaan is
      </Kop>
      {stappen.length === 0 ? (
        <p className="md-bijtekst">Nog niets.</p>
      ) : (
        <ol className="br-stappen">
          {stappen.map((s) => (
            <li key={s.id}>
              <strong>{uitvalstappen[s.soort]}</strong>
              {s.naar && ` aan ${s.naar}`} <span className="md-bijtekst">{`${s.door}, ${schrijfTijdstip(s.op)}`}</span>
              {s.toelichting && <p className="br-stappen__tekst">{s.toelichting}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
