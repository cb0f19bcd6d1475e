import { Link } from 'react-router'
import { documentnaam, passagesVan } from '#core/catalogus/uitleg/naslag.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'

/** In welke documenten, en op welke regels, deze uitspraken staan. Aansluitende regels staan als één stuk. */
export function Bronnen({ eisen }: { eisen: readonly string[] }) {
  const { catalogus, pad } = gebruikCatalogus()
  const passages = eisen.flatMap((eis) => passagesVan(catalogus, eis))
  const documenten = catalogus.catalogus.bronnen.filter((b) => passages.some((p) => p.document === b.document))
  if (documenten.length === 0) return <p className="md-bijtekst">Bij deze uitspraken zijn geen regels van een brondocument vastgelegd.</p>
  return (
    <ul className="pb-zinnen">
      {documenten.map((b) => (
        <li key={b.document} className="pb-zin">
          <Link to={pad('bron', documentnaam(b.document))}>{b.titel}</Link> <span className="md-bijtekst">({b.document})</span>
          <ul className="pb-stukken" aria-label={`Regels in ${b.titel}`}>
            {stukken(passages.filter((p) => p.document === b.document)).map(([van, tot]) => (
              <li key={van}>
                <Link to={`${pad('bron', documentnaam(b.document))}#regel-${van}`}>
                  {van === tot ? `regel ${van}` : `regels ${van}–${tot}`}
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** Voegt regels samen die elkaar raken of hooguit drie regels uit elkaar liggen. */
function stukken(passages: readonly { van: number; tot: number }[]): [number, number][] {
  const uit: [number, number][] = []
  for (const p of [...passages].sort((a, b) => a.van - b.van)) {
    const laatste = uit.at(-1)
    if (laatste && p.van <= laatste[1] + 4) laatste[1] = Math.max(laatste[1], p.tot)
    else uit.push([p.van, p.tot])
  }
  return uit
}
