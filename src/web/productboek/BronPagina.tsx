import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function BronPagina() {
  return (
    <Pagina titel="Bron">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
