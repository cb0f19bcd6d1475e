import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function ZoekPagina() {
  return (
    <Pagina titel="Zoek">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
