import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function OverzichtPagina() {
  return (
    <Pagina titel="Overzicht">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
