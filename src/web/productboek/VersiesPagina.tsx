import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function VersiesPagina() {
  return (
    <Pagina titel="Versies">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
