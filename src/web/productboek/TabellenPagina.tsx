import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { zoekAnker } from '../kader/anker.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { EisChips } from '../onderdelen/EisChip.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Afgeleidewaarden } from './Afgeleidewaarden.tsx'
import { Beslistabel } from './Beslistabel.tsx'
import { Vragenlijst } from './Vragenlijst.tsx'
import './productboek.css'
import './beslissen.css'

/** De beslistabellen in woorden, met de vragen, afgeleide waarden en gronden waar ze op rusten. */
export function TabellenPagina() {
  const { catalogus } = gebruikCatalogus()
  const { hash } = useLocation()
  const tabellen = Object.entries(catalogus.tabellen)
  useEffect(() => {
    const doel = zoekAnker(hash)
    if (!doel) return
    doel.closest('details')?.setAttribute('open', '')
    doel.scrollIntoView({ block: 'center' })
    doel.focus({ preventScroll: true })
  }, [hash])
  return (
    <Pagina
      breed
      titel="Beslistabellen"
      inleiding="Zo komt een advies tot stand. De rijen worden van boven naar beneden gelezen; de eerste die geldt, beslist. Wat een eerdere rij al afving, staat in een latere niet nog eens."
    >
      {tabellen.length === 0 && <Leeg titel="Deze catalogus heeft geen beslistabellen" />}
      <nav className="pb-inhoud md-nietafdrukken" aria-label="Op deze pagina">
        <ul>
          {tabellen.map(([sleutel, t]) => (
            <li key={sleutel}>
              <a href={`#tabel-${sleutel}`}>{t.titel}</a>
            </li>
          ))}
          <li>
            <a href="#afgeleid">Afgeleide waarden</a>
          </li>
          <li>
            <a href="#gronden">Gronden zonder product</a>
          </li>
          <li>
            <a href="#vragen">Vragen</a>
          </li>
        </ul>
      </nav>
      {tabellen.map(([sleutel, tabel]) => (
        <Beslistabel key={sleutel} sleutel={sleutel} tabel={tabel} />
      ))}
      <Afgeleidewaarden />
      <Gronden />
      <Vragenlijst />
    </Pagina>
  )
}

function Gronden() {
  const { catalogus } = gebruikCatalogus()
  const eisenVan = (grond: string) => [
    ...new Set(
      Object.values(catalogus.tabellen).flatMap((t) =>
        t.rijen.filter((r) => 'geen' in r.dan && r.dan.geen === grond).flatMap((r) => r.eisen),
      ),
    ),
  ]
  return (
    <section className="pb-deel" aria-labelledby="gronden">
      <Kop niveau={2} id="gronden">
        Gronden zonder product
      </Kop>
      <dl className="pb-gronden">
        {Object.entries(catalogus.gronden).map(([grond, g]) => (
          <div key={grond} id={`grond-${grond}`} tabIndex={-1}>
            <dt>{g.tekst}</dt>
            <dd>
              {g.vervolg && <p>{g.vervolg}</p>}
              <code className="pb-sleutel">{grond}</code> <EisChips eisen={eisenVan(grond)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
