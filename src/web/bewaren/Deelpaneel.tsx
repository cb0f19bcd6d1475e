import { useId, useRef, useState } from 'react'
import { Knop } from '#web/onderdelen/Knop.tsx'

/** De link draagt de gegevens zelf; dat moet iemand weten voor hij haar verstuurt. */
export function Deelpaneel({ wat, fragment, uitleg }: { wat: string; fragment: string; uitleg: string }) {
  const id = useId()
  const veld = useRef<HTMLInputElement>(null)
  const [gekopieerd, zet] = useState<string | null>(null)
  const link = `${location.origin}${location.pathname}#${fragment}`
  const kopieer = async () => {
    veld.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      zet(link)
    } catch {
      // Geen toestemming voor het klembord: de link staat geselecteerd, kopiëren kan met de hand.
      zet(null)
    }
  }
  return (
    <div className="bewaar-deel">
      <label htmlFor={id}>Link naar {wat}</label>
      <p className="md-bijtekst" id={`${id}-uitleg`}>
        {uitleg}
      </p>
      <div className="bewaar-deel-rij">
        <input
          ref={veld}
          id={id}
          className="utrecht-textbox utrecht-textbox--html-input"
          readOnly
          value={link}
          aria-describedby={`${id}-uitleg`}
          onFocus={(e) => e.target.select()}
        />
        <Knop opKlik={() => void kopieer()}>Kopieer</Knop>
        <span role="status">{gekopieerd === link ? 'Gekopieerd.' : ''}</span>
      </div>
    </div>
  )
}
