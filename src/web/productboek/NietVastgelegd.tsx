import { vergelijkingstabel } from '#core/catalogus/uitleg/vergelijkingstabel.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { productcodes } from './families.ts'

/** Waar de bron bij dit product niets over zegt: lege kopjes, en onderwerpen die zij bij een ander product wel noemt. */
export function NietVastgelegd({ code, delen }: { code: string; delen: readonly string[] }) {
  const { catalogus } = gebruikCatalogus()
  const onderwerpen = vergelijkingstabel(catalogus, productcodes(catalogus))
    .filter((r) => r.verschilt && r.cellen[code]?.tekst === null)
    .map((r) => r.onderwerp)
  const alles = [...new Set([...delen, ...onderwerpen])]
  return (
    <section className="pb-deel" aria-labelledby="niet-vastgelegd">
      <Kop niveau={2} id="niet-vastgelegd">
        Niet vastgelegd
      </Kop>
      {alles.length === 0 && <p>De bron zegt bij dit product iets over elk onderwerp.</p>}
      {alles.length > 0 && (
        <>
          <p>De bron zegt bij dit product niets over deze onderwerpen. Er wordt niets van een ander product geleend.</p>
          <ul className="pb-ontbreekt">
            {alles.map((onderwerp) => (
              <li key={onderwerp}>
                <Badge soort="onbekend">{onderwerp}</Badge>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
