import { Link } from 'react-router'
import type { Wlzsignaalantwoord } from '#http/api/dossier/vormen.ts'
import { Melding } from '../onderdelen/Melding.tsx'

const titels = {
  naast_wlz: 'Er loopt hulp naast een Wlz-indicatie',
  overbrugging_wacht: 'Een overbrugging wacht op het Wlz-besluit',
} as const

/** Wat de Wlz betekent voor hulp van deze inwoner die al loopt. Niets stopt vanzelf; daarom staat erbij wat te doen. */
export function Wlzsignalen({ signalen }: { signalen: readonly Wlzsignaalantwoord[] }) {
  return signalen.map((s) => (
    <Melding key={`${s.soort} ${s.indicatie}`} soort="waarschuwing" titel={titels[s.soort]}>
      <p>
        {s.tekst} {s.watNu}
      </p>
      <p>
        <Link to={`/indicaties/${s.indicatie}`}>Bekijk de indicatie</Link>
      </p>
    </Melding>
  ))
}
