import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { openPunt, vindUitspraak } from '#core/catalogus/uitleg/naslag.ts'
import { gebruikCatalogus } from '../kader/gebruik-catalogus.ts'

/**
 * Het nummer van een uitspraak. Aanwijzen of focus toont de zin en de woorden van de bron; klikken opent de uitspraak.
 * Een nummer van een open punt (bijvoorbeeld AMB-11) gaat naar de instellingen.
 */
export function EisChip({ eis }: { eis: string }) {
  const { catalogus, pad } = gebruikCatalogus()
  const [plek, zetPlek] = useState<{ x: number; y: number; boven: boolean } | null>(null)
  const houder = useRef<HTMLSpanElement>(null)
  const tipId = useId()
  const uitspraak = vindUitspraak(catalogus, eis)
  const punt = uitspraak ? undefined : openPunt(catalogus, eis)

  useEffect(() => {
    if (!plek) return
    const sluit = (e: KeyboardEvent) => e.key === 'Escape' && zetPlek(null)
    const weg = () => zetPlek(null)
    document.addEventListener('keydown', sluit)
    window.addEventListener('scroll', weg, { passive: true, capture: true })
    return () => {
      document.removeEventListener('keydown', sluit)
      window.removeEventListener('scroll', weg, { capture: true })
    }
  }, [plek])

  if (!uitspraak && !punt) return <span className="md-eis md-eis--los">{eis}</span>
  const toon = () => {
    const vak = houder.current?.getBoundingClientRect()
    if (!vak) return
    const boven = vak.bottom > window.innerHeight * 0.6
    zetPlek({ x: Math.max(8, Math.min(vak.left, window.innerWidth - 328)), y: boven ? vak.top : vak.bottom, boven })
  }
  const verberg = () => zetPlek(null)
  return (
    <span className="md-eisplek" ref={houder} onMouseEnter={toon} onMouseLeave={verberg}>
      <Link
        to={uitspraak ? pad('uitspraak', eis) : `${pad('instellingen')}#${eis}`}
        className="md-eis"
        aria-describedby={plek ? tipId : undefined}
        onFocus={(e) => e.currentTarget.matches(':focus-visible') && toon()}
        onBlur={verberg}
      >
        {eis}
      </Link>
      {plek && (
        <span
          role="tooltip"
          id={tipId}
          className={plek.boven ? 'md-eistip md-eistip--boven' : 'md-eistip'}
          style={{ left: plek.x, ...(plek.boven ? { bottom: window.innerHeight - plek.y } : { top: plek.y }) }}
        >
          <span className="md-eistip__tekst">{uitspraak ? uitspraak.tekst : punt?.titel}</span>
          {uitspraak?.citaten.map((citaat) => (
            <q key={citaat}>{citaat}</q>
          ))}
          {uitspraak && uitspraak.citaten.length === 0 && <span className="md-bijtekst">Zonder los citaat; klik voor de passage.</span>}
          {uitspraak?.document && <span className="md-eistip__bron">{uitspraak.document}</span>}
        </span>
      )}
    </span>
  )
}

/** Enkele nummers achter elkaar, achter een zin. */
export function EisChips({ eisen }: { eisen: readonly string[] }) {
  return (
    <span className="md-eisen">
      {eisen.map((eis) => (
        <EisChip key={eis} eis={eis} />
      ))}
    </span>
  )
}
