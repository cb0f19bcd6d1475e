import { Link } from 'react-router'
import { documentnaam, type Passage, regelsVan } from '#core/catalogus/uitleg/naslag.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Gemarkeerd } from './Gemarkeerd.tsx'
import { vindCitaten } from './markeer.ts'

const omgeving = 2

/** De passages in het brondocument, met regelnummers en enkele regels eromheen; de geciteerde woorden zijn gemarkeerd. */
export function Passages({ passages, citaten }: { passages: readonly Passage[]; citaten: readonly string[] }) {
  const { catalogus } = gebruikCatalogus()
  if (passages.length === 0) return <p className="md-bijtekst">Bij deze uitspraak zijn geen regels van een brondocument vastgelegd.</p>
  // Staat het citaat in een van de passages, dan komt die vooraan; de andere zijn dezelfde zin op een andere plaats.
  const gerangschikt = passages
    .map((p) => ({ p, regels: regelsVan(catalogus, p.document) }))
    .map((x) => ({ ...x, gevonden: vindCitaten(x.regels.slice(x.p.van - 1, x.p.tot), citaten) }))
  return gerangschikt.map(({ p, regels, gevonden }) => (
    <EenPassage key={`${p.document}-${p.van}`} passage={p} regels={regels} gevonden={gevonden} />
  ))
}

function EenPassage({
  passage,
  regels,
  gevonden,
}: {
  passage: Passage
  regels: readonly string[]
  gevonden: readonly (readonly [number, number])[][]
}) {
  const { catalogus, pad } = gebruikCatalogus()
  const titel = catalogus.catalogus.bronnen.find((b) => b.document === passage.document)?.titel ?? passage.document
  const van = Math.max(1, passage.van - omgeving)
  const tot = Math.min(regels.length, passage.tot + omgeving)
  const nummers = Array.from({ length: Math.max(0, tot - van + 1) }, (_, i) => van + i)
  return (
    <figure className="pb-passage">
      <figcaption>
        <Link to={`${pad('bron', documentnaam(passage.document))}#regel-${passage.van}`}>
          {titel}, {passage.van === passage.tot ? `regel ${passage.van}` : `regels ${passage.van} tot en met ${passage.tot}`}
        </Link>{' '}
        <span className="md-bijtekst">{passage.document}</span>
      </figcaption>
      <ol className="pb-regels" start={van}>
        {nummers.map((n) => {
          const binnen = n >= passage.van && n <= passage.tot
          const tekst = regels[n - 1] ?? ''
          return (
            <li key={n} value={n} className={binnen ? 'pb-regel pb-regel--binnen' : 'pb-regel'}>
              <span className="pb-regel__nummer" aria-hidden="true">
                {n}
              </span>
              <span className="pb-regel__tekst">
                {tekst.trim() === '' ? ' ' : <Gemarkeerd tekst={tekst} bereiken={binnen ? (gevonden[n - passage.van] ?? []) : []} />}
              </span>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
