import { useEffect, useRef } from 'react'
import type { Lijst, Telling } from '../api/gebruik-lijst.ts'
import { Knop } from './Knop.tsx'

/** Vooruit en terug door een lange lijst, met waar u bent: "51–100 van 312". */
export function Bladeren({ lijst, naam }: { lijst: Lijst<unknown>; naam: string }) {
  const { items, vanaf, telling, eerste, vorige, volgende, stand, ververst } = lijst
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
  return (
    <nav ref={nav} className="md-bladeren" aria-label={`Bladeren door ${naam.toLowerCase()}`}>
      <span role="status">{waarInLijst(vanaf, items.length, telling, !volgende)}</span>
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

const getal = (n: number) => n.toLocaleString('nl-NL')

/** "312", of boven wat de server telt "meer dan 1.000". */
export const alsAantal = ({ aantal, meer }: Telling): string => (meer ? `meer dan ${getal(aantal)}` : getal(aantal))

/**
 * Op de laatste bladzijde voorbij de grens van het tellen is het einde zelf te zien; "van meer dan" staat er dan niet bij. Een lijst
 * die niet telt, kent haar aantal op de laatste bladzijde: een los "1" onder één rij zegt niets.
 */
export function waarInLijst(vanaf: number, opBladzijde: number, telling: Telling | null, laatste = false): string {
  const [begin, einde] = [vanaf, vanaf + opBladzijde - 1]
  const rijen = begin === einde ? getal(begin) : `${getal(begin)}–${getal(einde)}`
  if (telling === null && laatste) return `${rijen} van ${getal(einde)}`
  return telling === null || (telling.meer && einde > telling.aantal) ? rijen : `${rijen} van ${alsAantal(telling)}`
}

/** De knoppen staan onder de lijst; een nieuwe bladzijde lees je van boven, met de kop van de lijst in beeld. */
function naarBegin(nav: HTMLElement | null): void {
  const kop = nav?.closest('section')?.querySelector('h2') ?? document.querySelector<HTMLElement>('main h1')
  if (!kop) return
  kop.tabIndex = -1
  kop.focus({ preventScroll: true })
  kop.scrollIntoView({ block: 'start' })
}
