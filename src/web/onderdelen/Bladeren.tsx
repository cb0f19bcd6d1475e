import type { Lijst } from '../api/gebruik-lijst.ts'
import { Knop } from './Knop.tsx'

/** Vooruit en terug door een lange lijst, met waar u bent: "51 tot en met 100 van 20.000". */
export function Bladeren({ lijst, naam }: { lijst: Lijst<unknown>; naam: string }) {
  const { items, vanaf, aantal, eerste, vorige, volgende, stand } = lijst
  if (stand !== 'klaar' || items.length === 0) return null
  const getal = (n: number) => n.toLocaleString('nl-NL')
  const waar = `${getal(vanaf)} tot en met ${getal(vanaf + items.length - 1)}${aantal === null ? '' : ` van ${getal(aantal)}`}`
  return (
    <nav className="md-bladeren" aria-label={`Bladeren door ${naam.toLowerCase()}`}>
      <span role="status">{waar}</span>
      <span className="md-bladeren__knoppen">
        {eerste && (
          <Knop soort="stil" opKlik={eerste}>
            Eerste
          </Knop>
        )}
        {vorige && (
          <Knop icoon="links" opKlik={vorige}>
            Vorige
          </Knop>
        )}
        {volgende && (
          <Knop icoon="rechts" opKlik={volgende}>
            Volgende
          </Knop>
        )}
      </span>
    </nav>
  )
}
