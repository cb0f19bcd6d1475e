import { gebruikSessie } from '../api/gebruik-sessie.ts'
import { Fout } from '../onderdelen/Fout.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { gebruikPlaats } from './gebruik-plaats.ts'

export function NietGevonden() {
  const { adresdeel } = gebruikPlaats()
  const aangemeld = gebruikSessie().stand === 'er'
  return (
    <Pagina titel="Deze pagina is er niet">
      <Fout
        titel="Het adres klopt niet"
        naar={{
          adres: adresdeel ? `/${adresdeel}` : '/',
          tekst: adresdeel ? 'Naar het productboek' : aangemeld ? 'Naar uw beginscherm' : 'Kies een catalogus',
        }}
      >
        Misschien is het adres verkeerd overgenomen, of is de pagina verplaatst.
      </Fout>
    </Pagina>
  )
}
