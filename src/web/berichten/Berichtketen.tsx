import { Link } from 'react-router'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Standbadge } from './Standbadge.tsx'

type Verwant = Berichtantwoord['keten'][number]

/** Het bericht met zijn antwoord of heenbericht als een keten, en eronder wat er verder over dezelfde toewijzing ging. */
export function Berichtketen({ bericht }: { bericht: Berichtantwoord }) {
  const hier: Verwant = { ...bericht, verband: 'heenbericht' }
  const heen = bericht.keten.filter((k) => k.verband === 'heenbericht')
  const antwoord = bericht.keten.filter((k) => k.verband === 'antwoord')
  const zelfde = bericht.keten.filter((k) => k.verband === 'zelfde_nummer')
  const verder = bericht.keten.filter((k) => k.verband === 'toewijzing' || k.verband === 'verzoek')
  return (
    <section aria-labelledby="keten" className="br-keten">
      <Kop niveau={2} als={4} id="keten">
        Heen en terug
      </Kop>
      <ol className="br-keten__paar">
        {[...heen, hier, ...antwoord].map((k) => (
          <li key={k.id} aria-current={k.id === bericht.id ? 'true' : undefined}>
            <Schakel bericht={k} hier={k.id === bericht.id} />
          </li>
        ))}
        {bericht.stand === 'wacht_op_antwoord' && <li className="br-keten__open">Nog geen antwoord</li>}
      </ol>
      <Ernaast kop="Met hetzelfde nummer" berichten={zelfde} />
      <Ernaast kop={`Ook over deze ${verder.some((v) => v.verband === 'toewijzing') ? 'toewijzing' : 'aanvraag'}`} berichten={verder} />
    </section>
  )
}

function Ernaast({ kop, berichten }: { kop: string; berichten: readonly Verwant[] }) {
  if (berichten.length === 0) return null
  return (
    <>
      <Kop niveau={2} als={4}>
        {kop}
      </Kop>
      <ul className="br-keten__verder">
        {berichten.map((k) => (
          <li key={k.id}>
            <Schakel bericht={k} hier={false} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Wat nooit weg is gegaan, is niet verstuurd. */
const nietWeg: ReadonlySet<Verwant['stand']> = new Set(['klaargezet', 'niet_bezorgd', 'teruggenomen'])

function Schakel({ bericht: k, hier }: { bericht: Verwant; hier: boolean }) {
  const tekst = k.naam === null ? 'Onleesbaar bestand' : `${k.naam} ${k.titel ?? ''}`
  return (
    <span className="br-schakel">
      {hier ? <strong>{tekst}</strong> : <Link to={`/berichten/${k.id}`}>{tekst}</Link>}
      <Standbadge stand={k.stand} />
      <span className="md-bijtekst">
        {k.richting === 'in' ? 'Ontvangen' : nietWeg.has(k.stand) ? 'Gemaakt' : 'Verstuurd'}, {schrijfTijdstip(k.vastgelegdOp)}
      </span>
    </span>
  )
}
