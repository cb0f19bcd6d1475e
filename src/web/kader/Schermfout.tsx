import { useRouteError } from 'react-router'
import { Knop } from '../onderdelen/Knop.tsx'

/** Een fout in de software zelf. Wat er misging staat erbij, zodat een beheerder er iets mee kan. */
export function Schermfout() {
  const fout = useRouteError()
  return (
    <main className="md-inhoud md-inhoud--los">
      <title>Er ging iets mis · Meedoen</title>
      <h1 className="utrecht-heading-1">Er ging iets mis in Meedoen</h1>
      <p>Dit ligt niet aan u. Laad de pagina opnieuw. Blijft het misgaan, geef dan onderstaande regel door aan uw beheerder.</p>
      <pre className="md-foutregel">{fout instanceof Error ? fout.message : String(fout)}</pre>
      <p>
        <Knop soort="primair" opKlik={() => location.reload()}>
          Opnieuw laden
        </Knop>
      </p>
    </main>
  )
}
