import { useEffect } from 'react'
import { useRouteError } from 'react-router'
import { magHerladen } from '../api/herstel.ts'
import { bijTerugkeer, meldContact } from '../api/verbinding.ts'
import { Knop } from '../onderdelen/Knop.tsx'

/** Een fout in de software zelf, in plaats van de hele pagina. */
export function Schermfout() {
  return (
    <main className="md-inhoud md-inhoud--los">
      <Foutuitleg />
    </main>
  )
}

/** Een fout in één scherm: het menu en de rest van de pagina blijven werken. */
export function SchermfoutBinnen() {
  return (
    <div className="md-pagina">
      <Foutuitleg />
    </div>
  )
}

/** Wat er misging staat erbij, zodat een beheerder er iets mee kan. */
function Foutuitleg() {
  const fout = useRouteError()
  const melding = fout instanceof Error ? fout.message : String(fout)
  // Na een nieuwe versie van Meedoen bestaan de oude bestanden niet meer; herladen haalt de nieuwe.
  const nietGeladen = /dynamically imported module|importing a module/i.test(melding)
  gebruikHerladen(nietGeladen)
  return (
    <>
      <title>Er ging iets mis · Meedoen</title>
      <h1 className="utrecht-heading-1" tabIndex={-1}>
        {nietGeladen ? 'Dit scherm is nu niet te laden' : 'Er ging iets mis in Meedoen'}
      </h1>
      <p>
        {nietGeladen
          ? 'De verbinding viel weg, of er is een nieuwe versie van Meedoen. De pagina laadt vanzelf opnieuw zodra de server antwoordt.'
          : 'Dit ligt niet aan u. Laad de pagina opnieuw. Blijft het misgaan, geef dan onderstaande regel door aan uw beheerder.'}
      </p>
      {!nietGeladen && <pre className="md-foutregel">{melding}</pre>}
      <p>
        <Knop soort="primair" opKlik={() => location.reload()}>
          Opnieuw laden
        </Knop>
      </p>
    </>
  )
}

/** Een scherm waarvan het bestand niet kwam: wachten tot de server antwoordt, en dan herladen. */
function gebruikHerladen(nodig: boolean): void {
  useEffect(() => {
    if (!nodig) return
    const stop = bijTerugkeer(() => {
      if (magHerladen(Date.now())) location.reload()
    })
    meldContact(false)
    return stop
  }, [nodig])
}
