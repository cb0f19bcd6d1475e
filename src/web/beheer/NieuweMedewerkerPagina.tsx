import { Link, useNavigate } from 'react-router'
import type { Medewerkerantwoord } from '#http/api/beheerroutes.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Medewerkervelden } from './Medewerkervelden.tsx'
import { leeg, naarVerzoek } from './medewerkerformulier.ts'
import './beheer.css'

/** Iemand toevoegen die zich daarna met zijn werkaccount kan aanmelden. */
export function NieuweMedewerkerPagina() {
  const navigeer = useNavigate()
  const maak = gebruikAanmaken<ReturnType<typeof naarVerzoek>, Medewerkerantwoord>('/medewerkers', {
    formulier: 'medewerker-nieuw',
    verversen: ['medewerkers', 'teams'],
  })
  const f = gebruikFormulier({
    id: 'medewerker-nieuw',
    begin: leeg,
    verstuur: async (w) => {
      const { waarde } = await maak.mutateAsync(naarVerzoek(w))
      toonToast({ tekst: `${waarde.naam} kan zich nu aanmelden.` })
      void navigeer('/beheer/medewerkers')
    },
  })
  return (
    <Pagina
      titel="Medewerker toevoegen"
      boven={<Link to="/beheer/medewerkers">Medewerkers</Link>}
      inleiding="Vul alle velden in. Als een veld niet verplicht is, staat dit erbij."
    >
      <Conceptmelding formulier={f} />
      <Foutoverzicht formulier={f} />
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Medewerkervelden f={f} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            {f.bezig ? 'Wordt toegevoegd…' : 'Toevoegen'}
          </Knop>
        </p>
      </form>
    </Pagina>
  )
}
