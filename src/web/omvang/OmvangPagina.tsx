import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function OmvangPagina() {
  return (
    <Pagina titel="Hoeveel begeleiding is er nodig?">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
