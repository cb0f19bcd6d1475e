import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function ProbeerPagina() {
  return (
    <Pagina titel="Welke begeleiding past bij deze situatie?">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
