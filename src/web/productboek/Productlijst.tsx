import { NavLink } from 'react-router'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Uitklap } from '../onderdelen/Uitklap.tsx'
import { families } from './families.ts'

/** De producten per familie. Naast de pagina als daar ruimte voor is, anders uitklapbaar erboven. */
export function Productlijst({ huidig }: { huidig: string }) {
  const { catalogus } = gebruikCatalogus()
  return (
    <>
      <nav className="pb-lijst" aria-label="Producten">
        <Lijst />
      </nav>
      <nav className="pb-lijst-smal" aria-label="Producten, uitklapbaar">
        <Uitklap key={huidig} kop={`Producten (${Object.keys(catalogus.producten).length})`}>
          <Lijst />
        </Uitklap>
      </nav>
    </>
  )
}

function Lijst() {
  const { catalogus, pad } = gebruikCatalogus()
  return families(catalogus).map(({ familie, codes }) => (
    <div key={familie} className="pb-lijst__familie">
      <p className="pb-lijst__kop">{familie}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <NavLink to={pad('product', code)}>
              <span className="pb-code">{code}</span> {catalogus.producten[code]?.naam}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ))
}
