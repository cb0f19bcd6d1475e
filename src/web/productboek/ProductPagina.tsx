import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function ProductPagina() {
  return (
    <Pagina titel="Product">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
