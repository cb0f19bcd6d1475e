import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'

export function InstellingenPagina() {
  return (
    <Pagina titel="Instellingen">
      <Leeg titel="Dit scherm is er in deze versie nog niet" />
    </Pagina>
  )
}
