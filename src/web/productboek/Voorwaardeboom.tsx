import { Link } from 'react-router'
import type { Onderwerp, Woorden } from '#core/catalogus/uitleg/in-woorden.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'

/** Een voorwaarde als zin, of als lijst onder een aanhef. Elk zinsdeel leidt naar de vraag, waarde of instelling waar het over gaat. */
export function Voorwaardeboom({ woorden }: { woorden: Woorden }) {
  if (!woorden.delen) return <Zinsdeel woorden={woorden} />
  return (
    <div className="pb-boom">
      <span className="pb-boom__aanhef">{woorden.tekst}:</span>
      <ul>
        {woorden.delen.map((deel, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: de delen van een voorwaarde liggen vast.
          <li key={i}>
            <Voorwaardeboom woorden={deel} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Zinsdeel({ woorden }: { woorden: Woorden }) {
  const { catalogus, pad } = gebruikCatalogus()
  if (!woorden.over || woorden.naam === undefined) return <span>{woorden.tekst}</span>
  const adres = adresVan(woorden.over)
  return (
    <span>
      {adres ? <Link to={adres}>{woorden.naam}</Link> : woorden.naam}
      <strong>: {woorden.waarde}</strong>
    </span>
  )

  function adresVan(over: Onderwerp): string | null {
    if (over.soort === 'vraag') return `${pad('tabellen')}#vraag-${over.sleutel}`
    if (over.soort === 'afgeleid') return `${pad('tabellen')}#afgeleid-${over.sleutel}`
    if (over.soort === 'instelling') return `${pad('instellingen')}#${catalogus.instellingen?.[over.sleutel]?.amb ?? ''}`
    return null
  }
}
