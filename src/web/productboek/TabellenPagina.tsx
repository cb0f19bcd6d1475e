import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function TabellenPagina() {
  return (
    <Pagina titel="Tabellen">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
