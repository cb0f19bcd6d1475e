import { Link } from 'react-router'
import type { Sessie } from '../api/sessie.ts'
import { verwachtZoekveld } from '../api/sessiestand.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Cataloguskeuze } from './Cataloguskeuze.tsx'
import { Inwonerzoekveld } from './Inwonerzoekveld.tsx'
import { menuVoor } from './menu.ts'
import { Persoonsmenu } from './Persoonsmenu.tsx'
import { HelpKnop } from './Sneltoetsen.tsx'
import { Zoekveld } from './Zoekveld.tsx'

/** In een catalogus zoekt het veld in de catalogus, op de werkplek naar een inwoner. */
export function Bovenbalk({ adresdeel, sessie, wacht }: { adresdeel: string | null; sessie: Sessie | null; wacht: boolean }) {
  const zoektInwoners = sessie && !adresdeel && menuVoor(sessie.rollen).boven.some((p) => p.naar === '/inwoners')
  return (
    <header className="md-bovenbalk" data-aangemeld={sessie || wacht ? '' : undefined}>
      <Link to="/" className="md-merk">
        <img src="/beeldmerk.svg" alt="" width="28" height="28" />
        <span>Meedoen</span>
      </Link>
      {sessie && (
        <span className="md-gemeente">
          <span className="md-gemeente__naam">{sessie.gemeente.naam}</span>
          {sessie.demo && <Badge soort="let-op">Proef</Badge>}
        </span>
      )}
      <Cataloguskeuze />
      <div className="md-bovenbalk__rek" />
      {adresdeel && <Zoekveld key={adresdeel} adresdeel={adresdeel} />}
      {zoektInwoners && <Inwonerzoekveld />}
      {/* Op een telefoon is zoeken een eigen regel: die is er al zolang de sessie onderweg is. */}
      {wacht && !adresdeel && verwachtZoekveld() && <div className="md-zoek md-zoek--wacht" />}
      <HelpKnop />
      {sessie && <Persoonsmenu sessie={sessie} />}
    </header>
  )
}
