import '../dossier/dossier.css'
import { useEffect, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Identiteitantwoord, Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import type { Probleem } from '../api/probleem.ts'
import { naamInZin } from '../dossier/woorden.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { leegFormulier, naarVerzoek } from './inwonerformulier.ts'
import { Inwonervelden } from './Inwonervelden.tsx'

/** Een inwoner toevoegen. Bestaat het BSN al, dan leidt het scherm naar die inwoner. */
export function NieuweInwonerPagina() {
  const navigeer = useNavigate()
  const maak = gebruikAanmaken<unknown, Inwonerantwoord>('/inwoners', { formulier: 'nieuwe-inwoner', verversen: ['inwoners'] })
  const f = gebruikFormulier({
    id: 'nieuwe-inwoner',
    begin: leegFormulier,
    controleer: (w) =>
      w.naam.achternaam.trim() === ''
        ? [{ plaats: '/naam/achternaam', code: 'LEEG', tekst: 'Vul de achternaam in, zonder voorvoegsel.' }]
        : [],
    verstuur: async (w) => {
      const { waarde } = await maak.mutateAsync(naarVerzoek(w))
      toonToast({ tekst: `${naamInZin(waarde.naam)} is toegevoegd.` })
      void navigeer(`/inwoners/${waarde.id}`)
    },
  })
  return (
    <Pagina
      titel="Nieuwe inwoner"
      boven={<Link to="/inwoners">Inwoners</Link>}
      inleiding="Vul alle velden in. Als een veld niet verplicht is, staat dit erbij. Zoek eerst of de inwoner er al is."
    >
      <Conceptmelding formulier={f} />
      {f.probleem?.code === 'BSN_BESTAAT' ? <AlBekend key={f.poging} probleem={f.probleem} /> : <Foutoverzicht formulier={f} />}
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Inwonervelden f={f} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Inwoner toevoegen
          </Knop>
          <Link to="/inwoners">Terug naar zoeken</Link>
        </p>
      </form>
    </Pagina>
  )
}

/** Het BSN is al van iemand: geen fout van de invoer, wel een reden om daar verder te gaan. */
export function AlBekend({ probleem }: { probleem: Probleem }) {
  const bekend = (probleem.huidig as { inwoner?: Identiteitantwoord } | undefined)?.inwoner
  const vak = useRef<HTMLDivElement>(null)
  // De knop staat onder een lang formulier; zonder focus bleef deze melding buiten beeld.
  useEffect(() => vak.current?.focus(), [])
  return (
    <div ref={vak} tabIndex={-1} className="md-focusvlak">
      <Melding soort="waarschuwing" woord="Al bekend" titel={probleem.tekst} voorlezen>
        <p>{probleem.watNu}</p>
        {bekend && (
          <p>
            <Link to={`/inwoners/${bekend.id}`}>Open {naamInZin(bekend.naam)}</Link>
          </p>
        )}
      </Melding>
    </div>
  )
}
