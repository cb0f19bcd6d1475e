import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function VergelijkPagina() {
  return (
    <Pagina titel="Vergelijk">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
