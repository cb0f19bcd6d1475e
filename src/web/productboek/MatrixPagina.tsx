import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function MatrixPagina() {
  return (
    <Pagina titel="Matrix">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
