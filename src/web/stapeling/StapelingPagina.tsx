import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function StapelingPagina() {
  return (
    <Pagina titel="Welke begeleiding kan samen?">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
