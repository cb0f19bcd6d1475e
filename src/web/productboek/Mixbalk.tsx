import type { GevondenUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { isGeheel, leesAandelen, procentTekst } from './mix.ts'

/** De personele mix als balk, met dezelfde cijfers als tekst. Alleen een grens (minstens 30% hbo) krijgt een streep op de balk. */
export function Mixbalk({ uitspraken }: { uitspraken: readonly GevondenUitspraak[] }) {
  const aandelen = leesAandelen(uitspraken)
  if (aandelen.length === 0) return null
  const geheel = isGeheel(aandelen)
  const getoond = geheel ? aandelen : aandelen.filter((a) => a.grens !== 'hoogstens')
  return (
    <figure className="pb-mix">
      <div className="pb-mix__balk" aria-hidden="true">
        {getoond.map((a, i) => (
          <span key={a.naam + a.eis} className={`pb-mix__deel pb-mix__deel--${i % 3}`} style={{ flexBasis: `${a.procent}%` }} />
        ))}
        {!geheel && <span className="pb-mix__rest" />}
      </div>
      <figcaption>
        <ul>
          {aandelen.map((a) => (
            <li key={a.naam + a.eis}>
              {getoond.includes(a) && <span className={`pb-mix__blokje pb-mix__deel--${getoond.indexOf(a) % 3}`} aria-hidden="true" />}
              <strong>{procentTekst(a)}</strong> {a.naam}
            </li>
          ))}
          {!geheel && (
            <li>
              <span className="pb-mix__blokje pb-mix__rest" aria-hidden="true" /> overig
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  )
}
