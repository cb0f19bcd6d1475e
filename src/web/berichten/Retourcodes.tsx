import { Link } from 'react-router'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { adresVanFilter } from './berichtfilter.ts'

/** Wat er mis is, in gewone taal: per code de regel, hoe dat meestal komt, en wat te doen. */
export function Retourcodes({ bericht: { retourcodes, uitval, richting, keten } }: { bericht: Berichtantwoord }) {
  const zietUitval = heeftRol(gebruikEigenSessie(), 'administratie', 'teamleider', 'toezichthouder')
  // Een schemafout en een bericht van een ander hebben geen code; die staan alleen als uitval.
  const los = uitval.filter((u) => !retourcodes.some((r) => r.code === u.code && r.regel === u.regel))
  // Een retourbericht gaat over het heenbericht; wie dat stuurde, verbetert het.
  const heen = keten.find((k) => k.verband === 'heenbericht')?.richting ?? richting
  const wie = heen === 'in' ? 'aanbieder' : 'wij'
  if (retourcodes.length + los.length === 0) return null
  return (
    <section aria-labelledby="wat-er-mis-is">
      <Kop niveau={2} als={3} id="wat-er-mis-is">
        Wat er mis is
      </Kop>
      <ul className="br-codes">
        {retourcodes.map((r) => (
          <li key={`${r.code} ${r.regel} ${r.klasse}`} className="br-code">
            <p className="br-code__kop">
              {r.code && <Link to={adresVanFilter({ code: r.code })}>{r.code}</Link>} <strong>{r.tekst}</strong>
            </p>
            <Uitleg oorzaak={r.oorzaak} doe={r.doe} wie={wie} />
            {zietUitval && <Werk uitval={uitval.find((u) => u.code === r.code && u.regel === r.regel)} />}
            <Uitklap kop={`Op ${r.aantal === 1 ? '1 plek' : `${r.aantal.toLocaleString('nl-NL')} plekken`} in het bericht: ${r.klasse}`}>
              {r.betekenis && (
                <p>
                  Retourcode {r.code}: {r.betekenis}.{r.regel && ` Regel ${r.regel} van de standaard.`}
                </p>
              )}
              <ul>
                {r.sleutels.map((s) => (
                  <li key={s}>
                    <code>{s || 'de kop'}</code>
                  </li>
                ))}
              </ul>
            </Uitklap>
          </li>
        ))}
        {los.map((u) => (
          <li key={u.id} className="br-code">
            <p className="br-code__kop">
              <strong>{u.tekst}</strong>
            </p>
            <Uitleg oorzaak={u.oorzaak} doe={u.doe} wie="wij" />
            {zietUitval && <Werk uitval={u} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** De weg naar de werklijst. */
function Werk({ uitval }: { uitval: Berichtantwoord['uitval'][number] | undefined }) {
  const behandelt = heeftRol(gebruikEigenSessie(), 'administratie')
  if (!uitval) return null
  const open = behandelt ? 'Behandel deze uitval' : 'Bekijk deze uitval'
  return (
    <p>
      <Link to={`/berichten/uitval/${uitval.id}`}>{uitval.stand === 'open' ? open : 'Bekijk hoe dit is afgehandeld'}</Link>
    </p>
  )
}

/** Wie een afgekeurd bericht verbetert: de verzender ervan. */
export type Doener = 'wij' | 'aanbieder'

/** Hoe het meestal komt en wat de volgende stap is. */
export function Uitleg({ oorzaak, doe, wie }: { oorzaak: string; doe: string; wie: Doener }) {
  return (
    <dl className="br-uitleg">
      <div>
        <dt>Hoe dat meestal komt</dt>
        <dd>{oorzaak}</dd>
      </div>
      <div>
        <dt>{wie === 'aanbieder' ? 'Wat de aanbieder doet' : 'Wat te doen'}</dt>
        <dd>{doe}</dd>
      </div>
    </dl>
  )
}
