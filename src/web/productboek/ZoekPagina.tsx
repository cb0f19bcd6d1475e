import { useDeferredValue, useEffect, useMemo } from 'react'
import { Link, useLocation } from 'react-router'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { leesZoekterm } from '../kader/zoekterm.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { meldAan } from '../onderdelen/LiveRegio.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Gemarkeerd } from './Gemarkeerd.tsx'
import { type Treffer, zoek } from './zoek.ts'
import './productboek.css'

/** Zoeken in alles van deze catalogus, terwijl men typt. Gezocht wordt in de browser. */
export function ZoekPagina() {
  const { catalogus } = gebruikCatalogus()
  const { hash, search } = useLocation()
  const term = useDeferredValue(leesZoekterm(hash, search).trim())
  const groepen = useMemo(() => zoek(catalogus, term), [catalogus, term])
  const totaal = groepen.reduce((som, g) => som + g.totaal, 0)
  useEffect(() => {
    if (term === '') return
    const straks = setTimeout(() => meldAan(totaal === 0 ? 'Niets gevonden' : `${totaal} gevonden`), 600)
    return () => clearTimeout(straks)
  }, [term, totaal])

  return (
    <Pagina
      titel="Zoeken"
      inleiding={
        term === ''
          ? 'Typ bovenaan een woord, een nummer of een zin uit de bron.'
          : `${totaal === 1 ? '1 keer' : `${totaal} keer`} gevonden in ${catalogus.catalogus.naam}.`
      }
    >
      {term !== '' && totaal === 0 && (
        <Leeg titel={`Niets gevonden voor “${term}”`}>
          Probeer een ander woord, of een deel ervan. Een nummer schrijft u met streepjes. Of wissel bovenaan van catalogus.
        </Leeg>
      )}
      {groepen.map((groep) => (
        <section key={groep.titel} className="pb-deel">
          <Kop niveau={2}>
            {groep.titel} <span className="md-bijtekst">({groep.totaal})</span>
          </Kop>
          <ul className="pb-treffers">
            {groep.treffers.map((t) => (
              <EenTreffer key={`${t.label}-${t.tekst}`} treffer={t} />
            ))}
          </ul>
          {groep.totaal > groep.treffers.length && (
            <p className="md-bijtekst">En nog {groep.totaal - groep.treffers.length}. Typ een woord erbij om te verfijnen.</p>
          )}
        </section>
      ))}
    </Pagina>
  )
}

function EenTreffer({ treffer }: { treffer: Treffer }) {
  const { pad } = gebruikCatalogus()
  return (
    <li>
      <Link to={`${pad(...treffer.adres)}${treffer.anker ? `#${treffer.anker}` : ''}`} className="pb-treffer">
        <span className="pb-treffer__label">{treffer.label}</span>
        <span className="pb-treffer__tekst">
          <Gemarkeerd tekst={treffer.tekst} bereiken={treffer.bereiken} />
        </span>
      </Link>
    </li>
  )
}
