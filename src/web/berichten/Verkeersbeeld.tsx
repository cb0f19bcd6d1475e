import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Datum, plusDagen } from '#core/base/datum.ts'
import type { Verkeerantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { adresVanFilter } from './berichtfilter.ts'
import { type Dagbeeld, dagInWoorden, hoogste, type Kant, naarDagbeeld, som } from './verkeer.ts'

const DAGEN = 14

type Props = {
  metLinks: boolean
  /** Wat er op dit scherm onder staat. */
  children?: (verkeer: Verkeerantwoord) => ReactNode
}
/** Wat er per dag kwam en ging (twee weken, op een smal scherm één), en of er nu iets wacht. `metLinks`: elke dag opent haar berichten. */
export function Verkeersbeeld({ metLinks, children }: Props) {
  const vandaag = gebruikEigenSessie().vandaag as Datum
  const van = plusDagen(vandaag, 1 - DAGEN)
  const vraag = useQuery({
    queryKey: sleutels.berichttellingen(van, vandaag),
    queryFn: ({ signal }) => roepApi<Verkeerantwoord>('GET', `/berichttellingen?van=${van}&tot=${vandaag}`, { signaal: signal }),
  })
  return (
    <section className="br-verkeer" aria-labelledby="verkeer">
      <Kop niveau={2} als={3} id="verkeer">
        Ontvangen en verstuurd per dag
      </Kop>
      {vraag.isPending && <Wacht van={van} vandaag={vandaag} />}
      <Deel vraag={vraag} wat="De aantallen worden geladen">
        {(verkeer) => (
          <>
            <Waarschuwingen verkeer={verkeer} />
            <div className="br-verkeer__vlak">
              <Dagen dagen={naarDagbeeld(verkeer.dagen)} vandaag={vandaag} metLinks={metLinks} />
              <Nu verkeer={verkeer} metLinks={metLinks} />
            </div>
            {children?.(verkeer)}
          </>
        )}
      </Deel>
    </section>
  )
}

/** Houdt precies de ruimte vrij van wat er komt, zodat de filters eronder niet verspringen. */
function Wacht({ van, vandaag }: { van: Datum; vandaag: Datum }) {
  const leeg = { goed: 0, wacht: 0, mis: 0 }
  const dagen = Array.from({ length: DAGEN }, (_, i) => ({ dag: plusDagen(van, i), in: leeg, uit: leeg }))
  return (
    <div className="br-verkeer__vlak br-verkeer__vlak--wacht" aria-hidden="true">
      <Dagen dagen={dagen} vandaag={vandaag} metLinks={false} />
      <Nu verkeer={niets} metLinks={false} />
    </div>
  )
}
const niets = { openUitval: 0, klaargezet: 0, oudsteKlaargezet: null, laatsteIn: null, laatsteUit: null }

/** Wat het verkeer straks of nu al ophoudt. */
function Waarschuwingen({ verkeer: { certificaten, postmap, weg, klaargezet } }: { verkeer: Verkeerantwoord }) {
  const sessie = gebruikEigenSessie()
  const { demo } = sessie
  return (
    <>
      {postmap !== null && (
        <Melding soort="fout" titel="De map met berichten is er niet">
          <p>{postmap}</p>
          <p>Geef dit door aan wie het programma beheert.</p>
        </Melding>
      )}
      {certificaten.length > 0 && (
        <Melding soort="waarschuwing" titel="Er is iets met een certificaat voor berichten">
          {certificaten.map((tekst) => (
            <p key={tekst}>{tekst}</p>
          ))}
          <p>Geef dit door aan wie het programma beheert. Met een verlopen certificaat blijven berichten staan.</p>
        </Melding>
      )}
      {weg === 'geen' && klaargezet > 0 && demo && (
        <Melding soort="info" titel="Berichten gaan vanuit deze proefgemeente nergens heen">
          {heeftRol(sessie, 'administratie') ? (
            <>
              Bij <Link to="/berichten/oefenen">Oefenen</Link> speelt u de aanbieders die erop antwoorden.
            </>
          ) : (
            'De administratie speelt de aanbieders die erop antwoorden.'
          )}
        </Melding>
      )}
      {weg === 'geen' && klaargezet > 0 && !demo && (
        <Melding soort="waarschuwing" titel="Berichten blijven staan">
          Er is nog niet ingesteld langs welke weg berichten naar buiten gaan. Vraag het wie het programma beheert.
        </Melding>
      )}
    </>
  )
}

function Dagen({ dagen, vandaag, metLinks }: { dagen: readonly Dagbeeld[]; vandaag: string; metLinks: boolean }) {
  const schaal = hoogste(dagen)
  return (
    <div className="br-dagen">
      <ol className="br-dagen__balken">
        {dagen.map((d) => (
          <li key={d.dag} data-vandaag={d.dag === vandaag || undefined}>
            {metLinks ? (
              <Link
                to={adresVanFilter({ van: d.dag, tot: d.dag })}
                className="br-dag"
                aria-label={`${schrijfDatum(d.dag)}: ${dagInWoorden(d)}`}
              >
                <Dag dag={d} schaal={schaal} />
              </Link>
            ) : (
              <span className="br-dag" role="img" aria-label={`${schrijfDatum(d.dag)}: ${dagInWoorden(d)}`}>
                <Dag dag={d} schaal={schaal} />
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="br-dagen__legenda" aria-hidden="true">
        <span className="br-dagen__kant">Boven: ontvangen. Onder: verstuurd.</span>
        {(['goed', 'wacht', 'mis'] as const).map((g) => (
          <span key={g}>
            <span className={`br-blokje br-blokje--${g}`} /> {woorden[g]}
          </span>
        ))}
      </p>
    </div>
  )
}
const woorden = { goed: 'In orde', wacht: 'Wacht', mis: 'Mis' } as const

function Dag({ dag, schaal }: { dag: Dagbeeld; schaal: number }) {
  return (
    <>
      <Stapel kant={dag.in} schaal={schaal} boven />
      <span className="br-dag__naam">{Number(dag.dag.slice(8))}</span>
      <Stapel kant={dag.uit} schaal={schaal} />
    </>
  )
}

function Stapel({ kant, schaal, boven }: { kant: Kant; schaal: number; boven?: boolean }) {
  const getal = <span className="br-stapel__getal">{som(kant) > 0 ? som(kant).toLocaleString('nl-NL') : ''}</span>
  // Het grootste aandeel ligt tegen de as; wat mis is, staat aan de buitenkant.
  const volgorde = boven ? (['mis', 'wacht', 'goed'] as const) : (['goed', 'wacht', 'mis'] as const)
  return (
    <span className={boven ? 'br-stapel br-stapel--boven' : 'br-stapel'}>
      {boven && getal}
      <span className="br-stapel__balk" style={{ flexBasis: `${(som(kant) / schaal) * 100}%` }}>
        {volgorde.map(
          (groep) => kant[groep] > 0 && <span key={groep} className={`br-blokje--${groep}`} style={{ flexGrow: kant[groep] }} />,
        )}
      </span>
      {!boven && getal}
    </span>
  )
}

/** Wat er nu wacht; met links voor wie de berichten mag zien. */
function Nu({ verkeer: v, metLinks }: { verkeer: Pick<Verkeerantwoord, keyof typeof niets>; metLinks: boolean }) {
  const getal = (n: number, naar: string) =>
    metLinks && n > 0 ? <Link to={naar}>{n.toLocaleString('nl-NL')}</Link> : n.toLocaleString('nl-NL')
  return (
    <dl className="br-nu">
      <div>
        <dt>Open uitval</dt>
        <dd className="br-nu__getal">{getal(v.openUitval, '/berichten/uitval')}</dd>
      </div>
      <div>
        <dt>Klaar om te versturen</dt>
        <dd className="br-nu__getal">{getal(v.klaargezet, adresVanFilter({ stand: 'klaargezet' }))}</dd>
        {v.oudsteKlaargezet && <dd className="md-bijtekst">het oudste van {schrijfTijdstip(v.oudsteKlaargezet)}</dd>}
      </div>
      <div>
        <dt>Laatst ontvangen</dt>
        <dd>{v.laatsteIn ? schrijfTijdstip(v.laatsteIn) : 'Nog niets'}</dd>
      </div>
      <div>
        <dt>Laatst verstuurd</dt>
        <dd>{v.laatsteUit ? schrijfTijdstip(v.laatsteUit) : 'Nog niets'}</dd>
      </div>
    </dl>
  )
}
