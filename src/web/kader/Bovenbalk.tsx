import { Link } from 'react-router'
import { Cataloguskeuze } from './Cataloguskeuze.tsx'
import { HelpKnop } from './Sneltoetsen.tsx'
import { Zoekveld } from './Zoekveld.tsx'

export function Bovenbalk({ adresdeel }: { adresdeel: string | null }) {
  return (
    <header className="md-bovenbalk">
      <Link to="/" className="md-merk">
        <img src="/beeldmerk.svg" alt="" width="28" height="28" />
        <span>Meedoen</span>
      </Link>
      <Cataloguskeuze />
      <div className="md-bovenbalk__rek" />
      {adresdeel && <Zoekveld key={adresdeel} adresdeel={adresdeel} />}
      <HelpKnop />
    </header>
  )
}
