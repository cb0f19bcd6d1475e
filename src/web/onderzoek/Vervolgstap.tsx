import { Link } from 'react-router'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'
import { onderzoekadres } from './beeld.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

/** Na het advies: nalezen, of er een indicatie van maken. Ook zonder advies kan de consulent kiezen, met een motivering. */
export function Vervolgstap({ tabel, product }: { tabel: string; product: string | null }) {
  const { pad } = gebruikCatalogus()
  const { onderzoek } = gebruikOnderzoekstand()
  if (!product) return null
  return (
    <ul>
      <li>
        <Link to={pad('product', product)}>Lees over dit product</Link>
      </li>
      <li>
        <Link to={`${onderzoekadres(onderzoek.inwoner.id, onderzoek.id, 'indicatie')}?tabel=${encodeURIComponent(tabel)}`}>
          Stel deze indicatie vast
        </Link>
      </li>
    </ul>
  )
}
