import { useEffect, useRef } from 'react'
import type { Lijst } from '../api/gebruik-lijst.ts'
import { Knop } from './Knop.tsx'

/** Vooruit en terug door een lange lijst, met waar u bent: "51 tot en met 100 van 20.000". */
export function Bladeren({ lijst, naam }: { lijst: Lijst<unknown>; naam: string }) {
  const { items, vanaf, aantal, eerste, vorige, volgende, stand, ververst } = lijst
  const nav = useRef<HTMLElement>(null)
  const bladert = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: het nummer van de eerste rij zegt dat er een andere bladzijde staat.
  useEffect(() => {
    if (!bladert.current || ververst) return
    bladert.current = false
    naarBegin(nav.current)
  }, [vanaf, ververst])
  const blader = (ga: () => void) => () => {
    bladert.current = true
    ga()
  }
  if (stand !== 'klaar' || items.length === 0) return null
  const getal = (n: number) => n.toLocaleString('nl-NL')
  const waar = `${getal(vanaf)} tot en met ${getal(vanaf + items.length - 1)}${aantal === null ? '' : ` van ${getal(aantal)}`}`
  return (
    <nav ref={nav} className="md-bladeren" aria-label={`Bladeren door ${naam.toLowerCase()}`}>
      <span role="status">{waar}</span>
      <span className="md-bladeren__knoppen">
        {eerste && (
          <Knop soort="stil" opKlik={blader(eerste)}>
            Eerste
          </Knop>
        )}
        {vorige && (
          <Knop icoon="links" opKlik={blader(vorige)}>
            Vorige
          </Knop>
        )}
        {volgende && (
          <Knop icoon="rechts" opKlik={blader(volgende)}>
            Volgende
          </Knop>
        )}
      </span>
    </nav>
  )
}

/** De knoppen staan onder de lijst; een nieuwe bladzijde lees je van boven, met de kop van de lijst in beeld. */
function naarBegin(nav: HTMLElement | null): void {
  const kop = nav?.closest('section')?.querySelector('h2') ?? document.querySelector<HTMLElement>('main h1')
  if (!kop) return
  kop.tabIndex = -1
  kop.focus({ preventScroll: true })
  kop.scrollIntoView({ block: 'start' })
}
