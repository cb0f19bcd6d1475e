import { useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { allePassages, documentnaam, regelsVan } from '#core/catalogus/uitleg/naslag.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Fout } from '../onderdelen/Fout.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Bronregels } from './Bronregels.tsx'
import './productboek.css'
import './bron.css'

/** De brondocumenten van de catalogus, of één document met bij elke passage de uitspraken die erop rusten. */
export function BronPagina() {
  const { catalogus, pad } = gebruikCatalogus()
  const { document } = useParams()
  const bronnen = catalogus.catalogus.bronnen
  const bron =
    document === undefined
      ? bronnen.length === 1
        ? bronnen[0]
        : undefined
      : bronnen.find((b) => documentnaam(b.document) === document || b.document === document)
  if (document === undefined && !bron) return <Bronlijst />
  const regels = bron ? regelsVan(catalogus, bron.document) : []
  if (!bron || regels.length === 0) {
    return (
      <Pagina titel="Dit document is er niet">
        <Fout
          titel={`Dit document hoort niet bij ${catalogus.catalogus.naam}`}
          naar={{ adres: pad('bron'), tekst: 'Bekijk de brondocumenten' }}
        />
      </Pagina>
    )
  }
  return <Document document={bron.document} titel={bron.titel} regels={regels} />
}

function Document({ document, titel, regels }: { document: string; titel: string; regels: readonly string[] }) {
  const { catalogus } = gebruikCatalogus()
  const { hash } = useLocation()
  const passages = allePassages(catalogus).filter((p) => p.document === document)
  const gevuld = regels.map((r, i) => (r.trim() === '' ? 0 : i + 1)).filter((n) => n > 0)
  const gedekt = gevuld.filter((n) => passages.some((p) => n >= p.van && n <= p.tot)).length
  const doel = /^#regel-(\d+)$/.exec(hash)?.[1]
  useEffect(() => {
    const regel = doel ? window.document.getElementById(`regel-${doel}`) : null
    regel?.scrollIntoView({ block: 'center' })
    regel?.focus({ preventScroll: true })
  }, [doel])
  return (
    <Pagina
      titel={titel}
      boven={document}
      inleiding={`De letterlijke tekst, met regelnummers. Ernaast staan de uitspraken die op die regels rusten. ${gedekt} van de ${gevuld.length} gevulde regels horen bij een uitspraak; de rest is kop, opmaak of verwijzing.`}
    >
      <Bronregels regels={regels} passages={passages} doel={doel ? Number(doel) : null} />
    </Pagina>
  )
}

function Bronlijst() {
  const { catalogus, pad } = gebruikCatalogus()
  return (
    <Pagina titel="Brondocumenten" inleiding="De documenten waar deze catalogus uit komt.">
      <ul className="md-kaarten">
        {catalogus.catalogus.bronnen.map((b) => (
          <li key={b.document} className="md-kaart">
            <h2 className="md-kaart__kop">
              <Link to={pad('bron', documentnaam(b.document))} className="md-kaart__link">
                {b.titel}
              </Link>
            </h2>
            <p className="md-bijtekst">{b.document}</p>
          </li>
        ))}
      </ul>
    </Pagina>
  )
}
