import { Link } from 'react-router'
import { alleUitspraken, documentnaam, openPunten } from '#core/catalogus/uitleg/naslag.ts'
import { eenheidVan } from '#core/catalogus/uitleg/vergelijkingstabel.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { Deelnavigatie } from '../kader/Navigatie.tsx'
import { gebruikPlaats } from '../kader/gebruik-plaats.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { families } from './families.ts'
import './productboek.css'

/** Het begin van het productboek: wat deze catalogus is, en alle producten per familie. */
export function OverzichtPagina() {
  const { catalogus, pad } = gebruikCatalogus()
  const { adresdeel } = gebruikPlaats()
  return (
    <Pagina
      titel={catalogus.catalogus.naam}
      boven="Productboek"
      inleiding={catalogus.catalogus.omschrijving}
      acties={
        <KnopLink naar={pad('probeer')} soort="primair">
          Probeer een situatie
        </KnopLink>
      }
    >
      <nav className="md-deelnav" aria-label="Onderdelen van het productboek">
        <Deelnavigatie adresdeel={adresdeel ?? ''} naam="Onderdelen" />
      </nav>
      {families(catalogus).map(({ familie, codes }) => (
        <section key={familie} className="pb-familie" aria-labelledby={`familie-${familie}`}>
          <Kop niveau={2} id={`familie-${familie}`}>
            {familie}
          </Kop>
          <ul className="md-kaarten">
            {codes.map((code) => (
              <Productkaart key={code} code={code} />
            ))}
          </ul>
        </section>
      ))}
      <Overdecatalogus />
    </Pagina>
  )
}

function Productkaart({ code }: { code: string }) {
  const { catalogus, pad } = gebruikCatalogus()
  const product = catalogus.producten[code]
  if (!product) return null
  return (
    <li className="md-kaart">
      <h3 className="md-kaart__kop">
        <Link to={pad('product', code)} className="md-kaart__link">
          {product.naam}
        </Link>
      </h3>
      <p>{product.kort}</p>
      <p className="pb-kaartvoet">
        <span className="pb-code">{code}</span>
        <span className="md-bijtekst">per {eenheidVan(catalogus, {}, product) ?? 'nog niet vastgelegde eenheid'}</span>
      </p>
    </li>
  )
}

function Overdecatalogus() {
  const { catalogus, versies, pad } = gebruikCatalogus()
  return (
    <section className="pb-deel" aria-labelledby="over">
      <Kop niveau={2} id="over">
        Over deze catalogus
      </Kop>
      <dl className="pb-feiten">
        <div>
          <dt>Gemeenten</dt>
          <dd>
            {catalogus.gemeenten.length > 0 ? (
              catalogus.gemeenten.map((g) => g.naam).join(', ')
            ) : (
              <Badge soort="onbekend">nog te benoemen</Badge>
            )}
          </dd>
        </div>
        <div>
          <dt>Versie</dt>
          <dd>
            <Link to={pad('versies')}>{catalogus.catalogus.versie}</Link>
            {versies.length > 1 && ` (${versies.length} versies)`}
          </dd>
        </div>
        <div>
          <dt>Geldig vanaf</dt>
          <dd>{catalogus.geldigVan ? schrijfDatum(catalogus.geldigVan) : <Badge soort="onbekend">nog niet gepubliceerd</Badge>}</dd>
        </div>
        <div>
          <dt>Uitspraken</dt>
          <dd>{alleUitspraken(catalogus).length}</dd>
        </div>
        <div>
          <dt>Open punten</dt>
          <dd>
            <Link to={pad('instellingen')}>{openPunten(catalogus).length}</Link>
          </dd>
        </div>
        <div className="pb-feiten__breed">
          <dt>Brondocumenten</dt>
          <dd>
            {catalogus.catalogus.bronnen.map((b) => (
              <div key={b.document}>
                <Link to={pad('bron', documentnaam(b.document))}>{b.titel}</Link>
              </div>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  )
}
