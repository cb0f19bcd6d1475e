import { useParams } from 'react-router'
import { uitsprakenVan } from '#core/catalogus/uitleg/naslag.ts'
import { bekostigingVan, eenheidVan } from '#core/catalogus/uitleg/vergelijkingstabel.ts'
import type { Product } from '#core/catalogus/vorm.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Fout } from '../onderdelen/Fout.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Productdelen } from './Productdelen.tsx'
import { Productlijst } from './Productlijst.tsx'
import './productboek.css'

export function ProductPagina() {
  const { catalogus, pad } = gebruikCatalogus()
  const code = useParams().code ?? ''
  const product = Object.hasOwn(catalogus.producten, code) ? catalogus.producten[code] : undefined
  if (!product) {
    return (
      <Pagina titel="Dit product is er niet">
        <Fout titel={`${code} staat niet in ${catalogus.catalogus.naam}`} naar={{ adres: pad(), tekst: 'Bekijk de producten' }}>
          Misschien hoort het product bij een andere catalogus. Wissel bovenaan van catalogus.
        </Fout>
      </Pagina>
    )
  }
  return (
    <div className="pb-naast">
      <Productlijst huidig={code} />
      <Pagina
        titel={product.naam}
        boven={`${hoofdletter(product.familie)} · ${code}`}
        inleiding={product.kort}
        acties={
          <>
            <KnopLink naar={`${pad('vergelijk')}?met=${code}`}>Vergelijk met…</KnopLink>
            <Knop icoon="afdrukken" opKlik={() => window.print()}>
              Afdrukken
            </Knop>
          </>
        }
      >
        <Kerngegevens product={product} />
        <Productdelen code={code} product={product} uitspraken={uitsprakenVan(catalogus, code)} />
      </Pagina>
    </div>
  )
}

const hoofdletter = (tekst: string) => tekst.charAt(0).toUpperCase() + tekst.slice(1)

function Kerngegevens({ product }: { product: Product }) {
  const { catalogus } = gebruikCatalogus()
  const rijen: [string, string | null][] = [
    ['Eenheid', eenheidVan(catalogus, {}, product)],
    ['Bekostiging', bekostigingVan(catalogus, {}, product)],
    ['iWmo-code', product.iwmoCode],
    ['Ook genoemd', product.aliassen?.join(', ') ?? ''],
    ['Geldig vanaf', catalogus.geldigVan ? schrijfDatum(catalogus.geldigVan) : null],
  ]
  return (
    <dl className="pb-feiten">
      {rijen
        .filter(([, waarde]) => waarde !== '')
        .map(([naam, waarde]) => (
          <div key={naam}>
            <dt>{naam}</dt>
            <dd>{waarde ?? <Badge soort="onbekend">niet vastgelegd</Badge>}</dd>
          </div>
        ))}
    </dl>
  )
}
