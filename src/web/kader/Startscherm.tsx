import { Navigate } from 'react-router'
import { gebruikSessie } from '../api/gebruik-sessie.ts'
import { Kop } from '../onderdelen/Kop.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { AanmeldPagina } from './AanmeldPagina.tsx'
import { beginadres } from './menu.ts'
import { Catalogi } from './Catalogi.tsx'

/** Het adres `/`: uw eigen werk als u bent aangemeld, anders aanmelden, met eronder wat voor iedereen te lezen is. */
export function Startscherm() {
  const sessie = gebruikSessie()
  if (sessie.stand === 'laden') return <Laden wat="Uw werk wordt geladen" />
  if (sessie.stand === 'fout') {
    return (
      <Pagina titel="Meedoen is nu niet te laden">
        <Probleemmelding probleem={sessie.probleem} opnieuw={sessie.opnieuw} />
      </Pagina>
    )
  }
  const begin = sessie.stand === 'er' ? beginadres(sessie.sessie) : null
  if (begin) return <Navigate to={begin} replace />
  if (sessie.stand === 'er') {
    return (
      <Pagina titel="Kies een catalogus">
        <Catalogi />
      </Pagina>
    )
  }
  return (
    <AanmeldPagina>
      <section className="md-zonder-aanmelden" aria-labelledby="zonder-aanmelden">
        <Kop niveau={2} id="zonder-aanmelden">
          Zonder aanmelden
        </Kop>
        <p className="md-pagina__inleiding">
          Een catalogus zegt welke begeleiding er is, voor wie, en onder welke voorwaarden. Elke zin leidt naar de woorden van het
          brondocument.
        </p>
        <Catalogi niveau={3} />
      </section>
    </AanmeldPagina>
  )
}
