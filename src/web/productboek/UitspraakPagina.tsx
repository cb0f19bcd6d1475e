import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function UitspraakPagina() {
  return (
    <Pagina titel="Uitspraak">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
